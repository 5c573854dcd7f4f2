"""Rows of the record as nouns, and nouns as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from partnerline.knowledge.adapters.record.codec import (
    Stored,
    decode_answer,
    decode_turns,
    encode_turns,
)
from partnerline.knowledge.model import Escalation, Origin, Question, Reply, Step
from partnerline.knowledge.partners import Directory, Partner

Row = Mapping[Any, Any]


def question_row(
    question_id: str, question: Question, origin: Origin, asked_at: datetime
) -> Stored:
    """A question with its origin; of the partner only the id, for what is known of a partner changes."""
    return {
        "id": question_id,
        "door": origin.door,
        "thread": origin.thread,
        "asker": origin.asker,
        "asker_name": origin.asker_name,
        "partner_id": question.partner.id if question.partner else None,
        "readers": [reader.id for reader in question.readers] or None,
        "text": question.text,
        "as_of": question.as_of,
        "asked_on": question.asked_on,
        "history": encode_turns(question.history),
        "asked_at": asked_at,
    }


def question_of(row: Row, directory: Directory) -> Question:
    """The question of a row, its partner and readers as the directory has them; one that is gone from it is a stranger."""
    return Question(
        text=row["text"],
        as_of=row["as_of"],
        asked_on=row["asked_on"],
        partner=directory.partner(row["partner_id"]),
        readers=_readers(row["readers"], directory),
        history=decode_turns(row["history"]),
    )


def _readers(ids: Sequence[str] | None, directory: Directory) -> tuple[Partner, ...]:
    """The partners who read along; none of them where one is gone, for then a stranger reads along."""
    known = [directory.partner(partner_id) for partner_id in ids or ()]
    return () if None in known else tuple(partner for partner in known if partner)


def origin_of(row: Row) -> Origin:
    """The origin of a question's row."""
    return Origin(
        door=row["door"],
        thread=row["thread"],
        asker=row["asker"],
        asker_name=row["asker_name"],
    )


def reply_row(reply: Reply) -> Stored:
    """A manager's reply."""
    return {
        "id": reply.id,
        "escalation_id": reply.escalation_id,
        "manager": reply.manager,
        "text": reply.text,
        "written_at": reply.written_at,
        "delivered_at": reply.delivered_at,
        "kind": reply.kind,
    }


def reply_of(row: Row) -> Reply:
    """The reply of a row."""
    return Reply(
        id=row["id"],
        escalation_id=row["escalation_id"],
        manager=row["manager"],
        text=row["text"],
        written_at=row["written_at"],
        delivered_at=row["delivered_at"],
        kind=row["kind"],
    )


def step_row(step: Step) -> Stored:
    """A step of an escalation."""
    return asdict(step)


def step_of(row: Row) -> Step:
    """The step of a row."""
    return Step(**{name.name: row[name.name] for name in fields(Step)})


def escalation_of(
    row: Row, directory: Directory, replies: tuple[Reply, ...], steps: tuple[Step, ...]
) -> Escalation:
    """The escalation of a question's row that holds its escalation too."""
    return Escalation(
        id=row["escalation_id"],
        question_id=row["id"],
        question=question_of(row, directory),
        origin=origin_of(row),
        answer=decode_answer(row["answer"]),
        state=row["state"],
        opened_at=row["opened_at"],
        replies=replies,
        steps=steps,
    )
