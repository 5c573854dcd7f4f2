"""Where the sentences, list items and table rows of a passage stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SpanKind = Literal["sentence", "item", "row"]

BETWEEN_CELLS = " · "
"""What stands between the cells of a row: "Property: Weight · AX-200: 620 g"."""

_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"\s*(?:[-*+•‣▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+\S")
_PAIR = re.compile(r"[^\s.!?:][^\n.!?:]{0,70}: ?\S[^\n]{0,120}(?<![.!?])")
_END = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]]*(?P<gap>\s+)(?=[\"'„“‘«(\[]*[A-ZÀ-ÖØ-ÞĀ-ž0-9])|(?<=[。！？])(?P<none>)(?=\S)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nr|art|fig|inc|ltd|co|corp|st|mr|mrs|ms|dr|prof|ca|bzw|max|min|resp|incl"
    r"|z\.\s?b|d\.\s?h|u\.\s?a)|(?<!\d)(?<!\d\s)\b[A-Z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a text that is said whole: characters `start` to `end`."""

    start: int
    end: int
    kind: SpanKind = "sentence"


def sentences(text: str) -> tuple[Span, ...]:
    """Each sentence, list item and table row of the text, in its order; white space around them left out."""
    lines = [
        (found.start(), found.end()) for found in _LINE.finditer(text) if found.group().strip()
    ]
    spans: list[Span] = []
    for at, (start, end) in enumerate(lines):
        line = text[start:end]
        if _ITEM.match(line):
            spans.append(_trimmed(text, start, end, "item"))
        elif _is_row(text, lines, at):
            spans.append(_trimmed(text, start, end, "row"))
        else:
            spans.extend(_within(text, start, end))
    return tuple(spans)


def _is_row(text: str, lines: list[tuple[int, int]], at: int) -> bool:
    """Whether the line is a row: several named cells, or one of a run of "name: value" lines."""
    line = text[slice(*lines[at])].strip()
    if BETWEEN_CELLS in line:
        return ": " in line
    if not _PAIR.fullmatch(line):
        return False
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    return any(_joins(text, lines, at, n) for n in beside)


def _joins(text: str, lines: list[tuple[int, int]], at: int, other: int) -> bool:
    """Whether the other line follows without an empty one between, and is a pair or a row too."""
    first, second = sorted((at, other))
    neighbour = text[slice(*lines[other])].strip()
    gap = text[lines[first][1] : lines[second][0]]
    return gap.count("\n") <= 1 and (
        bool(_PAIR.fullmatch(neighbour)) or (BETWEEN_CELLS in neighbour and ": " in neighbour)
    )


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one line."""
    begin = start
    for found in _END.finditer(text, start, end):
        stop = found.start("gap") if found.group("gap") else found.start()
        if stop <= begin or _ABBREVIATION.search(text[begin:stop]):
            continue
        yield _trimmed(text, begin, stop, "sentence")
        begin = found.end()
    if text[begin:end].strip():
        yield _trimmed(text, begin, end, "sentence")


def _trimmed(text: str, start: int, end: int, kind: SpanKind) -> Span:
    held = text[start:end]
    left, right = len(held) - len(held.lstrip()), len(held) - len(held.rstrip())
    return Span(start=start + left, end=end - right, kind=kind)
