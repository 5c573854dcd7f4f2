"""Reads .xls, the workbooks of Excel before 2007: every visible sheet as a table and as rows with their cells."""

from datetime import datetime, time
from io import StringIO

import xlrd
from openpyxl.utils import get_column_letter
from xlrd.book import Book
from xlrd.sheet import Cell as OldCell
from xlrd.sheet import Sheet

from partnerline.ingest import limits
from partnerline.ingest.readers.outline import title_from
from partnerline.ingest.readers.sheets import workbook_sections
from partnerline.ingest.readers.shown import shown
from partnerline.ingest.reading import Cell, CellValue, Reading, Table
from partnerline.knowledge.errors import UnreadableError

_BLANK = OldCell(xlrd.XL_CELL_EMPTY, "")
_Origins = dict[tuple[int, int], tuple[int, int]]
_REPAIR = "Open it in Excel and save it as .xlsx"
_LOCKED = "encrypted"  # a word of what xlrd says where a password is needed


def read_xls(path: str, data: bytes) -> Reading:
    """What an old workbook says; its hidden sheets, rows and columns are left out. Raises `UnreadableError`."""
    book = _opened(path, data)
    tables: list[Table] = []
    notes: list[str] = []
    for sheet in _sheets(path, book):
        if sheet.visibility:
            notes.append(f"sheet {sheet.name!r} is hidden and left out")
        elif (table := _table(book, sheet, notes)).rows:
            tables.append(table)
    title = title_from(path)
    sections = [section for table in tables for section in workbook_sections(title, table)]
    return Reading(title=title, sections=tuple(sections), tables=tuple(tables), notes=tuple(notes))


def _opened(path: str, data: bytes) -> Book:
    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=StringIO(), ragged_rows=True
        )
    except xlrd.XLRDError as error:
        if _LOCKED in str(error).casefold():
            raise UnreadableError(
                path, "it is protected by a password", mend="Save it without the password"
            ) from error
        raise UnreadableError(path, "it is damaged, or no real .xls file", mend=_REPAIR) from error


def _sheets(path: str, book: Book) -> list[Sheet]:
    """The worksheets, each within the limits; raises `UnreadableError` where one isn't."""
    sheets: list[Sheet] = book.sheets()
    for sheet in sheets:
        limits.check_count(path, sheet.nrows, limits.MAX_ROWS, "rows", place=sheet.name)
    cells = sum(sheet.nrows * sheet.ncols for sheet in sheets)
    limits.check_count(path, cells, limits.MAX_CELLS, "cells")
    return sheets


def _table(book: Book, sheet: Sheet, notes: list[str]) -> Table:
    height, width = _filled(sheet)
    rows = [n for n in range(height) if not _is_hidden(sheet.rowinfo_map.get(n))]
    columns = [n for n in range(width) if not _is_hidden(sheet.colinfo_map.get(n))]
    for things, count in (("rows", height - len(rows)), ("columns", width - len(columns))):
        if count:
            notes.append(f"sheet {sheet.name!r}: {count} hidden {things} left out")
    origins = _merged(sheet, height, width)
    return Table(
        name=sheet.name,
        locator=sheet.name,
        rows=tuple(
            tuple(_cell(book, sheet, (row, column), origins) for column in columns) for row in rows
        ),
    )


def _filled(sheet: Sheet) -> tuple[int, int]:
    """How many rows and columns there are up to the last that holds something: styled blank ones don't count."""
    filled = [
        (row, column)
        for row in range(sheet.nrows)
        for column, kind in enumerate(sheet.row_types(row))
        if kind not in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}
    ]
    return max((row + 1 for row, _ in filled), default=0), max(
        (c + 1 for _, c in filled), default=0
    )


def _is_hidden(info: object) -> bool:
    return bool(getattr(info, "hidden", 0))


def _merged(sheet: Sheet, height: int, width: int) -> _Origins:
    """For each cell inside a merged range, the cell that holds its value; only what lies in the filled part."""
    return {
        (row, column): (top, left)
        for top, bottom, left, right in sheet.merged_cells
        for row in range(top, min(bottom, height))
        for column in range(left, min(right, width))
    }


def _cell(book: Book, sheet: Sheet, at: tuple[int, int], origins: _Origins) -> Cell:
    row, column = origins.get(at, at)
    cell = sheet.cell(row, column) if column < sheet.row_len(row) else _BLANK
    number_format, struck = _style(book, cell)
    value = _value(book, cell)
    text = shown(value, number_format)
    return Cell(
        value=text or None if isinstance(value, str | time) else value,
        text=text,
        locator=f"{sheet.name}!{get_column_letter(at[1] + 1)}{at[0] + 1}",
        number_format=number_format,
        struck=struck,
    )


def _style(book: Book, cell: OldCell) -> tuple[str, bool]:
    """The cell's number format, and whether its font is struck through."""
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return "", False
    style = book.xf_list[cell.xf_index]
    shape = book.format_map.get(style.format_key)
    font = book.font_list[style.font_index]
    text = shape.format_str if shape is not None else ""
    return ("" if text == "General" else text), bool(font.struck_out)


def _value(book: Book, cell: OldCell) -> CellValue | time:
    match cell.ctype:
        case xlrd.XL_CELL_NUMBER:
            number = float(cell.value)
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        case xlrd.XL_CELL_DATE:
            return _day(book, float(cell.value))
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(int(cell.value), "#N/A"))
        case xlrd.XL_CELL_TEXT:
            return str(cell.value)
        case _:
            return None


def _day(book: Book, serial: float) -> datetime | time | float:
    """The day that a workbook's number stands for; one that stands for none stays the number it is."""
    try:
        day: datetime = xlrd.xldate_as_datetime(serial, book.datemode)
        return day.time() if 0 <= serial < 1 else day
    except (xlrd.xldate.XLDateError, OverflowError, ValueError):
        return serial
