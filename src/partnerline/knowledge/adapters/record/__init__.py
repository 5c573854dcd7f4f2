"""The record in SQLAlchemy Core: SQLite by default, PostgreSQL by URL."""

from partnerline.knowledge.adapters.record.migrate import migrate
from partnerline.knowledge.adapters.record.store import SqlRecord

__all__ = ["SqlRecord", "migrate"]
