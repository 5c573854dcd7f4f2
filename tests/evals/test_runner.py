import io

import pytest
from tests.evals.examples import (
    ACME,
    CITED,
    DAY,
    answer,
    case,
    escalation,
    expectation,
    priced,
    runner,
)

from partnerline.evals.model import Case, ExpectedPrice, Place
from partnerline.evals.running import run_suite
from partnerline.evals.suite import exit_code
from partnerline.knowledge.model import Answer, Question, Turn
from partnerline.knowledge.partners import EVERYONE, Directory


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def asked(one: Case, **given) -> Question:
    questions: list[Question] = []

    def note(question: Question) -> Answer:
        questions.append(question)
        return answer()

    runner(note, **given).run(one)
    return questions[0]


def test_a_case_becomes_the_question_it_says():
    turns = (Turn(role="user", text="Hello"),)
    question = asked(case(history=turns, asked_on=DAY))
    assert question == Question(
        text="What does the AX-200 run on?", as_of=DAY, asked_on=DAY, partner=ACME, history=turns
    )


def test_a_case_without_a_day_is_about_the_day_of_the_run():
    assert asked(case(as_of=None)).as_of == DAY


def test_an_unknown_partner_is_a_stranger_and_the_result_says_so():
    assert asked(case(partner="nobody")).partner is None
    assert "stranger" in runner(lambda question: answer()).run(case(partner="nobody")).note
    assert runner(lambda question: answer()).run(case(partner=None)).note == ""


def test_where_there_are_no_partners_everyone_is_enrolled():
    assert asked(case(partner="nobody"), directory=Directory(open=True)).partner == EVERYONE


def test_a_case_that_breaks_scores_0_with_its_reason_and_the_next_runs():
    def breaks_on_one(question: Question) -> Answer:
        if question.text == "break":
            raise RuntimeError("no index")
        return answer()

    whole = run_suite(
        [case("a", question="break"), case("b")], runner(breaks_on_one), progress=io.StringIO()
    )
    first, second = whole.results
    assert (first.score, first.failure, first.answer) == (0, "RuntimeError: no index", None)
    assert second.score == 1


def test_something_that_is_no_answer_fails_its_case():
    broken = runner(lambda question: None).run(case())  # type: ignore[arg-type, return-value] # what a faulty caller does
    assert broken.failure.startswith("AttributeError")


def test_one_failed_check_makes_a_case_wrong():
    wrong = case(expected=expectation(contains=("36 V", "solar")))
    assert runner(lambda question: answer()).run(wrong).score == 0


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else():
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        run_suite([case()], runner(lambda question: answer()), progress=stream)
    assert "1/1" in terminal.getvalue()
    assert pipe.getvalue() == ""


def test_the_exit_code_is_1_where_a_gate_is_missed():
    secret = case(kind="restricted", expected=expectation(excludes=("solar",)))
    quiet = io.StringIO()
    leaking = run_suite([secret], runner(lambda question: answer(text="Solar.")), progress=quiet)
    tight = run_suite([secret], runner(lambda question: answer()), progress=quiet)
    assert (exit_code(leaking), exit_code(tight)) == (1, 0)


def test_results_are_grouped_by_kind_and_split():
    cases = [case("a"), case("b", kind="price", split="tune"), case("c")]
    whole = run_suite(cases, runner(lambda question: answer()), progress=io.StringIO())
    assert {kind: m.n for kind, m in whole.by_kind().items()} == {"fact": 2, "price": 1}
    assert {split: m.n for split, m in whole.by_split().items()} == {"held_out": 2, "tune": 1}
    assert whole.overall().n == 3


def ranked(**expected):
    looked_at = runner(lambda question: answer(), retrieves=lambda question: [CITED])
    return looked_at.run(case(expected=expectation(**expected))).ranked


@pytest.mark.parametrize(
    "expected", [{"sources": ("a.pdf",)}, {"passages": (Place(source="a.pdf", locator="p. 1"),)}]
)
def test_what_is_found_is_looked_at_where_the_case_says_what_should_be(expected):
    assert ranked(**expected) == (CITED,)
    assert ranked() is None


def test_for_a_price_nothing_is_found():
    assert ranked(sources=("a.pdf",), price=ExpectedPrice(currency="EUR")) is None


def test_where_nothing_retrieves_nothing_was_looked_at():
    wanted = case(expected=expectation(sources=("a.pdf",)))
    assert runner(lambda question: answer()).run(wanted).ranked is None


def test_a_search_that_breaks_fails_the_case_with_its_reason():
    def breaks(question: Question):
        raise RuntimeError("no index")

    broken = runner(lambda question: answer(), retrieves=breaks).run(
        case(expected=expectation(sources=("a.pdf",)))
    )
    assert (broken.score, broken.failure, broken.ranked) == (0, "RuntimeError: no index", ())


def test_the_statements_of_an_answer_are_kept_and_those_of_an_escalation_are_none():
    assert len(runner(lambda question: answer()).run(case()).statements) == 1
    assert runner(lambda question: escalation()).run(case()).statements == ()
    assert runner(lambda question: priced()).run(case()).statements[0].fault == ""


def test_a_warm_up_asks_the_case_and_stops_for_nothing():
    asked_about: list[str] = []

    def breaks(question: Question) -> Answer:
        asked_about.append(question.text)
        raise RuntimeError("no index")

    runner(breaks).warm(case())
    assert asked_about == [case().question]
