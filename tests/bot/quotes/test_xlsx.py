"""A quote as a workbook, read back."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from tests.bot.quotes.papers import DOLLARS, GATEWAY, ONE, SEAT, paper

from partnerline.bot.quotes.paper import Paper
from partnerline.bot.quotes.xlsx import xlsx_of


def book(made: Paper) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_of(made)))


def rows(made: Paper, sheet: str = "Quote") -> list[list[object]]:
    found = book(made)[sheet].iter_rows(values_only=True)
    return [[_day(value) for value in row if value is not None] for row in found]


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def cells(made: Paper) -> Iterator[Cell]:
    for sheet in book(made):
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def test_a_workbook_says_all_that_it_has_to() -> None:
    found = rows(paper())
    for expected in (
        ["Quote"],
        ["Tarnwick Instruments"],
        ["For", "Acme Resellers"],
        ["Date of issue", "23 November 2026"],
        ["Prices of", "23 November 2026"],
        ["Valid", "until 30 November 2026"],
        [1, "AX-400", "AX-400 Gateway", "pcs", 120, 370, 310.8, 37296, "EUR"],
        [2, "CL-PRO", "Cloud Pro", "seat per month", "36 months", 250, 11.5, 9.2, 82800, "EUR"],
        ["One-off", 37296, "EUR"],
        ["Recurring over 36 months", 82800, "EUR"],
        ["of which a month", 2300, "EUR"],
        ["Total over the term", 120096, "EUR"],
    ):
        assert expected in found


def test_every_line_has_its_receipt_on_the_second_sheet() -> None:
    assert rows(paper(), "Sources")[1:] == [
        [
            1,
            "AX-400",
            "volume band 100+; gold 16%",
            GATEWAY.price_list,
            "EMEA!F14",
            GATEWAY.row,
            date(2026, 7, 1),
            date(2026, 12, 31),
        ],
        [
            2,
            "CL-PRO",
            "gold 20%; promotion COLD27: 12% off",
            SEAT.price_list,
            "B7",
            SEAT.row,
            date(2026, 7, 1),
            date(2026, 11, 30),
        ],
        ["also cited", "promotions/2026.docx", "table 1, row 4", "COLD27 | Cold start | 12 %"],
    ]


def test_amounts_are_numbers_in_their_currency() -> None:
    (amount,) = [cell for cell in cells(paper(ONE)) if cell.value == 310.8]
    assert (amount.data_type, amount.number_format) == ("n", "#,##0.00 [$EUR]")


@pytest.mark.parametrize(
    ("amount", "kept", "shown_as"),
    [
        ("0.00351", 0.00351, "#,##0.00000 [$EUR]"),
        ("9999999999999.99", 9999999999999.99, "#,##0.00 [$EUR]"),
        ("12345678901234567.89", "12,345,678,901,234,567.89 EUR", "General"),
    ],
)
def test_an_amount_that_a_number_can_t_hold_is_text(
    amount: str, kept: object, shown_as: str
) -> None:
    line = replace(GATEWAY, list_price=Decimal(amount))
    found = [c for c in cells(paper(replace(ONE, lines=(line,)))) if c.column == 7]
    assert (found[1].value, found[1].number_format) == (kept, shown_as)


@pytest.mark.parametrize("name", ["=1+1", "+49 30", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_name_is_never_a_formula(name: str) -> None:
    line = replace(GATEWAY, name=name, sku=name, row=name, cell=name, applied=(name,))
    made = paper(replace(ONE, lines=(line,), price_list=name), vendor=name, partner=name)
    named = [cell for cell in cells(made) if cell.value == name]
    assert len(named) == 8
    assert {cell.data_type for cell in named} == {"s"}
    assert all(cell.quotePrefix for cell in named)
    assert "f" not in {cell.data_type for cell in cells(made)}


def test_a_workbook_that_is_over_says_so() -> None:
    (said,) = [row for row in rows(paper(issued_on=date(2026, 12, 1))) if row[:1] == ["Valid"]]
    assert said[1].startswith("Not valid: over since 1 December 2026")  # type: ignore[attr-defined]


def test_prices_that_don_t_add_up_stand_below_each_other() -> None:
    found = rows(paper(ONE, DOLLARS))
    assert ["1 of 2 · EUR"] in found
    assert ["2 of 2 · USD · 23 November 2026"] in found
    assert [row[0] for row in found if row[:1] in ([1], [2])] == [1, 2]
    assert len(rows(paper(ONE, DOLLARS), "Sources")) == 4


def test_what_a_workbook_can_t_hold_is_left_out() -> None:
    line = replace(GATEWAY, name="a\x00b\x1fc", row="r" * 40_000)
    made = paper(replace(ONE, lines=(line,)))
    assert "abc" in [cell.value for cell in cells(made)]
    assert max(len(str(cell.value)) for cell in cells(made)) == 32_767


def test_a_line_without_a_list_price_has_a_dash_there() -> None:
    made = paper(replace(ONE, lines=(replace(GATEWAY, listed=False),)))
    listed = [cell for cell in cells(made) if cell.column == 7]
    assert (listed[1].value, listed[1].alignment.horizontal) == ("–", "right")
    assert Decimal("370.00") not in {cell.value for cell in cells(made)}
