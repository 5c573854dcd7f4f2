"""Reads .txt: paragraphs, lists, and headings where they are clear."""

import re
from itertools import pairwise

from partnerline.ingest.readers.encoding import decoded
from partnerline.ingest.readers.outline import Outline, title_from
from partnerline.ingest.reading import Reading

_UNDERLINE = re.compile(r"(=+|-+|~+|\*+)\s*")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)[.)]?\s+\S")
_ITEM = re.compile(r"\s*([-*•–]|\d{1,3}[.)])\s+(\S.*)")
_LONGEST_HEADING = 80
_NARROWEST, _WIDEST = 50, 130  # characters of a text that is wrapped at a fixed width
_CAPITALS, _NUMBERS = 2, 2  # levels; an underline of = is above, the number's own depth below


def read_txt(path: str, data: bytes) -> Reading:
    """What a text file says, every block with its line."""
    text, notes = decoded(path, data)
    outline = Outline("line 1")
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    width = max((len(line) for line in lines if len(line) <= _WIDEST), default=0)
    at = 0
    while at < len(lines):
        at = _read_at(outline, lines, at, width)
    title = title_from(path, outline.first_heading)
    return Reading(title=title, sections=outline.sections(title), tables=(), notes=notes)


def _read_at(outline: Outline, lines: list[str], at: int, width: int) -> int:
    """Reads the block at a line and gives the line after it."""
    if not lines[at] or _UNDERLINE.fullmatch(lines[at]):
        return at + 1
    if level := _heading_level(lines, at):
        outline.heading(level, lines[at].strip(), f"line {at + 1}")
        return at + 1
    end = at + 1
    while end < len(lines) and lines[end] and not _begins_block(lines, end):
        end += 1
    _add(outline, lines[at:end], width, f"line {at + 1}")
    return end


def _begins_block(lines: list[str], at: int) -> bool:
    return bool(_ITEM.fullmatch(lines[at])) or _is_underlined(lines, at)


def _add(outline: Outline, lines: list[str], width: int, locator: str) -> None:
    text = lines[0].strip()
    for before, line in pairwise(lines):
        text += (" " if _is_wrapped(before, line, width) else "\n") + line.strip()
    if item := _ITEM.fullmatch(lines[0]):
        marker = item.group(1) if item.group(1)[0].isdigit() else "-"
        outline.item(marker, text[len(lines[0].strip()) - len(item.group(2)) :], locator=locator)
    else:
        outline.paragraph(text, locator)


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the line ends where it does only because the next word had no room left."""
    if len(line) > _WIDEST:
        return True
    next_word = following.split(maxsplit=1)[0]
    return width >= _NARROWEST and len(line) + 1 + len(next_word) > width


def _is_underlined(lines: list[str], at: int) -> bool:
    rule = lines[at + 1] if at + 1 < len(lines) else ""
    return (
        0 < len(lines[at].strip()) <= _LONGEST_HEADING
        and len(rule) >= 3
        and bool(_UNDERLINE.fullmatch(rule))
        and not _UNDERLINE.fullmatch(lines[at])
    )


def _heading_level(lines: list[str], at: int) -> int:
    """The level of the heading that a line is, 0 where it is none."""
    line = lines[at].strip()
    if _is_underlined(lines, at):
        return 1 if lines[at + 1].startswith("=") else 2
    alone = (at == 0 or not lines[at - 1]) and len(line) <= _LONGEST_HEADING
    if not alone or line.endswith((".", ",", ";")) or not any(c.isalpha() for c in line):
        return 0
    if line.isupper() and len(line) > 3 and not line.endswith(":"):
        return _CAPITALS
    number = _NUMBERED.match(line)
    followed = at + 1 >= len(lines) or not lines[at + 1]
    if number and followed and not _in_list(lines, at):
        return _NUMBERS + number.group(1).count(".")
    return 0


def _in_list(lines: list[str], at: int) -> bool:
    # "1. First" next to "2. Second", with nothing but blank lines between, is a list and not two headings.
    before = next((line for line in reversed(lines[:at]) if line), "")
    after = next((line for line in lines[at + 1 :] if line), "")
    return bool(_ITEM.fullmatch(before) or _ITEM.fullmatch(after))
