import pytest
from tests.ingest.prices.grids import TIERS

from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.columns import read_heading
from partnerline.ingest.prices.named import NOBODY


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SKU", "sku"), ("Part #", "sku"), ("P/N", "sku"), ("Art.-Nr.", "sku"), ("Artikelnummer", "sku"), ("Référence", "sku"),
        ("Código", "sku"), ("Codice articolo", "sku"), ("MFR PART NO ", "sku"),
        ("Description", "name"), ("Bezeichnung", "name"), ("Désignation", "name"), ("Descripción", "name"), ("Prodotto", "name"),
        ("Service Proposed (e.g. Labor Category)", "name"),
        ("Unit", "unit"), ("Einheit", "unit"), ("UNIT OF ISSUE (e.g. Hour)", "unit"), ("VPE", "pack"), ("Währung", "currency"),
        ("From Qty", "min"), ("Min. quantity", "min"), ("Ab Menge", "min"), ("Staffel", "min"), ("Tier from (units)", "min"),
        ("To qty", "max"), ("Quantity", "band"), ("Laufzeit", "term"), ("Billing period", "period"),
        ("Valid from", "from_day"), ("Gültig bis", "until_day"), ("Remark", "remark"), ("Status", "status"),
        ("Weight", "other"), ("GPUs", "other"), ("", "other"), ("Minimum Participants", "other"),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headings(text: str, role: str) -> None:
    assert read_heading(text, TIERS).role == role


@pytest.mark.parametrize(
    "text",
    ["Price", "Unit price", "List price", "List price (EUR)", "Price USD", "EUR", "Listenpreis netto", "Preis pro Stück", "Prix unitaire HT", "Prix catalogue", "Precio de lista", "Prezzo di listino", "Price excl. VAT", "COMMERCIAL LIST PRICE", "COMMERCIAL LIST PRICE (CPL) OR MARKET PRICES"],
)  # fmt: skip
def test_a_heading_that_says_nothing_else_is_a_list_price(text: str) -> None:
    heading = read_heading(text, TIERS)
    assert (heading.role, heading.tier, heading.band, heading.term) == ("price", "", None, None)


@pytest.mark.parametrize(
    "text",
    ["Contracted price", "Contract price", "Discount offered", "Price offered to GSA (excluding IFF)", "Cost", "Purchase price", "Margin", "MSRP per kg", "MSRP incl. VAT", "Street price", "MFC price", "Market rate", "Price incl. VAT", "Price per 100", "Price per kg", "Price from", "Partner price", "Dealer price", "Standard price", "Volume price", "Gold discount", "Gold %", "Bronze price", "Monthly", "Annual", "Per-Hour", "Price per day", "Price per quarter", "List price 2026", "Price EUR / USD", "Unit (EUR)", "Bruttopreis", "EK", "Staffelpreis", "Old price", "Price offered Year 1"],
)  # fmt: skip
def test_money_that_may_be_another_price_is_never_taken_for_the_list_price(text: str) -> None:
    heading = read_heading(text, TIERS)
    assert heading.role == "money"
    assert heading.why


def test_a_span_that_prices_cannot_be_for_is_named() -> None:
    assert "a month, a year or a whole term" in read_heading("Price per hour", TIERS).why


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1-9", 1, 9), ("10 – 49", 10, 49), ("1 to 9", 1, 9), ("10 bis 49", 10, 49), ("100+", 100, None), ("from 50", 50, None),
        ("ab 50", 50, None), ("ab 50 Stück", 50, None), ("100 and more", 100, None), ("100 oder mehr", 100, None),
        ("Qty 1-9", 1, 9), ("1-9 pcs", 1, 9), ("up to 9", 1, 9), ("bis 9", 1, 9), ("<10", 1, 9), (">99", 100, None), ("≥ 50", 50, None),
        ("à partir de 50", 50, None), ("desde 10", 10, None), ("da 10 a 49", 10, 49), ("1.000+", 1000, None), ("1,000 - 4,999", 1000, 4999),
        ("Price 1-9 (EUR)", 1, 9), ("Preis ab 10 Stück", 10, None), ("List price by quantity 10-49", 10, 49), ("Price by quantity 10", 10, None),
    ],
)  # fmt: skip
def test_bands_in_headings(text: str, first: int, last: int | None) -> None:
    heading = read_heading(text, TIERS)
    assert (heading.role, heading.band) == ("price", Band(first=first, last=last))


@pytest.mark.parametrize("text", ["2026", "2026-2027", "9-1", "10", "Page 1-9 of the catalogue"])
def test_other_numbers_are_no_bands(text: str) -> None:
    assert read_heading(text, TIERS).role != "price"


@pytest.mark.parametrize(
    "text", ["Gold", "GOLD price", "Gold (EUR)", "Gold partner price", "Gold 1-9"]
)
def test_tier_columns_bear_the_names_of_tiers(text: str) -> None:
    heading = read_heading(text, TIERS)
    assert (heading.role, heading.tier) == ("price", "gold")


def test_a_tier_that_nobody_has_is_money_of_unknown_meaning_or_nothing() -> None:
    assert read_heading("Gold price", NOBODY).role == "money"
    assert read_heading("Gold", NOBODY).role == "other"


@pytest.mark.parametrize(("text", "months"), [("12 months", 12), ("36 mo", 36), ("1 year", 12), ("3-year term", 36), ("24 Monate", 24), ("1 Jahr", 12), ("12 mois", 12), ("1 an", 12), ("2 años", 24)])  # fmt: skip
def test_term_columns(text: str, months: int) -> None:
    heading = read_heading(text, TIERS)
    assert (heading.role, heading.term) == ("price", months)


@pytest.mark.parametrize(
    ("text", "period"),
    [("Price per seat per month", "month"), ("Price/yr", "year"), ("Annual price", "year"), ("Preis pro Nutzer und Monat", "month"), ("12 months (per seat, whole term)", "term"), ("Price per seat for the whole term", "term"), ("Monthly price (EUR)", "month")],
)  # fmt: skip
def test_what_span_a_heading_is_for(text: str, period: str) -> None:
    heading = read_heading(text, TIERS)
    assert (heading.role, heading.period) == ("price", period)
