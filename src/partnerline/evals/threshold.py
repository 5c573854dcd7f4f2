"""The least confidence to answer with."""

import math
from collections.abc import Iterator
from itertools import groupby

from partnerline.evals.calibration import Scored
from partnerline.evals.coefficients import Basis
from partnerline.evals.intervals import clopper_pearson_upper

_MILLIONTHS = 1_000_000


def choose_threshold(scored: Scored, accepted_risk: float) -> tuple[float, Basis]:
    """The lowest confidence from which the risk is accepted, and what that rests on; six decimals.

    It is picked after looking at all of them, so its bound is a guide rather than a guarantee: what the risk is, only
    rows that nothing was fitted to can say. 1 where no confidence will do.
    """
    steps = [step for step in _steps(scored) if step[1] / step[2] <= accepted_risk]
    if not steps:
        return 1.0, "none"
    sure = [step for step in steps if clopper_pearson_upper(step[1], step[2]) <= accepted_risk]
    lowest = min(step[0] for step in sure or steps)
    return lowest, "upper_bound" if sure else "point_estimate"


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
