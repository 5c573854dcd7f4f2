"""The parts of a sentence: what stands between commas, "and", "or" and line ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.intent.spans import Span
from partnerline.knowledge.words import Token

Joint = Literal["mark", "word", "line"]
"""What sets a part off from the one before: a comma or its like, a word such as "and", a line end."""

JOINING = frozenset(
    "and und et y e or oder ou o vs versus plus sowie than against gegen not instead also".split()
)
"""Words that set two things side by side."""
_SET_AGAINST = frozenset("with to mit avec con".split())
"""Words that do so where two things are compared."""
_COMPARED = re.compile(
    r"\b(?:compar\w*|difference|vergleich\w*|unterschied|différence|diferencia|confront\w*)\b"
)
_LINE = re.compile(r"[\n\r]")
_MARK = re.compile(r"[;,:?!()|\t&+]|\.(?=\s)|\s[/\u2013\u2014-]\s|/(?=\s?[^\W\d])")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, by the first and last token that stand in it; `span` reaches from joint to joint."""

    first: int
    last: int
    joint: Joint
    span: Span


def clauses(text: str, found: Sequence[Token], *, unbroken: Sequence[Span] = ()) -> list[Clause]:
    """The parts of the text; none begins within an `unbroken` stretch."""
    parts: list[Clause] = []
    joint: Joint = "line"
    first: int | None = None
    joining = JOINING | _SET_AGAINST if _COMPARED.search(text) else JOINING
    for i, token in enumerate(found):
        gap = text[found[i - 1].end : token.start] if i else "\n"
        inside = any(start < token.start < end for start, end in unbroken)
        begun = any(start == token.start for start, _ in unbroken)
        here = None if inside else _joint(gap, joins=not begun and token.word in joining)
        if here is not None:
            if first is not None:
                parts.append(_clause(text, found, first, i - 1, joint))
                joint = here
            else:
                joint = here if i and joint != "line" else joint
            first = None
        if token.word in joining and not any(start <= token.start < end for start, end in unbroken):
            joint = "word" if joint != "line" or parts else joint
            continue
        first = i if first is None else first
    if first is not None:
        parts.append(_clause(text, found, first, len(found) - 1, joint))
    return parts


def _joint(gap: str, *, joins: bool) -> Joint | None:
    if _LINE.search(gap):
        return "line"
    if joins:
        return "word"
    return "mark" if _MARK.search(gap) else None


def _clause(text: str, found: Sequence[Token], first: int, last: int, joint: Joint) -> Clause:
    start = found[first - 1].end if first else 0
    end = found[last + 1].start if last + 1 < len(found) else len(text)
    return Clause(first, last, joint, (start, end))
