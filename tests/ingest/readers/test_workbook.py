from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from tests.ingest.readers.documents import saved, texts, whole, with_part, workbook

from partnerline.ingest import limits
from partnerline.ingest.readers.shown import shown
from partnerline.ingest.readers.workbook import read_xlsx
from partnerline.ingest.reading import Reading
from partnerline.knowledge.errors import UnreadableError

HEADER = ["SKU", "Description", "List price"]


def reading_of(book: Workbook, path: str = "price-lists/emea-2026.xlsx") -> Reading:
    return read_xlsx(path, saved(book))


def places(reading: Reading) -> list[tuple[str, str]]:
    return [(s.locator, " | ".join(b.text for b in s.blocks)) for s in reading.sections]


def test_each_row_reads_on_its_own_with_its_place_and_headings() -> None:
    book = workbook(
        ["Price list EMEA"],
        ["Valid from 2026-07-01"],
        [],
        HEADER,
        ["Gateways"],
        ["AX-40", "Compact gateway", 390],
        ["AX-200", "Gateway", 1180],
        ["Sensors"],
        ["TS-10", "Sensor", 64.9],
        [],
        ["Prices without VAT."],
    )
    reading = reading_of(book)
    assert places(reading) == [
        ("EMEA!A1:A2", "Price list EMEA | Valid from 2026-07-01"),
        ("EMEA!A6:C6", "SKU: AX-40 · Description: Compact gateway · List price: 390"),
        ("EMEA!A7:C7", "SKU: AX-200 · Description: Gateway · List price: 1180"),
        ("EMEA!A9:C9", "SKU: TS-10 · Description: Sensor · List price: 64.9"),
        ("EMEA!A11", "Prices without VAT."),
    ]
    assert [s.headings[2:] for s in reading.sections] == [
        (),
        ("Gateways",),
        ("Gateways",),
        ("Sensors",),
        (),
    ]
    assert {s.headings[:2] for s in reading.sections} == {("emea 2026", "EMEA")}
    assert [b.locator for b in reading.sections[0].blocks] == ["EMEA!A1", "EMEA!A2"]


def test_the_sheet_is_a_table_of_cells_with_values_and_formats() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", 1180.5], sheet="Price List")
    book.active["C2"].number_format = "#,##0.00 [$€-407]"
    (table,) = reading_of(book).tables
    cell = table.rows[1][2]
    assert (table.name, table.locator) == ("Price List", "Price List")
    assert (cell.value, cell.text, cell.locator) == (1180.5, "1,180.50 €", "Price List!C2")
    assert cell.number_format == "#,##0.00 [$€-407]"
    assert {len(row) for row in table.rows} == {3}


def test_hidden_sheets_are_left_out_with_a_note() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", 1])
    for name, state in (("Margins", "hidden"), ("Deep", "veryHidden")):
        book.create_sheet(name).append(["SECRET", "floor", 0.27])
        book[name].sheet_state = state
    reading = reading_of(book)
    assert "SECRET" not in repr(reading.sections) + repr(reading.tables)
    assert reading.notes == (
        "sheet 'Margins' is hidden and left out",
        "sheet 'Deep' is hidden and left out",
    )


def test_hidden_rows_and_columns_are_left_out_with_a_note() -> None:
    book = workbook(
        [*HEADER, "Cost", "Floor", "Unit"],
        ["AX-200", "Gateway", 1180, "SECRET", "SECRET", "pc"],
        ["AX-SECRET", "unreleased", 1, 1, 1, "pc"],
    )
    book.active.column_dimensions.group("D", "E", hidden=True)
    book.active.row_dimensions[3].hidden = True
    reading = reading_of(book)
    assert "SECRET" not in repr(reading.sections) + repr(reading.tables)
    assert [c.locator for c in reading.tables[0].rows[0]] == [
        "EMEA!A1",
        "EMEA!B1",
        "EMEA!C1",
        "EMEA!F1",
    ]
    assert "sheet 'EMEA': 1 hidden rows left out" in reading.notes
    assert "sheet 'EMEA': 2 hidden columns left out" in reading.notes


def test_merged_cells_repeat_their_value_and_a_merged_heading_names_its_columns() -> None:
    book = workbook(
        ["SKU", "Name", "List price (EUR)", None, "Remark"],
        [None, None, "1-9", "10+", None],
        ["AX-200", "Gateway", 1180, 1145, "new"],
    )
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        book.active.merge_cells(area)
    reading = reading_of(book)
    assert [cell.text for cell in reading.tables[0].rows[1]] == [
        "SKU",
        "Name",
        "1-9",
        "10+",
        "Remark",
    ]
    assert reading.tables[0].rows[0][3].text == "List price (EUR)"
    assert texts(reading) == [
        "SKU: AX-200 · Name: Gateway · List price (EUR) 1-9: 1180 · 10+: 1145 · Remark: new"
    ]


def test_a_second_table_on_the_sheet_has_its_own_headings() -> None:
    book = workbook(
        HEADER,
        ["AX-200", "Gateway", 1180],
        [],
        ["Services"],
        ["Code", "Service", "Unit", "Price"],
        ["SVC-DAY", "Commissioning", "day", 1150],
    )
    assert (
        texts(reading_of(book))[-1]
        == "Code: SVC-DAY · Service: Commissioning · Unit: day · Price: 1150"
    )


def test_terms_above_a_table_are_not_its_headings() -> None:
    book = workbook(
        ["Currency", "EUR"],
        ["Valid from", date(2026, 7, 1)],
        [],
        [*HEADER, "Unit"],
        ["AX-200", "Gateway", 1, "pc"],
    )
    assert texts(reading_of(book)) == [
        "Currency: EUR",
        "Valid from: 2026-07-01",
        "SKU: AX-200 · Description: Gateway · List price: 1 · Unit: pc",
    ]


def test_headings_repeated_for_print_are_no_data() -> None:
    book = workbook(HEADER, ["AX-40", "Compact", 390], HEADER, ["AX-200", "Gateway", 1180])
    assert len(texts(reading_of(book))) == 2


def test_a_formula_without_a_value_is_named_by_its_cell() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", "=1000*1.18"])
    reading = reading_of(book)
    assert reading.notes == (
        "sheet 'EMEA': C2: a formula whose value was never saved, read as blank",
    )
    assert reading.tables[0].rows[-1][-1].text != "=1000*1.18"


def test_a_whole_coloured_column_costs_nothing() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", 1180])
    book.active["C1048576"].fill = PatternFill("solid", fgColor="FF0000")
    book.active["XFD1"].fill = PatternFill("solid", fgColor="FF0000")
    (table,) = reading_of(book).tables
    assert (len(table.rows), len(table.rows[0])) == (2, 3)


def test_a_huge_merged_range_costs_nothing() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", 1180])
    data = with_part(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>',
        ),
    )
    assert "AX-200" in whole(read_xlsx("a.xlsx", data))


def test_cells_at_the_far_end_of_a_sheet_are_refused_by_name() -> None:
    book = workbook(HEADER)
    book.active["XFC190000"] = "x"
    with pytest.raises(UnreadableError, match="spread over") as caught:
        reading_of(book)
    assert caught.value.place == "EMEA"


def big(rows: int) -> Workbook:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Long list")
    sheet.append(HEADER)
    for number in range(rows):
        sheet.append([f"AX-{number}", "Gateway", 1.5])
    hidden = book.create_sheet("Margins")
    hidden.append(["SECRET", "floor"])
    hidden.sheet_state = "veryHidden"
    return book


def test_a_long_workbook_is_read_fast_and_its_hidden_sheets_are_still_left_out() -> None:
    reading = reading_of(big(limits.MAX_FORMATTED_ROWS + 1))
    assert reading.sections[0].locator == "Long list!A2:C2"
    assert (
        reading.sections[-1].locator
        == f"Long list!A{limits.MAX_FORMATTED_ROWS + 2}:C{limits.MAX_FORMATTED_ROWS + 2}"
    )
    assert (
        reading.sections[0].blocks[0].text == "SKU: AX-0 · Description: Gateway · List price: 1.5"
    )
    assert "SECRET" not in repr(reading.tables)
    assert "sheet 'Margins' is hidden and left out" in reading.notes


def test_the_fast_way_reads_a_sheet_as_the_careful_way_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = workbook(
        [None, "Price list", None, None],
        [],
        [None, *HEADER],
        [None, "AX-200", "Gateway", 1180],
        [None, "AX-400", None, datetime(2026, 7, 1)],  # noqa: DTZ001  a workbook's dates have no zone
    )
    book.active.merge_cells("B1:D1")
    careful = reading_of(book)
    monkeypatch.setattr(limits, "MAX_FORMATTED_ROWS", 1)
    fast = reading_of(book)
    assert fast.sections == careful.sections
    assert [[(c.text, c.locator) for c in r] for r in fast.tables[0].rows] == [
        [(c.text, c.locator) for c in r] for r in careful.tables[0].rows
    ]


def test_the_fast_way_leaves_out_what_is_hidden_and_keeps_formats(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = workbook(
        HEADER, ["AX-200", "Gateway", 1180.5], ["SECRET-ROW", "x", 2], ["AX-400", "y", 3]
    )
    book.active["C2"].number_format = "#,##0.00 [$€-407]"
    book.active["C4"].font = Font(strike=True)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    careful = reading_of(book)
    monkeypatch.setattr(limits, "MAX_FORMATTED_ROWS", 1)
    fast = reading_of(book)
    assert fast.notes == careful.notes
    assert fast.sections == careful.sections
    assert "SECRET" not in repr(fast.tables)
    shown_of = [
        [(c.text, c.number_format.replace("General", ""), c.struck, c.locator) for c in row]
        for reading in (fast, careful)
        for row in reading.tables[0].rows
    ]
    assert shown_of[: len(shown_of) // 2] == shown_of[len(shown_of) // 2 :]


def test_struck_cells_are_marked() -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", 1])
    book.active["C2"].font = Font(strike=True)
    (table,) = reading_of(book).tables
    assert [c.struck for c in table.rows[1]] == [False, False, True]


def test_formulas_without_a_value_are_named_on_the_fast_way_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = workbook(HEADER, ["AX-200", "Gateway", "=1+1"])
    careful = reading_of(book)
    monkeypatch.setattr(limits, "MAX_FORMATTED_ROWS", 1)
    assert reading_of(book).notes == careful.notes
    assert "C2" in careful.notes[0]


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 2)
    with pytest.raises(UnreadableError, match="it has 3 rows, more than 2"):
        reading_of(workbook(HEADER, ["a", "b", 1], ["c", "d", 2]))


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234.5, "#,##0.00 [$€-407]", "1,234.50 €"),
        (1234.5, '"EUR" #,##0.00', "EUR 1,234.50"),
        (1234.5, "$#,##0.00", "$1,234.50"),
        (-5, "_-[$£-809]#,##0.00_-;-[$£-809]#,##0.00_-", "-£5.00"),
        (0.2, "0%", "20%"),
        (0.275, "0.0%", "27.5%"),
        (1234567, '0.0,,"M"', "1.2M"),
        (12.5, "0.##", "12.5"),
        (12.0, "0.##", "12"),
        (1000, "General", "1000"),
        (0.1 + 0.2, "General", "0.3"),
        (3, r"0\ \p\c", "3 pc"),
        (1.005, "0.00", "1.01"),
        (5, "[Red]0", "5"),
        (True, "General", "TRUE"),
        (date(2026, 7, 1), "dd.mm.yyyy", "2026-07-01"),
        (datetime(2026, 7, 1, 9, 30), "General", "2026-07-01 09:30"),  # noqa: DTZ001  as above
        ("  AX-200 ", "General", "AX-200"),
        (None, "0", ""),
        (Decimal("1.10"), "0.00", "1.10"),
    ],
)
def test_a_cell_shows_what_a_person_sees(value: Any, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text
