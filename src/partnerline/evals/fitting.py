"""Fits the confidence to labelled rows: a logistic regression, and a threshold that keeps the risk within bounds."""

import math
from collections.abc import Mapping, Sequence

from partnerline.evals.calibration import Scored, calibrate
from partnerline.evals.coefficients import Coefficients, Evidence, logistic
from partnerline.evals.intervals import clopper_pearson_upper
from partnerline.evals.threshold import choose_threshold
from partnerline.knowledge.errors import CasesError

Row = tuple[Mapping[str, float], bool]
"""The signals of an answer, and whether it was right; a signal that isn't named is 0."""


def fit(
    rows: Sequence[Row], *, held_out: Sequence[Row] = (), accepted_risk: float = 0.05
) -> Coefficients:
    """The coefficients fitted to `rows`, with the evidence of `held_out`, which nothing is fitted to.

    `accepted_risk` is the share of wrong answers that the threshold may let through. Needs the extra `fit`. Raises
    `CasesError` where that isn't installed or the rows don't allow a fit.
    """
    _refuse_what_cannot_be_fitted(rows, held_out)
    intercept, weights = _regression(rows)
    threshold, basis = choose_threshold(_scored(intercept, weights, rows), accepted_risk)
    return Coefficients(
        intercept=intercept,
        weights=weights,
        threshold=threshold,
        accepted_risk=accepted_risk,
        basis=basis,
        n=len(rows),
        positives=sum(right for _, right in rows),
        evidence=_evidence(_scored(intercept, weights, held_out), threshold),
    )


def _refuse_what_cannot_be_fitted(rows: Sequence[Row], held_out: Sequence[Row]) -> None:
    if {right for _, right in rows} != {True, False}:
        raise CasesError(
            f"A fit needs right and wrong answers, and these {len(rows)} rows hold but one sort. Add cases of the other."
        )
    if not any(signals for signals, _ in rows):
        raise CasesError("A fit needs signals, and no row holds one. Take them from the answers.")
    for number, (signals, _) in enumerate((*rows, *held_out), start=1):
        for name, value in signals.items():
            if not math.isfinite(value):
                raise CasesError(
                    f"Row {number}, signal {name!r}: {value} is no number to fit to. Mend what computes it."
                )


def _regression(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Intercept and weights in the signals' own units, to six digits; a signal that never varies has weight 0.

    Fitted with scikit-learn's default L2 penalty on signals scaled to mean 0 and deviation 1, and then scaled back.
    """
    import numpy as np

    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise CasesError(
            "A fit needs scikit-learn. Install it: pip install 'partnerline[fit]'."
        ) from error
    names = sorted({name for signals, _ in rows for name in signals})
    values = np.array([[signals.get(name, 0.0) for name in names] for signals, _ in rows])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    varies = spread > 1e-12
    scaled = (values - mean) / np.where(varies, spread, 1.0)
    model = LogisticRegression(max_iter=1000).fit(scaled, [right for _, right in rows])
    weights = np.where(varies, model.coef_[0] / np.where(varies, spread, 1.0), 0.0)
    intercept = float(model.intercept_[0] - weights @ mean)
    return _short(intercept), {
        name: _short(weight) for name, weight in zip(names, weights, strict=True)
    }


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def _scored(intercept: float, weights: Mapping[str, float], rows: Sequence[Row]) -> Scored:
    return [(logistic(intercept, weights, signals), right) for signals, right in rows]


def _evidence(scored: Scored, threshold: float) -> Evidence:
    calibration = calibrate(scored)
    given = [right for confidence, right in scored if confidence >= threshold]
    wrong = given.count(False)
    return Evidence(
        n=len(scored),
        auc=area_under_roc(scored),
        brier=calibration.brier if calibration else None,
        ece=calibration.error if calibration else None,
        risk=wrong / len(given) if given else None,
        coverage=len(given) / len(scored) if scored else None,
        risk_upper_95=clopper_pearson_upper(wrong, len(given)) if given else None,
    )


def area_under_roc(scored: Scored) -> float | None:
    """The chance that a right answer is more confident than a wrong one, a tie counting half; `None` without both."""
    right = [confidence for confidence, was_right in scored if was_right]
    wrong = [confidence for confidence, was_right in scored if not was_right]
    if not right or not wrong:
        return None
    won = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return won / (len(right) * len(wrong))
