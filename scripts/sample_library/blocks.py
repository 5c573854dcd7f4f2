"""Read Markdown-ish text into blocks: headings, paragraphs, lists, tables and page breaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Kind = Literal["heading", "paragraph", "bullets", "numbers", "table", "break"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of text; `rows` holds the lines of a list or the cells of a table."""

    kind: Kind
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def parse(text: str) -> list[Block]:
    """Read the blocks of `text` in order; a blank line ends a block."""
    groups = groupby(text.strip().splitlines(), key=lambda line: bool(line.strip()))
    return [block for filled, lines in groups if filled for block in _paragraph(list(lines))]


def _paragraph(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if first == "---":
        yield Block(kind="break")
    elif first.startswith("#"):
        yield Block(kind="heading", text=first.lstrip("# "), level=len(first.split(" ")[0]))
        if lines[1:]:
            yield from _paragraph(lines[1:])
    elif first.startswith("|"):
        yield Block(kind="table", rows=tuple(_cells(lines)))
    elif first.startswith("- "):
        yield Block(kind="bullets", rows=tuple((item,) for item in _items(lines)))
    elif first[0].isdigit() and first.lstrip("0123456789").startswith(". "):
        yield Block(kind="numbers", rows=tuple((item,) for item in _items(lines)))
    else:
        yield Block(kind="paragraph", text=" ".join(line.strip() for line in lines))


def _cells(lines: list[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if not all(set(cell) <= {"-", ":"} for cell in cells):
            yield cells


def _items(lines: list[str]) -> list[str]:
    """Join the indented continuation lines of each item to it."""
    items: list[str] = []
    for line in lines:
        if line.startswith("  "):
            items[-1] += " " + line.strip()
        else:
            items.append(line.split(" ", 1)[1].strip())
    return items
