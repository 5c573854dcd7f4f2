"""What stands around a figure: the words that say what it counts, and those that bound it."""

import re
from collections.abc import Sequence

from partnerline.knowledge.grounding.figures import Figure, Figures, figures_of
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.measures import BY_SPELLING, dimension_of
from partnerline.knowledge.grounding.pairing import clause
from partnerline.knowledge.grounding.polarity import ceils, floors
from partnerline.knowledge.words import content_words, fold, stem

_COUNTING = frozenset(
    stem(word)
    for word in "work working business calendar consecutive full about approximately roughly within per every until during since".split()
)
"""Words that go with a figure and don't say what it is of."""
_AROUND = 24
"""Characters further from a figure that a bound of it may stand in a passage: before a range, over a column."""
_COUNTED = re.compile(r"\b(?:for|in|within|after|of)\s$")
_OFF = re.compile(
    r"\s*(?:%|percent)\s+(?:off|less|lower|cheaper|below|discount|more|higher|extra)\b"
)
_LESS = re.compile(
    r"\b(?:off|less|lower|cheaper|below|discount|reduc\w*|more|higher|extra|above|fall\w*|fell)\b"
)


def told_words(text: str) -> set[str]:
    """The stems of a text's words that say what its figures are of."""
    for figure in figures_of(text).numbers:  # "five days" is a figure as "5 days" is
        counts = figure.unit or _COUNTED.search(text, 0, figure.start)
        if counts and len(fold(text)) == len(text):
            text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    found = {stem(word) for word in content_words(text) if word not in BY_SPELLING}
    return {word for word in found if not word.isdigit()} - _COUNTING


def is_bounded_alike(said: Figures, figure: Figure, told: Figures, place: Figure) -> bool:
    """Whether a least or a greatest amount is told as one, and a percentage off something as that."""
    here, there = _around(said.text, figure), _around(told.text, place, _AROUND)
    if figure.unit == "percent" and _OFF.match(told.text, place.end) and not _LESS.search(here):
        return False
    return all(bounds(there) for bounds in (floors, ceils) if bounds(here))


def counts_alike(said: Figures, figure: Figure, told: Figures, place: Figure) -> bool:
    """Whether a bare number counts the same in both: "2 gateways" aren't "2 sensors"."""
    if figure.unit or place.unit:
        return True
    here, there = _behind(said, figure), _behind(told, place)
    return not here or not there or here[0] in there or there[0] in here


def is_outdone(words: set[str], here: str, others: Sequence[str]) -> bool:
    """Whether another clause fits the words of a sentence better: it has all that this one has of them, and more.

    Where both have the same, the one that says little else fits better.
    """
    told = told_words(here)
    mine = told & words
    for other in map(told_words, others):
        shared = other & words
        if mine < shared or (mine == shared and shared and len(other) < len(told)):
            return True
    return False


def is_told_apart(words: set[str], here: str, others: Sequence[str]) -> bool:
    """Whether another clause says nothing but what a sentence has, and something of it that this one lacks.

    So "the expert course lasts two days" is none of "the basic course lasts two days and the expert course five".
    """
    told = told_words(here)
    return any(other and other <= words and other - told for other in map(told_words, others))


def numbers_in(text: str) -> frozenset[str]:
    """The part numbers in a text, as they are compared."""
    return frozenset(one.key for one in identifiers(text))


def rivals(place: Figure, text: str) -> bool:
    """Whether a clause has another figure of the same kind, and not this one."""
    there = figures_of(text)
    kind = dimension_of(place.unit)
    return not there.holds(place) and any(dimension_of(one.unit) == kind for one in there.numbers)


def clause_of(told: Figures, place: int) -> str:
    """The clause of a place, folded."""
    return told.text[slice(*clause(told, place))]


def _around(text: str, figure: Figure, more: int = 0) -> str:
    """What stands beside a figure: the words of a bound come before it, or "or more" behind."""
    return text[max(0, figure.start - 16 - more) : figure.end + 12 + more]


def _behind(figures: Figures, figure: Figure) -> list[str]:
    """The first three words behind a figure in its clause, as what it counts stands there."""
    _, last = clause(figures, figure.start)
    rest = figures.text[figure.end : last]
    if not rest.startswith(" ") or rest.lstrip()[:1] in {"(", "/"}:
        return []
    return [stem(word) for word in content_words(rest)][:3]
