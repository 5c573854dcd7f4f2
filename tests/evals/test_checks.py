import math

import pytest
from tests.evals.examples import CITED, DAY, answer, escalation, expectation, priced, quote, trial

from partnerline.evals import checks
from partnerline.evals.model import ExpectedPrice, Trial
from partnerline.knowledge.model import Citation, Question, Reason, Turn

AT_812 = ExpectedPrice(
    currency="EUR", sku="AX-200", quantity=100, unit_price=quote().lines[0].unit_price
)


def passes(check) -> bool:
    assert check is not None
    assert check.passed == (check.detail == "")
    return check.passed


def test_outcome_is_one_of_those_expected():
    assert passes(checks.outcome(trial(answer())))
    assert passes(checks.outcome(trial(escalation(), outcomes=("clarify", "escalated"))))
    assert not passes(checks.outcome(trial(escalation())))


def test_reason_of_an_escalation_is_one_of_those_expected():
    wanted = {"outcomes": ("escalated",), "reasons": (Reason.NOT_PERMITTED,)}
    assert passes(checks.reason(trial(escalation(reason=Reason.NOT_PERMITTED), **wanted)))
    assert not passes(checks.reason(trial(escalation(reason=Reason.NO_EVIDENCE), **wanted)))
    assert not passes(checks.reason(trial(escalation(), **wanted)))


def test_reason_is_not_looked_at_in_an_answer_or_where_none_is_expected():
    either = {"outcomes": ("answered", "escalated"), "reasons": (Reason.NO_EVIDENCE,)}
    assert checks.reason(trial(answer(), **either)) is None
    assert checks.reason(trial(escalation(), outcomes=("escalated",))) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("9 to 36 v dc", "Runs from **9 to\n36 V** DC."),
        ("AX-200", "the `ax-200`"),
        ("36", "up to 36."),
        ("can't", "You can't."),
        ("812.00", "EUR 812.00 each"),
        ("Größe", "die GRÖSSE"),
    ],
)
def test_words_stand_in_a_text_whatever_its_case_space_and_emphasis(words, text):
    assert passes(checks.contains(trial(answer(text=text), contains=(words,))))


@pytest.mark.parametrize(
    ("words", "text"),
    [("12", "since 2012"), ("812.00", "EUR 1,812.00"), ("12", "version 3.12"), ("36 V", "36 A")],
)
def test_a_number_does_not_stand_in_a_longer_one(words, text):
    assert not passes(checks.contains(trial(answer(text=text), contains=(words,))))


def test_every_word_must_be_contained_and_the_missing_one_is_named():
    check = checks.contains(trial(answer(), contains=("9 to 36", "solar")))
    assert check is not None
    assert check.detail == "missing: 'solar'"


@pytest.mark.parametrize(
    "shown",
    [
        answer(text="It is called Nightjar."),
        answer(choices=("AX-200", "Nightjar")),
        answer(citations=(Citation(source="x.md", locator="p. 1", quote="Nightjar comes."),)),
        answer(citations=(Citation(source="nightjar.md", locator="p. 1", quote="It comes."),)),
        answer(quote=quote(price_list="price-lists/nightjar.csv")),
        escalation(text="Nightjar: I've asked."),
    ],
)
def test_a_forbidden_word_is_found_wherever_the_asker_sees_it(shown):
    assert not passes(checks.excludes(trial(shown, excludes=("Nightjar",))))


def test_what_only_the_manager_reads_is_no_leak():
    hidden = escalation(found=(CITED,), doubt="Rests on Nightjar.")
    assert passes(checks.excludes(trial(hidden, excludes=("Nightjar", "36 V"))))


@pytest.mark.parametrize("spelled", ["1'180.00", "1.180,00", "1 180", "1180", "1\u202f180"])
def test_a_forbidden_number_is_found_however_it_is_spelled(spelled):
    shown = answer(text=f"It costs {spelled} each.")
    found = checks.excludes(trial(shown, excludes=("1180", "1 180")))
    assert not passes(found)


def test_a_forbidden_number_is_not_found_in_another():
    assert passes(checks.excludes(trial(answer(text="11800 or 2.1180"), excludes=("1180",))))


def test_one_of_the_expected_sources_is_enough_and_none_is_not():
    assert passes(checks.sources(trial(answer(), sources=("x.md", CITED.source))))
    assert not passes(checks.sources(trial(answer(), sources=("x.md",))))
    assert not passes(checks.sources(trial(answer(citations=()), sources=("x.md",))))


def test_price_is_exact_to_the_cent():
    assert passes(checks.exact_price(trial(priced("812.00"), price=AT_812)))
    off = checks.exact_price(trial(priced("812.01"), price=AT_812))
    assert off is not None
    assert off.detail == "unit price 812.01, not 812.00"


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (answer(), "no quote"),
        (priced(quote=quote(currency="USD")), "currency"),
        (priced(quote=quote(quantity=99)), "quantity"),
        (priced(quote=quote(lines=())), "no single line"),
        (priced(quote=quote(lines=quote().lines * 2)), "no single line"),
    ],
)
def test_each_part_of_a_price_counts(given, part):
    check = checks.exact_price(trial(given, price=AT_812))
    assert check is not None
    assert not check.passed
    assert part in check.detail


def test_what_is_not_expected_of_a_price_is_left_open():
    assert passes(checks.exact_price(trial(priced("7.00"), price=ExpectedPrice(currency="EUR"))))
    total = ExpectedPrice(total=quote().total)
    assert passes(checks.exact_price(trial(priced(), price=total)))
    assert not passes(checks.exact_price(trial(priced("812.01"), price=total)))


def test_an_answer_cites_and_a_citation_has_source_and_words():
    assert passes(checks.citations(trial(answer())))
    assert passes(checks.citations(trial(priced(citations=()))))
    assert not passes(checks.citations(trial(answer(citations=()))))
    for broken in (
        Citation(source=" ", locator="", quote="x"),
        Citation(source="x", locator="", quote=""),
    ):
        assert not passes(checks.citations(trial(answer(citations=(CITED, broken)))))


@pytest.mark.parametrize("number", [0.0, 0.5, 1.0])
def test_a_confidence_from_0_to_1_is_a_probability(number):
    assert passes(checks.confidence(trial(answer(confidence=number))))


@pytest.mark.parametrize("number", [-0.1, 1.01, math.nan, math.inf])
def test_a_confidence_outside_0_to_1_is_none(number):
    assert not passes(checks.confidence(trial(answer(confidence=number))))


@pytest.mark.parametrize(
    "text",
    [
        "From 9 to 36 V.",
        "1. From 9.0 V\n2) to 36 V [1]",
        "See datasheets/ax-200.pdf, p. 3: 9 V.",
        "Valid on 23.11.2026: 9 V",
        "no number at all",
    ],
)
def test_numbers_that_stand_in_citation_or_question_are_grounded(text):
    assert passes(checks.grounded(trial(answer(text=text), "the AX-200?")))


def test_a_number_from_nowhere_is_named():
    check = checks.grounded(trial(answer(text="From 9 to 48 V."), "the AX-200?"))
    assert check is not None
    assert check.detail == "from nowhere: '48'"


def test_a_price_grounds_its_own_numbers_however_they_are_spelled():
    text = "100 AX-200: 81.200,00 EUR, 812,00 each (list 1'015.00), gold 20 %, until 31.12.2026"
    assert passes(checks.grounded(trial(priced(text=text))))
    assert not passes(checks.grounded(trial(priced(text=text + ", or 799.00"))))


def test_earlier_questions_ground_numbers_and_earlier_answers_do_not():
    def with_turn(role) -> Trial:
        question = Question(text="And then?", as_of=DAY, history=(Turn(role=role, text="48 V?"),))
        return Trial(expected=expectation(), question=question, answer=answer(text="Not 48 V."))

    assert passes(checks.grounded(with_turn("user")))
    assert not passes(checks.grounded(with_turn("assistant")))


def test_an_escalation_is_not_searched_for_claims():
    assert checks.grounded(trial(escalation(text="Back by 17:00."))) is None
    assert checks.citations(trial(escalation())) is None


def test_where_either_is_right_an_escalation_need_not_say_what_an_answer_must():
    either = {
        "outcomes": ("answered", "escalated"),
        "contains": ("solar",),
        "sources": ("x.md",),
        "price": AT_812,
    }
    assert all(check.passed for check in checks.run_checks(trial(escalation(), **either)))
    names = {
        check.name for check in checks.run_checks(trial(answer(), **either)) if not check.passed
    }
    assert names == {"contains", "sources", "price"}


def test_a_wrong_outcome_is_still_held_to_what_was_expected():
    failed = checks.run_checks(trial(escalation(), contains=("36 V",)))
    assert {check.name for check in failed if not check.passed} == {"outcome", "contains"}
