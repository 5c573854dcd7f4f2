"""Search by words on PostgreSQL: its text search picks, and BM25 ranks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql import literal_column

from partnerline.knowledge.adapters.index.bm25 import bm25
from partnerline.knowledge.adapters.index.joined import found_from, inside, passages_with_documents
from partnerline.knowledge.adapters.index.tables import LEXEMES, passages
from partnerline.knowledge.ports import Found, Scope

AGAIN = 4
"""PostgreSQL's rank knows no rarity of words, so it picks this many times as many, and BM25 ranks those."""

_CUT = str.maketrans("-_/", "   ")
"""What PostgreSQL would take for signs of numbers and for paths, as `LEXEMES` cuts it in the passages."""


class PostgresWords:
    """Terms are words or phrases: each is a value, so none is syntax."""

    def ranked(
        self, connection: Connection, terms: Sequence[str], scope: Scope, limit: int
    ) -> list[Found]:
        """The passages in scope that hold any of the terms, best first."""
        match, rank = _match(terms)
        statement = (
            passages_with_documents(rank.label("rank"))
            .where(match, inside(passages, scope))
            .order_by(literal_column("rank").desc(), passages.c.id)
            .limit(limit * AGAIN)
        )
        hits = [found_from(row, float(row.rank)) for row in connection.execute(statement)]
        total, frequencies = self.frequencies(connection, terms, scope)
        scores = bm25([hit.passage.searchable for hit in hits], terms, frequencies, total)
        scored = [replace(hit, score=score) for hit, score in zip(hits, scores, strict=True)]
        return sorted(scored, key=lambda hit: (-hit.score, hit.passage.id))[:limit]

    def frequencies(
        self, connection: Connection, terms: Sequence[str], scope: Scope
    ) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        counted = select(func.count()).select_from(passages).where(inside(passages, scope))
        total = connection.scalar(counted) or 0
        return total, {
            term: connection.scalar(counted.where(_match([term])[0])) or 0 for term in terms
        }

    def holders(
        self, connection: Connection, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        """Of the documents those of which a passage in scope holds the term; by term."""
        among = (
            select(passages.c.document)
            .distinct()
            .where(inside(passages, scope), passages.c.document.in_(documents))
        )
        return {
            term: frozenset(connection.scalars(among.where(_match([term])[0]))) for term in terms
        }


def _match(terms: Sequence[str]) -> tuple[ColumnElement[bool], ColumnElement[float]]:
    """Whether a passage holds any of the terms, and PostgreSQL's own rank of it."""
    document: ColumnElement[Any] = literal_column(LEXEMES)
    queries = [
        func.phraseto_tsquery(literal_column("'english'"), term.translate(_CUT)) for term in terms
    ]
    either: ColumnElement[Any] = reduce(
        lambda one, other: one.op("||", return_type=TSQUERY())(other), queries
    )
    return document.op("@@")(either), func.ts_rank_cd(document, either)
