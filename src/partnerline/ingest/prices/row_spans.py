"""What a row's cells say of spans: its unit, what its amounts pay for, how long it runs, on which days it holds."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.days import read_day
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.layout import Layout
from partnerline.ingest.prices.periods import Period, period_in, term_in, without_period
from partnerline.ingest.reading import Cell

_ONCE = frozenset(
    {
        "once", "one time", "one-time", "one off", "one-off", "onetime", "einmalig", "unique", "upfront", "perpetual", "unico", "una tantum",
        "pago unico", "une fois", "ponctuel",
    }
)  # fmt: skip
_NOTHING = frozenset({"", "-", "--", "n/a", "na"})


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[str, Period | None]:
    """A unit, and the span of time it holds: "user per month" is a user, by the month."""
    bare = period_in(f"per {text}") if re.fullmatch(r"\w+", text) else None
    period = bare or period_in(text)
    if period not in {"month", "year", "term"}:
        return text, None
    rest = re.sub(
        r"^(?:per|pro|je|par|por)\s+", "", without_period(text).strip(), flags=re.IGNORECASE
    )
    return ("" if bare else rest.strip(" /,-")), period


@lru_cache(maxsize=1024)
def unit_of_period(text: str) -> str:
    """The unit in what a price is for: "seat per month" is for a seat; a span alone is for none."""
    unit, period = unit_of(text)
    return (
        re.sub(r"^(?:per|pro|je|par|por|/)\s*", "", unit)
        if period and fold(unit) not in _ONCE
        else ""
    )


def period_of(text: str, of_unit: Period | None, doubts: list[str]) -> tuple[Period | None, bool]:
    """What the row's amounts pay for, and whether they are paid once; `of_unit` is the span that its unit names."""
    if not text:
        return of_unit, False
    if fold(text) in _ONCE:
        return None, True
    period = period_in(text) or period_in(f"per {text}")
    if period is None or period == "other" or of_unit not in {None, period}:
        doubts.append(f"{text!r} isn't a month, a year or a term")
    return period, False


def days_of(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> tuple[date | None, date | None]:  # fmt: skip
    """The first and the last day that the row's own columns name; `doubts` tells where they can't be read."""
    if layout.of("from_day") is None and layout.of("until_day") is None:
        return None, None
    days: list[date | None] = []
    for column in (layout.of("from_day"), layout.of("until_day")):
        day = read_day(cells[column]) if column is not None else None
        if isinstance(day, Unclear):
            doubts.append(f"its day: {day.why}")
            day = None
        days.append(day)
    first, last = days
    if first and last and last < first:
        doubts.append("it ends before it begins")
    return first, last


def term_of(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> int | None:
    """The row's own term in months; a bare number counts as its heading says."""
    column = layout.of("term")
    if column is None or not cells[column].text or fold(cells[column].text) in _NOTHING:
        return None
    text = cells[column].text
    heading = fold(layout.headings[column].text)
    if re.fullmatch(r"\d{1,3}", text):
        in_years = re.search(r"year|jahr|annees|\bans\b|anos|anni", heading)
        in_months = re.search(r"month|monat|mois|mes|\bmo\b", heading)
        if in_months or in_years:
            return int(text) * (1 if in_months else 12)
    months = term_in(text)
    if months is None:
        doubts.append(f"{text!r} doesn't say how long the term is")
    return months
