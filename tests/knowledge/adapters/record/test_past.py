"""Holds every Record to what it tells of past questions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event
from tests.knowledge.adapters.records import (
    ACME,
    ANSWERED,
    DIRECTORY,
    ESCALATED,
    NOON,
    ORIGIN,
    QUESTION,
    after,
    asking,
    reply,
)

from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.past import Labelled, Past, Which
from partnerline.knowledge.ports import Record
from partnerline.knowledge.pricing.quote import Quote

WISH = replace(ANSWERED, outcome="escalated", reason=Reason.ASKED_FOR_HUMAN)
UNHEARD = replace(ANSWERED, outcome="escalated", reason=Reason.FAILED)


def ask(record: Record, name: str, answer: Answer | None = ANSWERED, *, at: float = 0) -> None:
    record.claim(name, asking(name), ORIGIN, after(at))
    if answer is not None:
        record.keep_answer(name, answer, after(at + 0.5))


def hand_over(record: Record, name: str, wish: Answer = WISH, *, replied: bool = True) -> None:
    escalation_id = record.keep_escalation(name, wish, after(10))
    if replied:
        record.keep_reply(reply(f"r-{name}", escalation_id, at=after(20)))


def names(found: tuple[Past, ...]) -> list[str]:
    return [past.question_id for past in found]


class TestPast:
    def test_it_tells_all_that_is_known_of_a_question(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        escalation_id = record.keep_answer("q1", ESCALATED, after(1))
        assert escalation_id is not None
        said = [reply(f"r{second}", escalation_id, at=after(second)) for second in (2, 3)]
        for one in said:
            record.keep_reply(one)
        record.keep_feedback("q1", "rae", "up", after(4))
        record.keep_judgement("q1", "dana", "wrong", after(5))
        (past,) = record.past(10)
        assert past == Past(
            question_id="q1",
            question=QUESTION,
            origin=ORIGIN,
            asked_at=NOON,
            asked_as="acme",
            answer=ESCALATED,
            thumb="up",
            judgement="wrong",
            escalation=record.escalation_of("q1"),
        )
        assert past.replies == tuple(said)
        assert record.past_question("q1") == past

    def test_what_nobody_asked_is_no_past(self, record: Record) -> None:
        assert record.past(10) == ()
        assert record.past_question("never") is None
        assert record.labelled() == ()

    def test_the_newest_come_first_and_no_more_than_asked_for(self, record: Record) -> None:
        for name, second in (("b", 2), ("a", 1), ("d", 2), ("c", 3)):
            ask(record, name, at=second)
        assert names(record.past(None)) == ["c", "d", "b", "a"]
        assert names(record.past(2)) == ["c", "d"]
        assert names(record.past(0)) == []
        assert names(record.past(None, since=after(2))) == ["c", "d", "b"]
        assert names(record.past(1, since=after(2) + timedelta(microseconds=1))) == ["c"]

    def test_a_question_without_an_answer_is_there(self, record: Record) -> None:
        ask(record, "q1", None)
        (past,) = record.past(10)
        assert (past.answer, past.thumb, past.escalation, past.replies) == (None, None, None, ())

    def test_its_partner_is_the_one_of_today_and_who_asked_stays_known(
        self, open_record: Callable[[Directory], Record]
    ) -> None:
        ask(open_record(DIRECTORY), "q1")
        promoted = replace(ACME, tier="platinum")
        (today,) = open_record(Directory(partners=(promoted,))).past(10)
        (gone,) = open_record(Directory()).past(10)
        assert (today.question.partner, today.asked_as) == (promoted, "acme")
        assert (gone.question.partner, gone.asked_as) == (None, "acme")

    def test_one_thumb_down_outweighs_any_up(self, record: Record) -> None:
        for name, thumbs in (("up", "uu"), ("down", "d"), ("both", "udu")):
            ask(record, name)
            for number, thumb in enumerate(thumbs):
                record.keep_feedback(name, f"p{number}", "up" if thumb == "u" else "down", NOON)
        assert {past.question_id: past.thumb for past in record.past(10)} == {
            "up": "up",
            "down": "down",
            "both": "down",
        }

    @pytest.mark.parametrize(
        ("which", "found"),
        [
            ("all", ["q8", "q7", "q6", "q5", "q4", "q3", "q2", "q1"]),
            ("unanswered", ["q4", "q2"]),
            ("thumbs_up", ["q7"]),
            ("thumbs_down", ["q8", "q6"]),
            ("labelled", ["q8", "q7", "q5", "q3"]),
        ],
    )
    def test_one_sort_of_them_can_be_asked_for(
        self, record: Record, which: Which, found: list[str]
    ) -> None:
        ask(record, "q1", at=1)
        ask(record, "q2", None, at=2)
        ask(record, "q3", at=3)
        hand_over(record, "q3")
        ask(record, "q4", ESCALATED, at=4)
        ask(record, "q5", at=5)
        record.keep_judgement("q5", "dana", "right", NOON)
        ask(record, "q6", replace(ANSWERED, outcome="smalltalk"), at=6)
        record.keep_feedback("q6", "rae", "down", NOON)
        ask(record, "q7", at=7)
        record.keep_feedback("q7", "rae", "up", NOON)
        ask(record, "q8", at=8)
        record.keep_feedback("q8", "rae", "up", NOON)
        record.keep_feedback("q8", "sam", "down", NOON)
        assert names(record.past(None, which=which)) == found
        assert names(record.past(1, which=which)) == found[:1]

    def test_many_questions_take_no_more_statements_than_one(
        self, record: Record, engine_or_none: Engine | None
    ) -> None:
        if engine_or_none is None:
            assert record.past(10) == ()  # memory has no statements to count
            return
        for number in range(30):
            ask(record, f"q{number}", ESCALATED, at=number)
            record.keep_feedback(f"q{number}", "rae", "up", NOON)
        statements: list[str] = []

        @event.listens_for(engine_or_none, "before_cursor_execute")
        def count(connection: object, cursor: object, statement: str, *rest: object) -> None:
            statements.append(statement)

        assert len(record.past(1)) == 1
        of_one = len(statements)
        assert len(record.past(30)) == 30
        assert len(statements) == 2 * of_one


class TestLabels:
    def right(self, record: Record) -> dict[str, bool]:
        return {label.question_id: label.right for label in record.labelled()}

    def test_a_label_holds_what_the_confidence_rested_on(self, record: Record) -> None:
        ask(record, "q1", replace(ANSWERED, signals={"lead": 0.25}, confidence=0.75))
        record.keep_feedback("q1", "rae", "up", NOON)
        (label,) = record.labelled()
        assert label == Labelled(
            question_id="q1",
            signals={"lead": 0.25},
            confidence=0.75,
            right=True,
            kind="knowledge",
        )

    def test_a_computed_answer_is_labelled_as_a_price(self, record: Record) -> None:
        quote = Quote(
            currency="EUR", lines=(), total=0, price_list="l", valid_from=None, valid_until=None
        )
        ask(record, "one", replace(ANSWERED, quote=quote))
        ask(record, "two", replace(ANSWERED, quotes=(quote, quote)))
        ask(record, "offer", replace(ANSWERED, signals={"exact": 1.0}))
        for name in ("one", "two", "offer"):
            record.keep_feedback(name, "rae", "up", NOON)
        assert {label.kind for label in record.labelled()} == {"price"}

    def test_thumbs_that_conflict_label_it_wrong(self, record: Record) -> None:
        ask(record, "q1")
        record.keep_feedback("q1", "rae", "up", after(1))
        assert self.right(record) == {"q1": True}
        record.keep_feedback("q1", "sam", "down", after(2))
        assert self.right(record) == {"q1": False}
        record.keep_feedback("q1", "sam", "up", after(3))
        assert self.right(record) == {"q1": True}

    def test_an_answer_after_which_a_person_had_to_help_was_wrong(self, record: Record) -> None:
        ask(record, "q1")
        record.keep_feedback("q1", "rae", "up", NOON)
        hand_over(record, "q1")
        assert self.right(record) == {"q1": False}

    def test_a_wish_for_a_person_says_nothing_until_one_wrote_back(self, record: Record) -> None:
        ask(record, "q1")
        hand_over(record, "q1", replied=False)
        assert self.right(record) == {}

    def test_an_answer_that_never_arrived_was_not_therefore_wrong(self, record: Record) -> None:
        ask(record, "q1")
        hand_over(record, "q1", UNHEARD)
        assert self.right(record) == {}

    def test_a_managers_word_counts_before_all_else(self, record: Record) -> None:
        ask(record, "q1")
        hand_over(record, "q1")
        record.keep_judgement("q1", "dana", "right", NOON)
        ask(record, "q2")
        record.keep_feedback("q2", "rae", "up", NOON)
        record.keep_judgement("q2", "dana", "wrong", NOON)
        assert self.right(record) == {"q1": True, "q2": False}

    def test_managers_who_disagree_label_it_wrong(self, record: Record) -> None:
        ask(record, "q1")
        record.keep_judgement("q1", "dana", "right", NOON)
        record.keep_judgement("q1", "kim", "wrong", NOON)
        assert self.right(record) == {"q1": False}

    def test_what_was_not_answered_has_no_label(self, record: Record) -> None:
        for name, answer in (("q1", ESCALATED), ("q2", None)):
            ask(record, name, answer)
            record.keep_feedback(name, "rae", "down", NOON)
            record.keep_judgement(name, "dana", "wrong", NOON)
        assert record.labelled() == ()


class TestJudgements:
    def test_a_managers_later_verdict_takes_the_earlier_ones_place(self, record: Record) -> None:
        ask(record, "q1")
        for second, verdict in ((1, "right"), (3, "wrong"), (2, "right"), (3, "wrong")):
            record.keep_judgement("q1", "dana", verdict, after(second))
        (past,) = record.past(1)
        assert past.judgement == "wrong"

    def test_none_is_kept_for_a_question_that_nobody_asked(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_judgement("never", "dana", "right", NOON)
