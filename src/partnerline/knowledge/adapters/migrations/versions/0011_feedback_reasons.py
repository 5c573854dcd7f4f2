"""Reps say why their thumb is down; what somebody asked is found without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, and an index by asker."""
    op.create_table(
        "feedback_reasons",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("question_id", "asker", "why")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("question_id", "asker", name="feedback_reasons_pk"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="feedback_reasons_question_id_fk"
        ),
    )
    op.create_index("questions_of_asker", "questions", ["asker", "door", "asked_at"])


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
