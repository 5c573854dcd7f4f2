"""The table of who was shown what; a change here needs a revision in `migrations/versions`."""

from sqlalchemy import Column, Double, Index, String, Table

from partnerline.knowledge.adapters.record.columns import Moment, Rising, Structure, Text
from partnerline.knowledge.adapters.record.tables import metadata

# The database itself refuses to change or to delete a row: see revision 0007.
audit = Table(
    "audit",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("door", String, nullable=False),
    Column("asker", Text, nullable=False),
    Column("asked_as", Text),
    Column("readers", Structure, nullable=False),
    Column("place", Text, nullable=False),
    Column("question_id", Text, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", String),
    Column("shown", Structure, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Index("audit_by_time", "at", "number"),
)
