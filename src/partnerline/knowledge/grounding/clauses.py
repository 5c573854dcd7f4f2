"""The smallest parts of a text that say something by themselves: a clause, a list item, a cell with its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.grounding.polarity import denies
from partnerline.knowledge.sentences import BETWEEN_CELLS, sentences
from partnerline.knowledge.words import content_words, fold, stem

_CLAUSE = re.compile(
    r"\s*[;\u2014\u2013()]\s*|\s+-\s+|:\s+|,\s+(?:but|although|though|however|while|whereas|unless|except|aber|jedoch|während|außer|"
    r"mais|tandis|sauf|pero|aunque|salvo|ma|mentre|tranne)?|\s+(?:but|whereas|while|aber|mais|pero|mentre)\s+"
)
_FEW = 3
"""Words of a part that is no clause by itself."""
_SENTENCE_END = re.compile(r"(?<=[^\W\d_][.!?])\s+(?=[A-ZÀ-ÖØ-Þ])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or table row."""

    text: str

    @property
    def is_row(self) -> bool:
        """Whether it is a table's row."""
        return BETWEEN_CELLS in self.text

    @property
    def is_said(self) -> bool:
        """Whether it says something by itself, and isn't a heading."""
        return self.is_row or self.text.rstrip().endswith((".", "!", "?", ";"))

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """A row's headings and values."""
        parts = (part.partition(": ") for part in self.text.split(BETWEEN_CELLS))
        return tuple((head, value) for head, _, value in parts)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Its clauses, or its cells."""
        if self.is_row:
            return tuple(self.text.split(BETWEEN_CELLS))
        parts = [part for part in _CLAUSE.split(self.text) if part and part.strip()]
        found: list[str] = []
        for part in parts:
            if found and len(found[-1].split()) <= _FEW:  # one of a list that goes on
                found[-1] = f"{found[-1]}, {part}"
            else:
                found.append(part)
        return tuple(found)


def units_of(text: str) -> tuple[Unit, ...]:
    """The text's units, in order; a list item of several sentences is as many."""
    return tuple(
        Unit(part)
        for whole in whole_units_of(text)
        for part in ([whole.text] if whole.is_row else _SENTENCE_END.split(whole.text))
    )


def whole_units_of(text: str) -> tuple[Unit, ...]:
    """The text's units as they are quoted: a list item whole."""
    return tuple(Unit(text[span.start : span.end]) for span in sentences(text))


def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(stem(word) for word in content_words(text))


def relied_on(said: str, units: Sequence[Unit], limit: int = 3) -> tuple[Unit, ...]:
    """The units that hold most of what is said, the best first."""
    missing, denied = set(stems(said)), denies(fold(said))
    found: list[Unit] = []
    while missing and len(found) < limit:
        best = max(
            (unit for unit in units if unit not in found),
            key=lambda unit: (
                len(missing & stems(unit.text)),
                denies(fold(unit.text)) == denied,
                -len(unit.text),
            ),
            default=None,
        )
        if best is None or not missing & stems(best.text):
            break
        found.append(best)
        missing -= stems(best.text)
    return tuple(found)


def clauses_relied_on(said: str, units: Sequence[Unit]) -> tuple[str, ...]:
    """Of the units, the clauses that what is said can't do without."""
    missing = set(stems(said))
    clauses = [clause for unit in units for clause in unit.clauses]
    found: list[str] = []
    while missing and clauses:
        best = max(clauses, key=lambda clause: (len(missing & stems(clause)), -len(clause)))
        if not missing & stems(best):
            break
        found.append(best)
        missing -= stems(best)
        clauses.remove(best)
    return tuple(found)
