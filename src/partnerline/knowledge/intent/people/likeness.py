"""Which wish a text is most like, by the words and the pairs of words that labelled phrasings are made of.

A multinomial logistic regression over them, fitted by `scripts/fit_wishes.py`; it is asked only where no phrasing is
known outright, and believed only where it is sure.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

SURE = 0.8
"""The least chance at which a likeness is believed."""
FAMILIAR = 0.6
"""The least share of a text's words that the phrasings hold, so that a text of unknown things is like none of them."""
_PIECES = re.compile(r"[a-z']+|0|\?|%")
_FIGURES = re.compile(r"\d[\d.,]*")
WEIGHTS = Path(__file__).with_name("likeness.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each word or pair of words adds to the score of each label, in the labels' order."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    of: dict[str, tuple[float, ...]]


def pieces(said: str) -> tuple[str, ...]:
    """The words of what was said, in order, with every figure as "0"."""
    return tuple(_PIECES.findall(_FIGURES.sub("0", said)))


def features(said: str) -> frozenset[str]:
    """The words and the pairs of neighbouring words."""
    parts = pieces(said)
    return frozenset(parts) | {f"{one} {two}" for one, two in pairwise(parts)}


def likeness(said: str) -> tuple[str, float]:
    """The label that the text is most like, with its chance, 0 to 1; 0.0 where too many of its words are unknown."""
    weights = _weights()
    known = [weights.of[one] for one in sorted(features(said)) if one in weights.of]
    heard = frozenset(pieces(said))
    if not heard or sum(one in weights.of for one in heard) < FAMILIAR * len(heard):
        return "documents", 0.0
    scale = math.sqrt(len(known))
    scores = [
        bias + sum(one[label] for one in known) / scale for label, bias in enumerate(weights.bias)
    ]
    highest = max(scores)
    total = sum(math.exp(score - highest) for score in scores)
    return weights.labels[scores.index(highest)], 1 / total


@lru_cache(maxsize=1)
def _weights() -> Weights:
    read = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(
        labels=tuple(read["labels"]),
        bias=tuple(read["bias"]),
        of={piece: tuple(values) for piece, values in read["weights"].items()},
    )
