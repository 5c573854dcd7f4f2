"""Column types that hold the same on both databases."""

import re
from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, String
from sqlalchemy.types import TypeDecorator

Rising = BigInteger().with_variant(Integer(), "sqlite")
"""A number that the database counts up; SQLite does so for its own INTEGER alone."""

Structure = JSON(none_as_null=True)
"""Lists and objects as JSON; `None` is NULL."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Text(TypeDecorator[str]):
    """Text of any length; a character that a database refuses (NUL, half a surrogate pair) becomes U+FFFD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Replaces what can't be stored."""
        return value if value is None else _UNSTORABLE.sub("\ufffd", value)


class Moment(TypeDecorator[datetime]):
    """An instant: any timezone in, UTC out, to the microsecond. A time without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Turns it to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time for the record needs its timezone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Gives SQLite's zoneless text its UTC back, and PostgreSQL's session time its UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
