"""Whether a confidence is worth believing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

Scored = Sequence[tuple[float, bool]]
"""Confidences, 0 to 1, each with whether the answer was right."""

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers whose confidence lies from `low` up to `high`: their mean confidence and the share that was right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How well confidences fit what happened.

    `brier` is their mean squared distance from right or wrong, `error` the expected calibration error over ten bins of
    equal width, `curve` the points (coverage, risk) when ever less confident answers are given, and `area` the mean
    risk over them. All are better when smaller.
    """

    n: int
    brier: float
    error: float
    area: float
    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, float], ...]


def calibrate(scored: Scored) -> Calibration | None:
    """The calibration of these answers; `None` where there are none."""
    if not scored:
        return None
    bins, curve = tuple(_bins(scored)), tuple(risk_coverage(scored))
    n = len(scored)
    return Calibration(
        n=n,
        brier=sum((confidence - right) ** 2 for confidence, right in scored) / n,
        error=sum(b.n * abs(b.confidence - b.right) for b in bins) / n,
        area=sum(risk for _, risk in curve) / n,
        bins=bins,
        curve=curve,
    )


def risk_coverage(scored: Scored) -> Iterator[tuple[float, float]]:
    """The share given and the share wrong among it, for the most confident answer, the two most, and so on to all.

    Equally confident answers have no order, so their errors count as spread evenly among them.
    """
    ranked = sorted(scored, key=lambda one: one[0], reverse=True)
    given, wrong = 0, 0.0
    for _, tied in groupby(ranked, key=lambda one: one[0]):
        group = [not right for _, right in tied]
        for place in range(1, len(group) + 1):
            risk = (wrong + sum(group) * place / len(group)) / (given + place)
            yield (given + place) / len(ranked), risk
        given, wrong = given + len(group), wrong + sum(group)


def _bins(scored: Scored) -> Iterator[Bin]:
    for index in range(BINS):
        held = [one for one in scored if min(int(one[0] * BINS), BINS - 1) == index]
        if held:
            yield Bin(
                low=index / BINS,
                high=(index + 1) / BINS,
                n=len(held),
                confidence=sum(confidence for confidence, _ in held) / len(held),
                right=sum(right for _, right in held) / len(held),
            )
