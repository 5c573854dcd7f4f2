"""The record's writes that are made of several statements, each inside a transaction that the caller holds."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from partnerline.knowledge.adapters.record.codec import encode_answer
from partnerline.knowledge.adapters.record.naming import escalation_ids
from partnerline.knowledge.adapters.record.tables import answers, escalations, replies, turns
from partnerline.knowledge.escalating.states import after_reply, after_step
from partnerline.knowledge.model import Answer, Reply, Step


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows what to do about a row that is there; both databases spell it alike."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def put(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Writes a row; false, and nothing changed, where one of its unique columns was written before."""
    statement = insert_into(connection, table).values(row).on_conflict_do_nothing().inline()
    # Without the option the count of an insert is gone with its cursor on PostgreSQL.
    counted = statement.execution_options(preserve_rowcount=True)
    return connection.execute(counted).rowcount == 1


def keep_latest(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Writes a row in the place of an older one of the same key; one that is older itself changes nothing."""
    keys = [column.name for column in table.primary_key]
    fresh = insert_into(connection, table).values(row)
    connection.execute(
        fresh.on_conflict_do_update(
            index_elements=keys,
            set_={name: fresh.excluded[name] for name in row if name not in keys},
            where=table.c.at <= fresh.excluded.at,
        )
    )


def require(connection: Connection, column: Column[Any], value: str) -> None:
    """Raises `KeyError` for an id that nobody wrote. Nothing is ever deleted, so what is there stays."""
    if connection.execute(select(column).where(column == value)).first() is None:
        raise KeyError(value)


def say(
    connection: Connection,
    question_id: str,
    role: str,
    at: datetime,
    *,
    reply_id: str | None = None,
    step_id: str | None = None,
) -> None:
    """Puts a message after all others of its instant."""
    where = {"reply_id": reply_id, "step_id": step_id}
    row = {"question_id": question_id, "role": role, "said_at": at, **where}
    connection.execute(insert_into(connection, turns).values(row).inline())


def put_answer(connection: Connection, question_id: str, answer: Answer, at: datetime) -> bool:
    """Writes an answer down; false where the question has one."""
    row = {"question_id": question_id, "answered_at": at, **encode_answer(answer)}
    if not put(connection, answers, row):
        return False
    say(connection, question_id, "assistant", at)
    return True


def open_escalation(connection: Connection, question_id: str, answer: Answer, at: datetime) -> str:
    """The id of the question's escalation, opened where there is none."""
    given = select(escalations.c.id).where(escalations.c.question_id == question_id)
    for escalation_id in escalation_ids(question_id):
        row = {
            "id": escalation_id,
            "question_id": question_id,
            "answer": encode_answer(answer),
            "state": "open",
            "opened_at": at,
        }
        if put(connection, escalations, row):
            return escalation_id
        there: str | None = connection.execute(given).scalar_one_or_none()
        if there is not None:
            return there
    raise AssertionError("two different questions have one sha256")


def follow_reply(connection: Connection, reply: Reply) -> None:
    """Notes what the reply makes of its escalation, answered since its first answer, and puts it into the thread."""
    this = escalations.c.id == reply.escalation_id
    now: dict[str, Any] = {"state": after_reply(reply.kind)}
    if reply.kind == "answer":
        now["answered_at"] = func.coalesce(escalations.c.answered_at, reply.written_at)
    connection.execute(update(escalations).where(this).values(now))
    question_id = connection.execute(select(escalations.c.question_id).where(this)).scalar_one()
    say(connection, question_id, "assistant", reply.written_at, reply_id=reply.id)


def follow_step(connection: Connection, step: Step) -> None:
    """Notes what the step makes of its escalation, and puts what the rep said into the thread."""
    this = escalations.c.id == step.escalation_id
    # Locked until the end of the transaction: of two steps at once the later sees what the earlier made of it. Not its
    # key, which every step that was just written holds by pointing to it: two would wait for each other.
    held = (
        select(escalations.c.state, escalations.c.question_id)
        .where(this)
        .with_for_update(key_share=True)
    )
    state, question_id = connection.execute(held).one()
    connection.execute(update(escalations).where(this).values(state=after_step(state, step.kind)))
    if step.kind == "rep_said":
        say(connection, question_id, "user", step.at, step_id=step.id)


def note_delivered(connection: Connection, reply_id: str, at: datetime) -> None:
    """Notes when the rep could first see the reply."""
    unseen = (replies.c.id == reply_id) & replies.c.delivered_at.is_(None)
    connection.execute(update(replies).where(unseen).values(delivered_at=at))
