"""The Record port in SQLAlchemy Core."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, case, func, select

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.record import past, reps_own, rows, writes
from partnerline.knowledge.adapters.record.codec import decode_answer
from partnerline.knowledge.adapters.record.handled import read_escalations
from partnerline.knowledge.adapters.record.tables import (
    answers,
    deliveries,
    escalations,
    feedback,
    judgements,
    questions,
    replies,
    steps,
    turns,
)
from partnerline.knowledge.escalating.states import in_hand
from partnerline.knowledge.model import (
    Answer,
    Escalation,
    EscalationState,
    Origin,
    Question,
    Reply,
    Step,
    Turn,
)
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.past import Judgement, Labelled, Past, Which, labelled_of
from partnerline.knowledge.ports import DeliveryInDoubt, Verdict
from partnerline.knowledge.ports.reps_own import Complaint, Why


class SqlRecord:
    """The record in a database that `migrate` brought up to date.

    Times come with their timezone. An id of a question, escalation or reply that nobody wrote raises `KeyError`
    where something is to be kept for it; a database that fails raises `RecordUnusable`.
    """

    def __init__(self, engine: Engine, directories: Callable[[], Directory]) -> None:
        self._engine = engine
        self._directories = directories

    @property
    def _directory(self) -> Directory:
        return self._directories()

    def claim(
        self, question_id: str, question: Question, origin: Origin, asked_at: datetime
    ) -> bool:
        """Writes a question down; of several processes with one id, one gets true."""
        with writing(self._engine) as connection:
            row = rows.question_row(question_id, question, origin, asked_at)
            fresh = writes.put(connection, questions, row)
            if fresh:
                writes.say(connection, question_id, "user", asked_at)
            return fresh

    def question(self, question_id: str) -> tuple[Question, Origin] | None:
        """A question with its origin, its partner as the directory has it today."""
        row = self._row(select(questions).where(questions.c.id == question_id))
        if row is None:
            return None
        return rows.question_of(row, self._directory), rows.origin_of(row)

    def turns(self, thread: str, door: str, *, before: datetime | None = None) -> tuple[Turn, ...]:
        """What was said in a thread, oldest first; of one instant, in the order of writing."""
        written = case((turns.c.role == "user", questions.c.text), else_=answers.c.text)
        text = func.coalesce(replies.c.text, steps.c.text, written).label("text")
        said = (
            select(turns.c.role, text, func.coalesce(replies.c.manager, "").label("author"))
            .join(questions, questions.c.id == turns.c.question_id)
            .outerjoin(answers, answers.c.question_id == turns.c.question_id)
            .outerjoin(replies, replies.c.id == turns.c.reply_id)
            .outerjoin(steps, steps.c.id == turns.c.step_id)
            .where(questions.c.thread == thread, questions.c.door == door)
            .order_by(turns.c.said_at, turns.c.number)
        )
        if before is not None:
            said = said.where(turns.c.said_at < before)
        with reading(self._engine) as connection:
            return tuple(Turn(**row) for row in connection.execute(said).mappings())

    def keep_answer(self, question_id: str, answer: Answer, at: datetime) -> str | None:
        """Writes the first answer down and, where that escalates, gives its escalation's id."""
        with writing(self._engine) as connection:
            writes.require(connection, questions.c.id, question_id)
            writes.put_answer(connection, question_id, answer, at)
            kept = select(answers.c.outcome).where(answers.c.question_id == question_id)
            if connection.execute(kept).scalar_one() != "escalated":
                return None
            return writes.open_escalation(connection, question_id, answer, at)

    def answer(self, question_id: str) -> Answer | None:
        """The answer given, or `None` while there is none."""
        row = self._row(select(answers).where(answers.c.question_id == question_id))
        return None if row is None else decode_answer(row)

    def keep_escalation(self, question_id: str, answer: Answer, at: datetime) -> str:
        """Opens an escalation for a question that was answered; gives its id, or that of the one it has."""
        with writing(self._engine) as connection:
            writes.require(connection, questions.c.id, question_id)
            return writes.open_escalation(connection, question_id, answer, at)

    def escalation(self, escalation_id: str) -> Escalation | None:
        """One escalation with its replies."""
        return next(iter(self._escalations(escalations.c.id == escalation_id)), None)

    def escalation_of(self, question_id: str) -> Escalation | None:
        """The escalation of a question, if it has one."""
        return next(iter(self._escalations(escalations.c.question_id == question_id)), None)

    def escalations(self, state: EscalationState | None = None) -> tuple[Escalation, ...]:
        """Escalations, oldest first."""
        return self._escalations(*(() if state is None else (escalations.c.state == state,)))

    def keep_reply(self, reply: Reply) -> bool:
        """Writes a manager's reply down, and what it makes of its escalation; false where that id was written before."""
        with writing(self._engine) as connection:
            writes.require(connection, escalations.c.id, reply.escalation_id)
            fresh = writes.put(connection, replies, rows.reply_row(reply))
            if fresh:
                writes.follow_reply(connection, reply)
            return fresh

    def keep_step(self, step: Step) -> bool:
        """Writes a step down, and what it makes of its escalation; false where that id was written before."""
        with writing(self._engine) as connection:
            writes.require(connection, escalations.c.id, step.escalation_id)
            fresh = writes.put(connection, steps, rows.step_row(step))
            if fresh:
                writes.follow_step(connection, step)
            return fresh

    def in_hand(self, thread: str, door: str) -> Escalation | None:
        """The latest escalation of a thread that a person deals with."""
        here = (questions.c.thread == thread) & (questions.c.door == door)
        known = self._escalations(here, escalations.c.state != "closed")
        return next((one for one in reversed(known) if in_hand(one)), None)

    def reply_delivered(self, reply_id: str, at: datetime) -> None:
        """Notes that the rep can see the reply; the first time counts."""
        with writing(self._engine) as connection:
            writes.require(connection, replies.c.id, reply_id)
            writes.note_delivered(connection, reply_id, at)

    def undelivered_replies(self) -> tuple[Reply, ...]:
        """Replies no rep has seen yet, oldest first."""
        waiting = (
            select(replies)
            .where(replies.c.delivered_at.is_(None))
            .order_by(replies.c.written_at, replies.c.number)
        )
        with reading(self._engine) as connection:
            return tuple(rows.reply_of(row) for row in connection.execute(waiting).mappings())

    def keep_feedback(self, question_id: str, asker: str, verdict: Verdict, at: datetime) -> None:
        """Keeps a person's latest thumb; an earlier one that arrives late changes nothing."""
        with writing(self._engine) as connection:
            writes.require(connection, questions.c.id, question_id)
            row = {"question_id": question_id, "asker": asker, "verdict": verdict, "at": at}
            writes.keep_latest(connection, feedback, row)

    def past(
        self, limit: int | None, *, since: datetime | None = None, which: Which = "all"
    ) -> tuple[Past, ...]:
        """Questions of the past, the newest first."""
        with reading(self._engine) as connection:
            ids = past.ids_of(which, limit=limit, since=since)
            return past.read_past(connection, ids, self._directory)

    def past_question(self, question_id: str) -> Past | None:
        """One question of the past."""
        with reading(self._engine) as connection:
            ids = select(questions.c.id).where(questions.c.id == question_id)
            return next(iter(past.read_past(connection, ids, self._directory)), None)

    def asked_by(self, asker: str, door: str, limit: int) -> tuple[Past, ...]:
        """What somebody asked through a door, the newest first."""
        with reading(self._engine) as connection:
            ids = reps_own.ids_of_asker(asker, door, limit)
            return past.read_past(connection, ids, self._directory)

    def keep_reason(self, question_id: str, asker: str, why: Why, at: datetime) -> None:
        """Keeps a person's latest reason; an earlier one that arrives late changes nothing."""
        with writing(self._engine) as connection:
            writes.require(connection, questions.c.id, question_id)
            row = {"question_id": question_id, "asker": asker, "why": why, "at": at}
            writes.keep_latest(connection, reps_own.feedback_reasons, row)

    def reasons(self, *, since: datetime | None = None) -> tuple[Complaint, ...]:
        """Why thumbs are down, the newest first."""
        with reading(self._engine) as connection:
            return reps_own.read_reasons(connection, since)

    def labelled(self) -> tuple[Labelled, ...]:
        """Every answer that is known to be right or wrong, the newest first."""
        found = map(labelled_of, self.past(None, which="labelled"))
        return tuple(label for label in found if label is not None)

    def keep_judgement(
        self, question_id: str, manager: str, judgement: Judgement, at: datetime
    ) -> None:
        """Keeps a manager's latest verdict; an earlier one that arrives late changes nothing."""
        with writing(self._engine) as connection:
            writes.require(connection, questions.c.id, question_id)
            row = {"question_id": question_id, "manager": manager, "verdict": judgement, "at": at}
            writes.keep_latest(connection, judgements, row)

    def begin_delivery(self, key: str, at: datetime) -> str | None:
        """Notes that a message is about to be posted; gives its place if it already was.

        Raises `DeliveryInDoubt` where an earlier try began and never said how it ended.
        """
        with writing(self._engine) as connection:
            if writes.put(connection, deliveries, {"key": key, "began_at": at}):
                return None
            posted = select(deliveries.c.place).where(deliveries.c.key == key)
            place: str | None = connection.execute(posted).scalar_one()
        if place is None:
            raise DeliveryInDoubt(key)
        return place

    def end_delivery(self, key: str, place: str, at: datetime) -> None:
        """Notes where a message was posted; the first place counts."""
        with writing(self._engine) as connection:
            ended = writes.insert_into(connection, deliveries).values(
                key=key, place=place, began_at=at, ended_at=at
            )
            connection.execute(
                ended.on_conflict_do_update(
                    index_elements=[deliveries.c.key],
                    set_={"place": ended.excluded.place, "ended_at": ended.excluded.ended_at},
                    where=deliveries.c.place.is_(None),
                )
            )

    def delivery_at(self, place: str) -> str | None:
        """The key of the message that was posted to this place; the first, should there be more."""
        row = self._row(
            select(deliveries.c.key)
            .where(deliveries.c.place == place)
            .order_by(deliveries.c.ended_at, deliveries.c.key)
            .limit(1)
        )
        return None if row is None else row["key"]

    def _row(self, statement: Any) -> rows.Row | None:
        with reading(self._engine) as connection:
            return connection.execute(statement).mappings().first()

    def _escalations(self, *which: ColumnElement[bool]) -> tuple[Escalation, ...]:
        with reading(self._engine) as connection:
            return read_escalations(connection, self._directory, *which)
