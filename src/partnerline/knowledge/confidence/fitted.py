"""How likely an answer is right: a fitted weighing of what can be measured about its evidence."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from partnerline.knowledge.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """Coefficients fitted on labelled cases: a logistic regression over signals, and from where on to answer.

    `thresholds` holds those of kinds of question that have one of their own; one that is infinite keeps no promise, so
    nothing of its kind is answered. `exact` is the share of computed prices that were right, for what is looked up
    rather than judged.
    """

    intercept: float
    weights: Mapping[str, float]
    threshold: float
    exact: float
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def of(self, signals: Mapping[str, float]) -> float:
        """The chance, 0 to 1, that an answer with these signals is right; a signal that is missing counts as 0."""
        z = self.intercept + sum(
            weight * signals.get(name, 0.0) for name, weight in self.weights.items()
        )
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, z))))

    def threshold_for(self, kind: str) -> float:
        """The least confidence to answer a question of that kind with."""
        return self.thresholds.get(kind, self.threshold)


def shipped(text: str | None = None) -> Confidence:
    """The coefficients that come with the product, or those in a JSON text of the same form.

    Raises `SettingsError` for a text that isn't of that form.
    """
    source = text or files(__package__).joinpath("confidence.json").read_text(encoding="utf-8")
    try:
        return _confidence(json.loads(source))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(
            "The confidence file can't be read. Restore it, or fit it again with `make fit`."
        ) from error


def _confidence(fields: Mapping[str, Any]) -> Confidence:
    weights = {name: float(weight) for name, weight in fields["weights"].items()}
    found = Confidence(
        intercept=float(fields["intercept"]),
        weights=weights,
        threshold=_threshold(fields["threshold"]),
        thresholds={
            kind: _threshold(value) for kind, value in fields.get("thresholds", {}).items()
        },
        exact=float(fields["exact"]),
    )
    if not all(map(math.isfinite, (found.intercept, found.exact, *weights.values()))):
        raise ValueError("a coefficient is no number")
    if any(math.isnan(one) for one in (found.threshold, *found.thresholds.values())):
        raise ValueError("a threshold is no number")
    return found


def _threshold(value: float | None) -> float:
    """`null` in the file is a threshold out of reach."""
    return math.inf if value is None else float(value)
