"""What a row says of all its prices: what it sells, how, from which quantity, for whom, for how long, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from partnerline.ingest.prices.amounts import Mark, Unclear, is_end_of_life
from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.currencies import currencies_in, narrowed
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Role
from partnerline.ingest.prices.layout import Layout, text_of
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.packs import (
    NO_PACKING,
    Packing,
    basis_in,
    is_size_of,
    packing_of,
    size_of,
)
from partnerline.ingest.prices.periods import Period
from partnerline.ingest.prices.quantities import band_of_row, minimum_of, quantity, thing
from partnerline.ingest.prices.row_spans import days_of, period_of, term_of, unit_of, unit_of_period
from partnerline.ingest.prices.words import SUMS
from partnerline.ingest.reading import Cell

_LIST = frozenset(
    {
        "", "list", "list price", "all", "standard list", "liste", "listenpreis", "msrp list", "prix catalogue", "catalogue", "prix liste",
        "precio de lista", "lista", "prezzo di listino", "listino", "-",
    }
)  # fmt: skip
_YES = frozenset(
    {
        "x",
        "yes",
        "y",
        "ja",
        "j",
        "oui",
        "o",
        "si",
        "s",
        "true",
        "wahr",
        "vrai",
        "verdadero",
        "vero",
        "✓",
        "✔",
    }
)
_NOTED: tuple[Role, ...] = ("status", "remark", "pack", "multiple", "condition")
_LETTER = re.compile(r"[^\W\d_]")
_LONG_SUM = 20
_NOTHING = frozenset({"", "-", "--", "n/a", "na"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's common ground. `doubts` are reasons to take none of its prices; `band` is `None` where it is unclear.

    `minimum` is the least that may be ordered. `struck` is whether a line goes through what it sells. `regions` are none where the row names none, "" is everywhere.
    """

    sku: str
    name: str
    unit: str
    unit_packing: Packing
    pack: Packing
    pack_of_unit: bool
    multiple: int | None
    currencies: frozenset[str] | None
    band: Band | None
    banded: bool
    minimum: int
    term: int | None
    period: Period | None
    once: bool
    tier: str
    partner: str
    regions: tuple[str, ...]
    note: str
    ended: bool
    struck: bool
    valid_from: date | None
    valid_until: date | None
    doubts: tuple[str, ...]


def read_row(
    cells: Sequence[Cell],
    layout: Layout,
    named: Named,
    mark: Mark | None,
    starts: frozenset[str],
) -> Row:
    """Everything but the amounts; `starts` are the things whose bare quantities start bands."""
    doubts: list[str] = []
    band = band_of_row(
        cells, layout, mark, doubts, bare=bool(starts) and thing(cells, layout) in starts
    )
    unit, unit_period = unit_of(text_of(cells, layout.of("unit")))
    if not unit and layout.of("unit") is None:
        unit = unit_of_period(text_of(cells, layout.of("period")))
    period, once = period_of(text_of(cells, layout.of("period")), unit_period, doubts)
    first, last = days_of(cells, layout, doubts)
    _check_basis(cells, layout, doubts)
    return Row(
        sku=text_of(cells, layout.sku),
        name=text_of(cells, layout.name),
        unit=unit,
        unit_packing=packing_of(unit) if unit else NO_PACKING,
        pack=size_of(text_of(cells, layout.of("pack")))
        if layout.of("pack") is not None
        else NO_PACKING,
        pack_of_unit=_is_of_unit(unit, cells, layout),
        multiple=_multiple(cells, layout, mark, doubts),
        currencies=_currency(text_of(cells, layout.of("currency")), doubts),
        band=band,
        banded=layout.banded,
        minimum=minimum_of(cells, layout, mark, doubts),
        term=term_of(cells, layout, doubts),
        period=period,
        once=once,
        tier=_tier(text_of(cells, layout.of("tier")), named, doubts),
        partner=_partner(text_of(cells, layout.of("partner")), named, doubts),
        regions=_regions(text_of(cells, layout.of("region")), named),
        note="; ".join(_notes(cells, layout)),
        ended=any(
            _is_ended(cells[n], layout.headings[n].text) for n in layout.all_of("status", "remark")
        ),
        struck=any(cells[n].struck for n in (layout.sku, layout.name) if n is not None),
        valid_from=first,
        valid_until=last,
        doubts=tuple(doubts),
    )


def _is_of_unit(unit: str, cells: Sequence[Cell], layout: Layout) -> bool:
    """Whether the pack size is that of the unit, by its heading or its own words."""
    column = layout.of("pack")
    if column is None or not unit:
        return True
    return any(
        is_size_of(said, unit) for said in (layout.headings[column].text, cells[column].text)
    )


def _is_ended(cell: Cell, heading: str) -> bool:
    """Whether the cell says that the thing is no longer sold, by itself or as a mark under a heading that says so."""
    if not cell.text:
        return False
    return is_end_of_life(cell.text) or (is_end_of_life(heading) and fold(cell.text) in _YES)


def _multiple(
    cells: Sequence[Cell], layout: Layout, mark: Mark | None, doubts: list[str]
) -> int | None:
    multiple = quantity(cells, layout.of("multiple"), mark)
    if isinstance(multiple, Unclear):
        doubts.append("the steps it is sold in can't be read as one whole number")
        return None
    return multiple or None


def _check_basis(cells: Sequence[Cell], layout: Layout, doubts: list[str]) -> None:
    """A price for a hundred is not one for a piece, and a sum is not a price."""
    basis = text_of(cells, layout.of("basis"))
    if basis and not _is_for_one(basis):
        doubts.append(f"its price is for {basis}")
    doubts += [
        f"its {layout.headings[n].text!r} says that it is for {many}"
        for n in layout.all_of("remark", "period")
        if cells[n].text and (many := basis_in(fold(cells[n].text)))
    ]
    what = thing(cells, layout)
    if len(what) < _LONG_SUM and fold(what).strip(": ") in SUMS:
        doubts.append("it adds up other rows")


@lru_cache(maxsize=1024)
def _is_for_one(basis: str) -> bool:
    if re.fullmatch(r"1(?:[.,]0+)?(?: [^\W\d]+\.?)?", basis):
        return True
    return packing_of(basis).says in {"piece", "unit"} and not re.search(r"\d", basis)


def _tier(text: str, named: Named, doubts: list[str]) -> str:
    if not text or fold(text) in _LIST:
        return ""
    found = named.tier_called(text)
    if not found:
        doubts.append(f"{text!r} is no partner's tier")
    return found


def _partner(text: str, named: Named, doubts: list[str]) -> str:
    if (
        not text
        or fold(text) in _NOTHING
        or fold(text) in {"all", "alle", "tous", "todos", "tutti"}
    ):
        return ""
    found = named.partner_called(text)
    if not found:
        doubts.append(f"{text!r} is no partner that partners.yaml knows by this name")
    return found


def _regions(text: str, named: Named) -> tuple[str, ...]:
    return () if not text or fold(text) in _NOTHING - {"na"} else _regions_called(text, named)


@lru_cache(maxsize=4096)
def _regions_called(text: str, named: Named) -> tuple[str, ...]:
    return named.regions_called(text)


@lru_cache(maxsize=256)
def _marks(text: str) -> frozenset[str] | None:
    return narrowed(currencies_in(text.upper() if re.fullmatch("[a-z]{3}", text) else text))


def _currency(text: str, doubts: list[str]) -> frozenset[str] | None:
    if not text:
        return None
    marks = _marks(text)
    if marks is None:
        doubts.append(f"{text!r} is no currency that is known")
    return marks


def _notes(cells: Sequence[Cell], layout: Layout) -> list[str]:
    """What the row adds: status and remarks in their words, packs and conditions with their headings."""
    if not layout.all_of(*_NOTED):
        return []
    spoken = [n for n in layout.all_of("status", "remark") if cells[n].text]
    named = [n for n in layout.all_of("pack", "multiple", "condition") if cells[n].text]
    bare = {n for n in spoken if _LETTER.search(cells[n].text) and fold(cells[n].text) not in _YES}
    return [
        text_of(cells, n) if n in bare else f"{layout.headings[n].text}: {text_of(cells, n)}"
        for n in (*spoken, *named)
    ]
