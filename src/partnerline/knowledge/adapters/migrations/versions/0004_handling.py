"""Managers take, hand on and close what was handed over; answers several partners read; decisions in parts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table and the columns; every reply so far was an answer."""
    op.create_table(
        "escalation_steps",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("id", "escalation_id", "kind")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("by", "holder", "holder_name", "text")
        ),
        sa.PrimaryKeyConstraint("number", name="escalation_steps_pk"),
        sa.UniqueConstraint("id", name="escalation_steps_id_key"),
        sa.ForeignKeyConstraint(
            ["escalation_id"], ["escalations.id"], name="escalation_steps_escalation_id_fk"
        ),
    )
    op.create_index("steps_of_escalation", "escalation_steps", ["escalation_id"])
    op.add_column(
        "replies", sa.Column("kind", sa.String(), nullable=False, server_default="answer")
    )
    op.add_column("questions", sa.Column("readers", sa.JSON(), nullable=True))
    op.add_column("answers", sa.Column("decision", sa.JSON(), nullable=True))
    # In words of its own: Alembic would copy SQLite's whole table to add a column that points elsewhere.
    op.execute(
        "ALTER TABLE turns ADD COLUMN step_id VARCHAR"
        " CONSTRAINT turns_step_id_fk REFERENCES escalation_steps (id)"
    )


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
