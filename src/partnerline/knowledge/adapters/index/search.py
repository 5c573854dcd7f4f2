"""Searches the index, and never outside the scope it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, func, select
from sqlalchemy.sql import literal_column

from partnerline.knowledge.adapters.database import reading
from partnerline.knowledge.adapters.index import rows, tables
from partnerline.knowledge.adapters.index.bm25 import bm25
from partnerline.knowledge.adapters.index.fulltext import FullText
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
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.ports import Found, Scope, Shelf, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product

TRIES = 10
"""Searches of one question while documents are being written; each write takes longer than a search."""

AGAIN = 4
"""PostgreSQL's rank knows no rarity of words, so it picks this many times as many, and BM25 ranks those."""

AROUND = 4
"""Passages before and behind one that are taken to stand about it."""


class SqlRetriever:
    """Passages by meaning from Chroma and by words from the database; a vector without its passage is ignored."""

    def __init__(self, engine: Engine, vectors: ChromaVectors) -> None:
        self._engine = engine
        self._vectors = vectors
        self._text = FullText(engine.dialect.name)

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
        found = self._ranked(terms, scope, limit if self._text.sqlite else limit * AGAIN)
        if self._text.sqlite:
            return found
        total, frequencies = self.frequencies(terms, scope)
        scores = bm25([one.passage.searchable for one in found], terms, frequencies, total)
        scored = [replace(one, score=score) for one, score in zip(found, scores, strict=True)]
        return sorted(scored, key=lambda one: (-one.score, one.passage.id))[:limit]

    def _ranked(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        """The passages that hold any of the terms, by the database's own rank."""
        statement = (
            self._text.ranked(terms, _document_columns())
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

    def around(self, passage: Passage, scope: Scope) -> tuple[Passage, ...]:
        """The passages in scope that stand about this one in its document, itself among them, in their order."""
        at = passages.c.position
        near = at.between(passage.position - AROUND, passage.position + AROUND)
        statement = select(passages).where(
            passages.c.document == passage.document, near, _inside(passages, scope)
        )
        with reading(self._engine, IndexUnusable) as connection:
            found = connection.execute(statement.order_by(at))
            return tuple(rows.passage_from(row) for row in found)

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        inside = _inside(passages, scope)
        with reading(self._engine, IndexUnusable) as connection:
            total = connection.scalar(select(func.count()).select_from(passages).where(inside)) or 0
            counts = {}
            counted = select(func.count()).select_from(passages)
            for term in terms:
                holding = counted.where(self._text.holds(term), inside)
                counts[term] = connection.scalar(holding) or 0
        return total, counts

    def holders(
        self, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        """Of the documents, by path, those of which a passage in scope holds the term; by term."""
        of = select(passages.c.document).distinct().where(_inside(passages, scope))
        among = of.where(passages.c.document.in_(documents))
        with reading(self._engine, IndexUnusable) as connection:
            return {
                term: frozenset(connection.scalars(among.where(self._text.holds(term))))
                for term in terms
            }

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        """The words in scope that begin so, each with how many documents hold it."""
        table = tables.vocabulary
        statement = (
            select(table.c.word, func.count().label("documents"))
            .where(table.c.beginning == beginning[:1], _inside(table, scope))
            .group_by(table.c.word)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return {
                row.word: row.documents
                for row in connection.execute(statement)
                if row.word.startswith(beginning)
            }

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        """What documents in scope say the short forms stand for, the commonest first."""
        table = tables.acronyms
        statement = (
            select(table.c.short, table.c.long, func.count().label("documents"))
            .where(table.c.short.in_(shorts), _inside(table, scope))
            .group_by(table.c.short, table.c.long)
        )
        with reading(self._engine, IndexUnusable) as connection:
            found = sorted(connection.execute(statement), key=lambda r: (-r.documents, r.long))
        meanings: dict[str, tuple[str, ...]] = {}
        for row in found:
            meanings[row.short] = (*meanings.get(row.short, ()), row.long)
        return meanings

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
