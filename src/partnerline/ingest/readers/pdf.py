"""Reads .pdf: text by page with its headings, ruled tables as rows."""

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
from pypdfium2 import raw

from partnerline.ingest import limits
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.readers.pdf_lines import Line, at_edge, furniture_of, lines_of, repeating
from partnerline.ingest.readers.pdf_page import Sizes, sizes_of, write_page, write_slide
from partnerline.ingest.readers.pdf_tables import RuledTable, has_rules, ruled_tables
from partnerline.ingest.readers.tables import names_rows, row_blocks, squared, text_table
from partnerline.ingest.reading import Reading, Table
from partnerline.knowledge.errors import UnreadableError

_AMOUNT = re.compile(r"[€$£]\s?\d|\d[.,]\d\d(?!\d)")  # a heading holds none
_PDFIUM = threading.Lock()  # PDFium may be in one thread only


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What stands on one page. A wider than high one is a slide."""

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[RuledTable]

    @property
    def is_slide(self) -> bool:
        return self.width > self.height


def read_pdf(path: str, data: bytes) -> Reading:
    """What a PDF says. Raises `UnreadableError`."""
    with _PDFIUM:
        document = _opened(path, data)
        try:
            limits.check_count(path, len(document), limits.MAX_PAGES, "pages")
            given = document.get_metadata_dict().get("Title")
            pages = list(_pages(document, data))
        finally:
            document.close()
    furniture = furniture_of([p.lines for p in pages], [p.height for p in pages])
    notes = tuple(
        f"p. {page.number} has no text; if it is scanned, run OCR over it"
        for page in pages
        if not page.lines and any(other.lines for other in pages)
    )
    outline, tables = _written(pages, furniture)
    title = title_from(path, given, outline.first_heading)
    return Reading(title=title, sections=outline.sections(title), tables=tuple(tables), notes=notes)


def _opened(path: str, data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError(
                path, "it is protected by a password", mend="Save it without the password"
            ) from error
        raise UnreadableError(
            path, "it is damaged", mend="Open it in a PDF viewer and print it to a new PDF"
        ) from error


def _pages(document: Any, data: bytes) -> Iterator[_Page]:
    plumber = None
    try:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            lines = lines_of(page, height)
            tables: list[RuledTable] = []
            if lines and not page.get_rotation() and has_rules(page):
                plumber = plumber or pdfplumber.open(BytesIO(data))
                tables = ruled_tables(plumber.pages[number - 1])
            page.close()
            yield _Page(number=number, width=width, height=height, lines=lines, tables=tables)
    finally:
        if plumber is not None:
            plumber.close()


def _written(pages: Sequence[_Page], furniture: frozenset[str]) -> tuple[Outline, list[Table]]:
    outline, tables = Outline("p. 1"), list[Table]()
    kept = {
        page.number: [
            line
            for line in page.lines
            if not (at_edge(line, page.height) and repeating(line) in furniture)
        ]
        for page in pages
    }
    sizes = sizes_of([kept[page.number] for page in pages if not page.is_slide])
    header: Sequence[str] = ()
    for page in pages:
        outline.turn(f"p. {page.number}")
        for stretch in _stretches(kept[page.number], page.tables):
            if isinstance(stretch, RuledTable):
                header = _write_table(outline, stretch, header, tables)
            else:
                _write_lines(outline, stretch, page, sizes)
    return outline, tables


def _write_lines(outline: Outline, lines: Sequence[Line], page: _Page, sizes: Sizes) -> None:
    locator = f"p. {page.number}"
    if page.is_slide and not page.tables:
        write_slide(outline, lines, page.height, locator)
    else:
        write_page(outline, lines, sizes if not page.is_slide else sizes_of([page.lines]), locator)


def _stretches(
    lines: Sequence[Line], tables: Sequence[RuledTable]
) -> Iterator[Sequence[Line] | RuledTable]:
    """The page from the top down: lines between tables, and tables in place of the lines they hold."""
    outside = [line for line in lines if not any(_is_in(line, table) for table in tables)]
    for table in tables:
        above = [line for line in outside if line.bottom <= table.top + line.size / 2]
        if above:
            yield above
        yield table
        outside = [line for line in outside if line not in above]
    if outside:
        yield outside


def _is_in(line: Line, table: RuledTable) -> bool:
    return table.holds((line.left + line.right) / 2, (line.top + line.bottom) / 2)


def _write_table(
    outline: Outline, table: RuledTable, header: Sequence[str], tables: list[Table]
) -> Sequence[str]:
    """Writes a table's rows; one that goes on from the page before has the names of its columns from there."""
    grid: list[Sequence[str]] = list(table.grid)
    unnamed = len(grid[0]) == len(header) and (
        not names_rows(squared(grid), 0) or any(_AMOUNT.search(text) for text in grid[0])
    )
    goes_on = unnamed and outline.is_fresh
    if goes_on:
        grid.insert(0, header)
    outline.extend(row_blocks(grid, 1 if goes_on else None))
    tables.append(text_table(outline.heading_above, outline.locator, grid))
    return grid[0] if goes_on or names_rows(squared(grid), 0) else ()
