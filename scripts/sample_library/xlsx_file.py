"""Write sheets as an Excel workbook."""

import io
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from scripts.sample_library.zipped import stable

Cell = str | float | int | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its rows from A1 on, the ranges that are merged, and how amounts look."""

    title: str
    rows: tuple[Row, ...]
    merged: tuple[str, ...] = ()
    amount: str = "#,##0.00"
    hidden: bool = False


def xlsx(*sheets: Sheet) -> bytes:
    """Render `sheets` in order; a float is an amount, an int a plain number."""
    book = Workbook()
    del book["Sheet"]
    book.properties.creator = "Tarnwick Systems"
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    out = io.BytesIO()
    book.save(out)
    return stable(out.getvalue())


def _fill(page: Worksheet, sheet: Sheet) -> None:
    page.sheet_state = "hidden" if sheet.hidden else "visible"
    for r, row in enumerate(sheet.rows, start=1):
        for c, value in enumerate(row, start=1):
            cell = page.cell(r, c, value)
            if isinstance(value, float):
                cell.number_format = sheet.amount
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    page["A1"].font = Font(bold=True, size=14)
    page.column_dimensions["B"].width = 44
    for cells in sheet.merged:
        page.merge_cells(cells)
