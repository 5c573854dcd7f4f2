"""Whether a figure is said of the thing it is told of: the row's, the column's, the sentence's."""

import re
from collections.abc import Sequence

from partnerline.knowledge.grounding.clauses import Unit, stems
from partnerline.knowledge.grounding.figures import Figure, Figures, figures_of
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.names import Name, fits, keys_of, names_of
from partnerline.knowledge.grounding.nearby import (
    clause_of,
    counts_alike,
    is_bounded_alike,
    is_outdone,
    is_told_apart,
    numbers_in,
    rivals,
    told_words,
)
from partnerline.knowledge.grounding.pairing import (
    Words,
    clauses_in,
    is_name,
    known_names,
    paired,
    side_by_side,
    words_of,
)
from partnerline.knowledge.sentences import BETWEEN_CELLS
from partnerline.knowledge.words import content_words, fold, stem

_ROOT = 5
"""Letters that two words have in common where they are taken for one: "typical", "typically"."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_EVERY = re.compile(
    r"\b(?:every|all|any|each|alle[nr]?|jede[nrs]?|tous|toutes|chaque|todos|todas|cada|tutti|tutte|ogni)\b"
)
"""Words by which a sentence speaks of more than the one before it did."""
_GENERIC = frozenset(
    "value values wert valeur valor valore detail details description notes specification".split()
)


class Subjects:
    """Of what a sentence speaks: the names in it, or those that went before where it has none of its own."""

    def __init__(
        self,
        said: str,
        before: Sequence[Words],
        vocabulary: frozenset[Words],
        *,
        alike: bool = True,
    ) -> None:
        self.figures = figures_of(said)
        self._vocabulary = vocabulary
        self._own = known_names(said, vocabulary)
        carried = () if _EVERY.search(fold(said)) else tuple(before)
        self.names = tuple(name.words for name in self._own) or carried
        self._alike = alike
        self._words = told_words(self.figures.text)
        named = {stem(part) for name in self._own for part in content_words(name.said)}
        self._words_but_names = self._words - named
        self._roots = {word[:_ROOT] for word in stems(said)}

    def bears(self, figure: Figure, units: Sequence[Unit]) -> bool:
        """Whether some unit tells the figure of what the sentence says it of: of each, where it names several."""
        together = side_by_side(figure, self.figures, self._own)
        rows = [unit for unit in units if unit.is_row and figures_of(unit.text).holds(figure)]
        if self._alike and rows and len(together) > 1:
            return all(self._is_borne(figure, units, one) for one in together)
        return self._is_borne(figure, units, None)

    def _is_borne(self, figure: Figure, units: Sequence[Unit], only: Name | None) -> bool:
        for i, unit in enumerate(units):
            told = figures_of(unit.text)
            for place in told.holds(figure):
                if self._alike and not is_bounded_alike(self.figures, figure, told, place):
                    continue
                if (
                    unit.is_row
                    and self._holds_of_all(unit, figure, units)
                    and self._fits_row(unit, place.start, figure, only)
                ):
                    return True
                if not unit.is_row and (
                    self._fits_rivals(place, told, units, unit)
                    and self._fits_prose(figure, place, told, unit, units[:i])
                ):
                    return True
        return False

    def stray_name(self, units: Sequence[Unit]) -> Name | None:
        """The first name that stands only where the passage speaks of something else."""
        return next((name for name in self._own if not self._bears_name(name, units)), None)

    def _bears_name(self, name: Name, units: Sequence[Unit]) -> bool:
        """Whether a name stands where the sentence speaks of it: not in another's row, nor in a clause less fit."""
        seen = False
        for unit in units:
            for place in known_names(unit.text, self._vocabulary):
                if not set(place.words) & set(name.words):
                    continue
                seen = True
                if name.exact and not self._is_same(name, place, units):
                    continue
                if (
                    self._fits_row(unit, place.start)
                    if unit.is_row
                    else self._fits_best(unit, place, units)
                ):
                    return True
        return not seen

    def _is_same(self, name: Name, place: Name, units: Sequence[Unit]) -> bool:
        """Whether what the longer name adds is a common noun: "AX-400 Gateway" is an AX-400, "AX-400 Pro" is none."""
        longer = max(name.words, place.words, key=len)
        added = longer[min(len(name.words), len(place.words)) :]
        text = " ".join(unit.text for unit in units)
        return all(re.search(rf"\b{re.escape(word)}s?\b", text) for word in added)

    def _fits_best(self, unit: Unit, place: Name, units: Sequence[Unit]) -> bool:
        """Whether no unit of other names has all that this one has of the sentence, and more; a heading's names hold for all."""
        if not unit.is_said:
            return True
        mine = told_words(unit.text) & self._words_but_names
        return not any(
            mine < told_words(other.text) & self._words_but_names
            for other in units
            if other.is_said
            and known_names(other.text, self._vocabulary)
            and not keys_of(other.text).issuperset(place.words)
        )

    def _fits_rivals(self, place: Figure, told: Figures, units: Sequence[Unit], unit: Unit) -> bool:
        """Whether no clause with another figure of that unit fits the sentence better."""
        if not self._alike:
            return True
        here = clause_of(told, place.start)
        mine = numbers_in(here) & numbers_in(self.figures.text)
        others = [
            text for text in clauses_in(units) if mine <= numbers_in(text) and rivals(place, text)
        ]
        if is_outdone(self._words, here, others):
            return False
        unsaid = [text for text in others if not self._has_figures_of(text)]
        if told_words(here) <= self._words:  # only what goes on from it may say more of the same
            clauses = clauses_in([unit])
            unsaid = [text for text in unsaid if text in clauses[clauses.index(here) + 1 :]]
        return not is_told_apart(self._words, here, unsaid)

    def _has_figures_of(self, text: str) -> bool:
        return any(self.figures.holds(one) for one in figures_of(text).numbers)

    def speaks_of_row(self, unit: Unit) -> bool:
        """Whether a row is told of what the sentence speaks of."""
        label = unit.cells[0][1]
        return not unit.is_row or not is_name(label) or self._speaks_of(label, self.names)

    def _holds_of_all(self, unit: Unit, figure: Figure, units: Sequence[Unit]) -> bool:
        """Whether a figure that is said of all stands in every part number's cell, and every row's, that has one there."""
        if not self._alike or self.names or not _EVERY.search(self.figures.text):
            return True
        cells = [value for head, value in unit.cells[1:] if identifiers(head)]
        heads = {head for head, value in unit.cells[1:] if figures_of(value).holds(figure)}
        if not cells:
            rows = [other for other in units if other.is_row]
            cells = [value for row in rows for head, value in row.cells if head in heads]
        return all(figures_of(value).holds(figure) for value in cells if figures_of(value).numbers)

    def _fits_row(
        self, unit: Unit, start: int, figure: Figure | None = None, only: Name | None = None
    ) -> bool:
        """Whether the row and the column of a place in a row are what the sentence, or it says the figure of."""
        mine = only or (paired(figure, self.figures, self._own) if figure else None)
        names = (mine.words,) if mine else self.names
        at = 0
        _, label = unit.cells[0]
        for i, (head, value) in enumerate(unit.cells):
            width = len(head) + (2 + len(value) if value else 0)
            if at <= start < at + width:
                if start < at + len(head) or i == 0:
                    return figure is None or not figure.unit or i == 0
                spoken = self._speaks_of(label, names) or self._tells(value)
                return spoken and self._speaks_of(head, names) and self._counts_in(head)
            at += width + len(BETWEEN_CELLS)
        return False

    def _speaks_of(self, part: str, names: Sequence[Words]) -> bool:
        """Whether the sentence speaks of what a cell or a heading names; of a name only by all of it."""
        if identifiers(part) or _INNER_CAPITAL.search(part):
            return not names or any(fits(name, words_of(part)) for name in names)
        if not self._alike or fold(part) in _GENERIC:
            return True
        roots = {word[:_ROOT] for word in stems(part)}
        spoken = self._roots | {word[:_ROOT] for name in names for word in name}
        whole = len(part.split()) > 1 and is_name(part)
        if is_name(part) and self._is_of_longer(words_of(part), names):
            return False
        return roots <= spoken if whole else bool(roots & spoken)

    def _is_of_longer(self, label: Words, names: Sequence[Words]) -> bool:
        """Whether a name goes on where a row's label ends, "Tidebox Plus" in the row of "Tidebox", and none is it."""
        begun = [name for name in names if len(name) > len(label) and name[: len(label)] == label]
        known = any(name in self._vocabulary for name in begun)
        return known and not any(fits(name, label) for name in names)

    def _tells(self, text: str) -> bool:
        """Whether the sentence has a word of a text, figures, units and what goes with them aside."""
        return bool({word[:_ROOT] for word in told_words(text)} & self._roots)

    def _counts_in(self, head: str) -> bool:
        """Whether the figures of a column's heading are said too: "priority 1", "below 99 %"."""
        return all(self.figures.holds(one) for one in figures_of(head).numbers)

    def _fits_prose(
        self, said: Figure, place: Figure, told: Figures, unit: Unit, above: Sequence[Unit]
    ) -> bool:
        if not self._fits_clause(said, place, told):
            return False
        names = known_names(unit.text, self._vocabulary)
        mine = paired(said, self.figures, self._own)
        if not names:
            return self._fits_context(mine, above)
        theirs = paired(place, told, names)
        if theirs is None:
            return not self._is_told_apart(mine, told, names)
        if mine is None and self._own and len(self.figures.numbers) > 1:
            return not theirs.exact
        if not self.names:
            return not theirs.exact
        allowed = (mine.words,) if mine else self.names
        if any(fits(one, theirs.words) for one in allowed):
            return True
        shared = any(fits(one, name.words) for one in allowed for name in names)
        return not shared and not theirs.exact

    def _fits_clause(self, figure: Figure, place: Figure, told: Figures) -> bool:
        """Whether the sentence has a word of the clause that the figure is told in, names aside where that has any other."""
        if not self._alike:
            return True
        words = told_words(clause_of(told, place.start))
        own = words - (self._words - self._words_but_names)
        shared = {word[:_ROOT] for word in own or words} & self._roots
        return (bool(shared) or not words or not own) and counts_alike(
            self.figures, figure, told, place
        )

    def _fits_context(self, mine: Name | None, above: Sequence[Unit]) -> bool:
        """Whether the part numbers named last before a unit without any are those that are spoken of."""
        context = next((found for one in reversed(above) if (found := _named_first(one))), ())
        own = [name.words for name in self._own if name.exact]
        spoken = [mine.words] if mine and mine.exact else own or list(self.names)
        return not context or not spoken or any(fits(a, b) for a in spoken for b in context)

    def _is_told_apart(self, mine: Name | None, told: Figures, names: Sequence[Name]) -> bool:
        """Whether what the figure is said of has a figure of its own in the unit."""
        if mine is None:
            return False
        return any(
            (other := paired(figure, told, names)) is not None and fits(other.words, mine.words)
            for figure in told.numbers
        )


def _named_first(unit: Unit) -> tuple[Words, ...]:
    """The part numbers that a unit begins with, those of a heading, none of what a label is followed by."""
    end = unit.text.find(": ")
    found = (name for name in names_of(unit.text) if name.exact)
    return tuple(name.words for name in found if end < 0 or name.end <= end)
