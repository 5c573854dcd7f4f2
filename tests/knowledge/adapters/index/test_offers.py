"""Prices that are for fewer people than their document, promotions, and the version: in every index, the fake one too."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.knowledge.adapters.index.shelves import ACME, DAY, EVERY, GLOBEX, Store, made

from partnerline.knowledge.adapters.index import portions as portions_module
from partnerline.knowledge.adapters.index.tables import OF_DOCUMENTS
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.ports import Shelf
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price

ACMES = Audience(partners=frozenset({"acme"}))
GLOBEXES = Audience(partners=frozenset({"globex"}))
SPRING = Promotion(
    path="promotions.xlsx",
    locator="Promotions!A5",
    row_text="SPRING26 · Spring · 8%",
    audience=EVERY,
    code="SPRING26",
    name="Frühling „26“",
    applies_to=("AX-200", "AX-200-B, Ö"),
    percent=Decimal("0.0850"),
    first_day=date(2026, 3, 1),
    last_day=date(2026, 5, 31),
    min_quantity=10,
    regions=frozenset({"EMEA", "CH"}),
    tiers=frozenset({"gold"}),
    stacks="no",
)
SWITCH = Promotion(
    path="promotions.xlsx",
    locator="Promotions!A6",
    row_text="SWITCH",
    audience=EVERY,
    code="SWITCH",
    name="",
    applies_to=("AX-400",),
    fixed=Decimal("1290.50"),
    currency="EUR",
)


def narrowed(price: Price, audience: Audience, *, net: bool = True) -> Price:
    return replace(price, list=replace(price.list, audience=audience, net=net))


def put_prices(store: Store, path: str, *audiences: Audience, **fields: Any) -> list[Price]:
    """Writes a document with a price of its own for each audience: AX-0 for the first, AX-1 for the next."""
    amounts = tuple(str(i + 1) for i in range(len(audiences)))
    document, passages, prices = made(path, "A text", amounts=amounts, **fields)
    entries = [narrowed(price, one) for price, one in zip(prices, audiences, strict=True)]
    vectors, words = store.embedder.embed_with_words([p.searchable for p in passages])
    store.index.replace(document, passages, vectors, words, entries)
    return entries


def put_promotions(store: Store, *promotions: Promotion, **fields: Any) -> None:
    document, *_ = made("promotions.xlsx", kind="promotions", **fields)
    nothing, words = store.embedder.embed_with_words([])
    store.index.replace(document, [], nothing, words, [], promotions)


def skus(store: Store, partner: Partner | None) -> list[str]:
    return [product.sku for product in store.prices.products(store.scope(partner))]


def test_a_price_narrowed_to_one_partner_is_no_other_ones(any_store: Store) -> None:
    own, shared = put_prices(any_store, "lists/a.xlsx", ACMES, EVERY)
    assert skus(any_store, ACME) == ["AX-0", "AX-1"]
    assert skus(any_store, GLOBEX) == ["AX-1"]
    assert skus(any_store, None) == []
    assert any_store.prices.prices("AX-0", any_store.scope(ACME)) == (own,)
    assert any_store.prices.prices("AX-0", any_store.scope(GLOBEX)) == ()
    assert any_store.prices.prices("AX-1", any_store.scope(GLOBEX)) == (shared,)


def test_a_narrowed_price_stands_on_a_shelf_with_its_documents_days(any_store: Store) -> None:
    days = {"valid_from": DAY, "valid_until": DAY + timedelta(days=9)}
    put_prices(any_store, "lists/a.xlsx", ACMES, **days)
    assert set(any_store.retriever.shelves()) == {
        Shelf(audience=EVERY, **days),
        Shelf(audience=ACMES, **days),
    }
    assert skus(any_store, ACME) == ["AX-0"]
    assert any_store.prices.products(any_store.scope(day=DAY - timedelta(days=1))) == ()


def test_a_price_is_never_for_more_people_than_its_document(any_store: Store) -> None:
    silver = Audience(tiers=frozenset({"silver"}))
    put_prices(any_store, "a", ACMES, EVERY, Audience(public=True), audience=silver)
    put_prices(any_store, "b", GLOBEXES, audience=ACMES)
    assert skus(any_store, ACME) == []
    assert skus(any_store, GLOBEX) == ["AX-1", "AX-2"]
    assert skus(any_store, None) == []


def test_net_is_the_prices_own(any_store: Store) -> None:
    document, passages, (price, other) = made("a", amounts=("1", "2"))
    vectors, words = any_store.embedder.embed_with_words([])
    entries = [narrowed(price, EVERY, net=True), narrowed(other, EVERY, net=False)]
    any_store.index.replace(document, passages, vectors, words, entries)
    found = [any_store.prices.prices(one.sku, any_store.scope())[0].list.net for one in entries]
    assert found == [True, False]


def test_packs_and_regions_come_back_as_they_went_in(any_store: Store) -> None:
    document, passages, (price,) = made("a", amounts=("1",))
    entry = replace(price, pack_size=25, amount_is_for="unclear", region="EMEA")
    vectors, words = any_store.embedder.embed_with_words([])
    any_store.index.replace(document, passages, vectors, words, [entry])
    assert any_store.prices.prices(entry.sku, any_store.scope()) == (entry,)


def test_another_version_leaves_no_shelf_of_the_older_one(any_store: Store) -> None:
    put_prices(any_store, "a", ACMES)
    put_prices(any_store, "a", GLOBEXES)
    assert set(any_store.retriever.shelves()) == {Shelf(audience=EVERY), Shelf(audience=GLOBEXES)}
    assert (skus(any_store, ACME), skus(any_store, GLOBEX)) == ([], ["AX-0"])
    any_store.index.remove(["a"])
    assert any_store.retriever.shelves() == ()


def test_a_shelf_with_prices_alone_has_no_passages(any_store: Store) -> None:
    put_prices(any_store, "a", ACMES, audience=Audience(tiers=frozenset({"gold"})))
    assert any_store.texts("A text", ACME) == ["A text"]
    assert any_store.texts("A text", GLOBEX) == []


def test_an_audience_of_very_many_names_is_kept(any_store: Store) -> None:
    many = Audience(partners=frozenset({"acme", *(f"partner-{i:05}" for i in range(2000))}))
    (own,) = put_prices(any_store, "a", many, audience=many)
    assert any_store.prices.prices("AX-0", any_store.scope(ACME)) == (own,)
    assert skus(any_store, GLOBEX) == []


def test_a_product_of_many_prices_is_named_once_for_each_name(any_store: Store) -> None:
    for path, name in (("a", "Gateway"), ("b", "Gateway"), ("c", "Der Gateway")):
        document, passages, (price,) = made(path, amounts=("1",))
        bands = [replace(price, name=name, min_quantity=n, locator=f"A{n}") for n in (1, 10, 100)]
        vectors, words = any_store.embedder.embed_with_words([])
        any_store.index.replace(document, passages, vectors, words, bands)
    found = any_store.prices.products(any_store.scope())
    assert [(one.sku, one.name) for one in found] == [("AX-0", "Der Gateway"), ("AX-0", "Gateway")]


def test_promotions_come_back_as_they_went_in_and_in_their_order(any_store: Store) -> None:
    put_promotions(any_store, SWITCH, SPRING)
    found = any_store.prices.promotions(any_store.scope())
    assert found == (SWITCH, SPRING)
    assert [str(one.percent or one.fixed) for one in found] == ["1290.50", "0.0850"]
    assert any_store.index.sizes() == {"promotions.xlsx": (0, 0, 2)}


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2026, 4, 1), date(2030, 1, 1)])
def test_a_promotion_is_found_on_every_day_its_document_is_in_force(
    any_store: Store, day: date
) -> None:
    put_promotions(any_store, SPRING)
    assert any_store.prices.promotions(any_store.scope(day=day)) == (SPRING,)


def test_a_promotion_is_for_whom_and_when_its_document_is(any_store: Store) -> None:
    mine = replace(SPRING, audience=ACMES)
    put_promotions(any_store, mine, audience=ACMES, valid_until=DAY)
    assert any_store.prices.promotions(any_store.scope(ACME)) == (mine,)
    assert any_store.prices.promotions(any_store.scope(GLOBEX)) == ()
    assert any_store.prices.promotions(any_store.scope(None)) == ()
    assert any_store.prices.promotions(any_store.scope(ACME, DAY + timedelta(days=1))) == ()


def test_promotions_go_with_their_document(any_store: Store) -> None:
    put_promotions(any_store, SPRING, SWITCH)
    put_promotions(any_store, SWITCH)
    assert any_store.prices.promotions(any_store.scope()) == (SWITCH,)
    any_store.index.remove(["promotions.xlsx"])
    assert any_store.prices.promotions(any_store.scope()) == ()


def test_the_version_changes_with_the_documents_and_with_nothing_else(any_store: Store) -> None:
    any_store.put("a", "gateway", amounts=("1",))
    first = any_store.prices.version()
    any_store.prices.products(any_store.scope())
    any_store.index.restamp("a", "9-9-9")
    assert any_store.prices.version() == first
    any_store.put("a", "gateway", amounts=("1",))
    second = any_store.prices.version()
    any_store.index.remove(["a"])
    assert len({first, second, any_store.prices.version()}) == 3


def test_more_documents_and_passages_than_one_statement_takes_are_found_and_removed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions_module, "AT_ONCE", 3)
    assert store.engine
    for i in range(7):
        put_prices(store, f"doc-{i}", ACMES, EVERY)
    store.put("long", *(f"gateway {i}" for i in range(10)))
    assert len(store.near("gateway", limit=30)) == 17
    store.index.remove([f"doc-{i}" for i in range(7)] + ["long"])
    assert store.index.documents() == {}
    with store.engine.connect() as connection:
        left = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in OF_DOCUMENTS
        }
    assert left == dict.fromkeys(left, 0)
    assert store.vector_ids() == set()
