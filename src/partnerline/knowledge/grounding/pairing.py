"""Which name a figure is told of, and which names a passage knows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from partnerline.knowledge.grounding.clauses import Unit
from partnerline.knowledge.grounding.figures import Figure, Figures, figures_of
from partnerline.knowledge.grounding.names import Name, names_of
from partnerline.knowledge.words import compact

_CUT = re.compile(
    r"[,;\u2013\u2014]\s|(?<=[^\W\d_])[.!?]\s|\s(?:but|while|whereas|aber|mais|pero|mentre)\s"
)
_AND = re.compile(r"\s(?:and|und|et|y|e)\s")
_JOINT = re.compile(
    r"\s*(?:,|and|und|et|y|e|or|oder|&|/|,\s*and)\s*(?:(?:the|both|der|die|das|le|la|el|il)\s+)?"
)

Words = tuple[str, ...]
"""A name's words as they are compared."""


def paired(figure: Figure, figures: Figures, names: Sequence[Name]) -> Name | None:
    """The name a figure is told of: in its clause, or else the last before it.

    In a clause of several, a figure goes with the name before it, or behind it where figures come first.
    """
    first, last = clause(figures, figure.start)
    names = [name for name in names if not _is_aside(figures.text, name)]
    within = [name for name in names if first <= name.start < last]
    if not within:
        return next((name for name in reversed(names) if name.end <= figure.start), None)
    counted = [one for one in figures.numbers if first <= one.start < last]
    if counted[0].start < within[0].start:
        return next((name for name in within if name.start >= figure.end), within[-1])
    return next((name for name in reversed(within) if name.end <= figure.start), within[0])


def side_by_side(figure: Figure, figures: Figures, names: Sequence[Name]) -> list[Name]:
    """The part numbers that share a figure, the only one of their clause: "the AX-200 and the AX-400 have 2 ports"."""
    first, last = clause(figures, figure.start)
    if sum(first <= one.start < last for one in figures.numbers) != 1:
        return []
    within = [name for name in names if name.exact and first <= name.start < last]
    return [
        name
        for i, name in enumerate(within)
        if any(_is_joined(figures.text, a, b) for a, b in pairwise(within[max(0, i - 1) : i + 2]))
    ]


def _is_joined(text: str, one: Name, other: Name) -> bool:
    return bool(_JOINT.fullmatch(text, one.end, other.start))


def _is_aside(text: str, name: Name) -> bool:
    """Whether a name stands in brackets, as another word for what goes before."""
    return text[: name.start].rstrip().endswith("(") and text[name.end :].lstrip().startswith(")")


def clause(figures: Figures, place: int) -> tuple[int, int]:
    """From where to where the clause of a place in a text goes."""
    return next((a, b) for a, b in clauses(figures) if a <= place < b)


def clauses(figures: Figures) -> list[tuple[int, int]]:
    """The clauses of a text; an "and" parts two where either has a figure of its own."""
    text, end = figures.text, len(figures.text) + 1
    places = [one.start for one in figures.numbers] + [one.start for one in figures.days]
    cuts = [0, *(found.end() for found in _CUT.finditer(text)), end]
    for found in _AND.finditer(text):
        first = max(cut for cut in cuts if cut <= found.start())
        last = min(cut for cut in cuts if cut > found.start())
        before = any(first <= place < found.start() for place in places)
        if before and any(found.end() <= place < last for place in places):
            cuts = sorted([*cuts, found.end()])
    return list(pairwise(cuts))


def clauses_in(units: Sequence[Unit]) -> list[str]:
    """The clauses of all units that are no rows, folded."""
    told = (figures_of(unit.text) for unit in units if not unit.is_row)
    return [one.text[a:b] for one in told for a, b in clauses(one) if one.text[a:b].strip()]


def vocabulary_of(units: Sequence[Unit]) -> frozenset[Words]:
    """Every name that the units hold: in capitals, as a part number, as a row's label."""
    found = {name.words for unit in units for name in names_of(unit.text)}
    labels = {
        words_of(unit.cells[0][1]) for unit in units if unit.is_row and is_name(unit.cells[0][1])
    }
    return frozenset(found | labels) - {()}


def is_name(label: str) -> bool:
    """Whether a row's label is a name: up to three words, each with a capital or a figure first."""
    words = label.split()
    return 1 <= len(words) <= 3 and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def words_of(text: str) -> Words:
    """A name's words as they are compared."""
    return tuple(compact(word) for word in text.split() if compact(word))


def known_names(text: str, vocabulary: frozenset[Words]) -> tuple[Name, ...]:
    """The names of the text that the evidence knows, also at a sentence's beginning."""
    found = list(names_of(text))
    taken = [(name.start, name.end) for name in found]
    for words in sorted(vocabulary, key=lambda words: (-len(words), words)):
        for name in _occurrences(text, words):
            if all(name.end <= start or end <= name.start for start, end in taken):
                found.append(name)
                taken.append((name.start, name.end))
    return tuple(sorted(found, key=lambda name: name.start))


def _occurrences(text: str, words: Words) -> list[Name]:
    """Where a name stands with a capital, whatever parts its words."""
    pattern = r"(?<![^\W_])" + r"[\s-]+".join(_loosely(word) for word in words) + r"(?![^\W_]|-\w)"
    return [
        Name(match.group(), *match.span())
        for match in re.finditer(pattern, text, re.IGNORECASE)
        if match.group()[0].isupper() or match.group()[0].isdigit()
    ]


def _loosely(word: str) -> str:
    return r"[-_/.\s]?".join(word)
