"""Reads .csv: one table, its rows numbered as a spreadsheet would number them."""

import csv
import re
from io import StringIO

from openpyxl.utils import get_column_letter

from partnerline.ingest import limits
from partnerline.ingest.readers.delimiter import delimiter_of
from partnerline.ingest.readers.encoding import decoded
from partnerline.ingest.readers.outline import title_from
from partnerline.ingest.readers.sheets import sheet_sections
from partnerline.ingest.reading import Cell, Reading, Table
from partnerline.knowledge.errors import UnreadableError

_DECLARED = re.compile(r"sep=(.)\n", re.IGNORECASE)  # Excel's own way to name the delimiter
_NEVER_CLOSED = "unexpected end of data"  # the csv module's words, in strict mode


def read_csv(path: str, data: bytes) -> Reading:
    """What a .csv says; every value is text. Raises `UnreadableError`."""
    text, notes = decoded(path, data)
    declared = _DECLARED.match(text)
    delimiter = declared.group(1) if declared else delimiter_of(text)
    records = _records(path, text, delimiter)
    if declared:
        records[0] = []
    title = title_from(path)
    table = _table(title, records)
    sections = sheet_sections((title,), table.rows, _place)
    return Reading(title=title, sections=tuple(sections), tables=(table,), notes=notes)


def _place(first: Cell, last: Cell) -> str:
    if _row(first) == _row(last):
        return f"row {_row(first)}"
    return f"rows {_row(first)} to {_row(last)}"


def _row(cell: Cell) -> str:
    return cell.locator.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _records(path: str, text: str, delimiter: str) -> list[list[str]]:
    _check_quotes(path, text, delimiter)
    records: list[list[str]] = []
    cells = 0
    try:
        for record in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            records.append([field.strip() for field in record])
            cells += len(record)
            limits.check_count(path, len(records), limits.MAX_ROWS, "rows")
            limits.check_count(path, cells, limits.MAX_CELLS, "cells")
    except csv.Error as error:
        raise _unclosed(path, len(records) + 1) from error
    return records


def _check_quotes(path: str, text: str, delimiter: str) -> None:
    """Refuses a file where an opened quotation mark swallows everything up to the end."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    count = 0
    try:
        for _ in reader:
            count += 1
    except csv.Error as error:
        # Anything else that is only strictly wrong, as 19"-rack is, reads well enough.
        if str(error) == _NEVER_CLOSED:
            raise _unclosed(path, count + 1) from error


def _unclosed(path: str, row: int) -> UnreadableError:
    return UnreadableError(
        path,
        "a quotation mark is opened and never closed",
        place=f"row {row}",
        mend='Close it, or write a mark that belongs to the text twice: ""',
    )


def _table(title: str, records: list[list[str]]) -> Table:
    width = max((len(record) for record in records), default=0)
    letters = [get_column_letter(column) for column in range(1, width + 1)]
    return Table(
        name=title,
        locator="row 1",
        rows=tuple(
            tuple(
                Cell(value=text or None, text=text, locator=f"{letter}{row}")
                for letter, text in zip(letters, _padded(record, width), strict=True)
            )
            for row, record in enumerate(records, start=1)
        ),
    )


def _padded(record: list[str], width: int) -> list[str]:
    return [*record, *[""] * (width - len(record))]
