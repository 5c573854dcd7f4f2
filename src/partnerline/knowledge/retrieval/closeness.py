"""How closely a passage follows a question, word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from partnerline.knowledge.model import Hit
from partnerline.knowledge.ports import Words

UNIT = 127
"""The length of a word's vector in int8."""

AT_ONCE = 2**17
"""Multiplications in one product: from 2^18 on OpenBLAS wakes its threads, which spin, and take ten times as long where
other threads of this process, or other processes, have something to do."""


def reread(asked: Words, hits: Sequence[Hit], words: Mapping[str, Words]) -> list[Hit]:
    """The hits in their order, with how closely each follows the question's words and who keeps it company.

    Late interaction by MaxSim, as in ColBERT (Khattab and Zaharia, 2020), over a model that was not trained for it.
    """
    told = [words.get(hit.passage.id, _NONE) for hit in hits]
    read = [
        replace(hit, closeness=mean, least=least)
        for hit, (mean, least) in zip(hits, _closenesses(asked, told), strict=True)
    ]
    return _in_company(read)


_NONE: Words = np.zeros((0, 0), dtype=np.int8)


def closeness(asked: Words, told: Words | None) -> tuple[float, float]:
    """Of the words asked, each with its best cosine to any word told: the mean, and the least; 0 without words."""
    return _closenesses(asked, [_NONE if told is None else told])[0]


def _closenesses(asked: Words, told: Sequence[Words]) -> list[tuple[float, float]]:
    """The closeness of each text's words."""
    found = [(0.0, 0.0)] * len(told)
    holding = [i for i, words in enumerate(told) if len(words)] if len(asked) else []
    if not holding:
        return found
    cosines = _products(asked, np.concatenate([told[i] for i in holding])) / UNIT**2
    starts = np.cumsum([0, *(len(told[i]) for i in holding[:-1])])
    best = np.maximum.reduceat(cosines, starts, axis=1)
    for i, mean, least in zip(holding, best.mean(axis=0), best.min(axis=0), strict=True):
        found[i] = (float(mean), float(least))
    return found


def _products(asked: Words, told: Words) -> NDArray[np.float32]:
    """The dot product of each word asked with each word told, `AT_ONCE` multiplications at a time."""
    one = asked.astype(np.float32)
    step = max(1, AT_ONCE // one.size)
    parts = [
        one @ told[start : start + step].astype(np.float32).T for start in range(0, len(told), step)
    ]
    return np.concatenate(parts, axis=1)


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
