"""Where the marks of the report's two charts stand, in a square of `SIDE` units with its origin at the top left."""

from dataclasses import dataclass

from partnerline.evals.calibration import Calibration

SIDE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bin of the reliability diagram: the share that was right as a bar, the mean confidence as a tick on its way.

    `says` is what the bar tells in words.
    """

    x: float
    y: float
    width: float
    height: float
    expected_y: float
    says: str


def reliability(calibration: Calibration) -> tuple[Bar, ...]:
    """The bars of the reliability diagram."""
    return tuple(
        Bar(
            x=one.low * SIDE + 1,
            y=(1 - one.right) * SIDE,
            width=(one.high - one.low) * SIDE - 2,
            height=one.right * SIDE,
            expected_y=(1 - one.confidence) * SIDE,
            says=(
                f"{one.n} answers of confidence {one.low:.1f} to {one.high:.1f}: "
                f"{one.confidence:.2f} expected, {one.right:.2f} right"
            ),
        )
        for one in calibration.bins
    )


def risk_coverage_line(calibration: Calibration) -> str:
    """The points of the risk–coverage curve, as an SVG polyline wants them."""
    return " ".join(
        f"{coverage * SIDE:.1f},{(1 - risk) * SIDE:.1f}" for coverage, risk in calibration.curve
    )
