"""What every index does, the fake one too."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from tests.knowledge.adapters.index.shelves import ACME, DAY, EVERY, GLOBEX, Store, made

from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Scope, Shelf

GOLD = Audience(tiers=frozenset({"gold"}))
PUBLIC = Audience(public=True)


def test_a_document_comes_back_as_it_went_in(any_store: Store) -> None:
    document, passages, prices = made(
        "lists/Preise Ä.xlsx",
        "Ein Gateway für 12,5 V — „robust“.",
        amounts=("1234.500", "0.005", "99999999.99", "?"),
        kind="price_list",
        audience=Audience(tiers=frozenset({"gold"}), regions=frozenset({"EMEA", "CH"})),
        stamp="1-2-3",
        net=True,
        valid_from=DAY,
        valid_until=DAY + timedelta(days=1),
    )
    vectors, words = any_store.embedder.embed_with_words([p.searchable for p in passages])
    any_store.index.replace(document, passages, vectors, words, prices)
    assert any_store.index.documents() == {document.path: document}
    assert any_store.index.sizes() == {document.path: (1, 4, 0)}
    (found,) = any_store.near("robust")
    assert (found.passage, found.document) == (passages[0], document)
    for entry in prices:
        (back,) = any_store.prices.prices(entry.sku, any_store.scope())
        assert back == entry
        assert str(back.amount or "") == str(entry.amount or "")


def test_the_nearest_passage_comes_first_with_its_cosine(any_store: Store) -> None:
    any_store.put("a", "red gateway", "blue sensor", "green kit")
    found = any_store.near("Heading blue sensor", limit=2)
    assert found[0].passage.text == "blue sensor"
    assert len(found) == 2
    assert found[0].score == pytest.approx(1.0, abs=1e-3)
    assert found[0].score > found[1].score


def test_words_find_the_passages_that_hold_any_of_them_in_any_form(any_store: Store) -> None:
    any_store.put("a", "registers deals quickly", "gateway and sensor", "nothing of it")
    found = any_store.retriever.lexical(["deal", "sensor"], any_store.scope(), 10)
    assert {f.passage.text for f in found} == {"registers deals quickly", "gateway and sensor"}
    assert len(any_store.retriever.lexical(["gateway", "deal"], any_store.scope(), 1)) == 1
    assert any_store.retriever.lexical([], any_store.scope(), 10) == []


@pytest.mark.parametrize("term", ['"', "'", "AND", "NOT", "a*b", "col:x", "(", "$99?", "ac-4410"])
def test_no_term_is_a_query_language(any_store: Store, term: str) -> None:
    any_store.put("a", "plain words")
    assert any_store.retriever.lexical([term], any_store.scope(), 10) == []
    assert any_store.retriever.frequencies([term], any_store.scope()) == (1, {term: 0})


def test_frequencies_count_passages_within_the_scope_alone(any_store: Store) -> None:
    any_store.put("a", "gateway gateway", "gateway", "sensor")
    any_store.put("hidden", "gateway", audience=Audience(partners=frozenset({"globex"})))
    counted = any_store.retriever.frequencies(["gateway", "kit"], any_store.scope())
    assert counted == (3, {"gateway": 2, "kit": 0})


def test_the_words_of_passages_in_scope_come_back_as_they_were_made(any_store: Store) -> None:
    any_store.put("a", "red gateway", "blue sensor")
    any_store.put("hidden", "red secret", audience=Audience(partners=frozenset({"globex"})))
    (mine, _) = (passage.id for passage in made("a", "red gateway", "blue sensor")[1])
    (hidden,) = (passage.id for passage in made("hidden", "red secret")[1])
    found = any_store.retriever.words([mine, hidden, "unknown"], any_store.scope())
    assert set(found) == {mine}
    (expected,) = any_store.embedder.embed_with_words(["Heading red gateway"])[1]
    assert found[mine].tolist() == expected.tolist()


def test_a_newer_version_takes_the_place_of_the_older_one_whole(any_store: Store) -> None:
    any_store.put("a", "old one", "old two", amounts=("1", "2"))
    any_store.put("b", "beside it")
    any_store.put("a", "new one", amounts=("3",))
    assert sorted(any_store.texts("one")) == ["beside it", "new one"]
    assert any_store.index.sizes() == {"a": (1, 1, 0), "b": (1, 0, 0)}
    prices = any_store.prices.prices("AX-0", any_store.scope())
    assert [price.amount for price in prices] == [Decimal(3)]
    assert any_store.prices.prices("AX-1", any_store.scope()) == ()


def test_a_document_that_is_taken_out_leaves_nothing(any_store: Store) -> None:
    any_store.put("a", "gateway", amounts=("1",))
    any_store.put("b", "sensor")
    any_store.index.remove(["a", "never there"])
    assert any_store.texts("gateway") == ["sensor"]
    assert any_store.retriever.lexical(["gateway"], any_store.scope(), 10) == []
    assert any_store.prices.products(any_store.scope()) == ()
    assert set(any_store.index.documents()) == {"b"}


def test_a_document_without_passages_or_prices_is_in_the_index_too(any_store: Store) -> None:
    any_store.put("a")
    assert any_store.index.sizes() == {"a": (0, 0, 0)}
    assert any_store.near("anything") == []


def test_another_audience_takes_the_document_from_those_who_had_it(any_store: Store) -> None:
    any_store.put("a", "the secret", audience=EVERY)
    any_store.put("a", "the secret", audience=Audience(partners=frozenset({"globex"})))
    assert any_store.texts("the secret", ACME) == []
    assert any_store.texts("the secret", GLOBEX) == ["the secret"]
    any_store.put("a", "the secret", audience=PUBLIC)
    assert any_store.texts("the secret", None) == ["the secret"]


def test_documents_of_other_days_take_no_ones_place(any_store: Store) -> None:
    over = {"valid_until": DAY - timedelta(days=1)}
    for i in range(6):
        any_store.put(f"old-{i}", f"gateway {i}", **over)
    any_store.put("new", "a text that is far from it")
    assert [f.passage.text for f in any_store.near("gateway", limit=2)] == [
        "a text that is far from it"
    ]


def test_a_new_stamp_changes_nothing_else(any_store: Store) -> None:
    any_store.put("a", "gateway")
    before = any_store.index.documents()["a"]
    any_store.index.restamp("a", "9-9-9")
    assert any_store.index.documents() == {"a": replace(before, stamp="9-9-9")}
    assert any_store.texts("gateway") == ["gateway"]


def test_every_shelf_that_holds_a_document_is_named_once(any_store: Store) -> None:
    any_store.put("a", "x", audience=GOLD)
    any_store.put("b", "y", audience=GOLD)
    any_store.put("c", "z", audience=PUBLIC, valid_from=DAY)
    assert sorted(any_store.retriever.shelves(), key=lambda s: s.key) == [
        Shelf(audience=PUBLIC, valid_from=DAY),
        Shelf(audience=GOLD),
    ]


def test_a_scope_of_nothing_finds_nothing(any_store: Store) -> None:
    any_store.put("a", "gateway", amounts=("1",))
    nothing = Scope(shelves=frozenset(), audiences=frozenset())
    vector = any_store.embedder.embed(["gateway"])[0]
    assert any_store.retriever.dense(vector, nothing, 10) == []
    assert any_store.retriever.lexical(["gateway"], nothing, 10) == []
    assert any_store.retriever.frequencies(["gateway"], nothing) == (0, {"gateway": 0})
    assert any_store.prices.products(nothing) == ()
    assert any_store.prices.prices("AX-0", nothing) == ()


def test_an_audience_alone_opens_no_shelf_of_another_day(any_store: Store) -> None:
    any_store.put("a", "gateway", valid_until=DAY)
    any_store.put("b", "gateway")
    open_ = Scope(shelves=frozenset({Shelf(audience=EVERY).key}), audiences=frozenset({EVERY.key}))
    vector = any_store.embedder.embed(["gateway"])[0]
    assert [f.document.path for f in any_store.retriever.dense(vector, open_, 10)] == ["b"]


def test_only_one_writes_at_a_time(any_store: Store) -> None:
    with any_store.index.writing() as damaged:
        assert damaged == frozenset()
        any_store.put("a", "gateway")
    with any_store.index.writing() as damaged:
        assert damaged == frozenset()
    assert any_store.texts("gateway") == ["gateway"]
