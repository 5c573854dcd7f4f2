"""The fitted confidence: a small file that a person can read, with the evidence of its fit beside it."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from partnerline.evals.promise import Kept
from partnerline.evals.regression import FOLDS, Regression


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEvidence:
    """How the thresholds do on rows of one kind: `given` reach theirs, `wrong` of them are wrong.

    `risk_upper_95` is the one-sided Clopper-Pearson bound of the share that is.
    """

    n: int
    answerable: int
    right: int
    given: int
    wrong: int
    risk_upper_95: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How the fit does on rows it has never seen; `None` where the rows don't tell."""

    n: int
    auc: float | None
    brier: float | None
    ece: float | None
    answerable: int
    kinds: Mapping[str, KindEvidence] = field(default_factory=dict)

    @property
    def given(self) -> int:
        """How many rows reach their threshold."""
        return sum(kind.given for kind in self.kinds.values())

    @property
    def wrong(self) -> int:
        """How many of those are wrong."""
        return sum(kind.wrong for kind in self.kinds.values())

    @property
    def risk(self) -> float | None:
        """The share that is wrong of those that are given."""
        return self.wrong / self.given if self.given else None

    @property
    def coverage(self) -> float | None:
        """The right answers given, as a share of what can be answered."""
        return (self.given - self.wrong) / self.answerable if self.answerable else None

    def as_data(self) -> dict[str, Any]:
        """What the file holds of it."""
        return {
            "n": self.n,
            "auc": _short(self.auc),
            "brier": _short(self.brier),
            "ece": _short(self.ece),
            "given": self.given,
            "wrong": self.wrong,
            "risk": _short(self.risk),
            "coverage": _short(self.coverage),
            "kinds": {kind: _shortened(asdict(one)) for kind, one in self.kinds.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficients:
    """A logistic regression in the signals' own units, and by kind of question the least confidence to answer with.

    `penalty` is the strength C of the L2 penalty, chosen by cross-validation; `borrowed` are rows of another library;
    `digest` tells which rows were fitted to; `unseen` are the confidences of these rows, each by fits without it.
    """

    intercept: float
    weights: Mapping[str, float]
    kept: Mapping[str, Kept]
    penalty: float
    n: int
    positives: int
    borrowed: int
    digest: str
    unseen: tuple[float, ...]
    out_of_fold: Evidence
    held_out: Evidence

    def confidence(self, signals: Mapping[str, float]) -> float:
        """The chance of being right that these signals speak for; a missing signal is 0."""
        return Regression(intercept=self.intercept, weights=self.weights).confidence(signals)

    def not_below(self, threshold: float) -> "Coefficients":
        """The same with no threshold below this one; infinity puts all out of reach."""
        raised = None if math.isinf(threshold) else threshold
        kept = {
            kind: replace(
                one,
                threshold=None
                if raised is None or one.threshold is None
                else max(one.threshold, raised),
            )
            for kind, one in self.kept.items()
        }
        return replace(self, kept=kept)

    def as_data(self) -> dict[str, Any]:
        """What the file holds."""
        general = self.kept["knowledge"].threshold
        own = {kind: kept.threshold for kind, kept in self.kept.items() if kind != "knowledge"}
        return {
            "intercept": self.intercept,
            "weights": dict(self.weights),
            "threshold": general,
            "thresholds": {
                kind: None if one is None or general is None else max(one, general)
                for kind, one in own.items()
            },
            "promises": {kind: _promised(kept) for kind, kept in self.kept.items()},
            "fitted_on": {
                "n": self.n,
                "right": self.positives,
                "borrowed": self.borrowed,
                "folds": FOLDS,
                "penalty": self.penalty,
                "rows": self.digest,
            },
            "evidence": {
                "out_of_fold": self.out_of_fold.as_data(),
                "held_out": self.held_out.as_data(),
            },
        }

    def write(self, path: Path, **more: Any) -> None:
        """Writes the file; `more` fields stand at its end."""
        data = self.as_data() | more
        text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
        path.write_text(text + "\n", encoding="utf-8")


def _promised(kept: Kept) -> dict[str, Any]:
    return {
        "alpha": kept.promise.alpha,
        "delta": kept.promise.delta,
        "kept": kept.threshold is not None,
        "labelled": kept.labelled,
        "tested": kept.n,
        "wrong": kept.wrong,
        "upper_bound": _short(kept.upper),
    }


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _shortened(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _short(v) if isinstance(v, float) else v for name, v in fields.items()}
