"""The tables of what must never be lost; a change here needs a revision in `migrations/versions`."""

from sqlalchemy import Column, Date, Double, ForeignKey, Index, MetaData, String, Table, text

from partnerline.knowledge.adapters.record.columns import Moment, Rising, Structure, Text

REVISION = "0011"
"""The revision in `migrations/versions` that makes these tables."""

VERSION_TABLE = "record_version"

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_name)s_key",
    }
)

questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("door", String, nullable=False),
    Column("thread", Text, nullable=False),
    Column("asker", Text, nullable=False),
    Column("asker_name", Text, nullable=False),
    Column("partner_id", Text),
    Column("readers", Structure),
    Column("text", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("asked_on", Date),
    Column("history", Structure, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Index("questions_of_thread", "thread", "door"),
    Index("questions_by_time", "asked_at", "id"),
    Index("questions_of_asker", "asker", "door", "asked_at"),
)

answers = Table(
    "answers",
    metadata,
    Column("question_id", Text, ForeignKey("questions.id"), primary_key=True),
    Column("outcome", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("reason", String),
    Column("citations", Structure, nullable=False),
    Column("quote", Structure),
    Column("quotes", Structure),
    Column("choices", Structure, nullable=False),
    Column("found", Structure, nullable=False),
    Column("doubt", Text, nullable=False),
    Column("signals", Structure, nullable=False),
    Column("decision", Structure),
    Column("answered_at", Moment, nullable=False),
)

escalations = Table(
    "escalations",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("question_id", Text, ForeignKey("questions.id"), nullable=False, unique=True),
    Column("answer", Structure, nullable=False),
    Column("state", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Index("escalations_by_state", "state", "opened_at"),
)

replies = Table(
    "replies",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("escalation_id", String, ForeignKey("escalations.id"), nullable=False),
    Column("manager", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("delivered_at", Moment),
    Column("kind", String, nullable=False, server_default="answer"),
    Index("replies_of_escalation", "escalation_id"),
    Index(
        "replies_undelivered",
        "written_at",
        sqlite_where=text("delivered_at IS NULL"),
        postgresql_where=text("delivered_at IS NULL"),
    ),
)

steps = Table(
    "escalation_steps",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("escalation_id", String, ForeignKey("escalations.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("holder_name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("steps_of_escalation", "escalation_id"),
)

# One row a message of a thread, in the order of writing, which decides between messages of one instant. The words stay
# where they are: a row without a reply or a step is the question, or for the assistant its answer.
turns = Table(
    "turns",
    metadata,
    Column("number", Rising, primary_key=True),
    Column("question_id", Text, ForeignKey("questions.id"), nullable=False),
    Column("reply_id", Text, ForeignKey("replies.id")),
    Column("step_id", Text, ForeignKey("escalation_steps.id")),
    Column("role", String, nullable=False),
    Column("said_at", Moment, nullable=False),
    Index("turns_of_question", "question_id"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("question_id", Text, ForeignKey("questions.id"), primary_key=True),
    Column("asker", Text, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("at", Moment, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("question_id", Text, ForeignKey("questions.id"), primary_key=True),
    Column("manager", Text, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("at", Moment, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("key", Text, primary_key=True),
    Column("place", Text),
    Column("began_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index("deliveries_by_place", "place"),
)
