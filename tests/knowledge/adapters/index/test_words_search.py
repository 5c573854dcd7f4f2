"""SQLite's search by words gives what FTS5 itself gives, whatever of it is kept in memory."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from tests.knowledge.adapters.index.conftest import opening
from tests.knowledge.adapters.index.shelves import ACME, GLOBEX, Store

from partnerline.knowledge.partners import Audience

THEIRS = Audience(partners=frozenset({"globex"}))
WORDS = "gateway gateways warranty warranties days AX-200 AX200 day Größe grosse 200 running run".split()
FTS5 = text(
    "SELECT p.text, -bm25(index_words) AS rank FROM index_words JOIN index_passages AS p ON p.number = index_words.rowid"
    " WHERE index_words MATCH :terms ORDER BY rank DESC, p.id LIMIT :limit"
)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An index in SQLite."""
    with opening("embedded", request, tmp_path) as open_:
        yield open_()


def filled(store: Store, documents: int = 40) -> None:
    chosen = random.Random(5)
    for number in range(documents):
        texts = [" ".join(chosen.choices(WORDS, k=chosen.randint(1, 300))) for _ in range(3)]
        store.put(f"{number}.md", *texts)


def by_fts5(store: Store, terms: list[str], limit: int) -> list[tuple[str, Any]]:
    assert store.engine is not None
    quoted = " OR ".join(f'"{term}"' for term in terms)
    with store.engine.connect() as connection:
        rows = connection.execute(FTS5, {"terms": quoted, "limit": limit})
        return [(row[0], pytest.approx(row[1], rel=1e-9)) for row in rows]


def ours(store: Store, terms: list[str], limit: int) -> list[tuple[str, float]]:
    found = store.retriever.lexical(terms, store.scope(), limit)
    return [(one.passage.text, one.score) for one in found]


@pytest.mark.parametrize(
    "terms",
    [
        ["gateway"],
        ["warranties", "days", "größe"],
        ["ax-200", "200", "ax"],
        ["running", "unheard", '"quoted', "°", "ax - 200"],
    ],
)
@pytest.mark.parametrize("limit", [1, 7, 500])
def test_passages_order_and_scores_are_those_of_fts5(
    store: Store, terms: list[str], limit: int
) -> None:
    filled(store)
    plain = [term.replace('"', "") for term in terms]
    assert ours(store, terms, limit) == by_fts5(store, plain, limit)


def test_equal_scores_are_in_the_order_of_their_ids_wherever_the_cut_falls(store: Store) -> None:
    for number in range(30):
        store.put(f"{number}.md", "gateway warranty")
    found = store.retriever.lexical(["gateway"], store.scope(), 30)
    ids = [one.passage.id for one in found]
    assert ids == sorted(ids)
    for limit in (1, 10, 29):
        cut = store.retriever.lexical(["gateway"], store.scope(), limit)
        assert [one.passage.id for one in cut] == ids[:limit]


def test_what_is_kept_follows_every_change_of_the_index(store: Store) -> None:
    filled(store, 4)
    ours(store, ["gateway"], 5)
    store.put("1.md", "gateway gateway", "no such thing")
    store.index.remove(["0.md"])
    assert ours(store, ["gateway"], 20) == by_fts5(store, ["gateway"], 20)
    total, counts = store.retriever.frequencies(["gateway", "thing"], store.scope())
    assert (total, counts["thing"]) == (8, 1)
    assert store.retriever.holders(["thing"], ["0.md", "1.md", "2.md"], store.scope()) == {
        "thing": frozenset({"1.md"})
    }


def test_what_one_asker_is_shown_is_not_kept_for_another(store: Store) -> None:
    store.put("ours.md", "gateway warranty")
    store.put("theirs.md", "gateway gateway secret", audience=THEIRS)
    theirs, mine = store.scope(GLOBEX), store.scope(ACME)
    for _ in range(2):
        assert store.retriever.frequencies(["gateway", "secret"], theirs) == (
            2,
            {"gateway": 2, "secret": 1},
        )
        assert store.retriever.frequencies(["gateway", "secret"], mine) == (
            1,
            {"gateway": 1, "secret": 0},
        )
        found = store.retriever.lexical(["gateway", "secret"], mine, 10)
        assert [one.document.path for one in found] == ["ours.md"]
        held = store.retriever.holders(["gateway"], ["ours.md", "theirs.md"], mine)
        assert held == {"gateway": frozenset({"ours.md"})}


def test_an_empty_index_holds_nothing(store: Store) -> None:
    store.put("a.md", "gateway")
    scope = store.scope()
    store.index.remove(["a.md"])
    assert store.retriever.lexical(["gateway"], scope, 5) == []
    assert store.retriever.frequencies(["gateway"], scope) == (0, {"gateway": 0})
    assert store.retriever.holders(["gateway"], ["a.md"], scope) == {"gateway": frozenset()}
