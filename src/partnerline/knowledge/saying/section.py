"""A section as it was before it was cut into passages: its blocks in order, each with its units."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.model import Hit, Passage
from partnerline.knowledge.sentences import SpanKind, sentences

BlockKind = Literal["prose", "items", "rows"]
Neighbours = Callable[[Passage], Sequence[Passage]]

MOST = 8
"""Passages that a section is put together from."""

_STEP = re.compile(r"(\d{1,2})[.)]\s")
_MARKER = re.compile(r"(?:[-*+•‣▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, item or row, which is said whole; `place` is its passage's in the section, `block` its block's."""

    place: int
    start: int
    end: int
    kind: SpanKind
    text: str
    block: int
    paragraph: int
    indent: int = 0

    @property
    def number(self) -> int | None:
        """A step's number."""
        found = _STEP.match(self.text) if self.kind == "item" else None
        return int(found.group(1)) if found else None

    @property
    def bare(self) -> str:
        """The text without an item's marker."""
        return _MARKER.sub("", self.text, count=1) if self.kind == "item" else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Passages of one document that follow each other under the same headings, and all that they say, in order.

    `title` is the document's. `under` is the line within them that heads the units, where they are one entry of several.
    """

    passages: tuple[Passage, ...]
    units: tuple[Unit, ...]
    title: str = ""
    under: tuple[Unit, ...] = ()

    def block(self, number: int) -> tuple[Unit, ...]:
        """The units of a block."""
        return tuple(unit for unit in self.units if unit.block == number)

    def kind(self, number: int) -> BlockKind:
        """What a block is made of."""
        kinds: dict[SpanKind, BlockKind] = {"sentence": "prose", "item": "items", "row": "rows"}
        return kinds[self.block(number)[0].kind]

    @property
    def headings(self) -> tuple[str, ...]:
        """What the section stands under."""
        return (*self.passages[0].headings, *(unit.text for unit in self.under))

    @property
    def blocks(self) -> tuple[int, ...]:
        """The blocks' numbers in order."""
        return tuple(dict.fromkeys(unit.block for unit in self.units))


def section_of(hit: Hit, hits: Sequence[Hit], neighbours: Neighbours | None = None) -> Section:
    """The hit's section, as far as the hits and the neighbours hold it."""
    passage = hit.passage
    known = {other.passage.id: other.passage for other in hits}
    known.update((other.id, other) for other in (neighbours(passage) if neighbours else ()))
    same = {
        other.position: other
        for other in (*known.values(), passage)
        if other.document == passage.document and other.headings == passage.headings
    }
    first = last = passage.position
    while True:
        if first - 1 in same and last - first + 1 < MOST:
            first -= 1
        elif last + 1 in same and last - first + 1 < MOST:
            last += 1
        else:
            break
    passages = tuple(same[position] for position in range(first, last + 1))
    return Section(passages=passages, units=_units(passages), title=hit.document.title)


def _units(passages: Sequence[Passage]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    block = paragraph = 0
    for place, passage in enumerate(passages):
        end = 0
        for span in sentences(passage.text):
            text = passage.text[span.start : span.end]
            gap = passage.text[end : span.start]
            if not any(map(str.isalnum, text)):
                continue
            before = units[-1] if units else None
            apart = before is not None and (before.place != place or "\n" in gap)
            paragraph += apart
            if before is not None and not _goes_on(before, span.kind, place, gap):
                block += 1
            line = passage.text[passage.text.rfind("\n", 0, span.start) + 1 : span.start]
            units.append(
                Unit(
                    place=place,
                    start=span.start,
                    end=span.end,
                    kind=span.kind,
                    text=text,
                    block=block,
                    paragraph=paragraph,
                    indent=0 if line.strip() else len(line),
                )
            )
            end = span.end
    return tuple(units)


def _goes_on(before: Unit, kind: SpanKind, place: int, gap: str) -> bool:
    """Whether a unit belongs to the block of the one before: a list goes on over a passage's end, a paragraph doesn't."""
    if before.kind != kind:
        return False
    if kind == "sentence":
        return before.place == place and "\n" not in gap
    return before.place != place or "\n\n" not in gap
