"""What columns are by their cells, where their headings say nothing that is known."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from partnerline.ingest.prices.bands import read_band
from partnerline.ingest.prices.columns import rate_in
from partnerline.ingest.prices.currencies import CODES
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Heading, Role
from partnerline.ingest.prices.periods import period_in, term_in, without_term
from partnerline.ingest.reading import Cell

Rows = Sequence[Sequence[Cell]]
_SAMPLE = 200
_MOST = 0.8
_WORDS = re.compile(r"[^\W\d_]{3}")
_SPANS = {
    "day": frozenset(
        {
            "day",
            "days",
            "per day",
            "tag",
            "tage",
            "pro tag",
            "jour",
            "jours",
            "dia",
            "dias",
            "giorno",
            "giorni",
        }
    ),
    "hour": frozenset(
        {
            "hour",
            "hours",
            "per hour",
            "h",
            "stunde",
            "stunden",
            "std",
            "heure",
            "heures",
            "hora",
            "horas",
            "ora",
            "ore",
        }
    ),
}
_CODE = re.compile(r"(?=.*\d)[\w./#+-]{2,40}")
_WEAK = 3
"""The rank of headings that may be a part number's or a mere count of rows."""


def told_by_cells(headings: Sequence[Heading], rows: Rows) -> tuple[Heading, ...]:
    """The headings, with those that say nothing known as what their cells are: spans, currencies, terms, bands, names."""
    found = [
        replace(heading, role="other") if _counts_rows(heading, rows, number) else heading
        for number, heading in enumerate(headings)
    ]
    number_column = _number_column(found, rows)
    if number_column is not None:
        found[number_column] = replace(found[number_column], role="sku")
    for number, heading in enumerate(found):
        role = _role_of(_texts(rows, number)) if heading.role == "other" else None
        if role is not None and all(other.role != role for other in found):
            found[number] = replace(heading, role=role)
    units = [n for n, heading in enumerate(found) if heading.role == "unit"]
    spans = {fold(text) for text in _texts(rows, units[0])} if units else set()
    for number, heading in enumerate(found):
        rate = rate_in(heading.text) if heading.role == "money" else ""
        if rate and spans and spans <= _SPANS[rate]:
            found[number] = replace(heading, role="price", why="", period=None, unit=rate)
    name = _name_column(found, rows)
    if name is not None:
        found[name] = replace(found[name], role="name")
    return tuple(found)


def _texts(rows: Rows, column: int) -> list[str]:
    return [row[column].text for row in rows[:_SAMPLE] if row[column].text]


def _counts_rows(heading: Heading, rows: Rows, column: int) -> bool:
    """Whether a column headed "No." only counts the rows."""
    if heading.role != "sku" or heading.rank < _WEAK:
        return False
    numbers = [int(text) for text in _texts(rows, column) if text.isdecimal()]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _role_of(texts: Sequence[str]) -> Role | None:
    """What nearly all cells are, each beyond doubt."""
    if not texts:
        return None
    for role, is_one in _KINDS:
        if sum(is_one(text) for text in texts) >= _MOST * len(texts):
            return role
    return None


def _is_currency(text: str) -> bool:
    return text in CODES or text in {"€", "$", "£", "US$"}


def _is_term(text: str) -> bool:
    return term_in(text) is not None and not re.search(r"\w", without_term(text))


def _is_band(text: str) -> bool:
    return not text.isdecimal() and read_band(fold(text)) is not None


def _is_span(text: str) -> bool:
    return len(text) < 40 and period_in(text) is not None and not re.search(r"\d", text)


_KINDS: tuple[tuple[Role, Callable[[str], bool]], ...] = (
    ("currency", _is_currency),
    ("term", _is_term),
    ("band", _is_band),
    ("period", _is_span),
)


def _number_column(headings: Sequence[Heading], rows: Rows) -> int | None:
    """The column of part numbers among several of names: "Item" beside "Item description"."""
    names = [n for n, heading in enumerate(headings) if heading.role == "name"]
    if len(names) < 2 or any(heading.role == "sku" for heading in headings):
        return None
    coded = [n for n in names if _are_codes(_texts(rows, n))]
    return coded[0] if len(coded) == 1 else None


def _are_codes(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_CODE.fullmatch(text) for text in texts)


def _name_column(headings: Sequence[Heading], rows: Rows) -> int | None:
    """The column beside the part numbers that holds as many different words as there are numbers."""
    numbers = [n for n, heading in enumerate(headings) if heading.role == "sku"]
    if not numbers or any(heading.role == "name" for heading in headings):
        return None
    things = len(set(_texts(rows, numbers[0])))
    near = sorted(
        (n for n, heading in enumerate(headings) if heading.role == "other" and heading.text),
        key=lambda n: (n < numbers[0], abs(n - numbers[0])),
    )
    return next((n for n in near[:2] if _names(_texts(rows, n), things)), None)


def _names(texts: Sequence[str], things: int) -> bool:
    words = sum(_WORDS.search(text) is not None for text in texts)
    return bool(texts) and words >= _MOST * len(texts) and len(set(texts)) * 2 > things
