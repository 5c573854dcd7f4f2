"""The desk: a question is never lost and never answered twice."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.fakes import FakeRecord

from partnerline.bot.desk import Desk, new_id
from partnerline.knowledge.model import Answer, Origin, Question, Reason
from partnerline.knowledge.partners import Directory

QUESTION = Question(text="?", as_of=date(2026, 7, 15))
HERE = Origin(door="terminal", thread="t")
SURE = Answer(outcome="answered", text="It is 99.", confidence=0.9)
UNSURE = Answer(
    outcome="escalated", text="I've asked.", confidence=0.1, reason=Reason.LOW_CONFIDENCE
)


@dataclass
class Answerer:
    """Gives one answer, or fails, and counts how often it was asked."""

    gives: Answer | Exception
    asked: list[Question] = field(default_factory=list)

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives


@dataclass
class Clock:
    """Moves by a second each time it is read."""

    now: datetime = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def desk(gives: Answer | Exception) -> tuple[Desk, Answerer, FakeRecord]:
    answerer, record = Answerer(gives), FakeRecord(Directory())
    return Desk(answerer=answerer, record=record, clock=Clock()), answerer, record


def test_a_question_that_comes_twice_is_answered_once() -> None:
    at_work, answerer, _ = desk(SURE)
    assert at_work.take("q", QUESTION, HERE)
    assert not at_work.take("q", QUESTION, HERE)
    assert at_work.answer("q") == at_work.answer("q") == at_work.ask("q", QUESTION, HERE)
    assert len(answerer.asked) == 1


def test_a_question_that_nobody_took_is_no_question() -> None:
    with pytest.raises(KeyError):
        desk(SURE)[0].answer("never")


def test_what_is_not_answered_opens_one_escalation() -> None:
    at_work, _, record = desk(UNSURE)
    first = at_work.ask("q", QUESTION, HERE)
    assert first.escalation_id is not None
    assert at_work.ask("q", QUESTION, HERE).escalation_id == first.escalation_id
    assert len(record.escalations("open")) == 1


def test_a_fault_of_the_machine_goes_to_a_person_and_its_text_to_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    at_work, _, record = desk(RuntimeError("password=hunter2"))
    answered = at_work.ask("q", QUESTION, HERE)
    assert (answered.answer.outcome, answered.answer.reason) == ("escalated", Reason.FAILED)
    assert "hunter2" not in answered.answer.text + answered.answer.doubt
    assert [e.id for e in record.escalations("open")] == [answered.escalation_id]
    assert "Answering q failed (RuntimeError)" in caplog.text
    assert "in _think" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_managers_reply_closes_the_escalation_and_counts_once() -> None:
    at_work, _, record = desk(UNSURE)
    opened = at_work.ask("q", QUESTION, HERE).escalation_id
    assert opened is not None
    for text in ("It is 99.", "It is 98."):
        assert at_work.reply("r", opened, manager="dana", text=text) is not None
    (escalation,) = record.escalations("answered")
    assert [reply.text for reply in escalation.replies] == ["It is 99."]
    assert at_work.reply("r2", "no such", manager="dana", text="?") is None


def test_who_asks_for_a_human_after_an_answer_gets_one_once() -> None:
    at_work, _, record = desk(SURE)
    at_work.ask("q", QUESTION, HERE)
    first = at_work.fetch_human("q")
    assert first is not None
    assert first.answer.reason == Reason.ASKED_FOR_HUMAN
    assert at_work.fetch_human("q") == first
    assert at_work.fetch_human("never") is None
    assert at_work.answer("q").answer == SURE
    assert len(record.escalations()) == 1


def test_an_answer_nobody_can_be_brought_goes_to_a_person_and_a_greeting_does_not() -> None:
    at_work, _, record = desk(SURE)
    at_work.ask("q", QUESTION, HERE)
    opened = at_work.unheard("q")
    assert opened is not None
    assert (opened.answer.reason, opened.state) == (Reason.FAILED, "open")
    assert at_work.unheard("q") == opened
    assert at_work.unheard("never") is None

    greeted, _, record = desk(replace(SURE, outcome="smalltalk"))
    greeted.ask("q", QUESTION, HERE)
    assert greeted.unheard("q") is None
    assert record.escalations() == ()


def test_ids_tell_their_parts_apart() -> None:
    assert new_id("a", "b") == new_id("a", "b")
    assert len({new_id("a", "b"), new_id("ab"), new_id("ab", ""), new_id("b", "a")}) == 4


def test_what_managers_do_is_kept_once_and_gives_the_escalation_as_it_then_is() -> None:
    at_work, _, record = desk(UNSURE)
    escalation_id = at_work.ask("q", QUESTION, HERE).escalation_id
    assert escalation_id is not None
    taken = at_work.step(
        "s1",
        escalation_id,
        "taken",
        by="Dana",
        holder="dana@v.example",
        holder_name="Dana",
    )
    assert taken is not None
    assert (taken.state, taken.held) == ("taken", taken.steps[0])
    again = at_work.step("s1", escalation_id, "closed", by="Miguel")
    assert again == taken == record.escalation(escalation_id)
    assert record.in_hand("t", "terminal") == taken
    assert at_work.step("s2", "E-NEVER", "taken") is None


def test_a_reply_says_what_it_is() -> None:
    at_work, _, record = desk(UNSURE)
    escalation_id = at_work.ask("q", QUESTION, HERE).escalation_id
    assert escalation_id is not None
    back = at_work.reply("r1", escalation_id, manager="Dana", text="How many?", kind="question")
    assert back is not None
    assert back.kind == "question"
    asked = record.escalation(escalation_id)
    assert asked is not None
    assert asked.state == "asked"
    answer = at_work.reply("r2", escalation_id, manager="Dana", text="It is 99.")
    assert answer is not None
    assert answer.kind == "answer"
    assert [turn.author for turn in record.turns("t", "terminal")] == ["", "", "Dana", "Dana"]
