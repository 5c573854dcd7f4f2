"""The figures in a text: numbers with their units, in one form however they are written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.grounding.dates import Dated, agree, dated
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.measures import (
    BY_SPELLING,
    CURRENCIES,
    CURRENCY_BEFORE,
    UNIT_AFTER,
    units_headed,
)
from partnerline.knowledge.grounding.numerals import spelled
from partnerline.knowledge.words import fold

_NUMBER = re.compile(
    r"(?:(?<=[\s(~±])|^|(?<=[^\w\s.,]))[-\u2212]?\d+(?:[.,'\u2019\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|\d+(?:[.,'\u2019]\d+)*"
)
_SCALE = re.compile(
    r"\s?(?P<scale>k|thousand|tsd|million|millions|millionen|mio|mn|m(?=\s?€))(?![^\W_])"
)
_SCALES = {"k": 1000, "thousand": 1000, "tsd": 1000}
_RANGE = re.compile(r"\s*(?:-|\u2013|to|bis|à|a|and|und|et|y|e|or|oder|ou|o)\s*[-+]?$")
_LED = re.compile(r"(?<![^\W_])(?:for|in|within|after|or|of|für|nach|in)\s$")
_ENDED = re.compile(r"\s*(?:$|[.,;)](?!\d)|(?:for|if|in|on|für|wenn)\b)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, in every way its separators can be read, with its unit, "" for none, and where it stands."""

    values: frozenset[Decimal]
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a text counts, measures or dates; `units` are those its columns are in, `text` is folded."""

    text: str
    numbers: tuple[Figure, ...]
    days: tuple[Dated, ...]
    units: frozenset[str]

    def holds(self, figure: Figure) -> list[Figure]:
        """Where the figure stands here too."""
        return [one for one in self.numbers if same(figure, one, self.units)]

    def holds_day(self, day: Dated) -> bool:
        """Whether the day stands here, as exactly as it is said."""
        return any(agree(day, one) for one in self.days)


def same(said: Figure, told: Figure, units: frozenset[str]) -> bool:
    """Whether both are one amount; `units` are those that columns of bare numbers are in."""
    if not said.values & told.values:
        return False
    if said.unit == told.unit or (told.unit == "" and said.unit in units):
        return True
    return said.unit == "" and told.unit not in {*CURRENCIES, "percent"}


def figures_of(text: str) -> Figures:
    """The figures of a text, in its order; digits of part numbers and days are theirs and no numbers."""
    folded = fold(text)
    days = dated(folded)
    taken = [(one.start, one.end) for one in identifiers(folded)]
    taken += [(one.start, one.end) for one in days]
    digits = list(_in_digits(folded, taken))
    taken += [(one.start, one.end) for one in digits]
    numbers = sorted([*digits, *_in_words(folded, taken)], key=lambda one: one.start)
    return Figures(folded, tuple(_shared(folded, numbers)), tuple(days), units_headed(folded))


def _in_digits(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        scaled = _SCALE.match(text, match.end())
        end = scaled.end() if scaled else match.end()
        factor = _SCALES.get(scaled["scale"], 1_000_000) if scaled else 1
        values = frozenset(value * factor for value in readings(match.group()))
        yield Figure(values, _unit(text, match.start(), end), match.start(), end)


def _in_words(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    for word in spelled(text):
        if any(word.start < end and start < word.end for start, end in taken):
            continue
        unit = _unit(text, word.start, word.end)
        if word.sure or unit:
            yield Figure(frozenset({Decimal(word.value)}), unit, word.start, word.end)


def _unit(text: str, start: int, end: int) -> str:
    before = CURRENCY_BEFORE.search(text, max(0, start - 5), start)
    after = UNIT_AFTER.match(text, end)
    found = before or after
    return BY_SPELLING[found["unit"]] if found else ""


def _shared(text: str, numbers: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, the first of a range with the unit that only its last has: "8 to 12 weeks"."""
    for i, figure in enumerate(numbers):
        after = numbers[i + 1] if i + 1 < len(numbers) else None
        before = numbers[i - 1] if i else None
        if figure.unit == "" and after and _RANGE.fullmatch(text, figure.end, after.start):
            yield Figure(figure.values, after.unit, figure.start, figure.end)
        elif figure.unit == "" and before and _is_elliptic(text, before, figure):
            yield Figure(figure.values, before.unit, figure.start, figure.end)
        else:
            yield figure


def _is_elliptic(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure has the unit of the one before in its sentence: "in 10 days, or in 5 for large orders"."""
    between = text[before.end : figure.start]
    led = _LED.search(text, max(0, figure.start - 8), figure.start)
    return bool(
        before.unit
        and led
        and _ENDED.match(text, figure.end)
        and not re.search(r"[.!?;\n]", between)
    )


def readings(written: str) -> frozenset[Decimal]:
    """What a number may be: one separator before three digits can part thousands or decimals."""
    sign = -1 if written[0] in "-\u2212" else 1
    bare = re.sub(r"['\u2019\u00a0\u202f ]", "", written.lstrip("-\u2212"))
    marks = [character for character in bare if character in ".,"]
    plain = Decimal(re.sub(r"[.,]", "", bare))
    if not marks:
        return frozenset({sign * plain})
    whole, _, rest = bare.rpartition(marks[-1])
    decimal = Decimal(f"{re.sub('[.,]', '', whole)}.{rest}")
    if len(set(marks)) > 1:
        return frozenset({sign * decimal})
    if len(marks) > 1:
        return frozenset({sign * plain})
    return frozenset({sign * decimal} | ({sign * plain} if len(rest) == 3 else set()))
