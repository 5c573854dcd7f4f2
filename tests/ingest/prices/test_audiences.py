"""For whom and where a price is: tiers, partners and regions, and what others' columns never show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.prices.grids import NAMES, amounts, document, only, price_list, read, table, why

from partnerline.ingest.prices.lists import read_price_list
from partnerline.ingest.prices.named import Named
from partnerline.knowledge.partners import Audience, Directory, Partner
from partnerline.knowledge.pricing.price import PriceList

HEAD = ("SKU", "Description", "List price (EUR)")


def test_names_are_those_of_the_directory() -> None:
    directory = Directory(
        partners=(
            Partner(id="acme", name="Acme Resellers", tier="gold", region="EMEA"),
            Partner(id="bolt", name="Shared", tier="gold"),
            Partner(id="b", name="Bolt Two"),
            Partner(id="c", name="Shared", region="CH"),
            Partner(id="list", name="Gold"),
        )
    )
    named = Named.of(directory)
    assert (named.tiers, named.regions) == ({"gold"}, {"EMEA", "CH"})
    assert named.partners == (
        ("acme", "acme"),
        ("acme resellers", "acme"),
        ("bolt", "bolt"),
        ("bolt two", "b"),
    )
    assert named.key == Named.of(Directory(partners=directory.partners[::-1])).key


def test_a_partners_own_column_is_for_that_partner_alone_and_final() -> None:
    reading = read((*HEAD, "Gold", "Acme price", "Price Nordwind (EUR)"), ("A", "x", 10, 8, 7, 6))
    acme = next(p for p in reading.prices if p.locator == "S!E2")
    assert acme.list.audience == Audience(partners=frozenset({"acme"}))
    assert acme.list.net
    assert acme.list.path == "list.xlsx"
    assert acme.row_text == "SKU: A · Description: x · Acme price: 7"
    assert [p.list.net for p in reading.prices] == [False, False, True, True]


def test_a_partner_whom_the_document_excludes_stays_excluded() -> None:
    narrow = PriceList(
        path="list.xlsx", audience=Audience(tiers=frozenset({"gold"}), partners=frozenset({"nordwind"}))
    )  # fmt: skip
    reading = read_price_list(document(table([(*HEAD, "Acme"), ("A", "x", 10, 7)])), narrow, NAMES)
    audience = reading.prices[1].list.audience
    assert (audience.partners, audience.tiers) == (frozenset(), {"gold"})


def test_a_public_lists_partner_column_is_not_public() -> None:
    public = PriceList(path="list.xlsx", audience=Audience(public=True))
    reading = read_price_list(document(table([(*HEAD, "Acme"), ("A", "x", 10, 7)])), public, NAMES)
    assert [p.list.audience.public for p in reading.prices] == [True, False]
    assert not reading.prices[1].list.audience.admits(None)


def test_a_row_may_be_for_one_partner() -> None:
    reading = read(("SKU", "Customer", "Price EUR"), ("A", "Acme", 10), ("A", None, 12), ("A", "Foo", 9))  # fmt: skip
    assert [p.list.audience.partners for p in reading.prices] == [{"acme"}, None]
    assert "'Foo' is no partner" in why(reading, "C4")


def test_amounts_under_partner_are_no_partners_names() -> None:
    reading = read(("SKU", "List price (EUR)", "Partner"), ("A", 10, 8.5), ("B", 20, 17))
    assert amounts(reading) == [("B2", "10"), ("B3", "20")]
    assert "look like amounts" in why(reading, "C1")


def test_a_heading_of_a_tier_and_a_partner_is_refused() -> None:
    assert "a tier and a partner" in why(read((*HEAD, "Acme gold price"), ("A", "x", 10, 7)), "D1")


def test_a_rows_region_is_the_prices() -> None:
    reading = read(
        ("SKU", "Region", "Price EUR"), ("A", "EMEA", 5), ("A", "NA", 6), ("B", "Global", 7), ("C", "APAC", 1), ("D", None, 3)
    )  # fmt: skip
    assert [(p.sku, p.region) for p in reading.prices] == [
        ("A", "EMEA"), ("A", "NA"), ("B", ""), ("C", "APAC"),
    ]  # fmt: skip
    assert "names no region" in why(reading, "C6")


def test_a_row_for_several_regions_gives_a_price_for_each() -> None:
    reading = read(("SKU", "Gebiet", "Preis EUR"), ("A", "EMEA, CH", 5), ("A", "NA", 6))
    assert [(p.locator, p.region) for p in reading.prices] == [
        ("S!C2", "EMEA"), ("S!C2", "CH"), ("S!C3", "NA"),
    ]  # fmt: skip


def test_a_sheet_or_a_title_may_name_the_region() -> None:
    assert only(read(HEAD, ("A", "x", 1), name="EMEA")).region == "EMEA"
    assert only(read(HEAD, ("A", "x", 1), name="Prices NA 2026")).region == "NA"
    assert only(read(HEAD, ("A", "x", 1), name="Fauna")).region == ""
    assert only(read(("Region: EMEA",), HEAD, ("A", "x", 1))).region == "EMEA"
    assert only(read(("Territory", "CH"), HEAD, ("A", "x", 1))).region == "CH"
    title = "Accessories and services, EMEA, second half of 2026"
    assert only(read((title,), HEAD, ("A", "x", 1))).region == "EMEA"


def test_a_sheet_of_a_region_nobody_has_is_nobodys_where_sheets_are_by_region() -> None:
    sheets = [table([HEAD, ("A", "x", 1)], name=name) for name in ("EMEA", "APAC", "Accessories")]
    reading = read_price_list(document(*sheets), price_list(), NAMES)
    assert [p.region for p in reading.prices] == ["EMEA", "APAC", ""]


def test_a_line_between_rows_may_change_the_region() -> None:
    reading = read(HEAD, ("EMEA",), ("A", "x", 1), ("Region: NA",), ("A", "x", 2))
    assert [(p.region, str(p.amount)) for p in reading.prices] == [("EMEA", "1"), ("NA", "2")]


def test_columns_by_region_are_all_taken() -> None:
    reading = read(("SKU", "List price EMEA (EUR)", "List price NA (USD)"), ("A", 1, 2))
    assert [(p.region, p.currency) for p in reading.prices] == [("EMEA", "EUR"), ("NA", "USD")]


def test_a_short_region_is_not_taken_from_a_word() -> None:
    named = Named(regions=frozenset({"DE", "IT"}))
    price = only(read(("SKU", "PRECIO DE LISTA (EUR)"), ("A", 1), named=named))
    assert price.region == ""
    assert only(read(("SKU", "Preis DE (EUR)"), ("A", 1), named=named)).region == "DE"


cents = st.integers(100, 99_999).map(lambda n: n / 100)


@given(st.lists(cents, min_size=6, max_size=6, unique=True))
def test_a_citation_holds_no_other_columns_amount(values: list[float]) -> None:
    head = (*HEAD, "Gold", "Silver", "Acme", "Purchase cost", "Bronze")
    reading = read(head, ("A", "x", *values))
    assert len(reading.prices) == 4
    for price in reading.prices:
        shown = {part.partition(": ")[2] for part in price.row_text.split(" · ")}
        others = {str(v) for v in values if v != float(price.amount or 0)}
        assert not shown & others


@pytest.mark.parametrize("remark", ["Gold: 8.50 €", "Acme gets 5 % more", "was 12.00 €"])
def test_a_citation_leaves_out_remarks_on_others_prices(remark: str) -> None:
    price = only(read((*HEAD, "Remark"), ("A", "x", 10, remark)))
    assert price.row_text == "SKU: A · Description: x · List price (EUR): 10"
