"""The fitted confidence: a small file that a person can read, with the evidence of its fit beside it."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Basis = Literal["upper_bound", "point_estimate", "none"]
"""What the threshold keeps within the accepted risk, in the cases fitted on.

The 95 % upper bound of the risk; with too few cases for that, the risk as it was counted; or, where neither could be
kept at any confidence, nothing: the threshold is then out of reach and no question is answered.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How the fit does on rows it has never seen; `None` where the rows don't tell.

    `risk` is the share that is wrong among what reaches the threshold, `risk_upper_95` its one-sided Clopper-Pearson
    bound, `coverage` the share of rows that reach it.
    """

    n: int
    auc: float | None
    brier: float | None
    ece: float | None
    risk: float | None
    coverage: float | None
    risk_upper_95: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficients:
    """A logistic regression in the signals' own units, and the least confidence to answer with.

    `accepted_risk` is what the threshold was chosen for, `basis` how it keeps that.
    """

    intercept: float
    weights: Mapping[str, float]
    threshold: float
    accepted_risk: float
    basis: Basis
    n: int
    positives: int
    evidence: Evidence

    def confidence(self, signals: Mapping[str, float]) -> float:
        """The chance of being right that these signals speak for; a missing signal is 0."""
        return logistic(self.intercept, self.weights, signals)

    def as_data(self) -> dict[str, Any]:
        """What the file holds."""
        return {
            "intercept": self.intercept,
            "weights": dict(self.weights),
            "threshold": self.threshold,
            "threshold_rests_on": {"accepted_risk": self.accepted_risk, "basis": self.basis},
            "fitted_on": {"n": self.n, "positives": self.positives},
            "evidence": {
                "held_out_n": self.evidence.n,
                "auc": self.evidence.auc,
                "brier": self.evidence.brier,
                "ece": self.evidence.ece,
                "risk_at_threshold": self.evidence.risk,
                "coverage_at_threshold": self.evidence.coverage,
                "risk_upper_95": self.evidence.risk_upper_95,
            },
        }

    def write(self, path: Path) -> None:
        """Writes the file."""
        text = json.dumps(self.as_data(), indent=2, ensure_ascii=False, allow_nan=False)
        path.write_text(text + "\n", encoding="utf-8")


def logistic(intercept: float, weights: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum, without overflow at either end."""
    total = intercept + math.fsum(
        weight * signals.get(name, 0.0) for name, weight in weights.items()
    )
    if total >= 0:
        return 1 / (1 + math.exp(-total))
    grown = math.exp(total)
    return grown / (1 + grown)
