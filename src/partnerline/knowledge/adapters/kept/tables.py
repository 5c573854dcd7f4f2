"""The tables of answers that may be used again; a change here needs a revision in `migrations/versions`."""

from sqlalchemy import Column, Date, Index, LargeBinary, String, Table

from partnerline.knowledge.adapters.record.columns import Rising, Structure, Text
from partnerline.knowledge.adapters.record.tables import metadata

kept_answers = Table(
    "kept_answers",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("escalation_id", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("audience", Structure, nullable=False),
    Column("manager", Text, nullable=False),
    Column("answered_on", Date, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("valid_until", Date),
    Column("check_on", Date, nullable=False),
    Column("asked_on", Date),
    Column("state", String, nullable=False),
    Column("by", Text, nullable=False),
    Index("kept_answers_by_check", "state", "check_on"),
)

answer_vectors = Table(
    "answer_vectors",
    metadata,
    Column("number", Rising, primary_key=True, autoincrement=False),
    Column("model", String, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)
"""What a model made of the question to each reply, by the reply's number: derived, and made anew where it is missing."""
