from datetime import date, datetime
from pathlib import Path

import pytest
import xlwt
from tests.ingest.readers.documents import old_workbook, saved

from partnerline.ingest import limits
from partnerline.ingest.readers import read
from partnerline.ingest.readers.workbook_old import read_xls
from partnerline.ingest.reading import Cell, Reading
from partnerline.knowledge.errors import UnreadableError

HEADER = ["SKU", "Description", "List price"]


def reading_of(book: xlwt.Workbook, path: str = "price-lists/emea-2026.xls") -> Reading:
    return read_xls(path, saved(book))


def cells(reading: Reading) -> dict[str, Cell]:
    return {c.locator: c for table in reading.tables for row in table.rows for c in row}


def test_rows_keep_their_places_and_headings() -> None:
    reading = reading_of(
        old_workbook(
            ["Price list"], [], HEADER, ["AX-200", "Gateway", 1180], ["AX-400", "Big", 2.5]
        )
    )
    assert [(s.locator, s.blocks[0].text) for s in reading.sections] == [
        ("EMEA!A1", "Price list"),
        ("EMEA!A4:C4", "SKU: AX-200 · Description: Gateway · List price: 1180"),
        ("EMEA!A5:C5", "SKU: AX-400 · Description: Big · List price: 2.5"),
    ]
    assert reading.title == "emea 2026"


def test_values_have_their_formats() -> None:
    book = old_workbook(HEADER)
    page = book.get_sheet(0)
    page.write(1, 0, 1234.5, xlwt.easyxf(num_format_str='#,##0.00 "€"'))
    page.write(1, 1, date(2026, 7, 1), xlwt.easyxf(num_format_str="DD.MM.YYYY"))
    page.write(1, 2, True)
    page.write(2, 0, 41001)
    page.write(2, 1, 5, xlwt.easyxf("font: struck_out on", num_format_str="[$CHF] 0.00"))
    found = cells(reading_of(book))
    assert (found["EMEA!A2"].value, found["EMEA!A2"].text) == (1234.5, "1,234.50 €")
    assert found["EMEA!A2"].number_format == '#,##0.00 "€"'
    assert found["EMEA!B2"].value == datetime(2026, 7, 1)  # noqa: DTZ001  a workbook's dates have no zone
    assert found["EMEA!B2"].text == "2026-07-01"
    assert found["EMEA!C2"].value is True
    assert (found["EMEA!A3"].value, found["EMEA!A3"].text) == (41001, "41001")
    assert (found["EMEA!B3"].text, found["EMEA!B3"].struck) == ("CHF 5.00", True)


def test_merged_cells_repeat_their_value() -> None:
    book = old_workbook()
    book.get_sheet(0).write_merge(0, 0, 0, 2, "Prices in EUR")
    book.get_sheet(0).write(1, 2, "x")
    found = cells(reading_of(book))
    assert [found[f"EMEA!{letter}1"].text for letter in "ABC"] == ["Prices in EUR"] * 3


def test_what_is_hidden_is_left_out_with_a_note() -> None:
    book = old_workbook(HEADER, ["AX-200", "Gateway", 1], ["SECRET-ROW", "x", 2])
    book.get_sheet(0).row(2).hidden = True
    book.get_sheet(0).col(1).hidden = True
    book.add_sheet("Margins").write(0, 0, "SECRET")
    book.get_sheet(1).visibility = 1
    reading = reading_of(book)
    assert "SECRET" not in repr(reading.tables) + repr(reading.sections)
    assert "Gateway" not in repr(reading.tables)
    assert reading.notes == (
        "sheet 'EMEA': 1 hidden rows left out",
        "sheet 'EMEA': 1 hidden columns left out",
        "sheet 'Margins' is hidden and left out",
    )


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 2)
    with pytest.raises(UnreadableError, match="it has 3 rows, more than 2"):
        reading_of(old_workbook(HEADER, ["a", "b", 1], ["c", "d", 2]))


def test_a_damaged_one_is_named_with_its_mend(tmp_path: Path) -> None:
    whole = saved(old_workbook(HEADER, ["AX-200", "Gateway", 1]))
    for number, data in enumerate((whole[: len(whole) // 2], whole[:600] + bytes(3000))):
        name = f"{number}.xls"
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableError) as caught:
            read(tmp_path, name)
        assert (caught.value.path, bool(caught.value.mend)) == (name, True)


def test_an_encrypted_one_is_named_with_its_mend(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(_with_password(saved(old_workbook(HEADER))))
    with pytest.raises(UnreadableError, match="protected by a password") as caught:
        read(tmp_path, "a.xls")
    assert caught.value.mend == "Save it without the password"


def test_another_file_under_its_name_is_refused(tmp_path: Path) -> None:
    for name, data in (("a.xls", b"PK\x03\x04" + bytes(30)), ("b.xls", b"sku;price\n1;2\n")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableError, match=r"its name says \.xls"):
            read(tmp_path, name)


def _with_password(data: bytes) -> bytes:
    """The workbook with a FILEPASS record right behind its first BOF record, as Excel writes it (MS-XLS 2.4.117)."""
    bof = data.index(b"\x09\x08\x10\x00\x00\x06")
    record = b"\x2f\x00\x36\x00" + b"\x01\x00\x01\x00\x01\x00" + bytes(48)
    start = bof + 20
    return data[:start] + record + data[start + len(record) :]
