"""The promise that a threshold keeps: of the answers given, at most a share α is wrong, with confidence 1 - δ."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from partnerline.evals.calibration import Scored
from partnerline.evals.intervals import chance_of_at_most, clopper_pearson_upper

_MILLIONTHS = 1_000_000
SPARE = 3
"""How many times as many labelled answers there must be as the first test looks at: those that reach a threshold are
about a third of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Of the answers given, at most the share `alpha` is wrong, with confidence 1 - `delta`."""

    alpha: float
    delta: float = 0.1

    def holds(self, wrong: int, n: int) -> bool:
        """Whether so few wrong of `n` speak for it: an exact binomial test at the level `delta`."""
        return n > 0 and chance_of_at_most(wrong, n, self.alpha) <= self.delta

    def least(self, wrong: int) -> int:
        """The fewest answers with which it can hold where so many of them are wrong."""
        n = wrong + 1
        while not self.holds(wrong, n):
            n += 1
        return n

    def begins_at(self, n: int) -> int:
        """With how many of `n` labelled answers the testing begins, settled by their number alone.

        Where there are enough, two may be wrong at the first test, else one, else none.
        """
        first = (self.least(wrong) for wrong in (2, 1))
        return next((least for least in first if least * SPARE <= n), self.least(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was found of a promise: the lowest confidence that keeps it, or `None` where none does.

    `n` answers reached that confidence, `wrong` of them were wrong; without one, those that the testing began with.
    `upper` is the one-sided Clopper-Pearson bound of their share at the promise's confidence.
    """

    promise: Promise
    threshold: float | None
    n: int
    wrong: int
    labelled: int

    @property
    def upper(self) -> float:
        """The upper bound of the share that is wrong."""
        return clopper_pearson_upper(self.wrong, self.n, level=1 - self.promise.delta)


def keep(scored: Scored, promise: Promise) -> Kept:
    """The lowest confidence that keeps the promise, by learn-then-test with a fixed sequence.

    From the most confident down, ever lower thresholds are tested until one fails, so that no level is spent on the
    number of tests (Angelopoulos et al., 2021; for the bound Geifman and El-Yaniv, 2017). The scores must come from a
    fit that hasn't seen their rows.
    """
    begins = promise.begins_at(len(scored))
    last: tuple[float, int, int] | None = None
    first = (1.0, 0, 0)
    for confidence, wrong, n in _steps(scored):
        if n < begins:
            first = (confidence, wrong, n)
            continue
        if not promise.holds(wrong, n):
            first = (confidence, wrong, n) if last is None else first
            break
        last = (confidence, wrong, n)
    _, wrong, n = last or first
    threshold = None if last is None else last[0]
    return Kept(promise=promise, threshold=threshold, n=n, wrong=wrong, labelled=len(scored))


def _steps(scored: Scored) -> Iterator[tuple[float, int, int]]:
    """Each confidence that occurs, from the highest, with how many reach it that are wrong, and how many at all."""
    ranked = sorted(((_down(c), right) for c, right in scored), reverse=True)
    wrong = n = 0
    for confidence, tied in groupby(ranked, key=lambda one: one[0]):
        outcomes = [right for _, right in tied]
        wrong, n = wrong + outcomes.count(False), n + len(outcomes)
        yield confidence, wrong, n


def _down(confidence: float) -> float:
    """The confidence rounded down, so that whatever reached a threshold unrounded reaches it rounded too."""
    return math.floor(confidence * _MILLIONTHS) / _MILLIONTHS


def needed(promise: Promise) -> int:
    """How many labelled answers are the fewest to fit to and to keep the promise with, were none of them wrong."""
    return promise.least(0) * SPARE


def reached(scored: Sequence[tuple[float, bool]], threshold: float | None) -> list[bool]:
    """Whether each answer was right that reaches the threshold; none reaches one that is out of reach."""
    return [
        right for confidence, right in scored if threshold is not None and confidence >= threshold
    ]
