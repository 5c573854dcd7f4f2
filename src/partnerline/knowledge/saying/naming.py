"""Which product or part a text is about: names with figures in them, and which of several like ones is meant."""

import re
from collections.abc import Iterable, Sequence

from partnerline.knowledge.words import compact, words

_CODE = re.compile(
    r"\b(?:[A-Za-z]{1,8}[-‐‑]?|[A-Z]{2,6} )\d{1,6}(?:[-‐‑][A-Za-z0-9]{1,6})*\b(?![.,]\d)"
)
LONGEST = 5
"""Words that a name is spelled in at most."""
_LETTERS = re.compile(r"[a-z]*")


def codes_in(text: str) -> frozenset[str]:
    """The part numbers and the like that a text names, each compact: "AX-200-B" is ax200b, and not ax200."""
    return frozenset(compact(found.group()) for found in _CODE.finditer(text))


def named(text: str, known: Iterable[str]) -> frozenset[str]:
    """Which names, compact, the text names, however it spells them: of the known and its own the longest that stand there."""
    held = words(text)
    return frozenset("".join(held[start:end]) for start, end in _places(held, text, known))


def without_names(text: str, known: Iterable[str]) -> str:
    """The text's words without those that spell a name."""
    held = words(text)
    taken = {at for start, end in _places(held, text, known) for at in range(start, end)}
    return " ".join(word for at, word in enumerate(held) if at not in taken)


def _places(held: Sequence[str], text: str, known: Iterable[str]) -> list[tuple[int, int]]:
    """From which to which word a name stands; where one stands within another, only the longer."""
    names = set(known) | codes_in(text)
    found = [
        (start, end)
        for start in range(len(held))
        for end in range(start + 1, min(start + LONGEST, len(held)) + 1)
        if "".join(held[start:end]) in names
    ]
    return [
        one
        for one in found
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]


def of_one_family(one: str, other: str) -> bool:
    """Whether two compact names begin with the same letters, as those of one series do."""
    letters = _LETTERS.match(one), _LETTERS.match(other)
    return all(letters) and letters[0].group() == letters[1].group()  # type: ignore[union-attr]


def is_of_another(text_codes: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether a text names others of the family that is asked about, and none that is."""
    told, wanted = set(text_codes), set(asked)
    if not wanted or told & wanted:
        return False
    return any(of_one_family(one, other) for one in told for other in wanted)


def spelled_as_one(text: str) -> str:
    """The text with each part number as one word: "GX-10-B" is gx10b."""
    return _CODE.sub(lambda found: compact(found.group()), text)
