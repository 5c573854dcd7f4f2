"""What a made-up vendor's world consists of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Per = Literal["once", "month", "year", "term"]
Shape = Literal[
    "bands_wide", "bands_long", "tiers", "terms_wide", "terms_long", "recurring", "packs", "plain"
]
Dress = Literal["xlsx", "xlsx_text", "csv_comma", "csv_semicolon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A product: `style` says how it is priced, `family` is the word it shares with others."""

    sku: str
    name: str
    family: str
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A partner."""

    id: str
    name: str
    tier: str
    region: str
    currency: str
    discount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A price list as a whole; `region` or `tiers` empty: for all of them; `partner` set: for that one alone.

    `sheet` is set where a workbook that all may see has a sheet for each region.
    """

    path: str
    shape: Shape
    dress: Dress
    currency: str
    region: str = ""
    tiers: frozenset[str] = frozenset()
    partner: str = ""
    net: bool = False
    first: date | None = None
    last: date | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One price cell: what it says, for which tier, band and term; `amount` is `None` for "on request"."""

    book: Book
    sku: str
    amount: Decimal | None
    tier: str = ""
    low: int = 1
    high: int | None = None
    term: int | None = None
    per: Per = "once"
    pack: int = 1
    amount_is_for: Literal["piece", "pack"] = "piece"
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promo:
    """A row of the promotions table: either `percent` (a fraction) or `fixed` is set."""

    code: str
    name: str
    skus: tuple[str, ...]
    percent: Decimal | None
    fixed: Decimal | None
    currency: str
    first: date
    last: date
    least: int
    regions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything a vendor has decided, and the day it is."""

    seed: int
    today: date
    members: tuple[Member, ...]
    items: tuple[Item, ...]
    facts: tuple[Fact, ...]
    promos: tuple[Promo, ...]
    rounding: Literal["unit", "line"]
    deal: Mapping[str, Decimal]
    deal_lists: tuple[str, ...] | None

    def item(self, sku: str) -> Item:
        """The product of a part number."""
        return next(item for item in self.items if item.sku == sku)

    def books(self) -> tuple[Book, ...]:
        """Every price list, each once, in their order."""
        return tuple(dict.fromkeys(fact.book for fact in self.facts))
