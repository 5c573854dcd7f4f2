"""Questions of the past, read in a fixed number of statements however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, not_, or_, select

from partnerline.knowledge.adapters.record import rows
from partnerline.knowledge.adapters.record.codec import decode_answer
from partnerline.knowledge.adapters.record.handled import Handling
from partnerline.knowledge.adapters.record.tables import (
    answers,
    escalations,
    feedback,
    judgements,
    questions,
    replies,
)
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.past import Past, Which

Ids = Select[tuple[str]]


def ids_of(which: Which, *, limit: int | None, since: datetime | None) -> Ids:
    """The ids of some questions, the newest first."""
    chosen = select(questions.c.id).where(*_conditions(which))
    if since is not None:
        chosen = chosen.where(questions.c.asked_at >= since)
    return _newest_first(chosen).limit(limit)


def read_past(connection: Connection, ids: Ids, directory: Directory) -> tuple[Past, ...]:
    """These questions with all that is known of them, the newest first."""
    known = _Known.of(connection, ids)
    asked = _newest_first(select(questions).where(questions.c.id.in_(ids)))
    return tuple(_past(row, known, directory) for row in connection.execute(asked).mappings().all())


def _newest_first(statement: Select[Any]) -> Select[Any]:
    return statement.order_by(questions.c.asked_at.desc(), questions.c.id.desc())


def _conditions(which: Which) -> tuple[ColumnElement[bool], ...]:
    match which:
        case "all":
            return ()
        case "unanswered":
            return (not_(_has_answer("answered", "smalltalk")),)
        case "thumbs_up":
            return _thumb("up"), not_(_thumb("down"))
        case "thumbs_down":
            return (_thumb("down"),)
        case "labelled":
            return _has_answer("answered"), or_(_thumb("up", "down"), _judged(), _fetched())
        case other:
            assert_never(other)


def _has_answer(*outcomes: str) -> ColumnElement[bool]:
    return exists().where(answers.c.question_id == questions.c.id, answers.c.outcome.in_(outcomes))


def _thumb(*verdicts: str) -> ColumnElement[bool]:
    return exists().where(
        feedback.c.question_id == questions.c.id, feedback.c.verdict.in_(verdicts)
    )


def _judged() -> ColumnElement[bool]:
    return exists().where(judgements.c.question_id == questions.c.id)


def _fetched() -> ColumnElement[bool]:
    """Whether the rep fetched a person, and that person answered."""
    return exists().where(
        and_(
            escalations.c.question_id == questions.c.id,
            escalations.c.answer["reason"].as_string() == Reason.ASKED_FOR_HUMAN.value,
            replies.c.escalation_id == escalations.c.id,
            replies.c.kind == "answer",
        )
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of some questions, by question."""

    answers: Mapping[str, Answer]
    escalations: Mapping[str, rows.Row]
    handling: Handling = field(default_factory=Handling)
    thumbs: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    judgements: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, connection: Connection, ids: Ids) -> "_Known":
        """Reads it, a statement a table."""

        def those(statement: Select[Any], column: ColumnElement[str]) -> Iterable[rows.Row]:
            return connection.execute(statement.where(column.in_(ids))).mappings().all()

        opened = those(select(escalations), escalations.c.question_id)
        theirs = select(escalations.c.id).where(escalations.c.question_id.in_(ids))
        known = cls(
            answers={
                row["question_id"]: decode_answer(row)
                for row in those(select(answers), answers.c.question_id)
            },
            escalations={row["question_id"]: row for row in opened},
            handling=Handling.of(connection, theirs),
        )
        for row in those(select(feedback), feedback.c.question_id):
            known.thumbs[row["question_id"]].add(row["verdict"])
        for row in those(select(judgements), judgements.c.question_id):
            known.judgements[row["question_id"]].add(row["verdict"])
        return known


def _past(row: rows.Row, known: _Known, directory: Directory) -> Past:
    question_id = row["id"]
    thumbs, verdicts = known.thumbs.get(question_id), known.judgements.get(question_id)
    opened = known.escalations.get(question_id)
    return Past(
        question_id=question_id,
        question=rows.question_of(row, directory),
        origin=rows.origin_of(row),
        asked_at=row["asked_at"],
        asked_as=row["partner_id"],
        answer=known.answers.get(question_id),
        thumb=None if not thumbs else "down" if "down" in thumbs else "up",
        judgement=None if not verdicts else "wrong" if "wrong" in verdicts else "right",
        escalation=None
        if opened is None
        else known.handling.with_it(
            {**row, **opened, "id": question_id, "escalation_id": opened["id"]}, directory
        ),
    )
