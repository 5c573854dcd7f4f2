"""Reads .pptx: one section a slide, with its title, bullets, tables and notes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from partnerline.ingest import limits
from partnerline.ingest.readers.archive import check_archive
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.readers.tables import row_blocks, text_table
from partnerline.ingest.reading import Reading, Table

# python-pptx has no types of its own, so what it gives is Any here.
_BULLETED = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def read_pptx(path: str, data: bytes) -> Reading:
    """What a deck says; hidden slides and hidden shapes are left out. Raises `UnreadableError`."""
    check_archive(path, data, "ppt/")
    deck = Presentation(BytesIO(data))
    limits.check_count(path, len(deck.slides), limits.MAX_PAGES, "slides")
    outline, tables, notes = Outline(), [], []
    for number, slide in enumerate(deck.slides, start=1):
        if slide.element.get("show") in ("0", "false"):
            notes.append(f"slide {number} is hidden and left out")
            continue
        tables += _read_slide(outline, slide, f"slide {number}", notes)
    title = title_from(path, deck.core_properties.title, outline.first_heading)
    return Reading(
        title=title,
        sections=tuple(outline.sections(title)),
        tables=tuple(tables),
        notes=tuple(notes),
    )


def _read_slide(outline: Outline, slide: Any, locator: str, notes: list[str]) -> list[Table]:
    heading = slide.shapes.title
    tables = []
    outline.heading(1, _line(heading.text_frame) if heading is not None else locator, locator)
    if outline.locator != locator:  # its title is there but blank
        outline.heading(1, locator, locator)
    for shape in _shapes(slide.shapes):
        if heading is not None and shape.shape_id == heading.shape_id:
            continue
        if shape.has_text_frame:
            _read_text(outline, shape)
        elif getattr(shape, "has_table", False):
            grid = _grid(shape.table)
            outline.extend(row_blocks(grid, 1 if shape.table.first_row else None))
            tables.append(text_table(outline.heading_above, locator, grid))
        elif getattr(shape, "has_chart", False):
            _read_chart(outline, shape.chart)
        elif shape.element.find(f".//{qn('a:graphicData')}") is not None:
            notes.append(f"{locator}: what a diagram or an embedded object says isn't read")
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        spoken = _line(slide.notes_slide.notes_text_frame)
        outline.paragraph(f"Notes: {spoken}" if spoken else "")
    return tables


def _shapes(shapes: Any) -> Iterator[Any]:
    """Every visible shape, those of groups where the group stands."""
    for shape in shapes:
        if shape.element.xpath(".//p:cNvPr")[0].get("hidden") in ("1", "true"):
            continue
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        elif not (shape.is_placeholder and shape.placeholder_format.type in _FURNITURE):
            yield shape


def _read_text(outline: Outline, shape: Any) -> None:
    bulleted = shape.is_placeholder and shape.placeholder_format.type in _BULLETED
    numbers: dict[int, int] = {}
    for paragraph in shape.text_frame.paragraphs:
        text = " ".join(paragraph.text.split())
        properties = paragraph._p.find(qn("a:pPr"))  # the public API doesn't say what bullet it has
        marks = {child.tag for child in properties} if properties is not None else set()
        if qn("a:buAutoNum") in marks:
            numbers[paragraph.level] = numbers.get(paragraph.level, 0) + bool(text)
            outline.item(f"{numbers[paragraph.level]}.", text, paragraph.level)
        elif qn("a:buNone") not in marks and (bulleted or qn("a:buChar") in marks):
            outline.item("-", text, paragraph.level)
        else:
            outline.paragraph(text)


def _line(frame: Any) -> str:
    return " ".join(frame.text.split())


def _grid(table: Any) -> list[list[str]]:
    texts = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    for at, row in enumerate(table.rows):
        for across, cell in enumerate(row.cells):
            if cell.is_merge_origin:
                for down in range(at, min(at + cell.span_height, len(texts))):
                    for right in range(across, min(across + cell.span_width, len(texts[down]))):
                        texts[down][right] = texts[at][across]
    return texts


def _read_chart(outline: Outline, chart: Any) -> None:
    title = _line(chart.chart_title.text_frame) if chart.has_title else ""
    outline.paragraph(title)
    for plot in chart.plots:
        names = [str(category) for category in plot.categories]
        grid = [["", *names]]
        grid += [
            [series.name, *("" if v is None else f"{v:g}" for v in series.values)]
            for series in plot.series
        ]
        outline.extend(row_blocks(grid, 1))
