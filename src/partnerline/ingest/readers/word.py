"""Reads .docx: headings, paragraphs, lists and tables in their order, without what is deleted or hidden."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

from partnerline.ingest import limits
from partnerline.ingest.readers.archive import check_archive
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.readers.tables import row_blocks, text_table
from partnerline.ingest.readers.word_lists import Numbering
from partnerline.ingest.readers.word_styles import Styles
from partnerline.ingest.readers.word_text import WordText, footnotes_of
from partnerline.ingest.reading import Reading, Table

_LONGEST_BOLD_HEADING = 80
_CONTENTS = "Table of Contents"  # the gallery that Word's own tables of contents come from


def read_docx(path: str, data: bytes) -> Reading:
    """What a document says as it would be printed. Raises `UnreadableError`."""
    check_archive(path, data, "word/")
    document = Document(BytesIO(data))
    body = document.element.body
    limits.check_count(path, len(body), limits.MAX_ROWS, "paragraphs")
    styles = Styles(document)
    writer = _Writer(styles, Numbering(document, styles), WordText(styles, footnotes_of(document)))
    writer.bold_headings = not any(styles.heading_level(p) for p in body.iter(qn("w:p")))
    writer.write(body)
    title = title_from(
        path, writer.title, document.core_properties.title, writer.outline.first_heading
    )
    return Reading(
        title=title, sections=writer.outline.sections(title), tables=tuple(writer.tables)
    )


class _Writer:
    """Walks a document's body and writes the outline."""

    def __init__(self, styles: Styles, numbering: Numbering, words: WordText) -> None:
        self.outline = Outline()
        self.tables: list[Table] = []
        self.title = ""
        self.bold_headings = False
        self._styles, self._numbering, self._words = styles, numbering, words

    def write(self, container: Element) -> None:
        for element in container:
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag == qn("w:sdt") and not _is_contents(element):
                for content in element.iterchildren(qn("w:sdtContent")):
                    self.write(content)
            elif element.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                self.write(element)

    def _paragraph(self, element: Element) -> None:
        text = self._words.of(element)
        level = self._styles.heading_level(element)
        if level == 0 and not self.title and text:
            self.title = " ".join(text.split())
        elif level:
            self.outline.heading(level, text)
        elif self.bold_headings and self._is_bold_heading(element, text):
            self.outline.heading(2, text)
        elif place := self._numbering.place(element):
            self.outline.item(self._numbering.marker(place) if text else "", text, place.level)
        else:
            self.outline.paragraph(text)
        for note in self._words.notes_of(element):
            self.outline.paragraph(note)
        for box in self._words.boxes_of(element):
            self.write(box)

    def _is_bold_heading(self, element: Element, text: str) -> bool:
        runs = [run for run in Paragraph(element, None).runs if run.text.strip()]
        return (
            0 < len(text) <= _LONGEST_BOLD_HEADING
            and not text.endswith((".", ",", ";", ":"))
            and bool(runs)
            and all(run.bold for run in runs)
        )

    def _table(self, element: Element) -> None:
        rows = [row for row in element.iterchildren(qn("w:tr")) if not _is_deleted_row(row)]
        grid = self._grid(rows)
        named = sum(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows)
        self.outline.extend(row_blocks(grid, named or None))
        self.tables.append(text_table(self.outline.heading_above, self.outline.locator, grid))

    def _grid(self, rows: list[Element]) -> list[list[str]]:
        grid: list[list[str]] = []
        for row in rows:
            texts: list[str] = []
            for cell in row.iter(qn("w:tc")):
                if next(cell.iterancestors(qn("w:tr"))) is row:
                    text = self._cell(cell, grid[-1] if grid else [], len(texts))
                    texts += [text] * _columns(cell)
            grid.append(texts)
        return grid

    def _cell(self, cell: Element, above: list[str], column: int) -> str:
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is not None and merge.get(qn("w:val")) != "restart":
            return above[column] if column < len(above) else ""
        return " ".join(" ".join(self._words.of(p) for p in cell.iter(qn("w:p"))).split())


def _columns(cell: Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    given = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(max(int(given), 1), limits.MAX_SPAN)


def _is_deleted_row(row: Element) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _is_contents(element: Element) -> bool:
    return any(
        gallery.get(qn("w:val")) == _CONTENTS
        for gallery in element.iterfind(f"{qn('w:sdtPr')}//{qn('w:docPartGallery')}")
    )
