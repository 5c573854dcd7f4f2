"""What a row says of all its prices: what it sells, in which unit, from which quantity, for how long, and when."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partnerline.ingest.prices.amounts import Mark, Unclear, exact, is_end_of_life
from partnerline.ingest.prices.bands import Band, read_band
from partnerline.ingest.prices.columns import fold
from partnerline.ingest.prices.currencies import currencies_in, narrowed
from partnerline.ingest.prices.days import read_day
from partnerline.ingest.prices.layout import Layout
from partnerline.ingest.prices.periods import Period, period_in, term_in, without_period
from partnerline.ingest.prices.words import SUMS
from partnerline.ingest.reading import Cell

_ONCE = frozenset({"once", "one time", "one-time", "one off", "one-off", "onetime", "einmalig", "unique", "upfront"})  # fmt: skip
_LIST = frozenset({"", "list", "list price", "all", "standard list", "liste", "listenpreis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's common ground. `doubts` are reasons to take none of its prices; `band` is `None` where it is unclear."""

    sku: str
    name: str
    unit: str
    currencies: frozenset[str] | None
    band: Band | None
    banded: bool
    term: int | None
    period: Period | None
    once: bool
    tier: str
    note: str
    ended: bool
    valid_from: date | None
    valid_until: date | None
    doubts: tuple[str, ...]


def band_starts(rows: Sequence[Sequence[Cell]], layout: Layout) -> frozenset[str]:
    """The things whose bare quantities are starts of bands: several rows, the lowest from one.

    A single row with the quantity 10 may as well be a pack of ten.
    """
    column, found = layout.of("band"), defaultdict[str, set[str]](set)
    for cells in rows if column is not None else ():
        found[_thing(cells, layout)].add(cells[column or 0].text)
    return frozenset(thing for thing, texts in found.items() if len(texts) > 1 and "1" in texts)


def read_row(
    cells: Sequence[Cell],
    layout: Layout,
    tiers: frozenset[str],
    mark: Mark | None,
    starts: frozenset[str],
) -> Row:
    """Everything but the amounts; `starts` are the things whose bare quantities start bands."""
    doubts: list[str] = []
    band = _band(cells, layout, mark, doubts, bare=_thing(cells, layout) in starts)
    unit, unit_period = _unit(_text(cells, layout.of("unit")))
    period, once = _period(_text(cells, layout.of("period")), unit_period, doubts)
    first, last = _days(cells, layout, doubts)
    _check_basis(cells, layout, doubts)
    notes = _notes(cells, layout)
    spoken = [_text(cells, n) for n in layout.all_of("status", "remark")]
    return Row(
        sku=_text(cells, layout.sku),
        name=_text(cells, layout.name),
        unit=unit,
        currencies=_currency(_text(cells, layout.of("currency")), doubts),
        band=band,
        banded=bool(layout.all_of("min", "max", "band")),
        term=_term(cells, layout, doubts),
        period=period,
        once=once,
        tier=_tier(_text(cells, layout.of("tier")), tiers, doubts),
        note="; ".join(notes),
        ended=any(is_end_of_life(text) for text in spoken),
        valid_from=first,
        valid_until=last,
        doubts=tuple(doubts),
    )


def _thing(cells: Sequence[Cell], layout: Layout) -> str:
    return _text(cells, layout.sku) or _text(cells, layout.name)


def _text(cells: Sequence[Cell], column: int | None) -> str:
    return " ".join(cells[column].text.split()) if column is not None else ""


def _band(
    cells: Sequence[Cell], layout: Layout, mark: Mark | None, doubts: list[str], *, bare: bool
) -> Band | None:
    column = layout.of("band")
    if column is not None and cells[column].text:
        band = _band_of(cells[column], bare=bare)
        if band is None:
            doubts.append(f"{cells[column].text!r} can't be read as a band of quantities")
        return band
    first = _quantity(cells, layout.of("min"), mark)
    last = _quantity(cells, layout.of("max"), mark)
    if isinstance(first, Unclear) or isinstance(last, Unclear):
        doubts.append("its quantity can't be read as one whole number")
        return None
    band = Band(first=max(first or 1, 1), last=last)
    if band.last is not None and band.last < band.first:
        doubts.append("its quantities end before they begin")
        return None
    return band


def _band_of(cell: Cell, *, bare: bool) -> Band | None:
    """A band cell; a bare number but one is none by itself, nor is 1-9 where a program made a day of it."""
    if isinstance(cell.value, date):
        return None
    text = cell.text.strip()
    if re.fullmatch(r"1|[1-9]\d*" if bare else "1", text):
        return Band(first=int(text))
    return read_band(fold(cell.text)) if isinstance(cell.value, str) else None


def _quantity(cells: Sequence[Cell], column: int | None, mark: Mark | None) -> int | Unclear | None:
    if column is None or not cells[column].text:
        return None
    value = cells[column].value
    if isinstance(value, bool):
        return Unclear(why="it is no number")
    if isinstance(value, int | float):
        number = exact(value)
        return int(number) if number >= 0 and number == int(number) else Unclear(why="not whole")
    text = fold(cells[column].text)
    if re.fullmatch(r"\d+", text):
        return int(text)
    other = {".": ",", ",": "."}
    if mark and re.fullmatch(rf"\d{{1,3}}(?:[{other[mark]} ']\d{{3}})+", text):
        return int(re.sub(r"\D", "", text))
    band = read_band(text)
    if band is not None and band.last is None and not text.startswith(">"):
        return band.first
    return Unclear(why="not one whole number")


def _check_basis(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> None:
    """A price for a hundred is not one for a piece, and a sum is not a price."""
    basis = _text(cells, layout.of("basis"))
    if basis and not re.fullmatch(r"1(?:[.,]0+)?(?: [^\W\d]+\.?)?", basis):
        doubts.append(f"its price is for {basis}")
    if fold(_thing(cells, layout)).strip(": ") in SUMS:
        doubts.append("it adds up other rows")


def _unit(text: str) -> tuple[str, Period | None]:
    """A unit, and the span of time it holds: "user per month" is a user, by the month."""
    bare = period_in(f"per {text}") if re.fullmatch(r"\w+", text) else None
    period = bare or period_in(text)
    if period not in {"month", "year", "term"}:
        return text, None
    rest = re.sub(
        r"^(?:per|pro|je|par|por)\s+", "", without_period(text).strip(), flags=re.IGNORECASE
    )
    return ("" if bare else rest.strip(" /,-")), period


def _period(text: str, of_unit: Period | None, doubts: list[str]) -> tuple[Period | None, bool]:
    if not text:
        return of_unit, False
    if fold(text) in _ONCE:
        return None, True
    period = period_in(text) or period_in(f"per {text}")
    if period is None or period == "other" or of_unit not in {None, period}:
        doubts.append(f"{text!r} isn't a month, a year or a term")
    return period, False


def _days(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> tuple[date | None, date | None]:  # fmt: skip
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


def _term(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> int | None:
    column = layout.of("term")
    if column is None or not cells[column].text:
        return None
    text = cells[column].text
    in_months = re.search(r"month|monat|mois|mes", fold(layout.headings[column].text))
    if in_months and re.fullmatch(r"\d{1,3}", text):
        return int(text)
    months = term_in(text)
    if months is None:
        doubts.append(f"{text!r} doesn't say how long the term is")
    return months


def _tier(text: str, tiers: frozenset[str], doubts: list[str]) -> str:
    if fold(text) in _LIST:
        return ""
    found = next((tier for tier in tiers if fold(tier) == fold(text)), None)
    if found is None:
        doubts.append(f"{text!r} is no partner's tier")
    return found or ""


def _currency(text: str, doubts: list[str]) -> frozenset[str] | None:
    if not text:
        return None
    marks = currencies_in(text.upper() if re.fullmatch("[a-z]{3}", text) else text)
    if not marks:
        doubts.append(f"{text!r} is no currency that is known")
    return narrowed(marks)


def _notes(cells: Sequence[Cell], layout: Layout) -> list[str]:
    """What the row adds: status and remarks in their words, packs and conditions with their headings."""
    spoken = [_text(cells, n) for n in layout.all_of("status", "remark")]
    named = [
        f"{layout.headings[n].text}: {_text(cells, n)}"
        for n in layout.all_of("pack", "condition")
        if cells[n].text
    ]
    return [note for note in (*spoken, *named) if note]
