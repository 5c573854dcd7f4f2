"""A quote to take along as PDF bytes, the same bytes for the same paper."""

from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from partnerline.bot.quotes import wording
from partnerline.bot.quotes.fonts import legible, markup, register
from partnerline.bot.quotes.paper import Paper
from partnerline.bot.quotes.pdf_style import GREY, MARGIN, STYLES
from partnerline.bot.quotes.pdf_tables import (
    LEAST_NAME,
    Columns,
    columns,
    facts_table,
    further_table,
    lines_table,
    sources_table,
    sums_table,
)

_ONE_AT_A_TIME = Lock()
"""reportlab keeps its faces for the whole process."""
_FOOT = 10 * mm
_INSET = 6.0
"""What reportlab's own frame keeps free at each side."""


def pdf_of(paper: Paper) -> bytes:
    """The paper as a PDF with its fonts inside."""
    with _ONE_AT_A_TIME:
        register()
        # The number of pages is known only once they have been laid out.
        _, pages = _laid_out(paper, 0)
        return _laid_out(paper, pages)[0]


def _laid_out(paper: Paper, pages: int) -> tuple[bytes, int]:
    upright = columns(paper.quotes, A4[0] - 2 * MARGIN)
    size = A4 if upright.name >= LEAST_NAME else landscape(A4)
    widths = columns(paper.quotes, size[0] - 2 * MARGIN)
    written = BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=size,
        leftMargin=MARGIN - _INSET,
        rightMargin=MARGIN - _INSET,
        topMargin=MARGIN - _INSET,
        bottomMargin=MARGIN,
        title=_title(paper),
        author=paper.vendor,
        subject=wording.NOTE,
        creator="Partnerline",
        invariant=1,
    )

    def foot(canvas: Any, _document: Any) -> None:
        _foot(canvas, paper, size[0], pages)

    document.build(_story(paper, widths), onFirstPage=foot, onLaterPages=foot)
    return written.getvalue(), document.page


def _title(paper: Paper) -> str:
    named = (wording.TITLE, paper.vendor, paper.partner, paper.issued_on.isoformat())
    return " · ".join(part for part in named if part)


def _story(paper: Paper, widths: Columns) -> list[Any]:
    story: list[Any] = [Paragraph(markup(wording.TITLE, STYLES.title.fontName), STYLES.title)]
    if paper.vendor:
        story.append(Paragraph(markup(paper.vendor, STYLES.vendor.fontName), STYLES.vendor))
    story += [Spacer(0, 4 * mm), facts_table(paper, widths.whole)]
    if any(wording.is_over(quote, paper.issued_on) for quote in paper.quotes):
        story += [Spacer(0, 3 * mm), *_over(paper)]
    if len(paper.quotes) > 1:
        story += [Spacer(0, 3 * mm), Paragraph(markup(wording.APART), STYLES.small)]
    for number, quote in enumerate(paper.quotes):
        story.append(Spacer(0, 5 * mm))
        if heading := wording.heading(paper, number):
            story.append(Paragraph(markup(heading, STYLES.heading.fontName), STYLES.heading))
        first = 1 + sum(len(earlier.lines) for earlier in paper.quotes[:number])
        story += [lines_table(quote, first, widths), sums_table(quote, widths)]
    story += [Spacer(0, 7 * mm), *_receipt(paper, widths.whole)]
    return story


def _over(paper: Paper) -> list[Any]:
    over = (q for q in paper.quotes if wording.is_over(q, paper.issued_on))
    words = dict.fromkeys(wording.validity(quote, paper.issued_on) for quote in over)
    return [Paragraph(markup(f"{text}.", STYLES.over.fontName), STYLES.over) for text in words]


def _receipt(paper: Paper, width: float) -> list[Any]:
    story: list[Any] = [
        Paragraph(markup("Sources, and what was applied", STYLES.heading.fontName), STYLES.heading),
        sources_table(paper, width),
    ]
    further = further_table(paper, width)
    if further is not None:
        title = Paragraph(markup("Also cited", STYLES.heading.fontName), STYLES.heading)
        story += [Spacer(0, 4 * mm), title, further]
    return [*story, Spacer(0, 4 * mm), Paragraph(markup(wording.NOTE), STYLES.small)]


def _foot(canvas: Any, paper: Paper, width: float, pages: int) -> None:
    face, size = STYLES.foot.fontName, STYLES.foot.fontSize
    right = f"Page {canvas.getPageNumber()} of {pages}"
    room = width - 2 * MARGIN - canvas.stringWidth(right, face, size) - _INSET
    issued = f"{wording.TITLE} · {wording.day(paper.issued_on)}"
    whole = " · ".join(part for part in (issued, paper.vendor, paper.partner) if part)
    # A name too long for the foot stands whole on the first page.
    fits = canvas.stringWidth(legible(whole), face, size) <= room
    canvas.saveState()
    canvas.setFont(face, size)
    canvas.setFillColor(GREY)
    canvas.drawRightString(width - MARGIN, _FOOT, right)
    canvas.restoreState()
    mark = Paragraph(markup(whole if fits else issued), STYLES.foot)
    _, height = mark.wrap(room, size)
    mark.drawOn(canvas, MARGIN, _FOOT - (height - size))
