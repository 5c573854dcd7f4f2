"""Words for somebody else: another partner by its name or without one, another tier, another kind of buyer."""

from partnerline.knowledge.others.buyers import asks_for_anybodys, asks_for_somebodys
from partnerline.knowledge.others.dealings import asks_for_others_dealings
from partnerline.knowledge.others.names import distinctive, hints_at_another, holds, names_another
from partnerline.knowledge.others.tiers import asks_in_another_tongue

__all__ = [
    "asks_for_anybodys",
    "asks_for_others_dealings",
    "asks_for_somebodys",
    "asks_in_another_tongue",
    "distinctive",
    "hints_at_another",
    "holds",
    "names_another",
]
