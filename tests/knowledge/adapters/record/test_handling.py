"""Holds every Record, the fake one too, to what becomes of an escalation in managers' hands."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import get_args

import pytest
from sqlalchemy import Engine
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
    step,
)

from partnerline.knowledge.adapters.database import make_engine
from partnerline.knowledge.adapters.record import SqlRecord, migrate
from partnerline.knowledge.model import (
    Escalation,
    EscalationState,
    Question,
    Reason,
    ReplyKind,
    StepKind,
    Turn,
)
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import Record

GLOBEX = Partner(id="globex", name="Globex", tier="silver", region="EMEA", currency="EUR")
SHARED = Directory(partners=(ACME, GLOBEX))


@pytest.fixture
def escalation_id(record: Record) -> str:
    record.claim("q1", QUESTION, ORIGIN, NOON)
    opened = record.keep_answer("q1", ESCALATED, NOON)
    assert opened is not None
    return opened


def known(record: Record, escalation_id: str) -> Escalation:
    found = record.escalation(escalation_id)
    assert found is not None
    return found


def here(record: Record) -> str | None:
    found = record.in_hand(ORIGIN.thread, ORIGIN.door)
    return found.id if found else None


class TestSteps:
    def test_a_step_is_kept_once_with_all_it_says(self, record: Record, escalation_id: str) -> None:
        taken = replace(
            step("s1", escalation_id, "taken", at=after(60)),
            holder="dana@vendor.example",
            holder_name="Dana Weiss",
            text="I have it.",
        )
        assert record.keep_step(taken)
        assert not record.keep_step(replace(taken, kind="closed", text="Pressed twice"))
        opened = known(record, escalation_id)
        assert (opened.state, opened.steps, opened.held) == ("taken", (taken,), taken)

    def test_they_come_oldest_first(self, record: Record, escalation_id: str) -> None:
        late, early = (step(f"s{at}", escalation_id, "noted", at=after(at)) for at in (9, 5))
        same = step("s0", escalation_id, "reminded", at=after(9))
        for one in (late, early, same):
            record.keep_step(one)
        assert known(record, escalation_id).steps == (early, late, same)

    def test_none_is_kept_for_what_is_not_there(self, record: Record) -> None:
        with pytest.raises(KeyError):
            record.keep_step(step("s1", "E-NEVER", "taken"))

    def test_what_the_rep_said_stands_in_the_thread_and_notes_do_not(
        self, record: Record, escalation_id: str
    ) -> None:
        record.keep_reply(replace(reply("r1", escalation_id, at=after(1)), kind="question"))
        said = replace(step("s1", escalation_id, "rep_said", at=after(2)), text="For 200.")
        record.keep_step(said)
        record.keep_step(replace(step("s2", escalation_id, "noted", at=after(3)), text="Key deal"))
        record.keep_reply(reply("r2", escalation_id, at=after(4)))
        assert record.turns(ORIGIN.thread, "slack")[2:] == (
            Turn(role="assistant", text="It is 99.", author="dana"),
            Turn(role="user", text="For 200."),
            Turn(role="assistant", text="It is 99.", author="dana"),
        )

    def test_the_past_tells_them_too(self, record: Record, escalation_id: str) -> None:
        taken = step("s1", escalation_id, "taken")
        record.keep_step(taken)
        found = record.past_question("q1")
        assert found is not None
        assert found.escalation == known(record, escalation_id)
        assert found.escalation.steps == (taken,)


class TestStates:
    @pytest.mark.parametrize(
        ("kind", "state"), [("answer", "answered"), ("question", "asked"), ("decline", "closed")]
    )
    def test_a_reply_of_each_kind(
        self, record: Record, escalation_id: str, kind: ReplyKind, state: EscalationState
    ) -> None:
        written = replace(reply("r1", escalation_id), kind=kind)
        record.keep_reply(written)
        opened = known(record, escalation_id)
        assert (opened.state, opened.replies) == (state, (written,))
        assert record.escalations(state) == (opened,)
        assert record.escalations("open") == ()

    def test_a_day_from_the_question_to_the_end(self, record: Record, escalation_id: str) -> None:
        def stepped(kind: StepKind) -> EscalationState:
            record.keep_step(
                step(f"s{len(known(record, escalation_id).steps)}", escalation_id, kind)
            )
            return known(record, escalation_id).state

        def replied(kind: ReplyKind) -> EscalationState:
            written = reply(f"r{len(known(record, escalation_id).replies)}", escalation_id)
            record.keep_reply(replace(written, kind=kind))
            return known(record, escalation_id).state

        assert (stepped("taken"), replied("question")) == ("taken", "asked")
        assert (stepped("rep_said"), replied("answer")) == ("taken", "answered")
        assert (stepped("noted"), stepped("rep_said")) == ("answered", "taken")
        assert (stepped("handed"), stepped("rep_said")) == ("open", "open")
        assert (stepped("taken"), replied("answer")) == ("taken", "answered")
        assert (stepped("closed"), stepped("rep_said")) == ("closed", "closed")

    def test_a_closed_one_opens_again_only_by_a_managers_own_words(
        self, record: Record, escalation_id: str
    ) -> None:
        record.keep_reply(reply("r1", escalation_id))
        record.keep_step(step("s1", escalation_id, "closed"))
        for kind in get_args(StepKind):
            record.keep_step(step(f"late {kind}", escalation_id, kind))
            assert known(record, escalation_id).state == "closed"
        record.keep_reply(reply("r2", escalation_id))
        assert known(record, escalation_id).state == "answered"

    def test_one_that_was_answered_is_not_opened_anew_by_its_question(
        self, record: Record, escalation_id: str
    ) -> None:
        record.keep_reply(reply("r1", escalation_id))
        assert record.keep_escalation("q1", ESCALATED, after(9)) == escalation_id
        assert record.keep_answer("q1", ESCALATED, after(9)) == escalation_id
        assert known(record, escalation_id).state == "answered"
        assert len(record.escalations()) == 1


class TestInHand:
    def test_an_open_one_that_nobody_touched_leaves_the_thread_to_the_bot(
        self, record: Record, escalation_id: str
    ) -> None:
        assert here(record) is None
        record.keep_step(step("s1", escalation_id, "reminded"))
        record.keep_step(step("s2", escalation_id, "passed_on"))
        assert here(record) is None

    @pytest.mark.parametrize("kind", ["taken", "handed"])
    def test_it_is_in_hand_from_the_first_person_until_it_is_closed(
        self, record: Record, escalation_id: str, kind: StepKind
    ) -> None:
        record.keep_step(step("s1", escalation_id, kind))
        assert here(record) == escalation_id
        record.keep_step(step("s2", escalation_id, "passed_on"))
        assert here(record) == escalation_id
        record.keep_reply(reply("r1", escalation_id))
        assert here(record) == escalation_id
        record.keep_step(step("s3", escalation_id, "closed"))
        assert here(record) is None

    def test_of_several_the_latest_counts(self, record: Record, escalation_id: str) -> None:
        record.claim("q2", asking("And for 200?"), ORIGIN, after(5))
        second = record.keep_answer("q2", ESCALATED, after(6))
        assert second is not None
        record.keep_step(step("s1", escalation_id, "taken"))
        assert here(record) == escalation_id
        record.keep_step(step("s2", second, "taken"))
        assert here(record) == second
        record.keep_step(step("s3", second, "closed"))
        assert here(record) == escalation_id

    def test_another_thread_or_door_has_its_own(self, record: Record, escalation_id: str) -> None:
        record.keep_step(step("s1", escalation_id, "taken"))
        assert record.in_hand("T0/C0/9.9", "slack") is None
        assert record.in_hand(ORIGIN.thread, "console") is None


class TestWhatCountsAsAnAnswer:
    @pytest.mark.parametrize(("kind", "counts"), [("answer", 1), ("question", 0), ("decline", 0)])
    def test_only_an_answer_labels_the_question(
        self, record: Record, kind: ReplyKind, counts: int
    ) -> None:
        record.claim("q1", QUESTION, ORIGIN, NOON)
        record.keep_answer("q1", ANSWERED, NOON)
        fetched = replace(ESCALATED, reason=Reason.ASKED_FOR_HUMAN)
        opened = record.keep_escalation("q1", fetched, NOON)
        record.keep_reply(replace(reply("r1", opened), kind=kind))
        found = record.past_question("q1")
        assert found is not None
        assert len(found.replies) == counts
        assert found.was_not_enough is bool(counts)
        assert len(record.past(None, which="labelled")) == counts
        assert len(record.labelled()) == counts


class TestReaders:
    def test_the_partners_who_read_along_are_kept(
        self, open_record: Callable[[Directory], Record]
    ) -> None:
        record = open_record(SHARED)
        shared = Question(text="?", as_of=NOON.date(), readers=(ACME, GLOBEX))
        record.claim("q1", shared, ORIGIN, NOON)
        assert record.question("q1") == (shared, ORIGIN)

    def test_where_one_of_them_is_gone_a_stranger_reads_along(
        self, open_record: Callable[[Directory], Record]
    ) -> None:
        shared = Question(text="?", as_of=NOON.date(), readers=(ACME, GLOBEX))
        open_record(SHARED).claim("q1", shared, ORIGIN, NOON)
        taken = open_record(DIRECTORY).question("q1")
        assert taken is not None
        assert (taken[0].partner, taken[0].readers) == (None, ())

    def test_a_managers_turn_stays_that_managers(self, record: Record) -> None:
        told = Turn(role="assistant", text="99 EUR.", author="Dana Weiss")
        record.claim("q1", replace(QUESTION, history=(told,)), ORIGIN, NOON)
        taken = record.question("q1")
        assert taken is not None
        assert taken[0].history == (told,)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migrate(engine)
    yield engine
    engine.dispose()


def test_of_many_who_press_at_once_each_step_is_kept_once(engine: Engine) -> None:
    record = SqlRecord(engine, DIRECTORY)
    record.claim("q1", QUESTION, ORIGIN, NOON)
    escalation_id = record.keep_answer("q1", ESCALATED, NOON)
    assert escalation_id is not None

    def press(number: int) -> bool:
        which = number % 10
        return record.keep_step(
            step(f"s{which}", escalation_id, "closed" if which == 7 else "taken")
        )

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(press, range(40))) == 10
    opened = record.escalation(escalation_id)
    assert opened is not None
    assert (len(opened.steps), opened.state) == (10, "closed")
