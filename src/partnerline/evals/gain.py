"""What a refitted confidence gains over the one in use, on rows that neither was fitted to."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.evals.calibration import calibrate
from partnerline.evals.fitting import area_under_roc
from partnerline.evals.promise import Promise, keep
from partnerline.evals.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One confidence on labelled rows. `coverage` is the share of right answers given where the promise is kept.

    `threshold` is the lowest that keeps it, `None` where none does.
    """

    auc: float | None
    brier: float
    error: float
    threshold: float | None
    coverage: float


def side(rows: Sequence[Row], confidences: Sequence[float], promise: Promise) -> Side:
    """How confidences do that weren't fitted to these rows."""
    scored = [(c, row.right) for c, row in zip(confidences, rows, strict=True)]
    calibration = calibrate(scored)
    assert calibration is not None, "a side has rows"  # noqa: S101 - the caller refuses none
    kept = keep(scored, promise)
    right = sum(row.right for row in rows)
    given = kept.n - kept.wrong if kept.threshold is not None else 0
    return Side(
        auc=area_under_roc(scored),
        brier=calibration.brier,
        error=calibration.error,
        threshold=kept.threshold,
        coverage=given / right if right else 0.0,
    )


def table(old: Side, new: Side) -> str:
    """Both side by side, as lines of text."""
    rows = (
        ("tells right from wrong (AUC)", _number(old.auc), _number(new.auc)),
        ("Brier score", _number(old.brier), _number(new.brier)),
        ("calibration error", _number(old.error), _number(new.error)),
        ("least confidence that keeps it", _number(old.threshold), _number(new.threshold)),
        ("right answers given then", f"{old.coverage:.0%}", f"{new.coverage:.0%}"),
    )
    head = f"{'':32}{'in use':>10}{'refitted':>10}"
    return "\n".join((head, *(f"{name:32}{was:>10}{now:>10}" for name, was, now in rows)))


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
