"""What one cell says of a price: an amount, that there is none, or something that can't be read for certain."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from partnerline.ingest.prices.currencies import (
    currencies_in,
    currency_of_format,
    narrowed,
    without_currency,
)
from partnerline.ingest.prices.periods import Period, period_in, without_period
from partnerline.ingest.prices.words import END_OF_LIFE, NO_PRICE
from partnerline.ingest.reading import Cell

Mark = Literal[".", ","]
"""What stands before a number's decimals."""

STRUCK = "struck through"
"""What is said of an amount that a line goes through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A price. `currencies` is what its sign may mean, `None` without one; `note` is a footnote's mark."""

    value: Decimal
    currencies: frozenset[str] | None = None
    period: Period | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPrice:
    """The list says that there is no price here, or that one is to be asked for, in these words."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """The cell can be read in several ways or in none."""

    why: str


Reading = Amount | NoPrice | Unclear | None
"""`None` is an empty cell."""

_FOOTNOTE = re.compile(
    r"(?<=[\d€$£¥.–—-])\s*([*†‡¹²³⁴-⁹]+|(?<=\s)\(?\d\))$|(?<=[A-Z])\s*([*†‡¹²³⁴-⁹]+)$"
)
_ENDED = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(END_OF_LIFE)))})\b")
_SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f]+")
_APOSTROPHE = re.compile("['’‘`´]")
_NO_CENTS = re.compile(r"[.,][-–—]{1,2}$")
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:([ '.,])\d{3})(?:\1\d{3})*")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]-?\d{1,2}")


def read_amount(cell: Cell, *, decimal: Mark | None) -> Reading:
    """The price in a cell; `decimal` is the mark its column was found to use, `None` where nothing shows it.

    `1,234` is 1234 or 1.234: without its column's convention it is unclear. So is everything that is more than one
    number with its currency: "from 12", "10-12", "12 %".
    """
    if not cell.text and (cell.value is None or cell.value == ""):
        return None
    if cell.struck:
        return NoPrice(words=STRUCK)
    if isinstance(cell.value, bool | date):
        return Unclear(why="it is no number")
    if isinstance(cell.value, int | float | Decimal):
        return _number(cell, exact(cell.value))
    return _written(cell.text or cell.value or "", decimal)


def decimal_mark(cells: Iterable[Cell]) -> frozenset[Mark]:
    """The decimal marks that a column's written amounts show beyond doubt: none, one, or both, where it is mixed."""
    return frozenset(
        mark for cell in cells if isinstance(cell.value, str) for mark in _shown_by(cell.text)
    )


def exact(number: float | Decimal) -> Decimal:
    """The number as it was typed: a float's fifteen digits that are its own, without the noise behind them."""
    return Decimal(format(number, ".15g")) if isinstance(number, float) else Decimal(number)


@lru_cache(maxsize=512)
def visible_decimals(number_format: str) -> int | None:
    """How many decimals a workbook's number format shows, `None` where it shows what there is."""
    shown = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", number_format.split(";", maxsplit=1)[0])
    if not re.search(r"[0#]", shown) or "E" in shown or "?" in shown.replace("??", ""):
        return None
    fraction = re.search(r"\.([0#]+)", shown)
    return len(fraction.group(1)) if fraction else 0


def _number(cell: Cell, value: Decimal) -> Reading:
    """A workbook's number, as its format shows it: 9.405000000000001 behind 0.00 is 9.41."""
    if "%" in cell.number_format:
        return Unclear(why="it is a percentage")
    if not value.is_finite():
        return Unclear(why="it is no number")
    if value < 0:
        return Unclear(why="it is negative")
    if value == 0 and re.fullmatch(r"\W*[-–—]\W*", cell.text):
        return NoPrice(words="-")
    decimals = visible_decimals(cell.number_format)
    if decimals is not None and -decimals > _exponent(value):
        shown = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if decimals < 2 or abs(shown - value) * 200 > value:
            return Unclear(why=f"it shows {shown} and holds {value:f}")
        value = shown
    return Amount(value=_tidy(value), currencies=currency_of_format(cell.number_format))


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _tidy(value: Decimal) -> Decimal:
    """The value without an exponent or idle zeros: 1.2E+3 is 1200, 390.00 is 390."""
    return Decimal(format(value.normalize(), "f"))


def _written(text: str, decimal: Mark | None) -> Reading:
    words = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if not words:
        return None
    if _is_no_price(words):
        return NoPrice(words=words)
    if "%" in words:
        return Unclear(why="it is a percentage")
    period = period_in(words)
    if period == "other":
        return Unclear(why="it is for a span of time that a price here can't be for")
    number, note = _bare(words)
    marks = currencies_in(words)
    if len(marks) > 1:
        return Unclear(why="it names several currencies")
    value = _value(number, decimal)
    if isinstance(value, Unclear):
        return value
    return Amount(value=value, currencies=narrowed(marks), period=period, note=note)


def _is_no_price(words: str) -> bool:
    plain = words.casefold().strip(" .*()[]")
    parts = [part.strip() for part in plain.split(" / ")]
    return (
        all(part in NO_PRICE for part in parts)
        or is_end_of_life(plain)
        or bool(re.fullmatch(r"[-–—./]+", words))
    )


@lru_cache(maxsize=4096)
def is_end_of_life(words: str) -> bool:
    """Whether the words say that the thing is no longer sold."""
    return bool(words) and _ENDED.search(words.casefold()) is not None


def _bare(words: str) -> tuple[str, str]:
    """The number alone, and a footnote's mark."""
    note = _FOOTNOTE.search(words)
    body = words[: note.start()] if note else words
    body = without_currency(without_period(body)).strip()
    return _APOSTROPHE.sub("'", body), note.group().strip() if note else ""


def _value(number: str, decimal: Mark | None) -> Decimal | Unclear:
    number = _NO_CENTS.sub("", number)
    if re.fullmatch(r"[-–−]\s*[\d].*|\([\d.,' ]+\)|\d[\d.,' ]*-", number):
        return Unclear(why="it is negative")
    if _SCIENTIFIC.fullmatch(number):
        return _tidy(Decimal(number))
    readings = _readings(number)
    if not readings:
        return Unclear(why="it is not one plain amount")
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    if decimal is None:
        both = " or ".join(f"{readings[mark]:f}" for mark in sorted(readings))
        return Unclear(why=f"it may be {both}: nothing in its column shows which")
    return readings[decimal]


def _readings(number: str) -> dict[Mark, Decimal]:
    """What the number is with a decimal point and with a decimal comma, as far as it can be."""
    found: dict[Mark, Decimal] = {}
    marks: tuple[Mark, ...] = (".", ",")
    for mark in marks:
        whole, _, fraction = number.partition(mark)
        if not _is_whole(whole, mark) or (mark in number and not _PLAIN.fullmatch(fraction)):
            continue
        digits = re.sub(r"\D", "", whole)
        found[mark] = _tidy(Decimal(f"{digits}.{fraction or 0}"))
    return found


def _is_whole(whole: str, mark: Mark) -> bool:
    """Whether this is a whole number: digits alone, or in groups of three with another mark than the decimal one."""
    if _PLAIN.fullmatch(whole):
        return True
    groups = _GROUPED.fullmatch(whole)
    return groups is not None and groups.group(1) != mark and whole[0] != "0"


def _shown_by(text: str) -> frozenset[Mark]:
    """The mark that a written amount shows by itself; nothing where it could have either."""
    words = _SPACES.sub(" ", text).strip()
    if "%" in words or _is_no_price(words):
        return frozenset()
    number, _ = _bare(words)
    readings = _readings(_NO_CENTS.sub("", number))
    return frozenset(readings) if len(readings) == 1 else frozenset()
