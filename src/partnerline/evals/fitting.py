"""Fits the confidence to labelled answers: a logistic regression, and the thresholds that keep the promises."""

import math
from collections.abc import Mapping, Sequence
from itertools import groupby

from partnerline.evals.calibration import Scored, calibrate
from partnerline.evals.coefficients import Coefficients, Evidence, KindEvidence
from partnerline.evals.intervals import clopper_pearson_upper
from partnerline.evals.promise import Kept, Promise, keep, needed, reached
from partnerline.evals.regression import best_penalty, logistic, recalibration, regress
from partnerline.evals.rows import Row, digest
from partnerline.knowledge.errors import CasesError

KNOWLEDGE = "knowledge"


def promised(alpha: float = 0.05, delta: float = 0.1) -> dict[str, Promise]:
    """The promises by kind of question; a kind without one falls under that of knowledge, which is tested on all.

    Amounts have to be sure with half the doubt.
    """
    return {
        KNOWLEDGE: Promise(alpha=alpha, delta=delta),
        "money": Promise(alpha=alpha, delta=delta / 2),
        "objection": Promise(alpha=alpha, delta=delta),
    }


PROMISES: Mapping[str, Promise] = promised()


def fit(
    rows: Sequence[Row],
    *,
    promises: Mapping[str, Promise] = PROMISES,
    borrowed: Sequence[Row] = (),
    held_out: Sequence[Row] = (),
) -> Coefficients:
    """The coefficients fitted to `rows`, with the evidence of `held_out`, which nothing is fitted to.

    Penalty, recalibration and thresholds rest on the out-of-fold scores of `rows`; `borrowed` ones, of another library,
    are only learnt from. Raises `CasesError` where the rows don't allow a fit.
    """
    _refuse_what_cannot_be_fitted(rows, (*borrowed, *held_out))
    penalty, sums = best_penalty(rows, borrowed)
    slope, shift = recalibration(sums, rows)
    model = regress(rows, penalty, borrowed).stretched(slope, shift)
    unseen = [logistic(slope * total + shift) for total in sums]
    kept = thresholds(rows, unseen, promises)
    return Coefficients(
        intercept=model.intercept,
        weights=model.weights,
        kept=kept,
        penalty=penalty,
        n=len(rows),
        positives=sum(row.right for row in rows),
        borrowed=len(borrowed),
        digest=digest(rows),
        unseen=tuple(unseen),
        out_of_fold=evidence(rows, unseen, kept),
        held_out=evidence(held_out, [model.confidence(row.signals) for row in held_out], kept),
    )


def thresholds(
    rows: Sequence[Row], confidences: Sequence[float], promises: Mapping[str, Promise]
) -> dict[str, Kept]:
    """What keeps each promise. A kind's own is never below that of knowledge, which is tested on every kind.

    A kind that has too few rows for a test of its own, or whose own test fails where its promise is knowledge's, falls
    back on its promise tested on all rows, and on that of knowledge where it is the same.
    """
    every = [(c, row.right) for c, row in zip(confidences, rows, strict=True)]
    kept = {KNOWLEDGE: keep(every, promises[KNOWLEDGE])}
    for kind, promise in promises.items():
        own = [(c, r.right) for c, r in zip(confidences, rows, strict=True) if r.kind == kind]
        if kind != KNOWLEDGE and len(own) >= needed(promise):
            tested = keep(own, promise)
            if tested.threshold is not None or promise != promises[KNOWLEDGE]:
                kept[kind] = tested
        elif promise != promises[KNOWLEDGE]:
            kept[kind] = keep(every, promise)
    return kept


def evidence(
    rows: Sequence[Row], confidences: Sequence[float], kept: Mapping[str, Kept]
) -> Evidence:
    """How confidences that nothing was fitted to do on labelled rows."""
    scored = [(c, row.right) for c, row in zip(confidences, rows, strict=True)]
    calibration = calibrate(scored)
    kinds = {
        kind: _of_kind([(row, c) for row, c in pairs], kept)
        for kind, pairs in groupby(
            sorted(zip(rows, confidences, strict=True), key=lambda one: one[0].kind),
            key=lambda one: one[0].kind,
        )
    }
    return Evidence(
        n=len(rows),
        auc=area_under_roc(scored),
        brier=calibration.brier if calibration else None,
        ece=calibration.error if calibration else None,
        answerable=sum(row.answerable for row in rows),
        kinds=kinds,
    )


def _of_kind(pairs: Sequence[tuple[Row, float]], kept: Mapping[str, Kept]) -> KindEvidence:
    threshold = threshold_of(pairs[0][0].kind, kept)
    given = reached([(c, row.right) for row, c in pairs], threshold)
    wrong = given.count(False)
    return KindEvidence(
        n=len(pairs),
        answerable=sum(row.answerable for row, _ in pairs),
        right=sum(row.right for row, _ in pairs),
        given=len(given),
        wrong=wrong,
        risk_upper_95=clopper_pearson_upper(wrong, len(given)) if given else None,
    )


def threshold_of(kind: str, kept: Mapping[str, Kept]) -> float | None:
    """The threshold of a kind of question; `None` where no promise for it can be kept."""
    general = kept[KNOWLEDGE].threshold
    own = kept[kind].threshold if kind in kept else general
    return None if own is None or general is None else max(own, general)


def _refuse_what_cannot_be_fitted(rows: Sequence[Row], others: Sequence[Row]) -> None:
    right = sum(row.right for row in rows)
    if min(right, len(rows) - right) < 2:
        raise CasesError(
            f"A fit needs right and wrong answers, two of each at least, and of these {len(rows)} rows {right} are right. "
            "Add cases of the other sort."
        )
    if not any(row.signals for row in rows):
        raise CasesError("A fit needs signals, and no row holds one. Take them from the answers.")
    for row in (*rows, *others):
        for name, value in row.signals.items():
            if not math.isfinite(value):
                raise CasesError(
                    f"Row {row.id!r}, signal {name!r}: {value} is no number to fit to. Mend what computes it."
                )


def area_under_roc(scored: Scored) -> float | None:
    """The chance that a right answer is more confident than a wrong one, a tie counting half; `None` without both."""
    right = [confidence for confidence, was_right in scored if was_right]
    wrong = [confidence for confidence, was_right in scored if not was_right]
    if not right or not wrong:
        return None
    won = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return won / (len(right) * len(wrong))
