"""Collects what a document says under its headings, in its order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from partnerline.ingest.reading import Block, BlockKind, Section

TOP = "top"
"""The place of text before the first heading."""


@dataclass(slots=True)
class _Part:
    locator: str
    path: tuple[str, ...]
    begins: bool  # under a heading of its own, and not on another page under the same one
    blocks: list[Block] = field(default_factory=list)


class Outline:
    """A document while it is being read: headings open parts, blocks go into the part that is open."""

    def __init__(self, locator: str = TOP) -> None:
        self._open: list[tuple[int, str]] = []
        self._parts = [_Part(locator, (), begins=False)]

    @property
    def locator(self) -> str:
        """Where the reading stands."""
        return self._parts[-1].locator

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands yet at this place."""
        return not self._parts[-1].blocks

    @property
    def heading_above(self) -> str:
        """The nearest heading, "" before the first."""
        return self._open[-1][1] if self._open else ""

    @property
    def first_heading(self) -> str:
        """The document's first heading, "" where it has none."""
        return next((part.path[-1] for part in self._parts if part.path), "")

    def heading(self, level: int, text: str, locator: str | None = None) -> None:
        """Opens a part; levels count from 1, and a level may be skipped."""
        text = " ".join(text.split())
        if not text:
            return
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._open.append((level, text))
        self._begin(locator or f"{'#' * level} {text}", begins=True)

    def turn(self, locator: str) -> None:
        """Goes to another place under the headings that are open, as a new page does."""
        self._begin(locator, begins=False)

    def paragraph(self, text: str, locator: str | None = None) -> None:
        """Adds a paragraph."""
        self._add("paragraph", text.strip(), locator)

    def item(self, marker: str, text: str, depth: int = 0, locator: str | None = None) -> None:
        """Adds a list item; one of a list inside a list joins the item it belongs to."""
        line = f"{marker} {text.strip()}"
        blocks = self._parts[-1].blocks
        if depth and blocks and blocks[-1].kind == "item" and text.strip():
            self.more("  " * depth + line)
        elif text.strip():
            self._add("item", line, locator)

    def more(self, text: str) -> None:
        """Adds a line to the block before it."""
        blocks = self._parts[-1].blocks
        last = blocks.pop()
        blocks.append(
            Block(kind=last.kind, text=f"{last.text}\n{text.rstrip()}", locator=last.locator)
        )

    def extend(self, blocks: Iterable[Block]) -> None:
        """Adds blocks that are made already, as a table's rows are."""
        self._parts[-1].blocks.extend(block for block in blocks if block.text)

    def sections(self, title: str) -> tuple[Section, ...]:
        """What was collected; a heading without text of its own stays, as the parent of those below it."""
        written = any(part.blocks for part in self._parts)
        return tuple(
            _section(title, part, only_headings=not written)
            for part in self._parts
            if part.blocks or part.begins
        )

    def _begin(self, locator: str, *, begins: bool) -> None:
        path = tuple(heading for _, heading in self._open)
        self._parts.append(_Part(locator, path, begins=begins))

    def _add(self, kind: BlockKind, text: str, locator: str | None) -> None:
        if text:
            self._parts[-1].blocks.append(Block(kind=kind, text=text, locator=locator))


def _section(title: str, part: _Part, *, only_headings: bool) -> Section:
    blocks = tuple(part.blocks)
    if only_headings and part.begins:
        blocks = (Block(kind="paragraph", text=part.path[-1]),)
    return Section(locator=part.locator, headings=under(title, part.path), blocks=blocks)


def under(title: str, path: Sequence[str]) -> tuple[str, ...]:
    """A heading path with the document's title before it, once."""
    if path and path[0].casefold() == title.casefold():
        return tuple(path)
    return (title, *path)


def title_from(path: str, *given: str | None) -> str:
    """The first title that says something; the file's name, made readable, where none does."""
    for title in given:
        cleaned = " ".join((title or "").split())
        if cleaned and not _is_filler(cleaned):
            return cleaned
    name = PurePosixPath(path).stem
    return " ".join(name.replace("_", " ").replace("-", " ").split()) or name


def _is_filler(title: str) -> bool:
    # What programs write into a file's properties when nobody does.
    low = title.casefold()
    names = (
        "untitled",
        "(anonymous)",
        "powerpoint presentation",
        "powerpoint-präsentation",
        "word document",
    )
    ends = (".doc", ".docx", ".ppt", ".pptx", ".indd", ".xls", ".xlsx", ".pdf")
    return low in names or low.startswith("microsoft word - ") or low.endswith(ends)
