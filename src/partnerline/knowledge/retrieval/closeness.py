"""How closely a passage follows a question, word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from partnerline.knowledge.model import Hit
from partnerline.knowledge.ports import Words

UNIT = 127
"""The length of a word's vector in int8."""


def reread(asked: Words, hits: Sequence[Hit], words: Mapping[str, Words]) -> list[Hit]:
    """The hits in their order, with how closely each follows the question's words and who keeps it company.

    Late interaction by MaxSim, as in ColBERT (Khattab and Zaharia, 2020), over a model that was not trained for it.
    """
    read = []
    for hit in hits:
        mean, least = closeness(asked, words.get(hit.passage.id))
        read.append(replace(hit, closeness=mean, least=least))
    return _in_company(read)


def closeness(asked: Words, told: Words | None) -> tuple[float, float]:
    """Of the words asked, each with its best cosine to any word told: the mean, and the least; 0 without words."""
    if told is None or not len(asked) or not len(told):
        return 0.0, 0.0
    best = (asked.astype(np.float32) @ told.T.astype(np.float32)).max(axis=1) / UNIT**2
    return float(best.mean()), float(best.min())


def _in_company(hits: Sequence[Hit]) -> list[Hit]:
    """The hits with the closeness of their document's next best; alone, a hit has that of the farthest of all."""
    if not hits:
        return []
    farthest = min(hit.closeness for hit in hits)
    best: dict[str, list[float]] = {}
    for hit in hits:
        best.setdefault(hit.passage.document, []).append(hit.closeness)
    ranked = {path: [*sorted(found, reverse=True), farthest] for path, found in best.items()}

    def company(hit: Hit) -> float:
        first, second, *_ = ranked[hit.passage.document]
        return second if hit.closeness == first else first

    return [replace(hit, company=company(hit)) for hit in hits]
