"""The Gaps port in SQLAlchemy Core."""

from partnerline.knowledge.adapters.gaps.store import SqlGaps

__all__ = ["SqlGaps"]
