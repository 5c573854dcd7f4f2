"""Reads a big workbook without its formats: twenty times faster, and blind to hidden rows and columns."""

from datetime import time, timedelta
from io import BytesIO

from openpyxl.utils import get_column_letter
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from partnerline.ingest.readers.shown import shown
from partnerline.ingest.reading import Cell, CellValue, Table

_Value = CellValue | time | timedelta
_Origins = dict[tuple[int, int], tuple[int, int]]


def fast_sheets(data: bytes) -> tuple[list[Table], list[str]]:
    """The visible sheets as tables, and the notes; hidden sheets are never touched."""
    notes = ["so many rows that hidden rows, hidden columns and number formats weren't looked at"]
    tables = []
    with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                notes.append(f"sheet {sheet.name!r} is hidden and left out")
                continue
            table = _table(workbook.get_sheet_by_name(sheet.name))
            if table.rows:
                tables.append(table)
    return tables, notes


def _table(sheet: CalamineSheet) -> Table:
    grid: list[list[_Value]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    width = max((len(row) for row in grid), default=0)
    origins = _merged(sheet, len(grid), width)
    return Table(
        name=sheet.name,
        locator=sheet.name,
        rows=tuple(
            tuple(_cell(sheet.name, grid, row, column, origins) for column in range(width))
            for row in range(len(grid))
        ),
    )


def _merged(sheet: CalamineSheet, height: int, width: int) -> _Origins:
    # Only what lies inside the sheet's filled part: a merged range may run to the last possible cell.
    return {
        (row, column): (top, left)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        for row in range(top, min(bottom + 1, height))
        for column in range(left, min(right + 1, width))
    }


def _cell(name: str, grid: list[list[_Value]], row: int, column: int, origins: _Origins) -> Cell:
    at, across = origins.get((row, column), (row, column))
    value = grid[at][across]
    text = shown(value)
    return Cell(
        value=text or None if isinstance(value, str | time | timedelta) else value,
        text=text,
        locator=f"{name}!{get_column_letter(column + 1)}{row + 1}",
    )
