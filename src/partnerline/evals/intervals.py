"""How far a share measured on few cases can be off."""

import math

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
        if _chance_of_at_most(hits, n, middle) > 1 - level:
            low = middle
        else:
            high = middle
    return high


def _chance_of_at_most(hits: int, n: int, share: float) -> float:
    """The binomial distribution's cumulative chance, summed in logarithms so that a large `n` doesn't underflow."""
    if share in (0.0, 1.0):
        return float(share == 0.0 or hits >= n)
    hit, miss = math.log(share), math.log1p(-share)
    return math.fsum(
        math.exp(math.log(math.comb(n, k)) + k * hit + (n - k) * miss) for k in range(hits + 1)
    )
