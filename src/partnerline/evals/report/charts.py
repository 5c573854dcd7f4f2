"""Where the marks of the report's pictures stand, in units with their origin at the top left.

Reliability, risk and latency are squares of `SIDE` units; what is right by kind is a row a kind.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from partnerline.evals.calibration import Calibration
from partnerline.evals.estimates import Latency
from partnerline.evals.metrics import Metrics

SIDE = 240
ROW = 22
"""The height of a kind's row."""
LABELS = 104
"""What is kept for a kind's name on its left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label on an axis, at its place along it."""

    at: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bin of the reliability diagram: the share that was right as a bar, the mean confidence as a tick on its way.

    `n` stands at `label_y`: above the bar, or in it where it reaches the top. `says` is what the bar tells in words.
    """

    x: float
    y: float
    width: float
    height: float
    expected_y: float
    n: int
    label_y: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line as an SVG polyline wants it, with the marks of its axes."""

    points: str
    across: tuple[Mark, ...]
    upwards: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """One kind: its name at `middle`, its share as a bar from the left, the ends of its interval as a line."""

    name: str
    middle: float
    width: float
    low: float
    high: float
    count: str
    says: str


PERCENT = tuple(Mark(at=SIDE * share / 100, says=f"{share}%") for share in (0, 25, 50, 75, 100))
UP = tuple(Mark(at=SIDE - mark.at, says=mark.says) for mark in PERCENT)


def reliability(calibration: Calibration) -> tuple[Bar, ...]:
    """The bars of the reliability diagram."""
    return tuple(
        Bar(
            x=one.low * SIDE + 1,
            y=(1 - one.right) * SIDE,
            width=(one.high - one.low) * SIDE - 2,
            height=one.right * SIDE,
            expected_y=(1 - one.confidence) * SIDE,
            n=one.n,
            label_y=_label_y((1 - one.right) * SIDE, (1 - one.confidence) * SIDE),
            says=(
                f"{one.n} answers of confidence {one.low:.2g} to {one.high:.2g}: "
                f"{one.confidence:.2f} expected, {one.right:.2f} right"
            ),
        )
        for one in calibration.bins
    )


def _label_y(top: float, tick: float) -> float:
    """Where a bar's count is clear of the frame and of the tick."""
    above = top - 4
    if above < 9 or abs(above - 3 - tick) < 6:
        return max(top, tick if abs(top - tick) < 12 else top) + 11
    return above


def risk_coverage(calibration: Calibration) -> Curve:
    """The risk–coverage curve, its upper end no higher than the highest risk calls for."""
    highest = max(risk for _, risk in calibration.curve)
    top = next(end for end in (0.1, 0.2, 0.4, 1.0) if highest <= end)
    points = " ".join(
        f"{coverage * SIDE:.1f},{(1 - risk / top) * SIDE:.1f}"
        for coverage, risk in calibration.curve
    )
    upwards = tuple(
        Mark(at=SIDE * (1 - part / 4), says=f"{top * part / 4 * 100:g}%") for part in range(5)
    )
    return Curve(points=points, across=PERCENT, upwards=upwards)


_NICE = (1, 2, 5)


def latency_curve(latency: Latency) -> Curve:
    """The share of questions that took no longer than so many milliseconds, on a logarithmic axis."""
    low, high = _ends(latency)
    points = [(0.0, float(SIDE))]
    for place, time in enumerate(sorted(latency.times), start=1):
        x = _along(time, low, high)
        points += [(x, points[-1][1]), (x, (1 - place / latency.n) * SIDE)]
    points.append((float(SIDE), 0.0))
    return Curve(
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        across=tuple(
            Mark(at=_along(ms, low, high), says=f"{ms:g}") for ms in _ticks(low, high)
        ),
        upwards=UP,
    )  # fmt: skip


def along_latency(ms: float, latency: Latency) -> float:
    """Where a time stands on that axis; one that lies outside it stands at its end."""
    return _along(ms, *_ends(latency))


def _ends(latency: Latency) -> tuple[float, float]:
    """From and to which milliseconds the axis goes: whole decades' 1, 2 or 5 around what was measured."""
    shortest, longest = max(min(latency.times), 0.1), max(*latency.times, 0.2)
    nice = [digit * 10.0**power for power in range(-1, 8) for digit in _NICE]
    low = max((ms for ms in nice if ms <= shortest), default=nice[0])
    high = min((ms for ms in nice if ms >= longest and ms > low), default=nice[-1])
    return low, high


def _ticks(low: float, high: float) -> list[float]:
    """A few round times between the ends: each 1, 2 and 5, or where these are many each 1."""
    nice = [digit * 10.0**power for power in range(-1, 8) for digit in _NICE]
    held = [ms for ms in nice if low <= ms <= high]
    return held if len(held) <= 8 else [ms for ms in held if math.log10(ms).is_integer()]


def _along(ms: float, low: float, high: float) -> float:
    share = (math.log10(max(ms, low)) - math.log10(low)) / (math.log10(high) - math.log10(low))
    return min(share, 1.0) * SIDE


def by_kind(kinds: Mapping[str, Metrics]) -> tuple[KindRow, ...]:
    """A row for each kind, in their order."""
    rows = []
    for place, (name, metrics) in enumerate(kinds.items()):
        low, high = metrics.correct.interval
        hits, n = metrics.correct.hits, metrics.n
        rows.append(
            KindRow(
                name=name if len(name) <= 17 else f"{name[:16]}…",
                middle=ROW * place + ROW / 2,
                width=hits / n * SIDE,
                low=low * SIDE,
                high=high * SIDE,
                count=f"{hits} / {n}",
                says=f"{name}: {hits} of {n} right, 95 % {low:.0%} to {high:.0%}",
            )
        )
    return tuple(rows)
