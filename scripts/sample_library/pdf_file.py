"""Write blocks as a PDF with ruled tables and numbered pages."""

import io
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, grey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from scripts.sample_library.blocks import Block, parse

_STYLES = getSampleStyleSheet()
_RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, grey),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e4ecf2")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def pdf(title: str, text: str) -> bytes:
    """Render `text` on A4 with `title` in every page's footer."""
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=A4, title=title, author="Tarnwick Systems", invariant=1, pageCompression=0
    )
    footer = partial(_footer, title)
    story = [flowable for block in parse(text) for flowable in _flowables(block)]
    template.build(story, onFirstPage=footer, onLaterPages=footer)
    return out.getvalue()


def _footer(title: str, canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(20 * mm, 12 * mm, f"Tarnwick Systems - {title}")
    canvas.drawRightString(190 * mm, 12 * mm, f"Page {template.page}")


def _flowables(block: Block) -> list[Flowable]:
    if block.kind == "break":
        return [PageBreak()]
    if block.kind == "heading":
        return [Paragraph(escape(block.text), _STYLES[f"Heading{block.level}"])]
    if block.kind == "paragraph":
        return [Paragraph(escape(block.text), _STYLES["BodyText"]), Spacer(1, 3 * mm)]
    if block.kind == "table":
        return [_table(block), Spacer(1, 5 * mm)]
    items = [Paragraph(escape(row[0]), _STYLES["BodyText"]) for row in block.rows]
    if block.kind == "numbers":
        return [ListFlowable(items, bulletType="1")]
    return [ListFlowable(items, bulletType="bullet", start="circle")]


def _table(block: Block) -> Table:
    style = _STYLES["BodyText"]
    cells = [[Paragraph(escape(cell), style) for cell in row] for row in block.rows]
    return Table(cells, style=_RULED, repeatRows=1, hAlign="LEFT")
