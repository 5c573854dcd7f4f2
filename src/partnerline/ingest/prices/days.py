"""A day as a cell writes it; one that may be two days is unclear."""

import re
from datetime import date, datetime

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.reading import Cell

_OPEN = frozenset(
    {
        "", "-", "--", "open", "none", "n/a", "unlimited", "ongoing", "until further notice", "further notice",
        "bis auf weiteres", "offen", "unbefristet", "jusqu'a nouvel ordre", "hasta nuevo aviso", "fino a nuovo avviso",
    }
)  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio gen",
            "feb february februar fevrier fevr febrero febbraio",
            "mar march marz mrz mars marzo",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag",
            "jun june juni juin junio giugno giu",
            "jul july juli juillet juil julio luglio lug",
            "aug august aout agosto ago",
            "sep sept september septembre septiembre settembre set",
            "oct october oktober okt octobre octubre ottobre ott",
            "nov november novembre noviembre",
            "dec december dezember dez decembre diciembre dic dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?"
_DOTTED = r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})"
_SLASHED = r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
_DAY_FIRST = r"(\d{1,2})(?:st|nd|rd|th|\.|er)?[\s-]+(?:de |of )?([a-z]+)\.?,?[\s-]+(?:de )?(\d{4})"
_MONTH_FIRST = r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})"
DAY = re.compile(
    rf"(?<!\d)(?:{_ISO}|{_DOTTED}|{_SLASHED}|{_DAY_FIRST}|{_MONTH_FIRST})(?!\d)".replace(
        "(\\d", "(?:\\d"
    ).replace("([a-z]", "(?:[a-z]")
)
"""Finds a written day in folded text."""


def read_day(cell: Cell) -> date | Unclear | None:
    """The day in a cell; `None` where it is empty or says that there is none."""
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    if isinstance(cell.value, str) or cell.value is None:
        return day_of(cell.text)
    return Unclear(why="it is a number, not a day")


def day_of(text: str) -> date | Unclear | None:
    """The day a text is: 2026-07-01, 1.7.2026, 1 July 2026; 03/04/2026 is unclear, 25/04/2026 is not."""
    plain = fold(text)
    if plain in _OPEN:
        return None
    try:
        return _day(plain) or Unclear(why="it is not a day that can be read")
    except ValueError:
        return Unclear(why="there is no such day")


def _day(plain: str) -> date | Unclear | None:
    if m := re.fullmatch(_ISO, plain):
        return date(int(m[1]), int(m[2]), int(m[3]))
    if m := re.fullmatch(_DOTTED, plain):
        return date(int(m[3]), int(m[2]), int(m[1]))
    if m := re.fullmatch(_SLASHED, plain):
        return _slashed(int(m[1]), int(m[2]), int(m[3]))
    if (m := re.fullmatch(_DAY_FIRST, plain)) and m[2] in _MONTHS:
        return date(int(m[3]), _MONTHS[m[2]], int(m[1]))
    if (m := re.fullmatch(_MONTH_FIRST, plain)) and m[1] in _MONTHS:
        return date(int(m[3]), _MONTHS[m[1]], int(m[2]))
    return None


def _slashed(first: int, second: int, year: int) -> date | Unclear:
    if first == second or first > 12:
        return date(year, second, first)
    if second > 12:
        return date(year, first, second)
    return Unclear(why="day and month can't be told apart. Write it like 2026-07-01")
