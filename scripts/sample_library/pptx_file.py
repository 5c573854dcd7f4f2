"""Write slides as a PowerPoint file."""

import io
from dataclasses import dataclass

from pptx import Presentation
from pptx.slide import Slide as PptxSlide
from pptx.util import Inches
from scripts.sample_library.zipped import stable

_TITLE_AND_CONTENT = 1
_TITLE_ONLY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide: a title, then bullets or a table, and what the speaker's notes say."""

    title: str
    bullets: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    notes: str = ""


def pptx(slides: tuple[Slide, ...]) -> bytes:
    """Render `slides` in order on the default template."""
    deck = Presentation()
    deck.core_properties.author = "Tarnwick Systems"
    for slide in slides:
        layout = _TITLE_ONLY if slide.table else _TITLE_AND_CONTENT
        _fill(deck.slides.add_slide(deck.slide_layouts[layout]), slide)
    out = io.BytesIO()
    deck.save(out)
    return stable(out.getvalue())


def _fill(page: PptxSlide, slide: Slide) -> None:
    page.shapes.title.text = slide.title
    if slide.table:
        _add_table(page, slide.table)
    else:
        page.placeholders[1].text_frame.text = "\n".join(slide.bullets)
    if slide.notes:
        page.notes_slide.notes_text_frame.text = slide.notes


def _add_table(page: PptxSlide, rows: tuple[tuple[str, ...], ...]) -> None:
    frame = page.shapes.add_table(
        len(rows), len(rows[0]), Inches(0.5), Inches(1.6), Inches(9), Inches(0.4 * len(rows))
    )
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            frame.table.cell(r, c).text = text
