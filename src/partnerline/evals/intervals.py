"""How far a share or a mean measured on few cases can be off."""

import math
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")

Z95 = 1.959963984540054
"""The normal quantile that leaves 2.5 % on either side."""


def wilson(hits: int, n: int, *, z: float = Z95) -> tuple[float, float]:
    """Wilson's score interval for `hits` of `n`; nothing is known, 0 to 1, where `n` is 0 (Wilson, JASA 22, 1927)."""
    if n == 0:
        return 0.0, 1.0
    share, spread = hits / n, z * z / n
    centre = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def clopper_pearson_upper(hits: int, n: int, *, level: float = 0.95) -> float:
    """The one-sided exact upper bound of a share, given `hits` of `n` (Clopper and Pearson, Biometrika 26, 1934).

    It is the share at which so few hits or fewer would come up with a chance of just `1 - level`.
    """
    if hits >= n:
        return 1.0
    low, high = hits / n, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        if chance_of_at_most(hits, n, middle) > 1 - level:
            low = middle
        else:
            high = middle
    return high


def chance_of_at_most(hits: int, n: int, share: float) -> float:
    """The chance of so few hits of `n` or fewer, each hit having the chance `share`.

    The binomial distribution's cumulative chance, summed in logarithms so that a large `n` doesn't underflow.
    """
    if share in (0.0, 1.0):
        return float(share == 0.0 or hits >= n)
    hit, miss = math.log(share), math.log1p(-share)
    return math.fsum(
        math.exp(math.log(math.comb(n, k)) + k * hit + (n - k) * miss) for k in range(hits + 1)
    )


RESAMPLES = 1000
_SEED = 20_240_229


def resampled(
    statistic: Callable[[Sequence[T]], S], values: Sequence[T], *, resamples: int = RESAMPLES
) -> list[S]:
    """The statistic of samples drawn with replacement, as large as `values`; the same ones at every call.

    Raises `ValueError` for no values.
    """
    if not values:
        raise ValueError("nothing to draw from")
    dice = random.Random(_SEED)  # noqa: S311 - statistics, not secrets
    return [statistic(dice.choices(values, k=len(values))) for _ in range(resamples)]


def percentiles(drawn: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval: what 2.5 % of the resamples fall short of, and 2.5 % exceed.

    (Efron, Annals of Statistics 7, 1979)
    """
    ordered = sorted(drawn)
    n = len(ordered)
    return ordered[int(0.025 * n)], ordered[math.ceil(0.975 * n) - 1]
