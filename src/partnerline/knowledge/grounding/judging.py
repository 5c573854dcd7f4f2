"""Judges a sentence of a language model by the passages it cites: what is wrong with it, if anything."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.grounding.bearing import Subjects
from partnerline.knowledge.grounding.clauses import Unit, clauses_relied_on, relied_on, units_of
from partnerline.knowledge.grounding.conditions import left_out
from partnerline.knowledge.grounding.figures import Figures, figures_of
from partnerline.knowledge.grounding.languages import language_of
from partnerline.knowledge.grounding.markup import LONGEST, addresses, forbidden
from partnerline.knowledge.grounding.names import keys_of, names_of
from partnerline.knowledge.grounding.pairing import vocabulary_of
from partnerline.knowledge.grounding.polarity import denies, turned_round
from partnerline.knowledge.grounding.promises import added
from partnerline.knowledge.grounding.support import SUPPORT, support
from partnerline.knowledge.model import Evidence, Sentence
from partnerline.knowledge.words import compact, fold

RUN = 4
"""Units side by side that a sentence may quote at most: a step of several sentences."""
_BULLET = re.compile(r"^(?:[-*•]|\d+[.)])\s+")

Fault = Literal[
    "cites_nothing", "cites_unknown", "markup", "too_long", "empty", "wrong_language", "unsupported", "figure", "date",
    "name", "address", "turned_round", "commitment", "misattributed", "condition",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What is wrong with a sentence, with the words that are."""

    fault: Fault
    words: str = ""


class Judge:
    """Judges the sentences of one answer, in their order; `evidence` is all that the model was given.

    A sentence that names nothing speaks of what the one before did, and the first of what the question asks about.
    """

    def __init__(self, evidence: Sequence[Evidence], *, language: str, question: str = "") -> None:
        self._evidence = {one.id: one for one in evidence}
        self._units = {one.id: units_of(one.text) for one in evidence}
        self._vocabulary = vocabulary_of([unit for units in self._units.values() for unit in units])
        self._language, self._question = language, question
        self._told_in = language_of("\n".join(one.text for one in evidence), least=4)
        self._before = Subjects(question, (), self._vocabulary).names

    def flaw(self, sentence: Sentence) -> Flaw | None:
        """The first thing that is wrong with the sentence; one that stands may be what the next ones speak of."""
        found = self._form(sentence) or self._substance(sentence)
        if found is None:
            self._before = Subjects(sentence.text, self._before, self._vocabulary).names
        return found

    def _form(self, sentence: Sentence) -> Flaw | None:
        if not sentence.text.strip():
            return Flaw(fault="empty")
        if len(sentence.text) > LONGEST:
            return Flaw(fault="too_long")
        if markup := forbidden(sentence.text):
            return Flaw(fault="markup", words=markup)
        if not sentence.passages:
            return Flaw(fault="cites_nothing")
        strange = [one for one in sentence.passages if one not in self._evidence]
        return Flaw(fault="cites_unknown", words=", ".join(strange)) if strange else None

    def _substance(self, sentence: Sentence) -> Flaw | None:
        cited = [self._evidence[one] for one in sentence.passages]
        told = "\n".join(one.text for one in cited)
        units = tuple(unit for one in sentence.passages for unit in self._units[one])
        spoken = language_of(sentence.text)
        if spoken is not None and spoken != self._language:
            return Flaw(fault="wrong_language", words=spoken)
        if self._is_quoted(sentence.text, units):
            return None
        alike = (language_of(told, least=6) or self._told_in) in {None, self._language}
        return (
            _in_figures(sentence.text, told)
            or self._in_names(sentence.text, told)
            or (_in_words(sentence.text, told) if alike else None)
            or self._in_bearing(sentence.text, units, alike=alike)
            or _in_sense(sentence.text, units, told, alike=alike)
            or (self._in_conditions(sentence.text, units) if alike else None)
        )

    def _in_conditions(self, said: str, units: Sequence[Unit]) -> Flaw | None:
        dropped = left_out(said, self._question, relied_on(said, units))
        return Flaw(fault="condition", words=dropped) if dropped else None

    def _is_quoted(self, said: str, units: Sequence[Unit]) -> bool:
        """Whether units say it to the letter, and of nothing but what it names itself."""
        flat, told = _flat(said), [_flat(unit.text) for unit in units]
        runs = (" ".join(told[i:j]) for i in range(len(told)) for j in range(i + 1, i + 1 + RUN))
        if not any(run == flat for run in runs):
            return False
        return not self._before or bool(Subjects(said, (), self._vocabulary).names)

    def _in_names(self, said: str, told: str) -> Flaw | None:
        known = fold(told)
        if strange := next((one for one in addresses(fold(said)) if one not in known), None):
            return Flaw(fault="address", words=strange)
        keys = keys_of(told)
        language = language_of(said) or ("de" if self._language == "de" else "en")
        for name in names_of(said, language):
            if not name.stands_among(keys):
                return Flaw(fault="name", words=name.said)
        others = [words for words in self._vocabulary if not keys.issuperset(words)]
        spoken = {compact(word) for word in said.split() if word[:1].isupper()}
        wrong = next((words for words in others if spoken.issuperset(words)), None)
        return Flaw(fault="name", words=" ".join(wrong)) if wrong else None

    def _in_bearing(self, said: str, units: Sequence[Unit], *, alike: bool) -> Flaw | None:
        subjects = Subjects(said, self._before, self._vocabulary, alike=alike)
        for figure in subjects.figures.numbers:
            if not subjects.bears(figure, units):
                words = subjects.figures.text[figure.start : figure.end]
                return Flaw(fault="misattributed", words=words)
        wrong = subjects.stray_name(units) if alike else None
        if wrong is not None:
            return Flaw(fault="misattributed", words=wrong.said)
        rows = relied_on(said, units) if alike else ()
        other = next((unit for unit in rows if not subjects.speaks_of_row(unit)), None)
        return Flaw(fault="misattributed", words=other.cells[0][1]) if other else None


def _flat(text: str) -> str:
    return _BULLET.sub("", " ".join(fold(text).split()))


def _in_figures(said: str, told: str) -> Flaw | None:
    here, there = figures_of(said), figures_of(told)
    for figure in here.numbers:
        if not there.holds(figure):
            return Flaw(fault="figure", words=here.text[figure.start : figure.end])
    for day in here.days:
        if not there.holds_day(day) and not _in_parts(day.readings, there):
            return Flaw(fault="date", words=here.text[day.start : day.end])
    return None


def _in_parts(readings: frozenset[tuple[int | str, ...]], there: Figures) -> bool:
    """Whether day and month stand in one place and the year in another, as under a heading that has it."""
    years = {value for one in there.numbers for value in one.values}
    return any(
        len(one) == 3
        and one[0] in years
        and any((0, *one[1:]) == other for day in there.days for other in day.readings)
        for one in readings
        if one[0] != "time"
    )


def _in_words(said: str, told: str) -> Flaw | None:
    share, telling = support(said, told)
    if share < SUPPORT:
        return Flaw(fault="unsupported", words=f"{share:.0%}")
    return Flaw(fault="unsupported", words=" ".join(telling)) if telling else None


def _in_sense(said: str, units: Sequence[Unit], told: str, *, alike: bool) -> Flaw | None:
    folded = fold(said)
    if words := added(folded, fold(told), alike=alike):
        return Flaw(fault="commitment", words=words)
    if not alike:
        return (
            Flaw(fault="turned_round", words="denial")
            if denies(folded) and not denies(fold(told))
            else None
        )
    relied = relied_on(said, units)
    clauses = " \u00b7 ".join(clauses_relied_on(said, relied))
    turned = turned_round(
        folded, fold(clauses), fold(" \u00b7 ".join(unit.text for unit in relied))
    )
    return Flaw(fault="turned_round", words=turned) if turned else None
