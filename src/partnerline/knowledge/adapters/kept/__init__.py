"""The KeptAnswers and GivenAnswers ports in SQLAlchemy Core, in the record's database."""

from partnerline.knowledge.adapters.kept.given import SqlGivenAnswers
from partnerline.knowledge.adapters.kept.store import SqlKeptAnswers

__all__ = ["SqlGivenAnswers", "SqlKeptAnswers"]
