"""A logistic regression in the signals' own units."""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerline.evals.rows import Row

Floats = NDArray[np.float64]

PENALTIES = (30.0, 10.0, 5.0, 2.0, 1.0)
"""Strengths of the L2 penalty that are tried, on signals scaled to mean 0 and deviation 1."""
FOLDS = 10
REPEATS = 3
"""Ways to fold the rows: what a single one gives depends on chance."""
STEPS = 50
STRIDE = 5.0
"""The most that a weight moves in one step, so that rows that can be told apart wholly don't run away."""
BORROWED = 0.3
"""The weight of a row from another library than the one fitted for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regression:
    """Intercept and weights; a signal that never varied has weight 0."""

    intercept: float
    weights: Mapping[str, float]

    def logit(self, signals: Mapping[str, float]) -> float:
        """The weighted sum; a missing signal is 0."""
        return self.intercept + math.fsum(w * signals.get(n, 0.0) for n, w in self.weights.items())

    def confidence(self, signals: Mapping[str, float]) -> float:
        """The chance of being right that these signals speak for."""
        return logistic(self.logit(signals))

    def stretched(self, slope: float, shift: float) -> "Regression":
        """The regression whose sums are those of this one times `slope` plus `shift`, to six digits."""
        return Regression(
            intercept=_short(self.intercept * slope + shift),
            weights={name: _short(weight * slope) for name, weight in self.weights.items()},
        )


def logistic(total: float) -> float:
    """The logistic function, without overflow at either end."""
    if total >= 0:
        return 1 / (1 + math.exp(-total))
    grown = math.exp(total)
    return grown / (1 + grown)


def regress(rows: Sequence[Row], penalty: float, borrowed: Sequence[Row] = ()) -> Regression:
    """The regression fitted to the rows; to borrowed ones with less weight."""
    every = (*rows, *borrowed)
    names = sorted({name for row in every for name in row.signals})
    values = np.array([[row.signals.get(name, 0.0) for name in names] for row in every])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    varies = spread > 1e-12
    width = np.where(varies, spread, 1.0)
    intercept, found = _solved(
        (values - mean) / width,
        np.array([row.right for row in every], dtype=float),
        np.array([1.0] * len(rows) + [BORROWED] * len(borrowed)),
        penalty,
    )
    weights = np.where(varies, found / width, 0.0)
    return Regression(
        intercept=float(intercept - weights @ mean),
        weights=dict(zip(names, map(float, weights), strict=True)),
    )


def _solved(values: Floats, right: Floats, weight: Floats, penalty: float) -> tuple[float, Floats]:
    """Intercept and weights by Newton's method; the intercept is hardly penalised."""
    n, width = values.shape
    columns = np.hstack([np.ones((n, 1)), values])
    ridge = np.diag([1e-6, *[penalty] * width])
    found = np.zeros(width + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (weight * (chance - right)) + ridge @ found
        bend = (columns * (weight * chance * (1 - chance))[:, None]).T @ columns + ridge
        step = np.linalg.solve(bend, slope)
        found = found - np.clip(step, -STRIDE, STRIDE)
        if float(np.abs(step).max()) < 1e-8:
            break
    return float(found[0]), found[1:]


def out_of_fold(rows: Sequence[Row], penalty: float, borrowed: Sequence[Row] = ()) -> list[float]:
    """Each row's weighted sum by regressions that haven't seen it, the mean over several ways to fold the rows.

    Ten folds, or as many as there are of the rarer sort of rows, with as many right ones in each.
    """
    sums = [0.0] * len(rows)
    for repeat in range(REPEATS):
        folds = _folds(rows, repeat)
        for fold in set(folds):
            seen = [row for row, at in zip(rows, folds, strict=True) if at != fold]
            model = regress(seen, penalty, borrowed)
            for i, row in enumerate(rows):
                if folds[i] == fold:
                    sums[i] += model.logit(row.signals) / REPEATS
    return sums


def _folds(rows: Sequence[Row], repeat: int) -> list[int]:
    """The fold of each row."""
    dice = random.Random(repeat)  # noqa: S311 - statistics, not secrets
    places = [0] * len(rows)
    sorts = [[i for i, row in enumerate(rows) if row.right is right] for right in (True, False)]
    folds = min(FOLDS, *map(len, sorts))
    for sort in sorts:
        dice.shuffle(sort)
        for at, i in enumerate(sort):
            places[i] = at % folds
    return places


def best_penalty(rows: Sequence[Row], borrowed: Sequence[Row] = ()) -> tuple[float, list[float]]:
    """The penalty whose out-of-fold confidences fit best by their logarithmic loss, with the weighted sums."""
    tried = [(penalty, out_of_fold(rows, penalty, borrowed)) for penalty in PENALTIES]
    return min(tried, key=lambda one: log_loss(one[1], rows))


def log_loss(sums: Sequence[float], rows: Sequence[Row]) -> float:
    """The mean surprise at what was right, in nats; better when smaller."""
    signed = (total if row.right else -total for total, row in zip(sums, rows, strict=True))
    return math.fsum(_softplus(-total) for total in signed) / len(rows)


def recalibration(sums: Sequence[float], rows: Sequence[Row]) -> tuple[float, float]:
    """Slope and shift that make confidences of the sums (Platt, 1999); they keep the order, so the slope is positive."""
    right = np.array([row.right for row in rows], dtype=float)
    shift, slope = _solved(np.array(sums).reshape(-1, 1), right, np.ones(len(rows)), 1e-3)
    return (float(slope[0]), shift) if slope[0] > 0 else (1.0, 0.0)


def _softplus(value: float) -> float:
    return max(value, 0.0) + math.log1p(math.exp(-abs(value)))


def _short(value: float) -> float:
    return float(f"{value:.6g}")
