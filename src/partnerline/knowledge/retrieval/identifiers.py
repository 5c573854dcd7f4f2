"""Part numbers and the like, which are matched letter by letter or not at all."""

import re
from collections.abc import Sequence
from functools import lru_cache

from partnerline.knowledge.words import fold

_IDENTIFIER = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s|k|m|x)")
_LONGER = 0.5
"""What it is worth that a text holds a longer one that begins so: AX-200-B, where AX-200 is asked for."""


def identifiers(text: str) -> tuple[str, ...]:
    """What in the text holds letters and digits both, folded, each once, in order."""
    found = (one.group() for one in _IDENTIFIER.finditer(fold(text)))
    return tuple(dict.fromkeys(one for one in found if _is_identifier(one)))


def _is_identifier(word: str) -> bool:
    letters = any(character.isalpha() for character in word)
    digits = any(character.isdigit() for character in word)
    return letters and digits and not _ORDINAL.fullmatch(word)


def spellings(identifier: str) -> tuple[str, ...]:
    """How it may stand in a text, as phrases of words: in one, or cut between letters and digits."""
    cut = "-".join(_PARTS.findall(identifier))
    return tuple(dict.fromkeys((identifier, cut)))


def share_held(wanted: Sequence[str], text: str) -> float:
    """The share, 0 to 1, of the identifiers that stand in the text, however they are joined; 1 where none is wanted."""
    if not wanted:
        return 1.0
    told = fold(text)
    return sum(_held(one, told) for one in wanted) / len(wanted)


def _held(identifier: str, told: str) -> float:
    exact, longer = _patterns(identifier)
    if exact.search(told):
        return 1.0
    return _LONGER if longer.search(told) else 0.0


@lru_cache(maxsize=1024)
def _patterns(identifier: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joined = r"[\s\-_/.]?".join(re.escape(part) for part in _PARTS.findall(identifier))
    begins = rf"(?<![^\W_])(?<![^\W_][-/]){joined}"
    return re.compile(rf"{begins}(?![^\W_]|[-/][^\W_])"), re.compile(rf"{begins}(?![^\W_])")
