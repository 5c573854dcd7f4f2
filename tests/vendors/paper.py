"""Puts grids on paper: a writer for each format, the same bytes every time."""

import csv
import html
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from tests.vendors.grid import Grid

Block = str | Grid
CORE = "docProps/core.xml"
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z")
STAMP = (2026, 1, 2, 8, 0, 0)


def write_xlsx(path: Path, grids: Sequence[Grid]) -> None:
    """Writes a workbook, a sheet a grid."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        sheet.sheet_state = grid.state
        for (row, column), value in grid.cells.items():
            cell = sheet.cell(row, column, value)
            style = grid.styles.get((row, column), "General")
            cell.number_format = "dd mmm yyyy" if isinstance(value, date) else style
            cell.font = Font(bold=(row, column) not in grid.styles)
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in grid.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in grid.hidden_columns:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
    book.save(path)
    _settle(path)


def write_xls(path: Path, grids: Sequence[Grid]) -> None:
    """Writes a workbook of the old kind, a sheet a grid."""
    import xlwt

    book: Any = xlwt.Workbook(encoding="utf-8")
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        covered = {(top, left): (bottom, right) for top, left, bottom, right in grid.merges}
        for (row, column), value in grid.cells.items():
            style = xlwt.easyxf(num_format_str=grid.styles.get((row, column), "General"))
            if (row, column) in covered:
                bottom, right = covered[row, column]
                sheet.write_merge(row - 1, bottom - 1, column - 1, right - 1, value, style)
            else:
                sheet.write(row - 1, column - 1, value, style)
        for row in grid.hidden_rows:
            sheet.row(row - 1).hidden = True
        for column in grid.hidden_columns:
            sheet.col(column - 1).hidden = True
    book.save(str(path))


def write_csv(
    path: Path, grid: Grid, *, delimiter: str, encoding: str, quoting: int = csv.QUOTE_MINIMAL
) -> None:
    """Writes the cells of a grid as separated values, with Windows line ends."""
    with path.open("w", encoding=encoding, newline="") as out:
        csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(  # type: ignore[arg-type]
            ["" if value is None else value for value in line] for line in grid.lines()
        )


def write_markdown(path: Path, blocks: Sequence[Block]) -> None:
    """Writes paragraphs and pipe tables."""
    path.write_text("\n\n".join(map(_markdown, blocks)) + "\n", encoding="utf-8")


def write_html(path: Path, title: str, blocks: Sequence[Block]) -> None:
    """Writes a page; a block of text that begins with `<` is markup already."""
    body = "\n".join(block if isinstance(block, str) else _html_table(block) for block in blocks)
    path.write_text(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body></html>\n",
        encoding="utf-8",
    )


def write_docx(path: Path, title: str, blocks: Sequence[Block]) -> None:
    """Writes a Word file of paragraphs and tables."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=block.height, cols=block.width)
        table.style = "Table Grid"
        _fill_table(table, block)
    document.save(str(path))
    _settle(path)


def write_pptx(path: Path, slides: Sequence[tuple[str, Block]]) -> None:
    """Writes slides of a title and either a text or a table."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    for title, block in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        box = (Inches(0.5), Inches(1.5), Inches(9), Inches(5))
        if isinstance(block, str):
            slide.shapes.add_textbox(*box).text_frame.text = block
        else:
            _fill_table(slide.shapes.add_table(block.height, block.width, *box).table, block)
    deck.save(str(path))
    _settle(path)


def write_pdf(path: Path, title: str, blocks: Sequence[Block]) -> None:
    """Writes A4 pages; a table that is too long goes on over the page with no heading."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    story: list[Any] = [Paragraph(title, styles["Heading1"])]
    for block in blocks:
        if isinstance(block, str):
            story += [Paragraph(block, styles["BodyText"]), Spacer(1, 8)]
            continue
        table = Table([["" if v is None else str(v) for v in line] for line in block.lines()])
        spans = [
            ("SPAN", (left - 1, top - 1), (right - 1, bottom - 1))
            for top, left, bottom, right in block.merges
        ]
        frame = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("FONTSIZE", (0, 0), (-1, -1), 8)]
        table.setStyle(TableStyle([*frame, *spans]))
        story += [table, Spacer(1, 10)]

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 25, f"{title} · {document.page}")

    paper = SimpleDocTemplate(str(path), pagesize=A4, invariant=1, title=title)
    paper.build(story, onFirstPage=foot, onLaterPages=foot)


def _fill_table(table: Any, grid: Grid) -> None:
    for top, left, bottom, right in grid.merges:
        table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
    for (row, column), value in grid.cells.items():
        table.cell(row - 1, column - 1).text = str(value)


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return block
    lines = [
        "| " + " | ".join("" if v is None else str(v) for v in line) + " |"
        for line in block.lines()
    ]
    return "\n".join([lines[0], "|" + " --- |" * block.width, *lines[1:]])


def _html_table(grid: Grid) -> str:
    spans = {
        (top, left): (bottom - top + 1, right - left + 1)
        for top, left, bottom, right in grid.merges
    }
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    lines = []
    for row, line in enumerate(grid.lines(), 1):
        cells = []
        for column, value in enumerate(line, 1):
            if (row, column) in covered:
                continue
            tag = "td" if (row, column) in grid.styles or value is None else "th"
            down, across = spans.get((row, column), (1, 1))
            span = (f' rowspan="{down}"' if down > 1 else "") + (
                f' colspan="{across}"' if across > 1 else ""
            )
            cells.append(f"<{tag}{span}>{html.escape('' if value is None else str(value))}</{tag}>")
        style = ' style="display:none"' if row in grid.hidden_rows else ""
        lines.append(f"<tr{style}>{''.join(cells)}</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _settle(path: Path) -> None:
    """Gives every part of an Office file the same date, so that its bytes don't change."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts:
            fixed = CLOCK.sub(b"2026-01-02T08:00:00Z", data) if name == CORE else data
            new.writestr(zipfile.ZipInfo(name, STAMP), fixed, zipfile.ZIP_DEFLATED)
