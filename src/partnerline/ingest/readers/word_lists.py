"""Which list a .docx paragraph belongs to, and the number it has there."""

from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from partnerline.ingest.readers.word_styles import Styles

_BULLETS = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list's id and a level in it, from 0."""

    list_id: str
    level: int


class Numbering:
    """Counts a document's list items as Word does, in their order."""

    def __init__(self, document: Any, styles: Styles) -> None:
        self._styles = styles
        self._formats: dict[ListPlace, tuple[str, int]] = {}
        self._counts: dict[ListPlace, int] = {}
        for relation in document.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                self._learn(relation.target_part.element)

    def place(self, paragraph: Element) -> ListPlace | None:
        """Where in a list the paragraph stands, `None` where it is in none."""
        list_id = level = None
        for numbering in self._styles.numbering(paragraph):
            list_id = list_id or _value(numbering, "w:numId")
            level = level or _value(numbering, "w:ilvl")
        if list_id in (None, "0"):  # 0 takes a paragraph out of its style's list
            return None
        return ListPlace(list_id, int(level or 0))

    def marker(self, place: ListPlace) -> str:
        """The marker of the next item there: "-" for a bullet, else its number as "3."."""
        kind, start = self._formats.get(place, ("bullet", 1))
        if kind in _BULLETS:
            return "-"
        self._counts[place] = self._counts.get(place, start - 1) + 1
        for deeper in [p for p in self._counts if p.list_id == place.list_id]:
            if deeper.level > place.level:
                del self._counts[deeper]
        return f"{self._counts[place]}."

    def _learn(self, root: Element) -> None:
        abstract = {
            definition.get(qn("w:abstractNumId")): definition
            for definition in root.iterchildren(qn("w:abstractNum"))
        }
        for number in root.iterchildren(qn("w:num")):
            definition = abstract.get(_value(number, "w:abstractNumId"))
            for level in definition.iterchildren(qn("w:lvl")) if definition is not None else ():
                place = ListPlace(number.get(qn("w:numId"), ""), int(level.get(qn("w:ilvl"), "0")))
                start = _value(level, "w:start") or "1"
                self._formats[place] = (_value(level, "w:numFmt") or "bullet", int(start))


def _value(parent: Element, tag: str) -> str | None:
    child = parent.find(qn(tag))
    return child.get(qn("w:val")) if child is not None else None
