"""Holds every Record, the fake one too, to one set of tests."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, select
from tests.fakes import FakeRecord
from tests.knowledge.adapters.processes import started
from tests.knowledge.adapters.records import (
    ACME,
    ANSWERED,
    DIRECTORY,
    ESCALATED,
    NOON,
    ORIGIN,
    QUESTION,
    after,
    answers,
    asking,
    reply,
)

from partnerline.knowledge.adapters.database import make_engine, reading, sqlite_url
from partnerline.knowledge.adapters.record import SqlRecord, migrate, naming, tables, writes
from partnerline.knowledge.model import Answer, Turn
from partnerline.knowledge.partners import EVERYONE, Directory
from partnerline.knowledge.ports import DeliveryInDoubt, Record


def assistant(text: str, author: str = "") -> Turn:
    return Turn(role="assistant", text=text, author=author)


def user(text: str) -> Turn:
    return Turn(role="user", text=text)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def thumbs(record: Record, engine_or_none: Engine | None) -> Callable[[], dict[str, str]]:
    """Who thinks what of the answer to q1."""

    def of_fake() -> dict[str, str]:
        assert isinstance(record, FakeRecord)
        return {who: verdict for (_, who), (_, verdict) in record.thumbs.items()}

    def of_tables() -> dict[str, str]:
        assert engine_or_none is not None
        with reading(engine_or_none) as connection:
            found = connection.execute(select(tables.feedback))
            return {row.asker: row.verdict for row in found}

    return of_tables if engine_or_none is not None else of_fake


class TestQuestions:
    def test_an_id_is_claimed_once_and_keeps_its_first_words(self, record: Record) -> None:
        assert record.claim("q1", QUESTION, ORIGIN, NOON)
        assert not record.claim("q1", asking("Something else"), ORIGIN, after(1))
        assert record.question("q1") == (QUESTION, ORIGIN)
        assert record.turns(ORIGIN.thread, "slack") == (user(QUESTION.text),)

    def test_an_unknown_id_is_no_question(self, record: Record) -> None:
        assert record.question("never") is None

    def test_a_question_with_nothing_but_words_comes_back(self, record: Record) -> None:
        plain = replace(QUESTION, asked_on=None, partner=None, history=())
        record.claim("q1", plain, replace(ORIGIN, asker="", asker_name=""), NOON)
        assert record.question("q1") == (plain, replace(ORIGIN, asker="", asker_name=""))

    def test_the_partner_is_the_one_that_the_directory_has_today(
        self, open_record: Callable[[Directory], Record]
    ) -> None:
        record = open_record(DIRECTORY)
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_answer("q1", ESCALATED, NOON)
        promoted = replace(ACME, tier="platinum")
        for directory, partner in (
            (Directory(partners=(promoted,)), promoted),
            (Directory(), None),
            (Directory(open=True), EVERYONE),
        ):
            today = open_record(directory)
            taken, opened = today.question("q1"), today.escalation_of("q1")
            assert taken is not None
            assert opened is not None
            assert taken[0].partner == opened.question.partner == partner

    @pytest.mark.parametrize(
        "text", ["", "🤝 a\u0301 שלום", "x" * 100_000, "100% of $1 :name ?", "' OR 1=1 --"]
    )
    def test_any_text_is_kept_to_the_letter(self, record: Record, text: str) -> None:
        record.claim("q1", asking(text), replace(ORIGIN, asker_name=text), NOON)
        assert record.question("q1") == (asking(text), replace(ORIGIN, asker_name=text))

    def test_text_that_no_database_holds_is_kept_as_far_as_it_can_be(self, record: Record) -> None:
        odd = "How\0 much\ud800?"
        answer = replace(ESCALATED, text=odd, doubt=odd, choices=(odd,), signals={odd: 1.0})
        assert record.claim("q1", asking(odd), ORIGIN, NOON)
        escalation_id = record.keep_answer("q1", answer, NOON)
        assert escalation_id is not None
        record.keep_reply(reply("r1", escalation_id, text=odd))
        said = [turn.text for turn in record.turns(ORIGIN.thread, "slack")]
        assert len(said) == 3
        assert all(text.startswith("How") and text.endswith("?") for text in said)


class TestTurns:
    def test_a_thread_is_told_in_the_order_of_time(self, record: Record) -> None:
        record.claim("q2", asking("second"), ORIGIN, after(20))
        record.claim("q1", asking("first"), ORIGIN, after(0))
        record.keep_answer("q2", replace(ANSWERED, text="to second"), after(21))
        escalation_id = record.keep_answer("q1", replace(ESCALATED, text="to first"), after(1))
        assert escalation_id is not None
        record.keep_reply(reply("r1", escalation_id, at=after(10), text="from Dana"))
        assert record.turns(ORIGIN.thread, "slack") == (
            user("first"),
            assistant("to first"),
            assistant("from Dana", "dana"),
            user("second"),
            assistant("to second"),
        )

    def test_what_has_one_instant_is_told_in_the_order_of_writing(self, record: Record) -> None:
        record.claim("z", asking("1"), ORIGIN, NOON)
        escalation_id = record.keep_answer("z", replace(ESCALATED, text="2"), NOON)
        assert escalation_id is not None
        record.claim("a", asking("3"), ORIGIN, NOON)
        record.keep_reply(reply("r", escalation_id, at=NOON, text="4"))
        record.keep_answer("a", replace(ANSWERED, text="5"), NOON)
        record.claim("m", asking("6"), ORIGIN, NOON)
        said = [turn.text for turn in record.turns(ORIGIN.thread, "slack")]
        assert said == ["1", "2", "3", "4", "5", "6"]

    def test_before_leaves_out_that_very_instant(self, record: Record) -> None:
        record.claim("q1", asking("first"), ORIGIN, after(0))
        record.keep_answer("q1", ANSWERED, after(1))
        record.claim("q2", asking("second"), ORIGIN, after(2))
        said = record.turns(ORIGIN.thread, "slack", before=after(2))
        assert said == (user("first"), assistant(ANSWERED.text))

    def test_time_is_one_whatever_its_zone(self, record: Record) -> None:
        tokyo = timezone(timedelta(hours=9))
        record.claim("q2", asking("second"), ORIGIN, after(2).astimezone(tokyo))
        record.claim("q1", asking("first"), ORIGIN, after(1))
        said = record.turns(ORIGIN.thread, "slack", before=after(2).astimezone(tokyo))
        assert said == (user("first"),)

    def test_another_thread_or_door_is_another_conversation(self, record: Record) -> None:
        record.claim("q1", asking("here"), ORIGIN, NOON)
        record.claim("q2", asking("there"), replace(ORIGIN, thread="T0/C0/9.9"), NOON)
        record.claim("q3", asking("elsewhere"), replace(ORIGIN, door="console"), NOON)
        assert record.turns(ORIGIN.thread, "slack") == (user("here"),)
        assert record.turns("nowhere", "slack") == ()


class TestAnswers:
    def test_there_is_none_until_it_is_kept(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        assert record.answer("q1") is None
        assert record.keep_answer("q1", ANSWERED, after(1)) is None
        assert record.answer("q1") == ANSWERED
        assert record.escalation_of("q1") is None

    def test_the_first_answer_stays(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_answer("q1", ANSWERED, after(1))
        assert record.keep_answer("q1", ESCALATED, after(2)) is None
        assert record.answer("q1") == ANSWERED
        assert record.escalations() == ()
        assert len(record.turns(ORIGIN.thread, "slack")) == 2

    def test_one_that_escalates_opens_its_escalation_once(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        first = record.keep_answer("q1", ESCALATED, after(1))
        assert record.keep_answer("q1", ESCALATED, after(2)) == first
        assert record.keep_answer("q1", ANSWERED, after(3)) == first
        assert record.answer("q1") == ESCALATED
        assert [escalation.id for escalation in record.escalations()] == [first]

    def test_none_is_kept_for_a_question_that_nobody_asked(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_answer("never", ESCALATED, NOON)
        with pytest.raises(KeyError):
            record.keep_escalation("never", ESCALATED, NOON)
        assert record.answer("never") is None
        assert record.escalations() == ()

    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(answer=answers)
    def test_any_answer_comes_back_as_it_was(self, record: Record, answer: Answer) -> None:
        question_id = str(uuid4())
        record.claim(question_id, QUESTION, ORIGIN, NOON)
        record.keep_answer(question_id, answer, NOON)
        record.keep_escalation(question_id, answer, NOON)
        opened = record.escalation_of(question_id)
        assert record.answer(question_id) == answer
        assert opened is not None
        assert opened.answer == answer


class TestEscalations:
    def test_one_holds_the_question_and_what_was_found(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        escalation_id = record.keep_answer("q1", ESCALATED, after(1))
        assert escalation_id is not None
        opened = record.escalation(escalation_id)
        assert opened is not None
        assert opened == record.escalation_of("q1")
        assert (opened.id, opened.question_id, opened.state) == (escalation_id, "q1", "open")
        assert (opened.question, opened.origin) == (QUESTION, ORIGIN)
        assert (opened.answer, opened.opened_at, opened.replies) == (ESCALATED, after(1), ())

    def test_an_answered_question_can_be_handed_over_once(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_answer("q1", ANSWERED, after(1))
        first = record.keep_escalation("q1", ESCALATED, after(2))
        assert record.keep_escalation("q1", replace(ESCALATED, doubt="?"), after(3)) == first
        opened = record.escalation(first)
        assert opened is not None
        assert (opened.answer, opened.opened_at) == (ESCALATED, after(2))
        assert record.answer("q1") == ANSWERED

    def test_its_id_is_short_and_follows_from_the_question(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        escalation_id = record.keep_answer("q1", ESCALATED, NOON)
        assert escalation_id == "E-Y5O6RQNX"

    def test_two_questions_whose_short_ids_are_the_same_get_two(
        self, record: Record, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def colliding(question_id: str) -> Iterator[str]:
            return iter(("E-SAME", f"E-LONGER-{question_id}"))

        for user_of_it in (naming, writes, "tests.fakes.record"):
            place = user_of_it if isinstance(user_of_it, str) else user_of_it.__name__
            monkeypatch.setattr(f"{place}.escalation_ids", colliding)
        for question_id in ("q1", "q2"):
            record.claim(question_id, QUESTION, ORIGIN, NOON)
        assert record.keep_answer("q1", ESCALATED, NOON) == "E-SAME"
        assert record.keep_answer("q2", ESCALATED, NOON) == "E-LONGER-q2"
        assert record.keep_answer("q2", ESCALATED, NOON) == "E-LONGER-q2"

    def test_they_come_oldest_first_and_by_state(self, record: Record) -> None:
        for question_id, seconds in (("q1", 5), ("q3", 1), ("q2", 1)):
            record.claim(question_id, asking(question_id), ORIGIN, NOON)
            record.keep_answer(question_id, ESCALATED, after(seconds))
        assert [e.question_id for e in record.escalations()] == ["q3", "q2", "q1"]
        answered = record.escalation_of("q2")
        assert answered is not None
        record.keep_reply(reply("r1", answered.id))
        assert [e.question_id for e in record.escalations("open")] == ["q3", "q1"]
        assert [e.question_id for e in record.escalations("answered")] == ["q2"]

    def test_an_unknown_one_is_none(self, record: Record) -> None:
        assert record.escalation("E-NEVER") is None
        assert record.escalation_of("never") is None


class TestReplies:
    @pytest.fixture
    def escalation_id(self, record: Record) -> str:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_answer("q1", ANSWERED, NOON)
        return record.keep_escalation("q1", ESCALATED, NOON)

    def test_one_answers_its_escalation_and_is_kept_once(
        self, record: Record, escalation_id: str
    ) -> None:
        first = reply("r1", escalation_id, at=after(60))
        assert record.keep_reply(first)
        assert not record.keep_reply(replace(first, text="Sent twice"))
        answered = record.escalation(escalation_id)
        assert answered is not None
        assert (answered.state, answered.replies) == ("answered", (first,))
        assert record.turns(ORIGIN.thread, "slack")[2:] == (assistant(first.text, "dana"),)

    def test_a_manager_can_write_again(self, record: Record, escalation_id: str) -> None:
        late, early = (reply(f"r{s}", escalation_id, at=after(s)) for s in (9, 5))
        assert record.keep_reply(late)
        assert record.keep_reply(early)
        answered = record.escalation(escalation_id)
        assert answered is not None
        assert answered.replies == (early, late)

    def test_they_wait_until_the_rep_can_see_them(self, record: Record, escalation_id: str) -> None:
        for reply_id, seconds in (("rb", 2), ("rc", 1), ("ra", 1)):
            record.keep_reply(reply(reply_id, escalation_id, at=after(seconds)))
        assert [waiting.id for waiting in record.undelivered_replies()] == ["rc", "ra", "rb"]
        record.reply_delivered("ra", after(10))
        record.reply_delivered("ra", after(11))
        assert [waiting.id for waiting in record.undelivered_replies()] == ["rc", "rb"]
        answered = record.escalation(escalation_id)
        assert answered is not None
        delivered = {one.id: one.delivered_at for one in answered.replies}
        assert delivered == {"ra": after(10), "rb": None, "rc": None}

    def test_none_is_kept_for_what_is_not_there(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_reply(reply("r1", "E-NEVER"))
        with pytest.raises(KeyError):
            record.reply_delivered("r1", NOON)
        assert record.undelivered_replies() == ()


class TestFeedback:
    def test_a_later_thumb_takes_the_earlier_ones_place(
        self, record: Record, thumbs: Callable[[], dict[str, str]]
    ) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_feedback("q1", "rae", "up", after(1))
        record.keep_feedback("q1", "sam", "up", after(1))
        record.keep_feedback("q1", "rae", "down", after(2))
        assert thumbs() == {"rae": "down", "sam": "up"}

    def test_an_earlier_thumb_that_arrives_late_changes_nothing(
        self, record: Record, thumbs: Callable[[], dict[str, str]]
    ) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_feedback("q1", "rae", "down", after(2))
        record.keep_feedback("q1", "rae", "up", after(1))
        assert thumbs() == {"rae": "down"}

    def test_none_is_kept_for_a_question_that_nobody_asked(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_feedback("never", "rae", "up", NOON)


class TestWhatIsARepsOwn:
    def test_somebody_s_questions_are_theirs_alone_and_the_newest_come_first(
        self, record: Record
    ) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.claim("q2", QUESTION, ORIGIN, after(1))
        record.claim("q3", QUESTION, replace(ORIGIN, asker="U0OTHER"), after(2))
        record.claim("q4", QUESTION, replace(ORIGIN, door="console"), after(3))
        asked = record.asked_by(ORIGIN.asker, ORIGIN.door, 5)
        assert [past.question_id for past in asked] == ["q2", "q1"]
        assert len(record.asked_by(ORIGIN.asker, ORIGIN.door, 1)) == 1

    def test_the_latest_reason_of_each_person_counts(self, record: Record) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_reason("q1", "rae", "wrong", after(2))
        record.keep_reason("q1", "rae", "too_long", after(1))
        record.keep_reason("q1", "sam", "out_of_date", after(1))
        record.keep_reason("q1", "sam", "not_asked", after(3))
        assert [(one.asker, one.why) for one in record.reasons()] == [
            ("sam", "not_asked"),
            ("rae", "wrong"),
        ]
        assert [one.asker for one in record.reasons(since=after(3))] == ["sam"]

    def test_no_reason_is_kept_for_a_question_that_nobody_asked(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_reason("never", "rae", "wrong", NOON)


class TestDeliveries:
    def test_a_message_is_posted_once(self, record: Record) -> None:
        assert record.begin_delivery("answer:q1", NOON) is None
        record.end_delivery("answer:q1", "C0/1.5", after(1))
        assert record.begin_delivery("answer:q1", after(2)) == "C0/1.5"
        assert record.delivery_at("C0/1.5") == "answer:q1"

    def test_one_that_began_and_never_ended_is_in_doubt(self, record: Record) -> None:
        record.begin_delivery("answer:q1", NOON)
        for _ in range(2):
            with pytest.raises(DeliveryInDoubt):
                record.begin_delivery("answer:q1", after(1))
        record.end_delivery("answer:q1", "C0/1.5", after(2))
        assert record.begin_delivery("answer:q1", after(3)) == "C0/1.5"

    def test_the_first_place_stays(self, record: Record) -> None:
        record.begin_delivery("answer:q1", NOON)
        record.end_delivery("answer:q1", "C0/1.5", after(1))
        record.end_delivery("answer:q1", "C0/9.9", after(2))
        assert record.begin_delivery("answer:q1", after(3)) == "C0/1.5"
        assert record.delivery_at("C0/9.9") is None

    def test_an_end_without_a_beginning_is_kept(self, record: Record) -> None:
        record.end_delivery("answer:q1", "C0/1.5", NOON)
        assert record.begin_delivery("answer:q1", NOON) == "C0/1.5"

    def test_messages_do_not_mix(self, record: Record) -> None:
        record.begin_delivery("answer:q1", NOON)
        assert record.begin_delivery("answer:q2", NOON) is None
        assert record.delivery_at("C0/1.5") is None


class TestProcesses:
    def test_of_two_that_claim_the_same_ids_each_id_goes_to_one(
        self, engine: Engine, database_url: str
    ) -> None:
        with started(2, "claim-hundred", database_url) as running:
            got = [process.communicate()[0].split() for process in running]
        assert [process.returncode for process in running] == [0, 0]
        assert sorted(got[0] + got[1]) == sorted(f"q{number}" for number in range(100))

    def test_what_was_acknowledged_outlives_a_kill(self, tmp_path: Path) -> None:
        url = sqlite_url(tmp_path / "killed.db")
        engine = make_engine(url)
        migrate(engine)
        with started(1, "claim-forever", url) as (process,):
            assert process.stdout
            acknowledged = [process.stdout.readline() for _ in range(30)]
            process.kill()
            acknowledged += process.stdout.readlines()
        record = SqlRecord(engine, DIRECTORY)
        whole = [line.strip() for line in acknowledged if line.endswith("\n")]
        assert len(whole) >= 30
        assert all(record.question(question_id) for question_id in whole)
        # At most the one in hand was written and not acknowledged, and each is whole, with its turn.
        assert len(record.turns("t", "terminal")) - len(whole) in {0, 1}
        assert record.claim("the next", QUESTION, ORIGIN, NOON)
        engine.dispose()
