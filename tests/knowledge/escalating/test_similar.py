"""What managers answered before is found by meaning and words, and unlike questions aren't."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.fakes import FakeEmbedder
from tests.fakes.kept import FakeGivenAnswers

from partnerline.knowledge.escalating import similar
from partnerline.knowledge.escalating.similar import PastAnswers, Similar, similar_answers
from partnerline.knowledge.model import Answer, Escalation, Origin, Question
from partnerline.knowledge.ports.kept import GivenAnswer

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
NOW = Escalation(
    id="E-NOW",
    question_id="q",
    question=Question(text="Can we return opened gateways?", as_of=date(2026, 6, 1)),
    origin=Origin(door="slack", thread="T/C/1"),
    answer=Answer(outcome="escalated", text="", confidence=0.0),
    state="open",
    opened_at=AT,
)


def given(number: int, question: str, text: str = "Yes.", escalation: str = "") -> GivenAnswer:
    return GivenAnswer(
        number=number,
        escalation_id=escalation or f"E-{number}",
        question=question,
        text=text,
        manager="Dana Weiss",
        at=AT,
    )


def found(*answers: GivenAnswer) -> tuple[Similar, ...]:
    return similar_answers(NOW, PastAnswers(FakeGivenAnswers(answers), FakeEmbedder()))


def test_the_likest_come_first_with_who_answered_and_when() -> None:
    near, nearer = given(1, "Can opened probes be returned?", "No."), given(2, "Can we return opened gateways?")  # fmt: skip
    assert found(near, nearer)[0].question == nearer.question
    assert found(nearer) == (
        Similar(question=nearer.question, answer="Yes.", manager="Dana Weiss", at=AT),
    )


def test_unlike_questions_are_not_shown() -> None:
    assert (
        found(given(1, "What does the AX-400 weigh?"), given(2, "Who signs a special price?")) == ()
    )
    assert found() == ()


def test_at_most_three_and_none_twice() -> None:
    alike = [given(n, "Can we return opened gateways?", f"Yes, {n}.") for n in range(1, 8)]
    assert len(found(*alike)) == similar.MOST
    same = [replace(one, text="Yes.") for one in alike]
    assert len(found(*same)) == 1


def test_the_escalation_itself_is_no_earlier_one() -> None:
    assert found(given(1, NOW.question.text, escalation="E-NOW")) == ()


def test_of_several_answers_to_one_question_the_last_counts() -> None:
    first = given(1, NOW.question.text, "No.", "E-1")
    corrected = given(2, NOW.question.text, "Yes, after all.", "E-1")
    assert [one.answer for one in found(first, corrected)] == ["Yes, after all."]


def test_a_question_is_embedded_once_and_what_is_new_is_noticed() -> None:
    answers, embedder = FakeGivenAnswers([given(1, NOW.question.text)]), FakeEmbedder()
    past = PastAnswers(answers, embedder)
    similar_answers(NOW, past)
    before = embedder.embedded
    similar_answers(NOW, past)
    assert embedder.embedded == before + 1  # the question asked, and no other
    answers.given.append(given(2, NOW.question.text, "Later."))
    assert len(similar_answers(NOW, past)) == 2
    again = FakeEmbedder()
    similar_answers(NOW, PastAnswers(answers, again))
    assert again.embedded == 1


def test_many_that_are_new_are_taken_up_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "AT_ONCE", 2)
    answers = FakeGivenAnswers([given(n, NOW.question.text, f"Yes, {n}.") for n in range(1, 4)])
    past = PastAnswers(answers, FakeEmbedder())
    assert {one.answer for one in similar_answers(NOW, past)} == {"Yes, 2.", "Yes, 3."}
    assert len(similar_answers(NOW, past)) == 3
