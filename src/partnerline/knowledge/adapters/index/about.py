"""What the index knows of documents themselves: their age and their titles."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import Connection, exists, select

from partnerline.knowledge.adapters.index.joined import also_inside
from partnerline.knowledge.adapters.index.tables import documents, passages
from partnerline.knowledge.model import Kind
from partnerline.knowledge.ports import Scope


def days_of(connection: Connection, paths: Iterable[str]) -> dict[str, date]:
    """The first day that each document holds, else the day its file was changed."""
    columns = documents.c
    found = connection.execute(
        select(columns.path, columns.valid_from, columns.stamp).where(columns.path.in_({*paths}))
    )
    days = {row.path: row.valid_from or changed_on(row.stamp) for row in found}
    return {path: day for path, day in days.items() if day is not None}


def titles_of(connection: Connection, kind: Kind, scope: Scope) -> tuple[str, ...]:
    """The titles of the documents of a kind that have a passage in scope, by path."""
    seen = exists().where(passages.c.document == documents.c.path, also_inside(passages, scope))
    statement = select(documents.c.title).where(documents.c.kind == kind, seen)
    return tuple(connection.scalars(statement.order_by(documents.c.path)))


def changed_on(stamp: str) -> date | None:
    """The day that a file was changed, from what the file system said of it: its size, then nanoseconds since 1970."""
    nanoseconds = stamp.partition("-")[2].partition("-")[0]
    if not nanoseconds.isdecimal():
        return None
    try:
        return datetime.fromtimestamp(int(nanoseconds) / 1e9, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
