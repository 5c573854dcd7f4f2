"""Questions nobody could answer, gathered by meaning."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Adds the tables."""
    op.create_table(
        "gaps",
        sa.Column("number", _Number, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked", sa.String(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="gaps_pk"),
        sa.UniqueConstraint("id", name="gaps_id_key"),
    )
    op.create_table(
        "gap_questions",
        sa.Column("number", _Number, nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("gap_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="gap_questions_pk"),
        sa.UniqueConstraint("question_id", name="gap_questions_question_id_key"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="gap_questions_question_id_fk"
        ),
        sa.ForeignKeyConstraint(["gap_id"], ["gaps.id"], name="gap_questions_gap_id_fk"),
    )
    op.create_index("gap_questions_of_gap", "gap_questions", ["gap_id"])


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
