"""The file of the confidence."""

import json
import math

import pytest

from partnerline.knowledge.confidence import Confidence, shipped
from partnerline.knowledge.errors import SettingsError

FIELDS = {"intercept": -1, "weights": {"gap": 2.0}, "threshold": 0.8, "exact": 0.99}


def test_the_file_that_ships_can_be_read_and_says_what_it_rests_on():
    found = shipped()
    assert 0 < found.exact < 1
    assert found.weights
    assert found.threshold > 0.5


def test_a_kind_without_a_threshold_of_its_own_has_the_general_one():
    found = shipped(json.dumps({**FIELDS, "thresholds": {"money": 0.9}}))
    assert (found.threshold_for("money"), found.threshold_for("knowledge")) == (0.9, 0.8)


def test_what_keeps_no_promise_is_out_of_reach():
    found = shipped(json.dumps({**FIELDS, "threshold": None, "thresholds": {"money": None}}))
    assert found.threshold_for("knowledge") == found.threshold_for("money") == math.inf
    assert found.of({"gap": 1e9}) < found.threshold


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        json.dumps({**FIELDS, "weights": []}),
        json.dumps({**FIELDS, "intercept": None}),
        json.dumps(FIELDS).replace("-1", "NaN"),
        json.dumps(FIELDS).replace("0.8", "NaN"),
        json.dumps({**FIELDS, "thresholds": {"money": "high"}}),
    ],
)
def test_a_damaged_file_is_named_with_its_mend(broken):
    with pytest.raises(SettingsError, match="make fit"):
        shipped(broken or "{")


def test_a_missing_signal_counts_as_0():
    assert Confidence(intercept=0, weights={"gap": 3}, threshold=0.5, exact=1).of({}) == 0.5
