"""The Audit port in SQLAlchemy Core, in the record's database."""

from partnerline.knowledge.adapters.audit.store import SqlAudit

__all__ = ["SqlAudit"]
