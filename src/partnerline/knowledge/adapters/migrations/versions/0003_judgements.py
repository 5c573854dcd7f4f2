"""Managers say whether an answer was right; what was asked last is found without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, and an index by time."""
    op.create_table(
        "judgements",
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("manager", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("question_id", "manager", name="judgements_pk"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="judgements_question_id_fk"
        ),
    )
    op.create_index("questions_by_time", "questions", ["asked_at", "id"])


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
