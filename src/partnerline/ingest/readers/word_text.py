"""The words of a .docx paragraph as they would be printed: insertions in, deletions and hidden runs out."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from partnerline.ingest.readers.word_styles import Styles

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {qn("w:del"), qn("w:moveFrom"), _FALLBACK}
_APART = {qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:p")}
_PRINTED = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}


class WordText:
    """Reads paragraphs, with the document's styles and footnotes at hand."""

    def __init__(self, styles: Styles, footnotes: dict[str, Element]) -> None:
        self._styles, self._footnotes = styles, footnotes

    def of(self, paragraph: Element) -> str:
        """The paragraph's words, without those of text boxes anchored in it."""
        return "".join(self._words(paragraph)).strip()

    def notes_of(self, paragraph: Element) -> Iterator[str]:
        """The footnotes that the paragraph refers to, each beginning "Note: "."""
        for reference in paragraph.iter(qn("w:footnoteReference")):
            note = self._footnotes.get(reference.get(qn("w:id"), ""))
            text = " ".join(self.of(p) for p in note.iter(qn("w:p"))) if note is not None else ""
            if text.strip() and not any(above.tag in _GONE for above in reference.iterancestors()):
                yield f"Note: {text.strip()}"

    def boxes_of(self, paragraph: Element) -> Iterator[Element]:
        """The text boxes anchored in the paragraph, each once."""
        for box in paragraph.iter(qn("w:txbxContent")):
            above = {ancestor.tag for ancestor in box.iterancestors()}
            outermost = next(box.iterancestors(qn("w:p"))) is paragraph
            if outermost and not above & _GONE:
                yield box

    def _words(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag in _GONE or child.tag in _APART:
                continue
            if child.tag == qn("w:r") and self._styles.is_hidden(child):
                continue
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in _PRINTED:
                yield _PRINTED[child.tag]
            else:
                yield from self._words(child)


def footnotes_of(document: Any) -> dict[str, Element]:
    """A document's footnotes by their ids; separators have no words and do no harm."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            return {note.get(qn("w:id"), ""): note for note in root.iterchildren(qn("w:footnote"))}
    return {}
