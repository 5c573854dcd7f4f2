"""The Enrolments port in SQLAlchemy Core, in the record's database."""

from partnerline.knowledge.adapters.enrolments.store import SqlEnrolments

__all__ = ["SqlEnrolments"]
