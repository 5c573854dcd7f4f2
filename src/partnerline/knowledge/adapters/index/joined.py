"""Passages and prices inside a scope, joined with their documents."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from partnerline.knowledge.adapters.index import rows
from partnerline.knowledge.adapters.index.tables import VERSION, documents, meta, passages
from partnerline.knowledge.model import Document
from partnerline.knowledge.ports import Found, Scope

_PREFIX = "of_document_"


def version_of(connection: Connection) -> str:
    """What changes with every document that is written or taken out."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == VERSION)) or ""


def inside(table: Table, scope: Scope) -> ColumnElement[bool]:
    """Whether a row stands on one of the scope's shelves."""
    return table.c.shelf.in_(_digests(scope))


def also_inside(table: Table, scope: Scope) -> ColumnElement[bool]:
    """The same, of the few rows that another condition picks.

    An expression has no index: SQLite would take that of the shelf, and read all passages of it for thirty.
    """
    return table.c.shelf.concat("").in_(_digests(scope))


def _digests(scope: Scope) -> list[str]:
    return [rows.digest_of(key) for key in scope.shelves]


def document_columns() -> list[ColumnElement[Any]]:
    """The columns of the document that a row is joined with."""
    return [c.label(_PREFIX + c.name) for c in documents.c]


def passages_with_documents(*more: ColumnElement[Any]) -> Select[Any]:
    """Every passage with its document."""
    joined = documents.join(passages, documents.c.path == passages.c.document)
    return select(passages, *document_columns(), *more).select_from(joined)


class _Prefixed:
    """A joined row as the document's row."""

    def __init__(self, row: Row[Any]) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, _PREFIX + name)


def joined_document(row: Row[Any]) -> Document:
    """The document that a row is joined with."""
    return rows.document_from(_Prefixed(row))


def found_from(row: Row[Any], score: float) -> Found:
    """A passage with its document, as a search found it."""
    return Found(passage=rows.passage_from(row), document=joined_document(row), score=score)
