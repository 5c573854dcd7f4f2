"""Part numbers, versions and standards in a text: words of letters and digits that stand for one thing."""

import re
from dataclasses import dataclass

from partnerline.knowledge.grounding.measures import BY_SPELLING
from partnerline.knowledge.words import compact

_TOKEN = re.compile(r"[^\W_]+(?:[-_/.\u2010-\u2012][^\W_]+)*")
_COUNT = re.compile(
    r"[\d.,]+(?:st|nd|rd|th|x|k|er|e|st\.|ème)?|\d+h\d\d|[x×]\d+|(?:20|19)\d\ds?|[\d.,]+[-\u2010-\u2012]?(?P<word>[^\W\d_]+)(?:[-/][^\W\d_]+)*"
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A part number or its like; `key` is its letters and digits alone."""

    key: str
    said: str
    start: int
    end: int


def identifiers(text: str) -> list[Identifier]:
    """Every word that has letters and digits and isn't a number with what it counts: "AX-200", "IP67", never "12V"."""
    return [
        Identifier(compact(match.group()), match.group(), *match.span())
        for match in _TOKEN.finditer(text)
        if _is_one(match.group())
    ]


def _is_one(word: str) -> bool:
    if not (any(c.isdigit() for c in word) and any(c.isalpha() for c in word)):
        return False
    folded = word.casefold()
    counted = _COUNT.fullmatch(folded)
    if counted is None:
        return not _is_dated(folded)
    unit = counted["word"]
    return bool(unit) and unit not in BY_SPELLING and "-" not in word and len(unit) <= 3


def _is_dated(word: str) -> bool:
    """Whether it is a day or a quarter: "2026-12-31" has no letters, "q3-2026" and "3-jun-2026" have."""
    return bool(
        re.fullmatch(r"[qh][1-4](?:[-/.]\d{2,4})?|\d{1,2}[-/.][^\W\d_]{3,9}[-/.]\d{2,4}", word)
    )
