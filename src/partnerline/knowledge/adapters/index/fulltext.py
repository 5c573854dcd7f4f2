"""Search by words, as each database does it: SQLite by FTS5, PostgreSQL by its text search."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql import literal_column

from partnerline.knowledge.adapters.index.tables import LEXEMES, documents, passages

_words = table("index_words", column("rowid"), column("index_words"))

_CUT = str.maketrans("-_/", "   ")
"""What PostgreSQL would take for signs of numbers and for paths, as `LEXEMES` cuts it in the passages."""


class FullText:
    """Builds the conditions and ranks of one dialect. Terms are words or phrases: each is quoted, so none is syntax."""

    def __init__(self, dialect: str) -> None:
        self.sqlite = dialect == "sqlite"

    def ranked(self, terms: Sequence[str], columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
        """The passages that hold any of the terms with their documents, and the database's own `rank` of them."""
        match, rank = self._match(terms)
        joined = documents.join(passages, documents.c.path == passages.c.document)
        if self.sqlite:
            joined = joined.join(_words, _words.c.rowid == passages.c.number)
        return select(passages, *columns, rank.label("rank")).select_from(joined).where(match)

    def holds(self, term: str) -> ColumnElement[bool]:
        """Whether a passage holds the term; the words are looked up first, whatever the planner thinks of the shelves."""
        match, _ = self._match([term])
        if self.sqlite:
            return passages.c.number.in_(select(_words.c.rowid).where(match))
        return match

    def _match(self, terms: Sequence[str]) -> tuple[ColumnElement[bool], ColumnElement[float]]:
        if self.sqlite:
            query = " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)
            return _words.c.index_words.op("MATCH")(query), -func.bm25(
                literal_column("index_words")
            )
        document: ColumnElement[Any] = literal_column(LEXEMES)
        queries = [
            func.phraseto_tsquery(literal_column("'english'"), term.translate(_CUT))
            for term in terms
        ]
        either: ColumnElement[Any] = reduce(
            lambda one, other: one.op("||", return_type=TSQUERY())(other), queries
        )
        return document.op("@@")(either), func.ts_rank_cd(document, either)
