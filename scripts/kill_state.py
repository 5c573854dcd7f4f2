"""All that an index holds, and in what two of them differ."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scripts.kill_library import Versions
from sqlalchemy import Connection, Engine, Table, inspect, select, text

from partnerline.knowledge.adapters.database import make_engine, reading, sqlite_url, writing
from partnerline.knowledge.adapters.index import rows, tables
from partnerline.knowledge.adapters.index.search import SqlRetriever
from partnerline.knowledge.adapters.index.vectors import ChromaVectors, connect
from partnerline.knowledge.errors import IndexUnusable, PartnerlineError
from partnerline.knowledge.model import Document
from partnerline.knowledge.ports import Scope
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.words import content_words

_NEAR = 1e-5
"""A vector is computed in a batch with others, whose company changes its last bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What an index holds; `found` are the ranked passages for common words, `lost` those that don't find themselves.

    `vectors` are by audience and passage, `others` the collections that belong to no audience, `faults` what SQLite's
    own checks say.
    """

    documents: dict[str, tuple[Any, ...]]
    passages: dict[str, tuple[Any, ...]]
    words: dict[str, tuple[str, bytes]]
    prices: list[tuple[Any, ...]]
    promotions: list[tuple[Any, ...]]
    shelves: frozenset[str]
    found: dict[str, list[str]]
    vectors: dict[tuple[str, str], NDArray[np.float32]]
    lost: list[str]
    others: list[str]
    faults: list[str]


def state_of(home: Path) -> State | None:
    """The state of the index in a home; `None` where no index was made yet."""
    file = home / "index.sqlite"
    if not file.exists():
        return None
    engine = make_engine(sqlite_url(file))
    try:
        if not inspect(engine).has_table(tables.meta.name):
            return None
        return _read(engine, home)
    finally:
        engine.dispose()


def _read(engine: Engine, home: Path) -> State:
    with reading(engine) as connection:
        meta = {row.key: row.value for row in connection.execute(select(tables.meta))}
        documents = {row.path: tuple(row) for row in connection.execute(select(tables.documents))}
        audiences = set(connection.scalars(select(tables.documents.c.audience_key)))
        passages = {row.id: tuple(row)[2:] for row in connection.execute(select(tables.passages))}
        words = {
            row.passage: (row.document, row.vectors)
            for row in connection.execute(select(tables.words))
        }
        prices = _in_order(connection, tables.prices)
        promotions = _in_order(connection, tables.promotions)
    client = connect(home, None)
    vectors = ChromaVectors(client, meta["id"])
    retriever = SqlRetriever(engine, vectors)
    shelves = frozenset(shelf.key for shelf in retriever.shelves())
    scope = Scope(shelves=shelves, audiences=frozenset(audiences))
    held = _vectors(client, audiences)
    return State(
        documents=documents,
        passages=passages,
        words=words,
        prices=prices,
        promotions=promotions,
        shelves=shelves,
        found={
            word: [hit.passage.id for hit in retriever.lexical([word], scope, len(passages))]
            for word in _common(passages)
        },
        vectors=held,
        lost=[
            passage
            for (audience, passage), vector in held.items()
            if not _finds_itself(passage, vectors.nearest(audience, vector, 10))
        ],
        others=[c.name for c in client.list_collections() if _audience(c) not in audiences],
        faults=_faults(engine),
    )


def _in_order(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    """The table's rows by document, without their numbers."""
    ordered = select(table).order_by(table.c.document, table.c.number)
    return [tuple(row)[1:] for row in connection.execute(ordered)]


def _finds_itself(passage: str, near: list[tuple[str, float]]) -> bool:
    """Whether it is among the nearest to its own vector, or all of those are copies of it."""
    return passage in dict(near) or (len(near) == 10 and near[-1][1] > 1 - _NEAR)


def _audience(collection: Any) -> str | None:
    return (collection.metadata or {}).get("audience")


def _vectors(client: Any, audiences: set[str]) -> dict[tuple[str, str], NDArray[np.float32]]:
    held = {}
    for collection in client.list_collections():
        audience = _audience(collection)
        if audience in audiences:
            found = collection.get(include=["embeddings"])
            for key, vector in zip(found["ids"], found["embeddings"], strict=True):
                held[audience, key] = np.asarray(vector, dtype=np.float32)
    return held


def _common(passages: Mapping[str, tuple[Any, ...]]) -> list[str]:
    """The twenty words that most passages hold."""
    counts: Counter[str] = Counter()
    for passage in passages.values():
        counts.update(set(content_words(passage[-1])))
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:20]]


def _faults(engine: Engine) -> list[str]:
    """What SQLite finds amiss in its file, and its full-text index in what it indexes."""
    faults = []
    with reading(engine) as connection:
        verdict = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        faults += [line for line in verdict if line != "ok"]
    try:
        with writing(engine, IndexUnusable) as connection:
            check = "INSERT INTO index_words(index_words, rank) VALUES ('integrity-check', 1)"
            connection.execute(text(check))
    except PartnerlineError as error:
        faults.append(f"full text: {error.__cause__}")
    return faults


def differences(state: State | None, wanted: State | None) -> list[str]:
    """In what a state is not the wanted one, and what is amiss with it by itself."""
    if state is None or wanted is None:
        return [] if state is wanted else ["one of the two has no index"]
    return [
        *_unlike("document", state.documents, wanted.documents),
        *_unlike("passage", state.passages, wanted.passages),
        *_unlike("vector", state.vectors, wanted.vectors, _close),
        *_unlike("words of", state.words, wanted.words, _same_words),
        *(["prices differ"] if state.prices != wanted.prices else []),
        *(["promotions differ"] if state.promotions != wanted.promotions else []),
        *(["shelves differ"] if state.shelves != wanted.shelves else []),
        *_unlike("full text of", state.found, wanted.found),
        *_amiss(state),
    ]


def _amiss(state: State) -> Iterator[str]:
    yield from (f"collection of nobody: {name}" for name in state.others)
    yield from (f"vector doesn't find itself: {name}" for name in state.lost)
    yield from state.faults
    for _, passage in state.vectors.keys() - _wanted_vectors(state):
        yield f"vector without its passage: {passage}"


def _wanted_vectors(state: State) -> set[tuple[str, str]]:
    names = [column.name for column in tables.documents.c]
    audience = names.index("audience_key")
    return {(state.documents[row[0]][audience], key) for key, row in state.passages.items()}


def _unlike(
    what: str, one: Mapping[Any, Any], other: Mapping[Any, Any], same: Any = None
) -> Iterator[str]:
    for key in sorted(one.keys() | other.keys(), key=str):
        if key not in other:
            yield f"{what} {key}: too much"
        elif key not in one:
            yield f"{what} {key}: missing"
        elif not (same(one[key], other[key]) if same else one[key] == other[key]):
            yield f"{what} {key}: another"


def _close(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    return one.shape == other.shape and bool(np.abs(one - other).max() < _NEAR)


def _same_words(one: tuple[str, bytes], other: tuple[str, bytes]) -> bool:
    """The same document's, and no number more than the one step apart that rounding can make of a last bit."""
    rows_ = [np.frombuffer(held, dtype=np.int8).astype(int) for _, held in (one, other)]
    same_size = one[0] == other[0] and rows_[0].shape == rows_[1].shape
    return same_size and bool((np.abs(rows_[0] - rows_[1]) <= 1).all())


def half_seen(state: State | None, versions: Versions) -> list[str]:
    """What a reader sees that is not one whole version of its document, of those it may see."""
    names = [column.name for column in tables.documents.c]
    digest = names.index("digest")
    held = state.documents if state else {}
    faults = [
        f"{path}: a version that is neither the old nor the new one"
        for path in held.keys() | versions.paths()
        if not versions.may_be_seen(path, held[path][digest] if path in held else None)
    ]
    if state is None:
        return faults
    faults += [f"vector missing: {key}" for key in _wanted_vectors(state) - state.vectors.keys()]
    for path in held:
        version = versions.whole(path, held[path][digest])
        if version and _contents(state, path) != _expected(version):
            faults.append(f"{path}: not whole")
    strays = {row[0] for row in (*state.passages.values(), *state.prices, *state.promotions)}
    return faults + [f"{path}: parts of no document" for path in strays - held.keys()]


Rows = list[tuple[Any, ...]]
Contents = tuple[Rows, Rows, Rows, set[str]]


def _contents(state: State, path: str) -> Contents:
    """Passages, prices and promotions in their orders, and the passages whose words are there."""
    passages = [(key, *row) for key, row in state.passages.items() if row[0] == path]
    return (
        sorted(passages, key=lambda row: int(row[3])),
        [row for row in state.prices if row[0] == path],
        [row for row in state.promotions if row[0] == path],
        {key for key, (document, _) in state.words.items() if document == path},
    )


def _expected(version: tuple[Any, ...]) -> Contents:
    document, passages, prices, promotions = version
    shelf = rows.digest_of(rows.shelf_of(document).key)
    return (
        _as_held(tables.passages, [rows.passage_row(passage, shelf) for passage in passages]),
        _as_held(tables.prices, [_sold(price, document) for price in prices]),
        _as_held(tables.promotions, [rows.promotion_row(one, shelf) for one in promotions]),
        {passage.id for passage in passages},
    )


def _sold(price: Price, document: Document) -> dict[str, Any]:
    return rows.price_row(price, rows.digest_of(rows.shelf_of_price(price, document).key))


def _as_held(table: Table, written: list[dict[str, Any]]) -> Rows:
    """What was written, as the table holds it, without its numbers."""
    columns = [column.name for column in table.c][1:]
    return [tuple(row[name] for name in columns) for row in written]
