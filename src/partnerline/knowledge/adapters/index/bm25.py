"""BM25 for a database that has no such rank of its own, by the constants of SQLite's."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from partnerline.knowledge.words import stem, words

K1 = 1.2
B = 0.75
LEAST_WEIGHT = 1e-6
"""What a term weighs that more than half of the passages hold: nearly nothing, as in SQLite's."""


def bm25(
    texts: Sequence[str], terms: Sequence[str], frequencies: Mapping[str, int], passages: int
) -> list[float]:
    """Each text's score for the terms, in the texts' order (Robertson and Zaragoza, 2009); higher is nearer.

    The texts' own mean length stands for that of all passages.
    """
    counted = [Counter(stem(word) for word in words(text)) for text in texts]
    lengths = [counts.total() for counts in counted]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    weights = {stem(term): _weight(frequencies.get(term, 0), passages) for term in terms}
    return [
        sum(
            weight * _saturated(counts[term], length / (mean or 1.0))
            for term, weight in weights.items()
        )
        for counts, length in zip(counted, lengths, strict=True)
    ]


def _weight(frequency: int, passages: int) -> float:
    return max(math.log((passages - frequency + 0.5) / (frequency + 0.5)), LEAST_WEIGHT)


def _saturated(count: int, length: float) -> float:
    return count * (K1 + 1) / (count + K1 * (1 - B + B * length))
