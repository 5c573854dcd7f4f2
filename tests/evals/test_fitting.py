import json
import math
import random
from pathlib import Path

import pytest

from partnerline.evals.coefficients import logistic
from partnerline.evals.fitting import Row, area_under_roc, fit
from partnerline.evals.threshold import choose_threshold
from partnerline.knowledge.errors import CasesError


def rows(n: int, seed: int) -> list[Row]:
    """Rows whose chance of being right is known: logistic(8 x cosine - 3)."""
    dice = random.Random(seed)
    found = []
    for _ in range(n):
        cosine = dice.random()
        right = dice.random() < logistic(-3, {"cosine": 8}, {"cosine": cosine})
        found.append(({"cosine": cosine, "length": dice.gauss(500, 100), "always": 1.0}, right))
    return found


def test_the_fit_finds_the_weights_that_made_the_rows():
    pytest.importorskip("sklearn")
    found = fit(rows(3000, 1))
    assert found.weights["cosine"] == pytest.approx(8, rel=0.15)
    assert found.weights["length"] == pytest.approx(0, abs=0.005)
    assert found.weights["always"] == 0
    assert found.confidence({"cosine": 0.5, "length": 500}) == pytest.approx(
        logistic(1, {}, {}), abs=0.05
    )


def test_the_evidence_is_of_held_out_rows_only():
    pytest.importorskip("sklearn")
    tune, unseen = rows(400, 2), rows(300, 3)
    upside_down = [(signals, not right) for signals, right in unseen]
    honest, refuted = (
        fit(tune, held_out=held, accepted_risk=0.1) for held in (unseen, upside_down)
    )
    assert (honest.intercept, honest.weights, honest.threshold) == (
        refuted.intercept,
        refuted.weights,
        refuted.threshold,
    )
    assert honest.evidence.auc is not None
    assert refuted.evidence.auc == pytest.approx(1 - honest.evidence.auc)
    assert honest.evidence.auc > 0.8
    assert honest.evidence.n == 300


def test_without_held_out_rows_there_is_no_evidence():
    pytest.importorskip("sklearn")
    evidence = fit(rows(100, 4)).evidence
    assert evidence.n == 0
    assert {evidence.auc, evidence.brier, evidence.risk, evidence.risk_upper_95} == {None}


def test_the_file_can_be_read_by_a_person_and_gives_the_same_confidence(tmp_path: Path):
    pytest.importorskip("sklearn")
    found = fit(rows(200, 5), held_out=rows(100, 6), accepted_risk=0.1)
    path = tmp_path / "confidence.json"
    found.write(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {
        "intercept",
        "weights",
        "threshold",
        "threshold_rests_on",
        "fitted_on",
        "evidence",
    }
    assert data["fitted_on"] == {"n": 200, "positives": found.positives}
    assert set(data["evidence"]) == {
        "held_out_n",
        "auc",
        "brier",
        "ece",
        "risk_at_threshold",
        "coverage_at_threshold",
        "risk_upper_95",
    }
    signals = {"cosine": 0.7, "length": 480}
    assert logistic(data["intercept"], data["weights"], signals) == found.confidence(signals)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([], "these 0 rows hold but one sort"),
        ([({"cosine": 1.0}, True)] * 3, "these 3 rows hold but one sort"),
        ([({}, True), ({}, False)], "no row holds one"),
        ([({"cosine": math.nan}, True), ({"cosine": 1.0}, False)], "Row 1, signal 'cosine'"),
    ],
)
def test_rows_that_allow_no_fit_are_refused(given, says):
    with pytest.raises(CasesError, match=says):
        fit(given)


def test_the_threshold_is_the_lowest_whose_upper_bound_is_accepted():
    sure = [(0.9, True)] * 60
    mixed = [(0.8, True)] * 40 + [(0.5, False)] * 20
    assert choose_threshold(sure + mixed, 0.05) == (0.8, "upper_bound")


def test_with_too_few_cases_the_threshold_rests_on_the_risk_as_counted():
    few = [(0.9, True), (0.7, True), (0.4, False)]
    assert choose_threshold(few, 0.05) == (0.7, "point_estimate")


def test_where_no_confidence_will_do_nothing_is_answered():
    assert choose_threshold([(0.9, False), (0.8, True)], 0.05) == (1.0, "none")


def test_what_reached_the_threshold_unrounded_reaches_it_rounded():
    threshold, _ = choose_threshold([(0.123456789, True)], 0.05)
    assert threshold == 0.123456


def test_equal_confidences_are_never_parted():
    assert choose_threshold([(0.9, True), (0.9, False)], 0.05) == (1.0, "none")


def test_a_missing_signal_is_0_and_no_sum_overflows():
    assert logistic(0.0, {"cosine": 3.0}, {}) == 0.5
    assert logistic(5000, {}, {}) == 1.0
    assert logistic(-5000, {}, {}) == 0.0


def test_the_area_under_roc_counts_a_tie_half():
    assert area_under_roc([(0.9, True), (0.1, False)]) == 1
    assert area_under_roc([(0.5, True), (0.5, False)]) == 0.5
    assert area_under_roc([(0.5, True)]) is None
