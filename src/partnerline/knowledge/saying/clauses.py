"""A clause as its telling words, and whether it speaks of less than was asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from partnerline.knowledge.saying.alike import alike, any_alike
from partnerline.knowledge.saying.naming import spelled_as_one
from partnerline.knowledge.words import STOPWORDS, fold, tokens

NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without)\b")
USE = frozenset(
    "use used uses using usage run runs running work works working operate operated operates".split()
)
"""Words for a thing doing what it is for: "can it run outdoors", "not for outdoor use"."""
LIGHT = USE | frozenset(
    """available possible support supports supported supporting offer offers offered exist exists feature features meant made
    suitable intended""".split()
)
"""Words that say no more of a thing than that it is so."""

_CONTRACTION = re.compile(
    r"(?i)\b(can|could|would|should|is|are|was|were|do|does|did|has|have)(?:n['’]t|not)\b"
)
_WONT = re.compile(r"(?i)\bwon['’]t\b")
_PARTS = re.compile(r"(\s*,\s*(?:and|or|nor)?\b|\b(?:and|or|nor)\b)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\s*(?:in|on|at|for|with|from|by|under|within|during|through|over|to|of|as|per)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:every|all|any|each)\s+(?:\w+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A telling word, folded, with where it stands, and whether it is written as a name is."""

    word: str
    at: int
    is_name: bool


def plain(text: str) -> str:
    """The text with its negations as words of their own, and each part number as one word."""
    return spelled_as_one(_CONTRACTION.sub(r"\1 not", _WONT.sub("will not", text)))


def words_of(text: str) -> tuple[Word, ...]:
    """The telling words of a plain text, without its negations."""
    return tuple(
        Word(token.word, token.start, _is_name(text[token.start : token.end]))
        for token in tokens(text)
        if (folded := fold(token.word)) not in STOPWORDS and not NEGATION.fullmatch(folded)
    )


def same(one: Word, other: Word) -> bool:
    """Whether two words are forms of one, or both say that a thing does what it is for."""
    first, second = fold(one.word), fold(other.word)
    return alike(first, second) or (first in USE and second in USE)


def narrows(clause: str, asked: Sequence[Word], above: Collection[str], *, of_it: bool) -> bool:
    """Whether the clause says of which part only, or under which condition, it holds.

    Names beside the one that was asked ("Pro and Enterprise") narrow nothing, nor does what follows "every". Where it
    was asked of "it", the name of what it is doesn't either.
    """
    pieces = _PARTS.split(clause)
    return any(
        _part_narrows(part, asked, above, is_beside=at > 0, of_it=of_it)
        for at, part in enumerate(pieces[::2])
    )


def _part_narrows(
    part: str, asked: Sequence[Word], above: Collection[str], *, is_beside: bool, of_it: bool
) -> bool:
    held = words_of(part)
    known = [word for word in held if any(same(word, other) for other in asked)]
    if not known:
        return bool(held) and bool(_PREPOSITION.match(part))
    for word in held:
        if word in known or _is_light(word, above) or _EVERY.search(part[: word.at]):
            continue
        is_subject = word.is_name and word.at < known[0].at
        if not (is_subject and (is_beside or of_it)):
            return True
    return False


def _is_light(word: Word, above: Collection[str]) -> bool:
    folded = fold(word.word)
    return folded in LIGHT or any_alike(folded, above)


def _is_name(text: str) -> bool:
    return text[:1].isupper() or any(character.isdigit() for character in text)
