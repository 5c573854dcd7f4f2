"""Reads a big workbook without loading it whole: many times faster, with what it hides and how it shows its numbers."""

from datetime import time, timedelta
from io import BytesIO

from openpyxl.utils import get_column_letter
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from partnerline.ingest.readers.shown import shown
from partnerline.ingest.readers.workbook_quick import WIDEST, SheetLook
from partnerline.ingest.readers.workbook_scan import look_sheets
from partnerline.ingest.readers.workbook_styles import CellStyle
from partnerline.ingest.reading import Cell, CellValue, Table

_Value = CellValue | time | timedelta
_PLAIN = CellStyle()


def fast_sheets(data: bytes) -> tuple[list[Table], list[str]]:
    """The visible sheets as tables, and the notes; hidden sheets are never touched."""
    looks, styles = look_sheets(data)
    notes: list[str] = []
    tables = []
    with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                notes.append(f"sheet {sheet.name!r} is hidden and left out")
                continue
            look = looks.get(sheet.name)
            if look is None:
                notes.append(f"sheet {sheet.name!r}: so many rows that hidden rows, hidden columns and number formats weren't looked at")  # fmt: skip
            grid = _Grid(workbook.get_sheet_by_name(sheet.name), look or SheetLook(), styles)
            if table := grid.table(notes):
                tables.append(table)
    return tables, notes


class _Grid:
    """A sheet's values beside what its look says of them."""

    def __init__(
        self, sheet: CalamineSheet, look: SheetLook, styles: tuple[CellStyle, ...]
    ) -> None:
        self._name, self._look = sheet.name, look
        self._styles = styles
        self._grid: list[list[_Value]] = [
            list(row) for row in sheet.to_python(skip_empty_area=False)
        ]
        self._width = max((len(row) for row in self._grid), default=0)
        self._merge(sheet)

    def _merge(self, sheet: CalamineSheet) -> None:
        # Only what lies inside the sheet's filled part: a merged range may run to the last possible cell.
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
            first = (top + 1) * WIDEST + left + 1
            for row in range(top, min(bottom + 1, len(self._grid))):
                for column in range(left, min(right + 1, self._width)):
                    self._grid[row][column] = self._grid[top][left]
                    if first in self._look.styles:
                        self._look.styles[(row + 1) * WIDEST + column + 1] = self._look.styles[
                            first
                        ]

    def table(self, notes: list[str]) -> Table | None:
        """The sheet without its hidden rows and columns; `None` where nothing is in it."""
        rows = [n for n in range(len(self._grid)) if n + 1 not in self._look.hidden_rows]
        shown_columns = [n for n in range(self._width) if n + 1 not in self._look.hidden_columns]
        for things, count in (
            ("rows", len(self._grid) - len(rows)),
            ("columns", self._width - len(shown_columns)),
        ):
            if count:
                notes.append(f"sheet {self._name!r}: {count} hidden {things} left out")
        columns = [(n, get_column_letter(n + 1)) for n in shown_columns]
        table_rows = tuple(tuple(self._row(row, columns)) for row in rows)
        return Table(name=self._name, locator=self._name, rows=table_rows) if table_rows else None

    def _row(self, row: int, columns: list[tuple[int, str]]) -> list[Cell]:
        values, before, after = self._grid[row], f"{self._name}!", str(row + 1)
        styles, first = self._look.styles, (row + 1) * WIDEST + 1
        cells = []
        for column, letter in columns:
            value = values[column]
            number = styles.get(first + column)
            style = _PLAIN if number is None else self._styles[number]
            text = value.strip() if type(value) is str else shown(value, style.number_format)
            cells.append(
                Cell(
                    value=text or None if isinstance(value, str | time | timedelta) else value,
                    text=text,
                    locator=f"{before}{letter}{after}",
                    number_format=style.number_format,
                    struck=style.struck and bool(text),
                )
            )
        return cells
