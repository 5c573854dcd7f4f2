"""Searches the index, and never outside the scope it is given."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Engine, and_, func, select

from partnerline.knowledge.adapters.database import reading
from partnerline.knowledge.adapters.index import about, rows, tables
from partnerline.knowledge.adapters.index.joined import (
    also_inside,
    document_columns,
    found_from,
    inside,
    joined_document,
    passages_with_documents,
    version_of,
)
from partnerline.knowledge.adapters.index.kept import Kept
from partnerline.knowledge.adapters.index.portions import portions
from partnerline.knowledge.adapters.index.postgres_words import PostgresWords
from partnerline.knowledge.adapters.index.sqlite_words import SqliteWords
from partnerline.knowledge.adapters.index.tables import (
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
from partnerline.knowledge.model import Kind, Passage
from partnerline.knowledge.ports import Found, Scope, Shelf, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product

TRIES = 10
"""Searches of one question while documents are being written; each write takes longer than a search."""

AROUND = 4
"""Passages before and behind one that are taken to stand about it."""

BEGINNINGS = 64
"""Lists of words by beginning and scope that are kept; each holds some hundred words."""


class SqlRetriever:
    """Passages by meaning from Chroma and by words from the database; a vector without its passage is ignored."""

    def __init__(self, engine: Engine, vectors: ChromaVectors) -> None:
        self._engine = engine
        self._vectors = vectors
        self._by_words: SqliteWords | PostgresWords = (
            SqliteWords() if engine.dialect.name == "sqlite" else PostgresWords()
        )
        self._audiences: Kept[None, frozenset[str]] = Kept(1)
        self._dimensions: Kept[None, int] = Kept(1)
        self._shelves: Kept[None, tuple[Shelf, ...]] = Kept(1)
        self._beginnings: Kept[tuple[str, Scope], dict[str, int]] = Kept(BEGINNINGS)

    def shelves(self) -> tuple[Shelf, ...]:
        """Every shelf that holds a document, or a price that is for fewer people than its document."""
        with reading(self._engine, IndexUnusable) as connection:
            return self._shelves.get(version_of(connection), None, lambda: _every_shelf(connection))

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
        with reading(self._engine, IndexUnusable) as connection:
            version = version_of(connection)
            every = self._audiences.get(version, None, lambda: _every_audience(connection))
        return version, sorted(every & scope.audiences)

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        """The first day that each document holds, else the day its file was changed; by path, where known."""
        with reading(self._engine, IndexUnusable) as connection:
            return about.days_of(connection, paths)

    def titles(self, kind: Kind, scope: Scope) -> tuple[str, ...]:
        """The titles of the documents of a kind that have a passage in scope, by path."""
        with reading(self._engine, IndexUnusable) as connection:
            return about.titles_of(connection, kind, scope)

    def lexical(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        """The passages that hold any of the terms, best first, by BM25."""
        if not terms or not scope.shelves:
            return []
        with reading(self._engine, IndexUnusable) as connection:
            return self._by_words.ranked(connection, terms, scope, limit)

    def words(self, passages: Sequence[str], scope: Scope) -> dict[str, Words]:
        """The words' vectors of passages in scope, by the passage's id."""
        table = tables.passages
        statement = (
            select(tables.words.c.passage, tables.words.c.vectors)
            .join(table, table.c.id == tables.words.c.passage)
            .where(table.c.id.in_(passages), also_inside(table, scope))
        )
        with reading(self._engine, IndexUnusable) as connection:
            dimensions = self._dimensions.get(
                version_of(connection), None, lambda: _dimensions(connection)
            )
            return {
                row.passage: rows.words_from(row, dimensions)
                for row in connection.execute(statement)
            }

    def around(self, passage: Passage, scope: Scope) -> tuple[Passage, ...]:
        """The passages in scope that stand about this one in its document, itself among them, in their order."""
        at = passages.c.position
        near = at.between(passage.position - AROUND, passage.position + AROUND)
        statement = select(passages).where(
            passages.c.document == passage.document, near, also_inside(passages, scope)
        )
        with reading(self._engine, IndexUnusable) as connection:
            found = connection.execute(statement.order_by(at))
            return tuple(rows.passage_from(row) for row in found)

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        with reading(self._engine, IndexUnusable) as connection:
            return self._by_words.frequencies(connection, terms, scope)

    def holders(
        self, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        """Of the documents, by path, those of which a passage in scope holds the term; by term."""
        with reading(self._engine, IndexUnusable) as connection:
            return self._by_words.holders(connection, terms, documents, scope)

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        """The words in scope that begin so, each with how many documents hold it."""
        with reading(self._engine, IndexUnusable) as connection:
            every = self._beginnings.get(
                version_of(connection),
                (beginning[:1], scope),
                lambda: _words_by_beginning(connection, beginning[:1], scope),
            )
        return {word: count for word, count in every.items() if word.startswith(beginning)}

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        """What documents in scope say the short forms stand for, the commonest first."""
        table = tables.acronyms
        statement = (
            select(table.c.short, table.c.long, func.count().label("documents"))
            .where(table.c.short.in_(shorts), inside(table, scope))
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
        statement = passages_with_documents().where(
            also_inside(passages, scope), documents.c.audience_key.concat("") == audience
        )
        with reading(self._engine, IndexUnusable) as connection:
            return [
                found_from(row, scores[row.id])
                for some in portions(scores)
                for row in connection.execute(statement.where(passages.c.id.in_(some)))
            ]


def _every_audience(connection: Connection) -> frozenset[str]:
    return frozenset(connection.scalars(select(documents.c.audience_key).distinct()))


def _dimensions(connection: Connection) -> int:
    return int(connection.scalar(select(meta.c.value).where(meta.c.key == "dimensions")) or 1)


def _every_shelf(connection: Connection) -> tuple[Shelf, ...]:
    one_each = (
        select(shelves.c.shelf, func.min(shelves.c.document).label("document"))
        .group_by(shelves.c.shelf)
        .subquery()
    )
    statement = select(shelves).join(
        one_each,
        and_(shelves.c.shelf == one_each.c.shelf, shelves.c.document == one_each.c.document),
    )
    return tuple(rows.shelf_from(row) for row in connection.execute(statement))


def _words_by_beginning(connection: Connection, letter: str, scope: Scope) -> dict[str, int]:
    table = tables.vocabulary
    statement = (
        select(table.c.word, func.count().label("documents"))
        .where(table.c.beginning == letter, inside(table, scope))
        .group_by(table.c.word)
    )
    return {row.word: row.documents for row in connection.execute(statement)}


class SqlPriceBook:
    """Typed prices by part number, and the promotions on them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def products(self, scope: Scope) -> tuple[Product, ...]:
        """Every product that has a price entry in scope, by part number, each name it bears."""
        statement = select(products.c.sku, products.c.name).where(inside(products, scope))
        with reading(self._engine, IndexUnusable) as connection:
            named = {(row.sku, row.name) for row in connection.execute(statement)}
        # Sorted here, as two databases sort text in two ways.
        return tuple(Product(sku=sku, name=name) for sku, name in sorted(named))

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        """Every price entry of the part number in scope, in the order of lists and cells."""
        statement = (
            select(prices, shelves.c.audience.label(_AUDIENCE), *document_columns())
            .join(documents, documents.c.path == prices.c.document)
            .join(
                shelves,
                and_(shelves.c.document == prices.c.document, shelves.c.shelf == prices.c.shelf),
            )
            .where(prices.c.sku == sku, inside(prices, scope))
            .order_by(prices.c.document, prices.c.number)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return tuple(
                rows.price_from(
                    row, joined_document(row), rows.audience_from(getattr(row, _AUDIENCE))
                )
                for row in connection.execute(statement)
            )

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        """Every promotion in scope, running or not, in the order of documents and cells."""
        statement = (
            select(promotions, *document_columns())
            .join(documents, documents.c.path == promotions.c.document)
            .where(inside(promotions, scope))
            .order_by(promotions.c.document, promotions.c.number)
        )
        with reading(self._engine, IndexUnusable) as connection:
            return tuple(
                rows.promotion_from(row, joined_document(row))
                for row in connection.execute(statement)
            )

    def version(self) -> str:
        """What changes whenever any document of the index does."""
        with reading(self._engine, IndexUnusable) as connection:
            return version_of(connection)


_AUDIENCE = "of_shelf_audience"
