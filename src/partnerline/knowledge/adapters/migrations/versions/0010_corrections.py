"""Who was told an old figure, and what has changed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Adds the tables."""
    op.create_table(
        "looks",
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("which", name="looks_pk"),
    )
    op.create_table(
        "changes",
        sa.Column("number", _Number, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("documents", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name="changes_pk"),
        sa.UniqueConstraint("id", name="changes_id_key"),
    )
    op.create_index("changes_by_state", "changes", ["state"])
    op.create_table(
        "corrections",
        sa.Column("number", _Number, nullable=False),
        sa.Column("change_id", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("now", sa.JSON(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="corrections_pk"),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name="corrections_change_id_fk"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="corrections_question_id_fk"
        ),
    )
    op.create_index(
        "corrections_of_change", "corrections", ["change_id", "question_id"], unique=True
    )
    op.create_index("corrections_of_question", "corrections", ["question_id"])


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
