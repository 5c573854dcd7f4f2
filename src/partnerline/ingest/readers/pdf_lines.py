"""The printed lines of a PDF's pages, with where they stand and how big they are."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_HYPHENS = ("\x02", "\ufffe", "\u00ad")  # what PDFium gives for a hyphen that a line's end made
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12  # of a page's height: where headers and footers stand
_REPEATED = 0.3  # of the pages; title pages and dividers often go without
_FONT_NAME = 128  # bytes; a longer name is cut
_SURROGATES = (0xD800, 0xDFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `top` and `bottom` are points from the page's upper edge; `size` is the line's height.

    `broken` tells that its last word goes on in the next line, `wrapped` that the line was written to be longer.
    """

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float
    bold: bool
    broken: bool = False
    wrapped: bool = False


def lines_of(page: Any, height: float) -> list[Line]:
    """A page's lines in the order in which they are drawn, which is nearly always the order to read them in."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        codes = [raw.FPDFText_GetUnicode(textpage, at) for at in range(count)]
        found, start = [], 0
        for at in range(count + 1):
            if at == count or codes[at] in (10, 13):
                line = _line(textpage, codes, start, at, height)
                if line is not None:
                    found.append(line)
                start = at + 1
    finally:
        textpage.close()
    return _joined_level(found)


def _line(textpage: Any, codes: Sequence[int], start: int, end: int, height: float) -> Line | None:
    drawn = [at for at in range(start, end) if codes[at] > 32]
    text = _text(codes[start:end])
    if not drawn or not text.strip("".join(_HYPHENS) + " "):
        return None
    middle = drawn[len(drawn) // 2]
    boxes = [textpage.get_charbox(at, loose=True) for at in (drawn[0], middle, drawn[-1])]
    top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
    return Line(
        text=_clean(text),
        top=height - top,
        bottom=height - bottom,
        left=boxes[0][0],
        right=boxes[-1][2],
        size=round(boxes[1][3] - boxes[1][1], 1),
        bold="bold" in _font(textpage, middle).lower(),
        broken=text.rstrip().endswith(_HYPHENS),
        wrapped=text.endswith(" "),
    )


def _text(codes: Sequence[int]) -> str:
    text = "".join(map(chr, codes))
    if any(_SURROGATES[0] <= code <= _SURROGATES[1] for code in codes):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _clean(text: str) -> str:
    text = text.rstrip().rstrip("".join(_HYPHENS))
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "")
    text = unicodedata.normalize("NFKC", text.replace("\u00a0", " "))
    return " ".join(_CONTROL.sub(" ", text).split())


def _font(textpage: Any, at: int) -> str:
    name = ctypes.create_string_buffer(_FONT_NAME)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, at, name, _FONT_NAME, flags)
    return name.value.decode("utf-8", "replace")


def _joined_level(lines: list[Line]) -> list[Line]:
    """Lines that PDFium cut although they stand level and next to each other, as after a bullet."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _is_marker(before.text) and abs(before.bottom - line.bottom) < line.size / 2:
            joined[-1] = Line(
                text=f"{before.text}{'.' * before.text.isdigit()} {line.text}",
                top=min(before.top, line.top),
                bottom=max(before.bottom, line.bottom),
                left=before.left,
                right=line.right,
                size=line.size,
                bold=line.bold,
                broken=line.broken,
                wrapped=line.wrapped,
            )
        else:
            joined.append(line)
    return joined


def _is_marker(text: str) -> bool:
    return len(text) == 1 or (len(text) <= 3 and text[:-1].isdigit() and text[-1] in ".)")


def furniture_of(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> frozenset[str]:
    """The headers and footers: lines that most pages repeat at an edge, whatever number is in them."""
    counts: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        counts.update({repeating(line) for line in lines if at_edge(line, height)})
    least = max(2, math.ceil(len(pages) * _REPEATED))
    return frozenset(text for text, count in counts.items() if count >= least)


def at_edge(line: Line, height: float) -> bool:
    """Whether a line stands where headers and footers do."""
    return line.bottom < height * _EDGE or line.top > height * (1 - _EDGE)


def repeating(line: Line) -> str:
    """What stays the same of a line from page to page."""
    return _DIGITS.sub("#", line.text)
