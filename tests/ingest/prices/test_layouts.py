"""Tables as people lay them out: side by side, by spans of time, with marks, and how each reading is told."""

from datetime import date

from tests.ingest.prices.grids import (
    NAMES,
    amounts,
    cell,
    document,
    only,
    price_list,
    read,
    why,
)

from partnerline.ingest.prices.lists import read_price_list
from partnerline.ingest.reading import Cell, Table

HEAD = ("SKU", "Description", "List price (EUR)")


def test_tables_side_by_side_are_read_apart() -> None:
    reading = read(
        ("Prices in EUR",), (), ("SKU", "Price", None, "SKU", "Price"), ("A", 1, None, "B", 2), ("C", 3, None, "D", 4)
    )  # fmt: skip
    assert sorted((p.sku, str(p.amount)) for p in reading.prices) == [
        ("A", "1"), ("B", "2"), ("C", "3"), ("D", "4"),
    ]  # fmt: skip
    assert {p.currency for p in reading.prices} == {"EUR"}
    assert [t.prices for t in reading.tables] == [2, 2]


def test_tables_side_by_side_keep_their_own_titles_and_one_below_is_read_whole() -> None:
    reading = read(
        ("EMEA", None, None, None, "NA", None),
        ("SKU", "Name", "Price EUR", None, "SKU", "Price USD"), ("A", "a", 1, None, "A", 2), (),
        ("Part number", "Service", "Remark", "Price EUR"), ("Z", "Care", "new", 7),
    )  # fmt: skip
    assert [(p.locator, p.region, p.currency) for p in reading.prices] == [
        ("S!C3", "EMEA", "EUR"), ("S!F3", "NA", "USD"), ("S!D6", "", "EUR"),
    ]  # fmt: skip


def test_headings_repeated_beside_each_other_are_one_list_in_columns() -> None:
    reading = read(("SKU", "Price EUR", "SKU", "Price EUR"), ("A", 1, "B", 2), ("C", 3, "A", 9))
    assert amounts(reading) == [("B3", "3"), ("D2", "2")]
    assert "S!D3" in why(reading, "B2")


def test_prices_behind_a_second_column_of_part_numbers_are_nobodys() -> None:
    reading = read(("SKU", "Name", "Price EUR", "SKU", "Price USD"), ("A", "a", 1, "B", 2))
    assert amounts(reading) == [("C2", "1")]
    assert "another column of part numbers" in why(reading, "E1")


def test_an_empty_column_inside_a_table_does_not_split_it() -> None:
    assert amounts(read(("SKU", "Name", None, "Price EUR"), ("A", "x", None, 5))) == [("D2", "5")]


def test_monthly_and_yearly_columns_of_one_thing_are_both_taken() -> None:
    reading = read(("SKU", "Price per month (EUR)", "Price per year (EUR)"), ("A", 10, 100))
    assert [(p.per, str(p.amount)) for p in reading.prices] == [("month", "10"), ("year", "100")]


def test_a_sheet_may_be_for_one_term() -> None:
    head = ("SKU", "Price per user per month (EUR)")
    assert only(read(head, ("A", 10), name="36 months")).term_months == 36
    assert only(read(("Laufzeit: 24 Monate",), head, ("A", 10))).term_months == 24
    assert only(read(("Payment within 2 months",), head, ("A", 10))).term_months is None


def test_a_column_of_spans_is_known_by_its_cells() -> None:
    reading = read(
        ("SKU", "How", "Price EUR"), ("A", "per seat per month", 5), ("B", "per year", 6)
    )
    assert [p.per for p in reading.prices] == ["month", "year"]
    assert reading.tables[0].columns[1].role == "period"


def test_names_are_found_beside_part_numbers_whatever_their_heading() -> None:
    reading = read(("Code", "Gerät", "Preis EUR"), ("A-1", "Zentrifuge", 5), ("B-1", "Autoklav", 6))
    assert [p.name for p in reading.prices] == ["Zentrifuge", "Autoklav"]


def test_numbers_that_count_rows_are_no_part_numbers() -> None:
    reading = read(("No.", "Product", "Price EUR"), ("1", "Thing", 5), ("2", "Box", 6))
    assert [p.sku for p in reading.prices] == ["Thing", "Box"]
    coded = read(("Nr.", "Leistung", "Preis EUR"), ("W-1", "Wartung", 5), ("W-9", "Einbau", 6))
    assert [p.sku for p in coded.prices] == ["W-1", "W-9"]


def test_codes_under_item_beside_descriptions_are_part_numbers() -> None:
    reading = read(("Item", "Item description", "Price EUR"), ("41001", "Server", 5))
    assert (only(reading).sku, only(reading).name) == ("41001", "Server")


def test_a_price_paid_once_is_not_one_by_the_month() -> None:
    reading = read(("All prices per user per month",), ("SKU", "Price (EUR, one-time)"), ("A", 5))
    assert only(reading).per == "once"


def test_the_suggested_price_is_the_list_price_only_where_no_other_is() -> None:
    assert amounts(read(("SKU", "MSRP (EUR)", "Gold"), ("A", 10, 8))) == [("B2", "10"), ("C2", "8")]
    assert amounts(read(("SKU", "MSRP (EUR)", "List price (EUR)"), ("A", 10, 9))) == [("C2", "9")]


def test_a_day_rate_is_a_price_where_the_unit_is_a_day() -> None:
    days = read(("Code", "Role", "Unit", "Day rate (GBP)"), ("S-1", "Architect", "day", 992))
    assert (only(days).unit, only(days).per) == ("day", "once")
    assert read(("Code", "Role", "Unit", "Day rate (GBP)"), ("S-1", "x", "pc", 9)).prices == ()


def test_a_footnotes_mark_on_a_name_is_taken_off_and_its_words_kept() -> None:
    price = only(read(HEAD, ("A-1", "Glove XL *", 5), ("* Auslaufartikel, solange Vorrat reicht",)))
    assert (price.name, price.note) == (
        "Glove XL", "end of life; * Auslaufartikel, solange Vorrat reicht",
    )  # fmt: skip
    assert only(read(HEAD, ("A-1*", "Glove", 5))).sku == "A-1*"


def test_a_footnote_may_say_for_what_span_an_amount_is() -> None:
    assert only(read(HEAD, ("A", "x", "12.50 1)"), ("1) per month",))).per == "month"


def test_what_is_struck_through_has_no_price() -> None:
    struck = [_struck(one) if one.value == 5 else one for one in _cells(HEAD, ("A", "x", 5))]
    price = only(read_price_list(document(_table(struck, 3)), price_list(), NAMES))
    assert (price.amount, price.note) == (None, "struck through")
    row = [_struck(one) if one.value == "A" else one for one in _cells(HEAD, ("A", "x", 5))]
    price = only(read_price_list(document(_table(row, 3)), price_list(), NAMES))
    assert price.amount is None


def test_a_price_on_request_is_in_its_columns_currency() -> None:
    reading = read(("SKU", "Price"), ("A", "£5.00"), ("B", "Contact us"))
    assert [(p.currency, p.amount is None) for p in reading.prices] == [
        ("GBP", False),
        ("GBP", True),
    ]


def test_no_price_may_be_said_in_two_languages() -> None:
    assert only(read(HEAD, ("A", "x", "auf Anfrage / sur demande"))).amount is None


def test_a_mark_under_end_of_life_ends_a_thing() -> None:
    reading = read((*HEAD, "EOL"), ("A", "x", None, "x"), ("B", "y", 6, None))
    assert [(p.sku, p.amount is None, p.note) for p in reading.prices] == [
        ("A", True, "end of life; EOL: x"), ("B", False, ""),
    ]  # fmt: skip


def test_each_column_says_what_it_was_taken_for() -> None:
    reading = read(
        ("Prices valid from 1 July 2026",),
        ("SKU", "Description", "List price 1-9 (EUR)", "Gold per month", "Cost (EUR)", "Acme"),
        ("A", "x", 10, 8, 5, 7), ("B", "y", "ask", 8, 5, "n/c?"),
    )  # fmt: skip
    (told,) = reading.tables
    assert [(c.role, c.meaning) for c in told.columns] == [
        ("sku", "part number"), ("name", "name"), ("price", "list price, 1 to 9"), ("price", "price of the tier gold, per month"),
        ("money", "not read"), ("price", "net price of the partner acme"),
    ]  # fmt: skip
    assert told.columns[2].band == (1, 9)
    assert told.columns[2].currencies == ("EUR",)
    assert (told.columns[3].tier, told.columns[3].per) == ("gold", "month")
    assert "'cost'" in told.columns[4].why
    assert [c.prices for c in told.columns] == [0, 0, 2, 2, 0, 1]
    assert (told.heading_rows, told.rows) == ((2, 2), (3, 4))
    assert (told.first, told.last) == ("S!A3", "S!F4")
    assert told.valid_from == date(2026, 7, 1)
    assert {r.locator for r in told.refusals} == {"S!E2", "S!F4"}


def _cells(*rows: tuple[object, ...]) -> list[Cell]:
    return [
        cell(value, f"S!{chr(65 + column)}{number}")  # type: ignore[arg-type]  # literal rows
        for number, row in enumerate(rows, start=1)
        for column, value in enumerate(row)
    ]


def _struck(one: Cell) -> Cell:
    return Cell(value=one.value, text=one.text, locator=one.locator, struck=True)


def _table(cells: list[Cell], width: int) -> Table:
    rows = tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))
    return Table(name="S", locator="S", rows=rows)
