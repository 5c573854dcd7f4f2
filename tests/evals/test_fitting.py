import json
import math
import random
from pathlib import Path

import pytest

from partnerline.evals.fitting import area_under_roc, fit, threshold_of
from partnerline.evals.promise import Promise
from partnerline.evals.regression import logistic, out_of_fold, recalibration, regress
from partnerline.evals.rows import Row, digest
from partnerline.knowledge.confidence import shipped
from partnerline.knowledge.errors import CasesError

TENTH = {"knowledge": Promise(alpha=0.1)}


def rows(n: int, seed: int, kind: str = "knowledge") -> list[Row]:
    """Rows whose chance of being right is known: logistic(8 x cosine - 3)."""
    dice = random.Random(seed)
    found = []
    for number in range(n):
        cosine = dice.random()
        found.append(
            Row(
                id=f"{seed}-{number}",
                signals={"cosine": cosine, "length": dice.gauss(500, 100), "always": 1.0},
                right=dice.random() < logistic(8 * cosine - 3),
                kind=kind,
            )
        )
    return found


def test_the_fit_finds_the_weights_that_made_the_rows():
    found = fit(rows(2000, 1))
    assert found.weights["cosine"] == pytest.approx(8, rel=0.15)
    assert found.weights["length"] == pytest.approx(0, abs=0.005)
    assert found.weights["always"] == 0
    assert found.confidence({"cosine": 0.5, "length": 500}) == pytest.approx(logistic(1), abs=0.05)


def test_the_regression_agrees_with_scikit_learn():
    linear = pytest.importorskip("sklearn.linear_model")
    import numpy as np

    some = rows(150, 8)
    ours = regress(some, 5.0)
    values = np.array([[row.signals["cosine"], row.signals["length"]] for row in some])
    scaled = (values - values.mean(axis=0)) / values.std(axis=0)
    theirs = linear.LogisticRegression(C=1 / 5.0, tol=1e-8).fit(scaled, [r.right for r in some])
    expected = theirs.decision_function(scaled)
    assert [ours.logit(row.signals) for row in some] == pytest.approx(expected, abs=1e-3)


def test_rows_that_can_be_told_apart_wholly_get_finite_weights():
    apart = [Row(id=str(n), signals={"x": float(n >= 10)}, right=n >= 10) for n in range(20)]
    assert all(math.isfinite(weight) for weight in fit(apart).weights.values())


def test_an_out_of_fold_score_is_that_of_a_fit_that_has_not_seen_the_row():
    noise = [Row(id=str(n), signals={f"only {n}": 1.0}, right=n % 2 == 0) for n in range(40)]
    sums = out_of_fold(noise, 0.01)
    assert max(map(abs, sums)) < 0.5
    assert abs(regress(noise, 0.01).logit(noise[0].signals)) > 1


def test_a_recalibration_never_turns_the_order_round():
    upside_down = [Row(id=str(n), signals={}, right=n < 10) for n in range(20)]
    assert recalibration([float(n) for n in range(20)], upside_down) == (1.0, 0.0)


def test_the_evidence_is_of_held_out_rows_only():
    tune, unseen = rows(300, 2), rows(300, 3)
    upside_down = [Row(id=r.id, signals=r.signals, right=not r.right) for r in unseen]
    honest, refuted = (fit(tune, held_out=held, promises=TENTH) for held in (unseen, upside_down))
    assert (honest.intercept, honest.weights, honest.kept) == (
        refuted.intercept,
        refuted.weights,
        refuted.kept,
    )
    assert honest.held_out.auc is not None
    assert refuted.held_out.auc == pytest.approx(1 - honest.held_out.auc)
    assert honest.held_out.auc > 0.8
    assert honest.held_out.n == 300


def test_without_held_out_rows_there_is_no_evidence_of_them():
    held_out = fit(rows(100, 4)).held_out
    assert held_out.n == 0
    assert {held_out.auc, held_out.brier, held_out.risk, held_out.coverage} == {None}


def test_borrowed_rows_are_learnt_from_and_never_counted():
    own, other = rows(60, 5), rows(300, 6)
    found = fit(own, borrowed=other)
    assert (found.n, found.borrowed, found.digest) == (60, 300, digest(own))
    assert found.out_of_fold.n == 60
    assert found.weights != fit(own).weights


def test_a_stricter_kind_has_a_threshold_of_its_own_never_below_the_general_one():
    promises = {**TENTH, "money": Promise(alpha=0.05)}
    found = fit([*rows(600, 7), *rows(300, 9, kind="money")], promises=promises)
    general, own = (threshold_of(kind, found.kept) for kind in ("knowledge", "money"))
    assert general is not None
    assert own is None or own >= general
    assert threshold_of("objection", found.kept) == general


def test_a_kind_with_a_promise_that_can_t_be_kept_is_out_of_reach_in_the_file(tmp_path: Path):
    found = fit(rows(300, 2), promises={**TENTH, "money": Promise(alpha=0.0001)})
    found.write(tmp_path / "confidence.json", exact=1.0)
    read = shipped((tmp_path / "confidence.json").read_text(encoding="utf-8"))
    assert read.threshold_for("money") == math.inf
    assert read.threshold_for("knowledge") == read.threshold < 1


def test_the_file_can_be_read_by_a_person_and_gives_the_same_confidence(tmp_path: Path):
    found = fit(rows(300, 5), held_out=rows(100, 6), promises=TENTH)
    path = tmp_path / "confidence.json"
    found.write(path, exact=0.99)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {
        "intercept",
        "weights",
        "threshold",
        "thresholds",
        "promises",
        "fitted_on",
        "evidence",
        "exact",
    }
    assert data["promises"]["knowledge"]["alpha"] == 0.1
    assert data["promises"]["knowledge"]["upper_bound"] <= 0.1
    assert data["evidence"]["held_out"]["n"] == 100
    signals = {"cosine": 0.7, "length": 480.0}
    assert shipped(path.read_text(encoding="utf-8")).of(signals) == found.confidence(signals)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([], "of these 0 rows 0 are right"),
        ([Row(id="a", signals={"x": 1.0}, right=True)] * 3, "of these 3 rows 3 are right"),
        ([Row(id=str(n), signals={}, right=n < 2) for n in range(4)], "no row holds one"),
        (
            [Row(id=str(n), signals={"x": math.nan}, right=n < 2) for n in range(4)],
            "Row '0', signal 'x'",
        ),
    ],
)
def test_rows_that_allow_no_fit_are_refused(given, says):
    with pytest.raises(CasesError, match=says):
        fit(given)


def test_no_sum_overflows():
    assert (logistic(5000), logistic(-5000)) == (1.0, 0.0)


def test_the_area_under_roc_counts_a_tie_half():
    assert area_under_roc([(0.9, True), (0.1, False)]) == 1
    assert area_under_roc([(0.5, True), (0.5, False)]) == 0.5
    assert area_under_roc([(0.5, True)]) is None
