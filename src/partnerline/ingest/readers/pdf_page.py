"""From a PDF page's lines to headings, paragraphs and list items."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from partnerline.ingest.readers.outline import Outline
from partnerline.ingest.readers.pdf_lines import Line

_BULLET = re.compile(r"([•‣▪▫●○◦■□➢➤►✓✔·\uf0b7\uf0a7\uf0d8–-])\s*(\S.*)")
_NUMBERED = re.compile(r"(\d{1,2}[.)])\s+(\S.*)")
_BARE = re.compile(r"(\d{1,2}) [^\W\d_]")
_HALF_A_WORD = re.compile(r"[^\W\d_]{2}[-\u2010]$")
_LONGEST_HEADING = 120
_BIGGER = 1.15  # times the body's size: surely a heading
_APART = 0.7  # of a line's height: a gap this big parts two paragraphs
_LEVELS = 6
_UPPER = 0.35  # of a slide's height: where its title stands


@dataclass(slots=True)
class Sizes:
    """How big a document's body text is, and which sizes its headings have, biggest first."""

    body: float
    headings: list[float] = field(default_factory=list)

    def level(self, line: Line) -> int:
        """A heading's level; 0 for body text. Bold alone makes a heading of the lowest level."""
        if len(line.text) > _LONGEST_HEADING or not any(c.isalpha() for c in line.text):
            return 0
        if line.size >= self.body * _BIGGER:
            at = next((n for n, s in enumerate(self.headings) if s <= line.size + 0.2), 0)
            return min(at + 1, _LEVELS)
        plain = line.text.endswith((".", ",", ";", ":")) or _BULLET.fullmatch(line.text)
        return _LEVELS + 1 if line.bold and not plain else 0


def sizes_of(pages: Sequence[Sequence[Line]]) -> Sizes:
    """The sizes of a document, by how many characters are printed in each."""
    counts: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            counts[line.size] += len(line.text)
    body = counts.most_common(1)[0][0] if counts else 0.0
    return Sizes(body, sorted((size for size in counts if size >= body * _BIGGER), reverse=True))


def write_page(outline: Outline, lines: Sequence[Line], sizes: Sizes, locator: str) -> None:
    """Writes a stretch of a text page; its headings go on until the next."""
    for block in _blocks(_with_markers(lines), sizes):
        level = sizes.level(block[0])
        if level and _may_be_heading(block):
            outline.heading(level, _joined(block), locator)
        else:
            _write_block(outline, block)


def write_slide(outline: Outline, lines: Sequence[Line], height: float, locator: str) -> None:
    """Writes a slide: the biggest words near its upper edge, or else anywhere, are its heading."""
    sizes = sizes_of([lines])
    blocks = [part for block in _blocks(lines, sizes) for part in _slide_parts(block)]
    upper = [block for block in blocks if block[0].top < height * _UPPER] or blocks
    title = max(upper, key=lambda block: block[0].size)
    heading = _joined(title)
    if len(heading) > _LONGEST_HEADING or len(blocks) == 1:
        title = []
    outline.heading(1, heading[:_LONGEST_HEADING], locator)
    for block in blocks:
        if block is not title:
            _write_block(outline, block)


def _slide_parts(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that belong together: on slides even the next point may stand as close as the next line."""
    part = [block[0]]
    for line in block[1:]:
        if not (part[-1].wrapped or part[-1].broken or line.text[:1].islower()):
            yield part
            part = []
        part.append(line)
    yield part


def _with_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a dot set after the numbers of a list that has none: 1, 2 and so on, one below the other."""
    numbered = {
        at: int(m.group(1)) for at, line in enumerate(lines) if (m := _BARE.match(line.text))
    }
    marked = list(lines)
    runs: dict[int, int] = {}  # by left edge: the number that comes next
    for at, number in numbered.items():
        left = round(lines[at].left)
        begins = number == 1 and any(
            other == 2 and below > at and abs(lines[below].left - lines[at].left) < 2
            for below, other in numbered.items()
        )
        if begins or runs.get(left) == number:
            runs[left] = number + 1
            marked[at] = replace(lines[at], text=lines[at].text.replace(" ", ". ", 1))
    return marked


def _may_be_heading(block: Sequence[Line]) -> bool:
    return len(block) <= 3 and len(_joined(block)) <= _LONGEST_HEADING


def _write_block(outline: Outline, block: Sequence[Line]) -> None:
    text = _joined(block)
    if bullet := _BULLET.fullmatch(text):
        outline.item("-", bullet.group(2))
    elif numbered := _NUMBERED.fullmatch(text):
        outline.item(numbered.group(1), numbered.group(2))
    else:
        outline.paragraph(text)


def _blocks(lines: Sequence[Line], sizes: Sizes) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and _begins_block(block, line, sizes):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _begins_block(block: Sequence[Line], line: Line, sizes: Sizes) -> bool:
    last = block[-1]
    if _BULLET.fullmatch(line.text) or _NUMBERED.fullmatch(line.text):
        return True
    if bool(sizes.level(line)) != bool(sizes.level(block[0])) or abs(line.size - last.size) > 1:
        return True
    if line.bold != last.bold and (sizes.level(line) or sizes.level(last)):
        return True
    # A column's first line stands above the last one's; a paragraph's next line just below it.
    return not -0.5 * line.size <= line.top - last.bottom <= _APART * line.size


def _joined(block: Sequence[Line]) -> str:
    text = block[0].text
    for before, line in pairwise(block):
        if before.broken:
            text += line.text
        elif _HALF_A_WORD.search(text) and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text += f" {line.text}"
    return text
