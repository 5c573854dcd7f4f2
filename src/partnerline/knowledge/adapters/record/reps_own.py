"""What of the record is a rep's own: their questions, and why their thumbs are down."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, Table, select

from partnerline.knowledge.adapters.record.columns import Moment, Text
from partnerline.knowledge.adapters.record.past import Ids
from partnerline.knowledge.adapters.record.tables import metadata, questions
from partnerline.knowledge.ports.reps_own import Complaint

feedback_reasons = Table(
    "feedback_reasons",
    metadata,
    Column("question_id", Text, ForeignKey("questions.id"), primary_key=True),
    Column("asker", Text, primary_key=True),
    Column("why", String, nullable=False),
    Column("at", Moment, nullable=False),
)


def ids_of_asker(asker: str, door: str, limit: int) -> Ids:
    """The ids of what somebody asked, the newest first."""
    return (
        select(questions.c.id)
        .where(questions.c.asker == asker, questions.c.door == door)
        .order_by(questions.c.asked_at.desc(), questions.c.id.desc())
        .limit(limit)
    )


def read_reasons(connection: Connection, since: datetime | None) -> tuple[Complaint, ...]:
    """Why thumbs are down, the newest first."""
    table = feedback_reasons
    chosen = select(table).order_by(table.c.at.desc(), table.c.question_id, table.c.asker)
    if since is not None:
        chosen = chosen.where(table.c.at >= since)
    return tuple(Complaint(**row) for row in connection.execute(chosen).mappings())
