"""The tables of gaps, beside the record's."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from partnerline.knowledge.adapters.record.columns import Moment, Rising, Text
from partnerline.knowledge.adapters.record.tables import metadata

gaps = Table(
    "gaps",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("checked", String, nullable=False),
    Column("answered_by", Text, nullable=False),
    Column("settled_by", Text, nullable=False),
)

gap_questions = Table(
    "gap_questions",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("question_id", Text, ForeignKey("questions.id"), nullable=False, unique=True),
    Column("gap_id", String, ForeignKey("gaps.id"), nullable=False),
    Index("gap_questions_of_gap", "gap_id"),
)
