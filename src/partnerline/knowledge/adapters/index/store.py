"""The index as a whole: opened for one model, written a document at a time."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index import rows, tables
from partnerline.knowledge.adapters.index.portions import portions
from partnerline.knowledge.adapters.index.tables import (
    LAYOUT,
    OF_DOCUMENTS,
    VERSION,
    create,
    documents,
    drop,
    meta,
    passages,
    prices,
    promotions,
)
from partnerline.knowledge.adapters.index.vectors import ChromaVectors
from partnerline.knowledge.errors import IndexUnusable
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.ports import ModelIdentity, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price

_ADVISORY_LOCK = 0x706C6978
"""PostgreSQL's lock for the index's one writer."""


def open_index(engine: Engine, model: ModelIdentity) -> str:
    """Makes the index's tables where there are none, and gives the index's id.

    Raises `IndexUnusable` where another model made the index: its vectors mean nothing to this one.
    """
    with writing(engine, IndexUnusable) as connection:
        known = _meta(connection) if inspect(connection).has_table(meta.name) else {}
        if known and known.get("layout") != LAYOUT:
            drop(connection)
            known = {}
        create(connection)
        if not known:
            known = {
                "layout": LAYOUT,
                "id": uuid.uuid4().hex[:12],
                "model": model.name,
                "weights": model.weights,
                "dimensions": str(model.dimensions),
                VERSION: "",
            }
            connection.execute(insert(meta), [{"key": k, "value": v} for k, v in known.items()])
    if (known["model"], known["weights"], known["dimensions"]) != (
        model.name,
        model.weights,
        str(model.dimensions),
    ):
        raise IndexUnusable(
            f"The index was made by the model {known['model']} (weights {known['weights'][:12]}, {known['dimensions']} "
            f"dimensions), and {model.name} (weights {model.weights[:12]}, {model.dimensions} dimensions) is configured. "
            "Set PARTNERLINE_EMBEDDING_MODEL back, or read the library again with `partnerline ingest --rebuild`."
        )
    return known["id"]


def forget_index(engine: Engine) -> tuple[str, ...]:
    """Drops the index, so that it is made anew by the next `open_index`, and gives its id if there was one.

    The record is not touched.
    """
    with writing(engine, IndexUnusable) as connection:
        known = _meta(connection) if inspect(connection).has_table(meta.name) else {}
        drop(connection)
    return (known["id"],) if "id" in known else ()


def _meta(connection: Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.execute(select(meta))}


Filled = dict[Table, list[dict[str, Any]]]


def _priced(document: Document, prices: Sequence[Price]) -> Filled:
    """The rows of a document's prices, of what they are of, and of all shelves that they and it stand on."""
    own = rows.shelf_of(document)
    by_audience = {price.list.audience: rows.shelf_of_price(price, document) for price in prices}
    used = {shelf.key: shelf for shelf in (own, *by_audience.values())}
    digests = {audience: rows.digest_of(shelf.key) for audience, shelf in by_audience.items()}
    entries = [rows.price_row(price, digests[price.list.audience]) for price in prices]
    return {
        tables.shelves: [rows.shelf_row(document, shelf) for shelf in used.values()],
        tables.prices: entries,
        tables.products: rows.product_rows(entries),
    }


class SqlIndex:
    """Writes documents: vectors first, then everything else in one transaction, then the old vectors go."""

    def __init__(self, engine: Engine, vectors: ChromaVectors, lock: HomeLock) -> None:
        self._engine = engine
        self._vectors = vectors
        self._lock = lock

    def documents(self) -> dict[str, Document]:
        """Every document that is wholly in the index, by path."""
        with reading(self._engine, IndexUnusable) as connection:
            return {
                row.path: rows.document_from(row) for row in connection.execute(select(documents))
            }

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        """How many passages, prices and promotions each document has, by path."""
        counts: list[dict[str, int]] = []
        with reading(self._engine, IndexUnusable) as connection:
            paths = list(connection.scalars(select(documents.c.path)))
            for table in (passages, prices, promotions):
                statement = select(table.c.document, func.count()).group_by(table.c.document)
                counts.append({row[0]: row[1] for row in connection.execute(statement)})
        return {
            path: (counts[0].get(path, 0), counts[1].get(path, 0), counts[2].get(path, 0))
            for path in paths
        }

    @contextmanager
    def writing(self) -> Iterator[frozenset[str]]:
        """Takes the index for writing, clears what a crash left behind, and gives the paths to be read again."""
        with ExitStack() as stack:
            stack.enter_context(self._lock.write())
            stack.enter_context(self._only_writer())
            yield self._repair()
            self._vectors.forget_others(self._audiences())

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,
        words: Sequence[Words],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        """Puts the document in place of its older version: a reader sees the one or the other, whole."""
        audience = document.audience.key
        self._vectors.put(audience, [passage.id for passage in passages], vectors)
        shelf = rows.digest_of(rows.shelf_of(document).key)
        filled = _priced(document, prices) | {
            tables.documents: [rows.document_row(document)],
            tables.passages: [rows.passage_row(passage, shelf) for passage in passages],
            tables.words: [
                rows.words_row(p, found) for p, found in zip(passages, words, strict=True)
            ],
            tables.promotions: [rows.promotion_row(one, shelf) for one in promotions],
            tables.vocabulary: rows.vocabulary_rows(passages, document, shelf),
            tables.acronyms: rows.acronym_rows(passages, document, shelf),
        }
        with writing(self._engine, IndexUnusable) as connection:
            before = self._passages_of(connection, [document.path])
            self._delete(connection, [document.path])
            for table, new in filled.items():
                if new:
                    connection.execute(insert(table), new)
            self._mark(connection)
        self._drop_vectors(before, keep={(audience, passage.id) for passage in passages})

    def restamp(self, path: str, stamp: str) -> None:
        """Notes a new stamp for a file whose digest is the same."""
        with writing(self._engine, IndexUnusable) as connection:
            connection.execute(
                update(documents).where(documents.c.path == path).values(stamp=stamp)
            )

    def remove(self, paths: Sequence[str]) -> None:
        """Takes documents out, whole."""
        with writing(self._engine, IndexUnusable) as connection:
            before = self._passages_of(connection, paths)
            self._delete(connection, paths)
            self._mark(connection)
        self._drop_vectors(before, keep=set())

    def _repair(self) -> frozenset[str]:
        """Deletes vectors that no passage has, and gives the documents that lack one."""
        damaged: set[str] = set()
        for audience in self._audiences():
            with reading(self._engine, IndexUnusable) as connection:
                known = {
                    row.id: row.document
                    for row in connection.execute(
                        select(passages.c.id, passages.c.document)
                        .join(documents, documents.c.path == passages.c.document)
                        .where(documents.c.audience_key == audience)
                    )
                }
            held = self._vectors.ids(audience)
            self._vectors.drop(audience, held - known.keys())
            damaged |= {known[passage_id] for passage_id in known.keys() - held}
        self._vectors.forget_others(self._audiences())
        return frozenset(damaged)

    def _audiences(self) -> list[str]:
        with reading(self._engine, IndexUnusable) as connection:
            return list(connection.scalars(select(documents.c.audience_key).distinct()))

    @staticmethod
    def _passages_of(connection: Connection, paths: Sequence[str]) -> list[tuple[str, str]]:
        """(audience, passage id) of every passage of the documents."""
        every = select(documents.c.audience_key, passages.c.id).join(
            documents, documents.c.path == passages.c.document
        )
        return [
            (row[0], row[1])
            for some in portions(paths)
            for row in connection.execute(every.where(passages.c.document.in_(some)))
        ]

    @staticmethod
    def _delete(connection: Connection, paths: Sequence[str]) -> None:
        for some in portions(paths):
            for table in OF_DOCUMENTS:
                connection.execute(delete(table).where(table.c.document.in_(some)))
            connection.execute(delete(documents).where(documents.c.path.in_(some)))

    @staticmethod
    def _mark(connection: Connection) -> None:
        """Gives the index another version, by which a search notices that it was changed under its eyes."""
        connection.execute(update(meta).where(meta.c.key == VERSION).values(value=uuid.uuid4().hex))

    def _drop_vectors(self, old: list[tuple[str, str]], keep: set[tuple[str, str]]) -> None:
        by_audience: dict[str, list[str]] = {}
        for audience, passage_id in old:
            if (audience, passage_id) not in keep:
                by_audience.setdefault(audience, []).append(passage_id)
        for audience, ids in by_audience.items():
            self._vectors.drop(audience, ids)

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        """Holds PostgreSQL's lock for the index; SQLite has the home's."""
        if self._engine.dialect.name != "postgresql":
            yield
            return
        with self._engine.connect() as connection:
            taken = connection.scalar(select(func.pg_try_advisory_lock(_ADVISORY_LOCK)))
            connection.commit()
            if not taken:
                raise IndexUnusable(
                    "Another process is reading the library into this database. Wait until it is done."
                )
            try:
                yield
            finally:
                connection.execute(
                    text("SELECT pg_advisory_unlock(:lock)"), {"lock": _ADVISORY_LOCK}
                )
                connection.commit()
