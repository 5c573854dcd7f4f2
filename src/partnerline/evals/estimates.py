"""What is measured, each with how many cases it rests on and how far it can be off."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from statistics import fmean, median

from partnerline.evals.calibration import Calibration, Scored, calibrate
from partnerline.evals.intervals import percentiles, resampled, wilson

Interval = tuple[float, float]
"""The lower and the upper end of 95 %."""

FITS: Mapping[str, Callable[[Calibration], float]] = {
    "brier": lambda c: c.brier,
    "calibration_error": lambda c: c.error,
    "risk_coverage_area": lambda c: c.area,
}
"""What a calibration tells in one number, by its name in gates and reports."""

REFITS = 200
"""Resamples of a calibration, each of which is computed anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many of so many."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """The share, or `None` where there was nothing to count."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> Interval:
        """The 95 % Wilson interval."""
        return wilson(self.hits, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The mean of one value a case, each 0 to 1."""

    values: tuple[float, ...]

    @property
    def n(self) -> int:
        """How many cases it is of."""
        return len(self.values)

    @property
    def value(self) -> float | None:
        """The mean, or `None` where there was nothing to measure."""
        return fmean(self.values) if self.values else None

    @property
    def interval(self) -> Interval:
        """Wilson's where each value is 0 or 1, and so the mean a share; else the bootstrap's."""
        if set(self.values) <= {0.0, 1.0}:
            return wilson(int(sum(self.values)), self.n)
        return _of_mean(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Milliseconds from question to answer, one a case."""

    times: tuple[float, ...]

    @property
    def n(self) -> int:
        """How many cases were timed."""
        return len(self.times)

    @property
    def median(self) -> float:
        """The time that half of the questions didn't exceed."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """The smallest time that 95 % of the questions didn't exceed."""
        return _p95(self.times)

    @property
    def median_interval(self) -> Interval:
        """The bootstrap's."""
        return _of_median(self.times)

    @property
    def p95_interval(self) -> Interval:
        """The bootstrap's."""
        return _of_p95(self.times)


def latency_of(times: Sequence[float]) -> Latency | None:
    """The latency; `None` where nothing was timed."""
    return Latency(times=tuple(times)) if times else None


def fit_intervals(scored: Scored) -> Mapping[str, Interval]:
    """The bootstrap's interval of each of `FITS`; raises `ValueError` for no answers."""
    return _of_calibration(tuple(scored))


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[ceil(0.95 * len(times)) - 1]


# A report shows each interval several times, and a resampling takes a while.
@lru_cache(maxsize=512)
def _of_mean(values: tuple[float, ...]) -> Interval:
    return percentiles(resampled(fmean, values))


@lru_cache(maxsize=64)
def _of_median(times: tuple[float, ...]) -> Interval:
    return percentiles(resampled(median, times))


@lru_cache(maxsize=64)
def _of_p95(times: tuple[float, ...]) -> Interval:
    return percentiles(resampled(_p95, times))


@lru_cache(maxsize=16)
def _of_calibration(scored: tuple[tuple[float, bool], ...]) -> Mapping[str, Interval]:
    drawn = resampled(calibrate, scored, resamples=REFITS)
    return {
        name: percentiles([read(one) for one in drawn if one is not None])
        for name, read in FITS.items()
    }
