"""Runs revisions on the connection it is handed, inside that connection's transaction; it configures no logging."""

from alembic import context

from partnerline.knowledge.adapters.record.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    transactional_ddl=True,
)

with context.begin_transaction():
    context.run_migrations()
