"""Answers hold several quotes where they don't add up to one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; an answer kept before has none, which reads as no quotes."""
    op.add_column("answers", sa.Column("quotes", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
