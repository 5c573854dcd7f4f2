"""Who may see what on which day, decided before anything is searched."""

from collections.abc import Iterable
from datetime import date

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.ports import Scope, Shelf


def scope_of(shelves: Iterable[Shelf], partner: Partner | None, day: date) -> Scope:
    """The scope of an asker on a day; `None` is a stranger, who sees what is public."""
    seen = [shelf for shelf in shelves if shelf.audience.admits(partner) and shelf.open_to_day(day)]
    return Scope(
        shelves=frozenset(shelf.key for shelf in seen),
        audiences=frozenset(shelf.audience.key for shelf in seen),
    )
