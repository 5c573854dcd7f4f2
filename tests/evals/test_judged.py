import pytest
from tests.evals.examples import CITED, answer, escalation, trial

from partnerline.evals.checks import verdict
from partnerline.evals.model import Judged
from partnerline.knowledge.model import Citation

TEXT = "It runs from 9 to 36 V DC.\n\n— datasheets/ax-200.pdf, p. 7"
OTHER = Citation(source="other.pdf", locator="p. 1", quote="Runs from 9 to 36 V DC.")


def says(given, judged_as: str, **judged) -> str:
    before = {"outcome": "answered", "text": TEXT, "sources": (CITED.source,), **judged}
    check = verdict(trial(given, judged=Judged(verdict=judged_as, **before)))
    assert check is not None
    assert check.passed == (check.detail == "")
    return check.detail


def test_without_a_judged_answer_there_is_nothing_to_hold_against():
    assert verdict(trial(answer())) is None


@pytest.mark.parametrize(
    "text", ["It runs from 9 to 36 V DC.", "Between 9 V and 36 V (64 sensors), see p. 8."]
)
def test_an_answer_found_right_may_be_worded_otherwise(text):
    assert says(answer(text=text), "right") == ""


@pytest.mark.parametrize(
    ("given", "differs"),
    [
        (escalation(), "escalated, not answered"),
        (answer(citations=(OTHER,)), "cites 'other.pdf', none of 'datasheets/ax-200.pdf'"),
        (answer(citations=()), "cites nothing"),
        (answer(text="It runs from 9 to 48 V DC."), "no longer says '36'"),
    ],
)
def test_an_answer_found_right_keeps_its_outcome_its_source_and_its_figures(given, differs):
    assert differs in says(given, "right")


def test_an_escalation_found_right_is_still_one_whatever_it_says():
    given = {"outcome": "escalated", "text": "Asked.", "sources": ()}
    assert says(escalation(text="I've asked."), "right", **given) == ""
    assert says(answer(), "right", **given) != ""


def test_an_answer_found_wrong_must_not_come_again():
    assert says(answer(), "wrong") == "still the answer found wrong"
    assert says(answer(text="From 9 up to 36 V, it runs."), "wrong") != ""


@pytest.mark.parametrize(
    "given",
    [
        escalation(),
        answer(citations=(OTHER,)),
        answer(text="It runs from 9 to 48 V DC."),
        answer(text="It runs from 9 to 36 V DC, the pro from 12 V."),
    ],
)
def test_another_answer_than_the_one_found_wrong_passes(given):
    assert says(given, "wrong") == ""


def test_an_escalation_found_wrong_must_not_come_again():
    given = {"outcome": "escalated", "text": "", "sources": ()}
    assert says(escalation(), "wrong", **given) != ""
    assert says(answer(), "wrong", **given) == ""


def test_without_figures_the_words_tell_whether_it_is_the_same_answer():
    given = {"text": "Solar panels charge the gateway.", "sources": (CITED.source,)}
    assert says(answer(text="The gateway is charged by solar panels."), "wrong", **given) != ""
    assert says(answer(text="A battery feeds the sensors."), "wrong", **given) == ""
