"""Lists of what somebody wants, as people write them."""

import pytest

from partnerline.ingest.attached import extension_of
from partnerline.ingest.reading import Cell, Reading, Table
from partnerline.ingest.wanted import Wanted, left_out, wanted_in, wanted_lines

TWO = (Wanted(count=10, item="AX-200"), Wanted(count=2, item="TS-10"))


def table(*rows: list[object]) -> Reading:
    cells = tuple(
        tuple(Cell(value=v, text="" if v is None else str(v), locator="") for v in row)
        for row in rows
    )
    return Reading(title="", sections=(), tables=(Table(name="", locator="", rows=cells),))


@pytest.mark.parametrize(
    "lines",
    [
        ["10 x AX-200", "2 x TS-10"],
        ["10 AX-200", "", "2 TS-10"],
        ["- 10 pcs of AX-200", "- 2 pieces TS-10"],
        ["AX-200: 10", "TS-10: 2"],
        ["AX-200\t10", "TS-10\t2"],
        ["AX-200, 10", "TS-10, 2"],
        ["AX-200 x 10", "TS-10 x 2 pcs"],
        ["Please quote:", "10; AX-200", "2; TS-10"],
    ],
)
def test_lines_are_read_as_people_write_them(lines: list[str]) -> None:
    assert wanted_lines(lines) == TWO


@pytest.mark.parametrize(
    "lines",
    [
        ["How long is the warranty?"],
        ["10 x AX-200", "and how long is its warranty, by the way?"],
        ["2026-01-31"],
        ["12.5 kg"],
        [],
    ],
)
def test_what_is_no_list_gives_none(lines: list[str]) -> None:
    assert wanted_lines(lines) == ()


@pytest.mark.parametrize(
    "rows",
    [
        (["SKU", "Qty"], ["AX-200", 10], ["TS-10", 2.0]),
        (
            ["Acme GmbH", None],
            [None, None],
            ["Artikelnr.", "Menge"],
            ["AX-200", "10"],
            ["TS-10", 2],
        ),
        (["Quantity", "Item"], [10, "AX-200"], [2, "TS-10"], [12, "Total"]),
        ([10, "AX-200"], [2, "TS-10"]),
        (["Part No", "Description", "Quantity"], ["AX-200", "a gateway", 10], [None, "TS-10", 2]),
    ],
)
def test_tables_are_read_by_their_headings_or_by_their_looks(
    rows: tuple[list[object], ...],
) -> None:
    assert wanted_in(table(*rows)) == TWO


def test_rows_without_a_whole_quantity_are_left_out() -> None:
    rows = (
        ["SKU", "Qty"],
        ["AX-200", 10],
        ["A", 0],
        ["B", -1],
        ["C", 1.5],
        ["D", "some"],
        ["TS-10", 2],
    )
    assert wanted_in(table(*rows)) == TWO
    assert left_out(table(*rows)) == ("B", "C", "D")


def test_a_row_that_wants_nothing_is_not_left_out() -> None:
    rows = (["SKU", "Qty"], ["AX-200", 10], ["A", 0], ["B", None], ["C", "-"], ["Total", "all"])
    assert left_out(table(*rows)) == ()


def test_thousands_are_read_as_people_write_them() -> None:
    assert wanted_lines(["1,200 x AX-200"]) == (Wanted(count=1200, item="AX-200"),)
    assert wanted_lines(["1.200 x AX-200"]) == (Wanted(count=1200, item="AX-200"),)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("list", b"10 x AX-200", ".txt"),
        ("list.pdf", b"PK\x03\x04 xl/workbook.xml", ".xlsx"),
        ("list.txt", b"%PDF-1.7", ".pdf"),
        ("list.csv", b"a;b", ".csv"),
        ("tool.exe", b"MZ\0\0", ".exe"),
    ],
)
def test_a_file_is_told_by_its_contents(name: str, data: bytes, kind: str) -> None:
    assert extension_of(name, data) == kind
