"""The record's first tables: questions, answers, escalations, replies, the turns of threads, feedback, deliveries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, each after those it points to."""
    _questions()
    _answers()
    _escalations()
    _replies()
    _turns()
    _feedback()
    _deliveries()


def downgrade() -> None:
    """Refuses: what these tables hold can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")


def _text(name: str, *, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _json(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.JSON(), nullable=nullable)


def _number() -> "sa.Column[int]":
    return sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def _points_to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"{table}_{column}_fk")


def _questions() -> None:
    op.create_table(
        "questions",
        _text("id"),
        _text("door"),
        _text("thread"),
        _text("asker"),
        _text("asker_name"),
        _text("partner_id", nullable=True),
        _text("text"),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        _json("history"),
        _moment("asked_at"),
        sa.PrimaryKeyConstraint("id", name="questions_pk"),
    )
    op.create_index("questions_of_thread", "questions", ["thread", "door"])


def _answers() -> None:
    op.create_table(
        "answers",
        _text("question_id"),
        _text("outcome"),
        _text("text"),
        sa.Column("confidence", sa.Double(), nullable=False),
        _text("reason", nullable=True),
        _json("citations"),
        _json("quote", nullable=True),
        _json("choices"),
        _json("found"),
        _text("doubt"),
        _json("signals"),
        _moment("answered_at"),
        sa.PrimaryKeyConstraint("question_id", name="answers_pk"),
        _points_to("answers", "question_id", "questions.id"),
    )


def _escalations() -> None:
    op.create_table(
        "escalations",
        _number(),
        _text("id"),
        _text("question_id"),
        _json("answer"),
        _text("state"),
        _moment("opened_at"),
        _moment("answered_at", nullable=True),
        sa.PrimaryKeyConstraint("number", name="escalations_pk"),
        sa.UniqueConstraint("id", name="escalations_id_key"),
        sa.UniqueConstraint("question_id", name="escalations_question_id_key"),
        _points_to("escalations", "question_id", "questions.id"),
    )
    op.create_index("escalations_by_state", "escalations", ["state", "opened_at"])


def _replies() -> None:
    op.create_table(
        "replies",
        _number(),
        _text("id"),
        _text("escalation_id"),
        _text("manager"),
        _text("text"),
        _moment("written_at"),
        _moment("delivered_at", nullable=True),
        sa.PrimaryKeyConstraint("number", name="replies_pk"),
        sa.UniqueConstraint("id", name="replies_id_key"),
        _points_to("replies", "escalation_id", "escalations.id"),
    )
    op.create_index("replies_of_escalation", "replies", ["escalation_id"])
    waiting = sa.text("delivered_at IS NULL")
    op.create_index(
        "replies_undelivered",
        "replies",
        ["written_at"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def _turns() -> None:
    op.create_table(
        "turns",
        _number(),
        _text("question_id"),
        _text("reply_id", nullable=True),
        _text("role"),
        _moment("said_at"),
        sa.PrimaryKeyConstraint("number", name="turns_pk"),
        _points_to("turns", "question_id", "questions.id"),
        _points_to("turns", "reply_id", "replies.id"),
    )
    op.create_index("turns_of_question", "turns", ["question_id"])


def _feedback() -> None:
    op.create_table(
        "feedback",
        _text("question_id"),
        _text("asker"),
        _text("verdict"),
        _moment("at"),
        sa.PrimaryKeyConstraint("question_id", "asker", name="feedback_pk"),
        _points_to("feedback", "question_id", "questions.id"),
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        _text("key"),
        _text("place", nullable=True),
        _moment("began_at"),
        _moment("ended_at", nullable=True),
        sa.PrimaryKeyConstraint("key", name="deliveries_pk"),
    )
    op.create_index("deliveries_by_place", "deliveries", ["place"])
