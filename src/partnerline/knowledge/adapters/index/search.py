"""Searches the index, and never outside the scope it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    Table,
    and_,
    column,
    func,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql import literal_column

from partnerline.knowledge.adapters.database import reading
from partnerline.knowledge.adapters.index import rows, tables
from partnerline.knowledge.adapters.index.bm25 import bm25
from partnerline.knowledge.adapters.index.portions import portions
from partnerline.knowledge.adapters.index.tables import (
    VERSION,
    documents,
    meta,
    passages,
    prices,
    products,
    promotions,
    shelves,
)
from partnerline.knowledge.adapters.index.vectors import ChromaVectors
from partnerline.knowledge.errors import IndexUnusable
from partnerline.knowledge.model import Document
from partnerline.knowledge.ports import Found, Scope, Shelf, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product

TRIES = 10
"""Searches of one question while documents are being written; each write takes longer than a search."""

AGAIN = 4
"""PostgreSQL's rank knows no rarity of words, so it picks this many times as many, and BM25 ranks those."""

_words = table("index_words", column("rowid"), column("index_words"))


class SqlRetriever:
    """Passages by meaning from Chroma and by words from the database; a vector without its passage is ignored."""

    def __init__(self, engine: Engine, vectors: ChromaVectors) -> None:
        self._engine = engine
        self._vectors = vectors

    def shelves(self) -> tuple[Shelf, ...]:
        """Every shelf that holds a document, or a price that is for fewer people than its document."""
        one_each = (
            select(shelves.c.shelf, func.min(shelves.c.document).label("document"))
            .group_by(shelves.c.shelf)
            .subquery()
        )
        statement = select(shelves).join(
            one_each,
            and_(shelves.c.shelf == one_each.c.shelf, shelves.c.document == one_each.c.document),
        )
        with reading(self._engine, IndexUnusable) as connection:
            return tuple(rows.shelf_from(row) for row in connection.execute(statement))

    def dense(self, vector: Vectors, scope: Scope, limit: int) -> list[Found]:
        """The passages nearest to a question's vector, best first, by cosine.

        Vectors and passages are in two stores, so where a document was written meanwhile it is searched again.
        """
        for _ in range(TRIES):
            version, audiences = self._now(scope)
            found = [
                one
                for audience in audiences
                for one in self._nearest(audience, vector, scope, limit)
            ]
            if version == self._now(scope)[0]:
                break
        return sorted(found, key=lambda f: (-f.score, f.passage.id))[:limit]

    def _now(self, scope: Scope) -> tuple[str, list[str]]:
        """The index's version, and those audiences of the scope that documents are for: some have only prices."""
        key = documents.c.audience_key
        statement = select(key).where(key.in_(scope.audiences)).distinct()
        with reading(self._engine, IndexUnusable) as connection:
            return _version(connection), sorted(connection.scalars(statement))

    def lexical(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        """The passages that hold any of the terms, best first, by BM25."""
        if not terms or not scope.shelves:
            return []
        found = self._ranked(terms, scope, limit if self._sqlite else limit * AGAIN)
        if self._sqlite:
            return found
        total, frequencies = self.frequencies(terms, scope)
        scores = bm25([one.passage.searchable for one in found], terms, frequencies, total)
        scored = [replace(one, score=score) for one, score in zip(found, scores, strict=True)]
        return sorted(scored, key=lambda one: (-one.score, one.passage.id))[:limit]

    def _ranked(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        """The passages that hold any of the terms, by the database's own rank."""
        match, rank = self._match(terms)
        statement = (
            self._joined(rank.label("rank"), match)
            .where(_inside(passages, scope))
            .order_by(literal_column("rank").desc(), passages.c.id)
            .limit(limit)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return [_found(row, float(row.rank)) for row in connection.execute(statement)]

    def words(self, passages: Sequence[str], scope: Scope) -> dict[str, Words]:
        """The words' vectors of passages in scope, by the passage's id."""
        table = tables.passages
        statement = (
            select(tables.words.c.passage, tables.words.c.vectors)
            .join(table, table.c.id == tables.words.c.passage)
            .where(table.c.id.in_(passages), _inside(table, scope))
        )
        with reading(self._engine, IndexUnusable) as connection:
            dimensions = connection.scalar(select(meta.c.value).where(meta.c.key == "dimensions"))
            return {
                row.passage: rows.words_from(row, int(dimensions or 1))
                for row in connection.execute(statement)
            }

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        inside = _inside(passages, scope)
        with reading(self._engine, IndexUnusable) as connection:
            total = connection.scalar(select(func.count()).select_from(passages).where(inside)) or 0
            counts = {}
            for term in terms:
                match, _ = self._match([term])
                counts[term] = connection.scalar(self._counted(match).where(inside)) or 0
        return total, counts

    def _nearest(self, audience: str, vector: Vectors, scope: Scope, limit: int) -> list[Found]:
        """The audience's nearest passages in scope: what is out of date takes places, so more are fetched if need be."""
        asked = limit
        while True:
            near = self._vectors.nearest(audience, vector, asked)
            found = self._in_scope(dict(near), scope, audience)
            if len(found) >= limit or len(near) < asked:
                return found
            asked *= 4

    def _in_scope(self, scores: Mapping[str, float], scope: Scope, audience: str) -> list[Found]:
        statement = (
            select(passages, *_document_columns())
            .join(documents, documents.c.path == passages.c.document)
            .where(_inside(passages, scope), documents.c.audience_key == audience)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return [
                _found(row, scores[row.id])
                for some in portions(scores)
                for row in connection.execute(statement.where(passages.c.id.in_(some)))
            ]

    @property
    def _sqlite(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    def _match(self, terms: Sequence[str]) -> tuple[ColumnElement[bool], ColumnElement[float]]:
        """The condition and the rank of passages that hold any of the terms: each is quoted, so none is syntax."""
        if self._sqlite:
            query = " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)
            return _words.c.index_words.op("MATCH")(query), -func.bm25(
                literal_column("index_words")
            )
        document = func.to_tsvector(literal_column("'english'"), passages.c.searchable)
        queries = [func.phraseto_tsquery(literal_column("'english'"), term) for term in terms]
        either: ColumnElement[Any] = reduce(
            lambda one, other: one.op("||", return_type=TSQUERY())(other), queries
        )
        return document.op("@@")(either), func.ts_rank_cd(document, either)

    def _joined(self, rank: ColumnElement[float], match: ColumnElement[bool]) -> Select[Any]:
        start = select(passages, *_document_columns(), rank)
        joined = documents.join(passages, documents.c.path == passages.c.document)
        if self._sqlite:
            return start.select_from(
                joined.join(_words, _words.c.rowid == passages.c.number)
            ).where(match)
        return start.select_from(joined).where(match)

    def _counted(self, match: ColumnElement[bool]) -> Select[Any]:
        """The passages that match, counted; the words are looked up first, whatever the planner thinks of the shelves."""
        start = select(func.count()).select_from(passages)
        if self._sqlite:
            return start.where(passages.c.number.in_(select(_words.c.rowid).where(match)))
        return start.where(match)


class SqlPriceBook:
    """Typed prices by part number, and the promotions on them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def products(self, scope: Scope) -> tuple[Product, ...]:
        """Every product that has a price entry in scope, by part number, each name it bears."""
        statement = select(products.c.sku, products.c.name).where(_inside(products, scope))
        with reading(self._engine, IndexUnusable) as connection:
            named = {(row.sku, row.name) for row in connection.execute(statement)}
        # Sorted here, as two databases sort text in two ways.
        return tuple(Product(sku=sku, name=name) for sku, name in sorted(named))

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        """Every price entry of the part number in scope, in the order of lists and cells."""
        statement = (
            select(prices, shelves.c.audience.label(_AUDIENCE), *_document_columns())
            .join(documents, documents.c.path == prices.c.document)
            .join(
                shelves,
                and_(shelves.c.document == prices.c.document, shelves.c.shelf == prices.c.shelf),
            )
            .where(prices.c.sku == sku, _inside(prices, scope))
            .order_by(prices.c.document, prices.c.number)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return tuple(
                rows.price_from(row, _document(row), rows.audience_from(getattr(row, _AUDIENCE)))
                for row in connection.execute(statement)
            )

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        """Every promotion in scope, running or not, in the order of documents and cells."""
        statement = (
            select(promotions, *_document_columns())
            .join(documents, documents.c.path == promotions.c.document)
            .where(_inside(promotions, scope))
            .order_by(promotions.c.document, promotions.c.number)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return tuple(
                rows.promotion_from(row, _document(row)) for row in connection.execute(statement)
            )

    def version(self) -> str:
        """What changes whenever any document of the index does."""
        with reading(self._engine, IndexUnusable) as connection:
            return _version(connection)


def _version(connection: Connection) -> str:
    return connection.scalar(select(meta.c.value).where(meta.c.key == VERSION)) or ""


def _inside(table: Table, scope: Scope) -> ColumnElement[bool]:
    """Whether a row stands on one of the scope's shelves."""
    return table.c.shelf.in_([rows.digest_of(key) for key in scope.shelves])


_AUDIENCE = "of_shelf_audience"
_PREFIX = "of_document_"


def _document_columns() -> list[ColumnElement[Any]]:
    return [c.label(_PREFIX + c.name) for c in documents.c]


class _Prefixed:
    """A joined row as the document's row."""

    def __init__(self, row: Row[Any]) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, _PREFIX + name)


def _document(row: Row[Any]) -> Document:
    return rows.document_from(_Prefixed(row))


def _found(row: Row[Any], score: float) -> Found:
    return Found(passage=rows.passage_from(row), document=_document(row), score=score)
