"""What each sign of a fit weighs; chosen by `scripts/bench_retrieval.py`, whose table is in docs/retrieval.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each sign of a hit adds to its order, in units of closeness; see `Hit` for the signs.

    `favour` is added to a hit of the preferred kind.
    """

    cosine: float = 0.0
    surroundings: float = 0.0
    company: float = 0.0
    identifiers: float = 0.0
    favour: float = 0.0


WEIGHTS = Weights(cosine=0.5, surroundings=0.35, company=0.1, identifiers=1.0, favour=0.12)
"""Closeness itself weighs 1."""
