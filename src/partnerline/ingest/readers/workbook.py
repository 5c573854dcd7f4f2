"""Reads .xlsx: every visible sheet as a table and as rows with their cells."""

import warnings
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from types import NoneType

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from partnerline.ingest.readers.archive import check_archive
from partnerline.ingest.readers.outline import title_from
from partnerline.ingest.readers.sheets import workbook_sections
from partnerline.ingest.readers.shown import shown
from partnerline.ingest.readers.workbook_fast import fast_sheets
from partnerline.ingest.readers.workbook_scan import SheetScan, scan_sheets
from partnerline.ingest.reading import Cell, Reading, Table

_PLAIN = (str, int, float, Decimal, bool, date, datetime, NoneType)
_SHOWN = (*_PLAIN, time, timedelta)
_NAMED = 10  # cells that a note names; the rest are counted


def read_xlsx(path: str, data: bytes) -> Reading:
    """What a workbook says; its hidden sheets, rows and columns are left out. Raises `UnreadableError`."""
    check_archive(path, data, "xl/")
    scans = scan_sheets(path, data)
    if any(scan.is_large for scan in scans.values()):
        title, (tables, notes) = "", fast_sheets(data)
    else:
        workbook = _loaded(data)
        title = workbook.properties.title or ""
        tables, notes = _visible_sheets(workbook)
    notes += [note for table in tables for note in _uncached(table.name, scans.get(table.name))]
    title = title_from(path, title)
    sections = [section for table in tables for section in workbook_sections(title, table)]
    return Reading(title=title, sections=tuple(sections), tables=tuple(tables), notes=tuple(notes))


def _loaded(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl warns of what it won't write again: pictures, rules, extensions. Nothing is written here.
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(data), data_only=True)


def _uncached(sheet: str, scan: SheetScan | None) -> list[str]:
    if scan is None or not scan.uncached:
        return []
    more = len(scan.uncached) - _NAMED
    cells = ", ".join(scan.uncached[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return [f"sheet {sheet!r}: {cells}: a formula whose value was never saved, read as blank"]


def _visible_sheets(workbook: Workbook) -> tuple[list[Table], list[str]]:
    tables, notes = [], []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(f"sheet {sheet.title!r} is hidden and left out")
            continue
        table = _table(sheet, notes)
        if table.rows:
            tables.append(table)
    return tables, notes


def _table(sheet: Worksheet, notes: list[str]) -> Table:
    last_row, last_column = _last_cell(sheet)
    rows = [n for n in range(1, last_row + 1) if not _row_hidden(sheet, n)]
    columns = _shown_columns(sheet, last_column)
    _note_hidden(sheet.title, "rows", last_row - len(rows), notes)
    _note_hidden(sheet.title, "columns", last_column - len(columns), notes)
    origins = _merged(sheet)
    return Table(
        name=sheet.title,
        locator=sheet.title,
        rows=tuple(tuple(_cell(sheet, row, column, origins) for column in columns) for row in rows),
    )


def _last_cell(sheet: Worksheet) -> tuple[int, int]:
    # The public max_row counts blank styled cells too: a million of them where a whole column is coloured.
    filled = [at for at, cell in sheet._cells.items() if cell.value is not None]
    return max((row for row, _ in filled), default=0), max((c for _, c in filled), default=0)


def _row_hidden(sheet: Worksheet, row: int) -> bool:
    return row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)


def _shown_columns(sheet: Worksheet, last: int) -> list[int]:
    hidden: set[int] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:  # one entry may stand for a range of columns
            first = dimension.min or column_index_from_string(letter)
            hidden.update(range(first, min(dimension.max or first, last) + 1))
    return [column for column in range(1, last + 1) if column not in hidden]


def _note_hidden(sheet: str, things: str, count: int, notes: list[str]) -> None:
    if count:
        notes.append(f"sheet {sheet!r}: {count} hidden {things} left out")


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell inside a merged range, the cell that holds its value."""
    return {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }


def _cell(
    sheet: Worksheet,
    row: int,
    column: int,
    origins: dict[tuple[int, int], tuple[int, int]],
) -> Cell:
    cell = sheet.cell(*origins.get((row, column), (row, column)))
    value = cell.value
    text = shown(value if isinstance(value, _SHOWN) else str(value), cell.number_format)
    return Cell(
        value=value if isinstance(value, _PLAIN) else text or None,
        text=text,
        locator=f"{sheet.title}!{get_column_letter(column)}{row}",
        number_format=cell.number_format,
        struck=bool(cell.font.strike) if cell.has_style and text else False,
    )
