"""What a .docx file's styles say about a paragraph or a run: heading level, numbering, hidden."""

from typing import Any

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

_TITLE = 0  # the level of the document's own title
_DEEPEST_CHAIN = 20  # styles based on one another; a damaged file may have a circle


class Styles:
    """A document's styles by their id, each with the styles it is based on."""

    def __init__(self, document: Any) -> None:
        self._by_id: dict[str, Element] = {
            style.get(qn("w:styleId"), ""): style
            for style in document.styles.element.iterchildren(qn("w:style"))
        }

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 9 for a heading, 0 for the document's title, `None` for any other paragraph.

        By the outline level, which is the same in every language, and by the style's name.
        """
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if own is not None:
            return _outline_level(own)
        for style in self._chain(_style_of(paragraph, "w:pPr", "w:pStyle")):
            name = style.find(qn("w:name"))
            if name is not None and name.get(qn("w:val"), "").lower() == "title":
                return _TITLE
            level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if level is not None:
                return _outline_level(level)
        return None

    def numbering(self, paragraph: Element) -> tuple[Element, ...]:
        """The numbering properties that hold for a paragraph, its own first."""
        own = paragraph.findall(f"{qn('w:pPr')}/{qn('w:numPr')}")
        chain = self._chain(_style_of(paragraph, "w:pPr", "w:pStyle"))
        return (*own, *(n for s in chain for n in s.findall(f"{qn('w:pPr')}/{qn('w:numPr')}")))

    def is_hidden(self, run: Element) -> bool:
        """Whether a run isn't printed, by itself or by a style of its own or of its paragraph."""
        own = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        if own is not None:
            return is_on(own)
        paragraph = next(run.iterancestors(qn("w:p")), None)
        chains = [self._chain(_style_of(run, "w:rPr", "w:rStyle"))]
        if paragraph is not None:
            chains.append(self._chain(_style_of(paragraph, "w:pPr", "w:pStyle")))
        found = [s.find(f"{qn('w:rPr')}/{qn('w:vanish')}") for chain in chains for s in chain]
        return any(is_on(vanish) for vanish in found if vanish is not None)

    def _chain(self, style_id: str | None) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._by_id and len(chain) < _DEEPEST_CHAIN:
            style = self._by_id[style_id]
            chain.append(style)
            based_on = style.find(qn("w:basedOn"))
            style_id = based_on.get(qn("w:val"), "") if based_on is not None else ""
        return chain


def is_on(switch: Element) -> bool:
    """Whether a property that is there is on: it is, unless it says otherwise."""
    return switch.get(qn("w:val"), "true") not in ("0", "false", "off")


def _outline_level(element: Element) -> int | None:
    level = int(element.get(qn("w:val"), "9"))
    return level + 1 if level < 9 else None  # 9 means body text (ECMA-376-1, 17.3.1.20)


def _style_of(element: Element, properties: str, style: str) -> str | None:
    found = element.find(f"{qn(properties)}/{qn(style)}")
    return found.get(qn("w:val")) if found is not None else None
