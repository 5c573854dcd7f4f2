"""Each answer leaves a line: who asked as whom, and what was shown."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ON_SQLITE = """
CREATE TRIGGER audit_never_{act}d BEFORE {act} ON audit
BEGIN SELECT RAISE(ABORT, 'the audit can only be added to'); END
"""
REFUSAL = """
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit can only be added to'; END $$
"""
ON_POSTGRES = """
CREATE TRIGGER audit_never_{act}d BEFORE {act} ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()
"""


def upgrade() -> None:
    """Adds the table, to which rows can be added and nothing else."""
    op.create_table(
        "audit",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("asker", sa.String(), nullable=False),
        sa.Column("asked_as", sa.String(), nullable=True),
        sa.Column("readers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("shown", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="audit_pk"),
        sa.UniqueConstraint("id", name="audit_id_key"),
    )
    op.create_index("audit_by_time", "audit", ["at", "number"])
    _close()


def _close() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if not on_sqlite:
        op.execute(REFUSAL)
    for act in ("update", "delete"):
        op.execute((ON_SQLITE if on_sqlite else ON_POSTGRES).format(act=act))


def downgrade() -> None:
    """Refuses: what the record holds can't be made again."""
    raise NotImplementedError("The record is never taken down. Restore a backup instead.")
