"""Figures that no reader has made anything of: each of them may say how many."""

import re
from collections.abc import Iterator, Sequence

from partnerline.knowledge.intent.spans import Span, overlap

_FIGURES = re.compile(r"[^\W_]*\d[^\W_]*(?:[.,/:'\u2019+*^~-]+[^\W_]*\d[^\W_]*)*")
_WITH_LETTERS = re.compile(r"(?=[^\W_]*[^\W\d_])[^\W_]+")
_COUNTING = re.compile(r"(?!1er)\d+(?:er|mal|fach|fold|ish)")
_COUNTING_BEHIND = re.compile(r"\s?-\s?(?:packs?|pieces?|units?|seats?|users?|licen[cs]es?)\b")
_ATTRIBUTE_BEHIND = re.compile(r"\s?-\s?[^\W\d_]")
_SUM = re.compile(r"(?<![\w.,-])\d+\s?\+\s?\d+(?![\w-])")
_PEOPLE = re.compile(
    r"(?<![\w.,-])\d+\s+(?:employees?|people|persons?|staff|workers?|mitarbeiter\w*|personen|employés?|empleados?|dipendenti)\b"
)


def sums(text: str) -> list[Span]:
    """Where two numbers are added up: whether "25+25" is fifty or twice twenty-five isn't told."""
    return [match.span() for match in _SUM.finditer(text)]


def heads(text: str) -> list[Span]:
    """Where people are counted: they are no quantity of what they are to use, and may be why so many are wanted."""
    return [match.span() for match in _PEOPLE.finditer(text)]


def left_over(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """The figures that aren't taken, without those that are an attribute: "24-port", "ip67", "2nd"."""
    for match in _FIGURES.finditer(text):
        if not overlap(match.span(), taken) and _may_count(text, match):
            yield match.span()


def _may_count(text: str, match: re.Match[str]) -> bool:
    if _COUNTING.fullmatch(match.group()) or _COUNTING_BEHIND.match(text, match.end()):
        return True
    return not (_WITH_LETTERS.fullmatch(match.group()) or _ATTRIBUTE_BEHIND.match(text, match.end()))  # fmt: skip
