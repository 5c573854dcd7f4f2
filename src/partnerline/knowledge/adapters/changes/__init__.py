"""The Changes port in SQLAlchemy Core."""

from partnerline.knowledge.adapters.changes.store import SqlChanges

__all__ = ["SqlChanges"]
