"""The tables of what changed in the library, beside the record's."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from partnerline.knowledge.adapters.record.columns import Moment, Rising, Structure, Text
from partnerline.knowledge.adapters.record.tables import metadata

# One row: the last look at the library.
looks = Table(
    "looks",
    metadata,
    Column("which", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("seen", Structure, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("documents", Structure, nullable=False),
    Column("state", String, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", Moment),
    Index("changes_by_state", "state"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("change_id", String, ForeignKey("changes.id"), nullable=False),
    Column("question_id", Text, ForeignKey("questions.id"), nullable=False),
    Column("told", Structure, nullable=False),
    Column("now", Structure),
    Column("state", String, nullable=False),
    Index("corrections_of_change", "change_id", "question_id", unique=True),
    Index("corrections_of_question", "question_id"),
)
