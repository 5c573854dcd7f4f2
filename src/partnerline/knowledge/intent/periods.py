"""Days and spans of days, and how they are counted from the day on which somebody speaks."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a question is about; both count."""

    first: date
    last: date


def on(day: date) -> Period:
    """A single day."""
    return Period(first=day, last=day)


def month_of(year: int, month: int) -> Period:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return Period(first=date(year, month, 1), last=date(year, month, last))


def quarter_of(year: int, quarter: int) -> Period:
    """Three months, the first quarter beginning in January."""
    return Period(first=date(year, 3 * quarter - 2, 1), last=month_of(year, 3 * quarter).last)


def half_of(year: int, half: int) -> Period:
    """Six months, the first half beginning in January."""
    return Period(first=date(year, 6 * half - 5, 1), last=month_of(year, 6 * half).last)


def year_of(year: int) -> Period:
    """A whole year."""
    return Period(first=date(year, 1, 1), last=date(year, 12, 31))


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(first=monday, last=monday + timedelta(days=6))


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(said: int, now: int, tense: int) -> tuple[int, ...]:
    """Which years from this one the thing without a year may be in: the past one's, the coming one's, or both.

    `said` and `now` count through the year (a month, a quarter): what is now is in this year.
    """
    if said == now:
        return (0,)
    past, coming = (0, 1) if said < now else (-1, 0)
    return (past, coming) if tense == 0 else (past,) if tense < 0 else (coming,)
