"""What one row of a promotions table gives, or why it is left out."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.ingest.promotions.tables import AUDIENCE, Value, good, of_row, why

Row = dict[str, Value]


def test_a_whole_row_is_a_promotion() -> None:
    promotion = good({
        "Code": "SPRING26", "Name": "Spring start", "Applies to": "AX-200, AX-200-B", "Minimum quantity": 10,
        "Regions": "emea, CH", "Tiers": "Gold and Platinum", "Stacks": "no, never",
    })  # fmt: skip
    assert (promotion.path, promotion.locator, promotion.audience) == (
        "promo.xlsx",
        "S!A2",
        AUDIENCE,
    )
    assert (promotion.code, promotion.name) == ("SPRING26", "Spring start")
    assert promotion.applies_to == ("AX-200", "AX-200-B")
    assert (promotion.percent, promotion.fixed, promotion.currency) == (Decimal("0.08"), None, "")
    assert (promotion.first_day, promotion.last_day) == (date(2026, 3, 1), date(2026, 5, 31))
    assert promotion.min_quantity == 10
    assert promotion.regions == {"EMEA", "CH"}
    assert promotion.tiers == {"gold", "platinum"}
    assert promotion.stacks == "no, never"
    assert promotion.row_text.startswith(
        "Code: SPRING26 · Applies to: AX-200, AX-200-B · Percent off: 8%"
    )


@pytest.mark.parametrize(
    ("cell", "fraction"),
    [
        ("8%", "0.08"),
        ("8 %", "0.08"),
        ("8,5 %", "0.085"),
        ("8.5%", "0.085"),
        ("12 percent", "0.12"),
        ("12 Prozent Rabatt", "0.12"),
        ("12 % off", "0.12"),
        ("8", "0.08"),
        (8, "0.08"),
        (12.5, "0.125"),
        ((0.08, "0%"), "0.08"),
        ((0.085, "0.0%"), "0.085"),
        ((0.5, "0%"), "0.5"),
        ("0.5 %", "0.005"),
        ("99.9%", "0.999"),
    ],
)
def test_percentages_are_read_as_they_are_written(cell: Value, fraction: str) -> None:
    assert good({"Percent off": cell}).percent == Decimal(fraction)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (0.5, "0.5 % or 50 %"),
        (0.08, "0.08 % or 8 %"),
        ("0,5", "0.5 % or 50 %"),
        (1, "1 % or 100 %"),
        ((0.085, "0%"), "holds 8.5 %"),
        ((8, "0%"), "takes 800 % off"),
        ("100%", "takes 100 % off"),
        ("0%", "takes nothing off"),
        ("-8%", "not one plain percentage"),
        (-8, "it is negative"),
        ((-0.08, "0%"), "it is negative"),
        ("5-8%", "not one plain percentage"),
        ("up to 8%", "not one plain percentage"),
        ("10 % + 5 %", "not one plain percentage"),
        ("8% on the second", "not one plain percentage"),
        ("€ 50", "not one plain percentage"),
        (True, "no percentage"),
        (float("nan"), "no number"),
    ],
)
def test_a_percentage_that_may_be_another_is_refused(cell: Value, reason: str) -> None:
    assert reason in why({"Percent off": cell})


def test_a_bare_number_under_a_heading_without_percent_is_refused() -> None:
    assert "nothing says whether" in why({"Percent off": None, "Discount": "8"})
    assert good({"Percent off": None, "Discount": "8 %"}).percent == Decimal("0.08")


@pytest.mark.parametrize(
    ("row", "amount", "currency"),
    [
        ({"Fixed price (EUR)": "1.290,50"}, "1290.5", "EUR"),
        ({"Festpreis": "1.290,50 €"}, "1290.5", "EUR"),
        ({"Promo price": ("1290.5", ""), "Currency": "chf"}, "1290.5", "CHF"),
        ({"Promo price": (1290.5, "#,##0.00 [$€-407]")}, "1290.5", "EUR"),
        ({"Promo price": "$1,290.50"}, "1290.5", "USD"),
        ({"Promo price (CAD)": "$1,290.50"}, "1290.5", "CAD"),
        ({"Price": "1,290.50 USD"}, "1290.5", "USD"),
        ({"Price": "2,000.00 USD", "Promo price": "1,290.50 USD"}, "1290.5", "USD"),
        ({"Fixed price (EUR)": "-", "Fixed price (USD)": "1,290.50"}, "1290.5", "USD"),
    ],
)
def test_fixed_prices_are_read_in_their_currency(
    row: dict[str, Value], amount: str, currency: str
) -> None:
    promotion = good({"Percent off": None, **row})
    assert (promotion.percent, promotion.fixed) == (None, Decimal(amount))
    assert promotion.currency == currency


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"Promo price": "1290.50"}, "no currency"),
        ({"Promo price (EUR)": "1,290.50 USD"}, "different currencies"),
        ({"Promo price (EUR)": "1,290"}, "may be"),
        ({"Promo price": "10.50", "Currency": "credits"}, "no currency that is known"),
        ({"Promo price": "100.50 kr"}, "may be DKK or"),
        ({"Promo price (EUR)": "on request"}, "gives no amount"),
        ({"Promo price (EUR)": "0.00"}, "a price of nothing"),
        ({"Promo price (EUR)": "12.50 per month"}, "span of time"),
        ({"Promo price (EUR)": 0.08}, ""),
        ({"Promo price (EUR)": "12.50", "Unit": "pack of 10"}, "may narrow it"),
        ({"Promo price (EUR)": (0.08, "0%")}, "percentage"),
        ({"Promo price (EUR)": "12.50", "Special price (EUR)": "11.50"}, "two fixed prices"),
    ],
)
def test_a_fixed_price_that_leaves_a_doubt_is_refused(row: dict[str, Value], reason: str) -> None:
    if not reason:
        assert good({"Percent off": None, **row}).fixed == Decimal("0.08")
    else:
        assert reason in why({"Percent off": None, **row})


def test_a_row_of_two_currencies_is_a_promotion_in_each() -> None:
    row: Row = {"Percent off": None, "Fixed price (EUR)": "12.50", "Fixed price (USD)": "13.50"}
    both = of_row(row).promotions
    assert [(one.fixed, one.currency) for one in both] == [
        (Decimal("12.5"), "EUR"),
        (Decimal("13.5"), "USD"),
    ]


def test_neither_and_both_are_refused() -> None:
    assert "neither a percentage nor a fixed price" in why({"Percent off": "-", "Note": "x"})
    assert "both a percentage and a fixed price" in why({"Fixed price (EUR)": "12.50"})
    assert "two percentages" in why({"Rabatt in %": "9%"})


@pytest.mark.parametrize(
    ("row", "first", "last"),
    [
        ({}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"First day": datetime(2026, 3, 1), "Last day": date(2026, 5, 31)}, date(2026, 3, 1), date(2026, 5, 31)),  # noqa: DTZ001 - a workbook's days have no zone
        ({"First day": "1.3.2026", "Last day": "31. Mai 2026"}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"Last day": None}, date(2026, 3, 1), None),
        ({"Last day": "until further notice"}, date(2026, 3, 1), None),
        ({"First day": None}, None, date(2026, 5, 31)),
        ({"First day": None, "Last day": None, "Period": "1 March 2026 - 31 May 2026"}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"First day": None, "Last day": None, "Zeitraum": "01.03.2026 bis 31.05.2026"}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"First day": None, "Last day": None, "Validité": "du 1er mars 2026 au 31 mai 2026"}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"First day": None, "Last day": None, "Valid": "2026-03-01 – 2026-05-31"}, date(2026, 3, 1), date(2026, 5, 31)),
        ({"First day": None, "Last day": None, "Valid": "until 2026-05-31"}, None, date(2026, 5, 31)),
    ],
)  # fmt: skip
def test_days_are_read_however_they_are_written(
    row: dict[str, Value], first: date | None, last: date | None
) -> None:
    promotion = good(row)
    assert (promotion.first_day, promotion.last_day) == (first, last)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"First day": "03/04/2026"}, "03/04/2026: its first day: day and month can't be told apart"),
        ({"Last day": "31.06.2026"}, "31.06.2026: its last day: there is no such day"),
        ({"Last day": "end of May"}, "end of May: its last day: it is not a day"),
        ({"First day": "-", "Last day": "-"}, "neither a first nor a last day"),
        ({"First day": "2026-06-01"}, "ends before it begins"),
        ({"First day": None, "Last day": None, "Period": "March 2026"}, "can't be read"),
        ({"First day": None, "Last day": None, "Period": "03/04/2026 - 31/05/2026"}, "can't be told apart"),
        ({"Last day": None, "Period": "2026-03-02 - 2026-05-31"}, "differ in its days"),
    ],
)  # fmt: skip
def test_days_that_leave_a_doubt_are_refused(row: dict[str, Value], reason: str) -> None:
    assert reason in why(row)


@pytest.mark.parametrize(
    ("cell", "things"),
    [
        ("AX-200", ["AX-200"]),
        ("AX-200, AX-300; TS-1\nTS-2", ["AX-200", "AX-300", "TS-1", "TS-2"]),
        ("AX-200 and AX-300", ["AX-200", "AX-300"]),
        ("AX-200, TS-1, and WL-PRO", ["AX-200", "TS-1", "WL-PRO"]),
        ("AX-200 und WL-PRO", ["AX-200", "WL-PRO"]),
        ("AX-200 series & TS-100 series", ["AX-200 series", "TS-100 series"]),
        ("Mount and Clamp Kit", ["Mount and Clamp Kit"]),
        ("Cable 2,5 m", ["Cable 2,5 m"]),
        ("1001,1002", ["1001", "1002"]),
        ("AX-200 (black, white), AX-300", ["AX-200 (black, white)", "AX-300"]),
        ("all products", ["all products"]),
        ("AX-200, AX-200", ["AX-200"]),
    ],
)
def test_what_it_applies_to_is_split_into_entries_as_written(cell: str, things: list[str]) -> None:
    assert list(good({"Applies to": cell}).applies_to) == things


def test_a_part_number_stands_for_the_product_named_beside_it() -> None:
    row: Row = {"Applies to": None, "SKU": "AX-200", "Product": "Gateway AX-200"}
    assert good(row).applies_to == ("AX-200",)
    assert good({**row, "SKU": ""}).applies_to == ("Gateway AX-200",)


def test_what_it_applies_to_must_be_said_and_said_once() -> None:
    assert "doesn't say what it applies to" in why({"Applies to": ""})
    assert "doesn't say what it applies to" in why({"Applies to": "-"})
    assert "two cells" in why({"SKU": "AX-300"})


@pytest.mark.parametrize(
    ("cell", "least"),
    [
        (10, 10), (10.0, 10), ("10", 10), ("10+", 10), ("from 10", 10), ("ab 10 Stück", 10), ("10 pcs", 10), ("1,000", 1000),
        ("1.000", 1000), ("", 1), ("-", 1), ("none", 1), (0, 1),
    ],
)  # fmt: skip
def test_the_least_quantity(cell: Value, least: int) -> None:
    assert good({"Minimum quantity": cell}).min_quantity == least


@pytest.mark.parametrize(
    "cell", ["10-50", "2 pallets", "ten", 2.5, -1, "€ 500", float("inf"), 10**12]
)
def test_a_least_quantity_that_leaves_a_doubt_is_refused(cell: Value) -> None:
    assert "its minimum" in why({"Minimum quantity": cell})


@pytest.mark.parametrize(("cell", "least"), [("10+", 10), ("from 10", 10), ("ab 10", 10), ("", 1)])
def test_below_quantity_alone_the_cell_must_say_that_it_is_the_least(cell: str, least: int) -> None:
    assert good({"Quantity": cell}).min_quantity == least
    assert "the least or the most" in why({"Quantity": "100"})
    assert "the least or the most" in why({"Quantity": 100})


@pytest.mark.parametrize(
    ("heading", "cell", "names"),
    [
        ("Regions", "EMEA", ["EMEA"]),
        ("Regions", "EMEA / NA", ["EMEA", "NA"]),
        ("Region", "all", []),
        ("Region", "weltweit", []),
        ("Region", "", []),
        ("Regions", "APAC", ["APAC"]),
        ("Länder", "CH", ["CH"]),
        ("Tiers", "Gold, PLATINUM", ["gold", "platinum"]),
        ("Partner tier", "Gold partners", ["gold"]),
        ("Tiers", "Bronze", ["Bronze"]),
        ("Tiers", "all partners", []),
    ],
)
def test_regions_and_tiers_are_those_that_partners_have(
    heading: str, cell: str, names: list[str]
) -> None:
    promotion = good({heading: cell})
    assert sorted(promotion.regions | promotion.tiers) == names


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Tiers", "Gold and above"),
        ("Tiers", "Gold+"),
        ("Tiers", "not Silver"),
        ("Regions", "all except NA"),
        ("Regions", "EMEA, ohne CH"),
    ],
)
def test_regions_and_tiers_that_are_not_named_one_by_one_are_refused(
    heading: str, cell: str
) -> None:
    assert f"{cell}: its {'tiers' if heading == 'Tiers' else 'regions'}" in why({heading: cell})


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Maximum quantity", "100"),
        ("Minimum order value (EUR)", "5,000"),
        ("Conditions", "with a three-year term"),
        ("Contract term", "36"),
        ("Customers", "new ones"),
        ("Excluded products", "AX-400"),
        ("Status", "cancelled"),
        ("Unit", "pack of 10"),
        ("Minimum quantity (packs)", "10"),
        ("Bundle with", "TS-1"),
        ("Partners", "Acme"),
    ],
)
def test_what_narrows_a_promotion_and_cannot_be_computed_with_refuses_it(
    heading: str, cell: str
) -> None:
    assert cell in why({heading: cell})
    assert good({heading: ""}).code == "SPRING"


def test_other_columns_and_notes_do_no_harm() -> None:
    row: Row = {"Unit": "each", "Owner": "Dana", "Notes": "Ask for the flyer", "Status": "active"}
    assert good({**row, "Colour": "red"}).row_text.endswith(
        "Unit: each · Owner: Dana · Notes: Ask for the flyer · Status: active · Colour: red"
    )


def test_a_promotion_needs_a_code_or_a_name() -> None:
    assert "neither a code nor a name" in why({"Code": "-"})
    assert good({"Code": None, "Promotion": "Spring start"}).name == "Spring start"
