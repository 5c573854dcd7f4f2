"""A price as one cell of one list says it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from partnerline.knowledge.partners import Audience

Per = Literal["once", "month", "year", "term"]
AmountIsFor = Literal["piece", "pack", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    """The document a price stands in, with what its rule says of it. Both days count."""

    path: str
    audience: Audience
    net: bool = False
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """One price cell, with everything that decides whom and when it is for.

    `amount` is per `unit` in `currency`, and `None` where the list says a price is on request or that there is none;
    `note` then holds the cell's words. `tier` is empty for a list price. The band runs from `min_quantity` up to and
    with `max_quantity`, or without end. `per` tells what the amount buys: once, a month, a year, or the whole term of
    `term_months`. The row's own days narrow the list's. `locator` is the amount's cell.

    `pack_size` is how many pieces go into the smallest pack that is sold, and `amount_is_for` what one amount buys:
    a piece or a whole pack, `unclear` where the list has packs and doesn't say. `region` is the region that the row or
    its sheet is for, empty where it is for all that the list is for.
    """

    list: PriceList
    locator: str
    row_text: str
    sku: str
    name: str
    currency: str
    amount: Decimal | None
    unit: str = ""
    tier: str = ""
    min_quantity: int = 1
    max_quantity: int | None = None
    term_months: int | None = None
    per: Per = "once"
    note: str = ""
    pack_size: int = 1
    amount_is_for: AmountIsFor = "piece"
    region: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def first_day(self) -> date | None:
        """The first day this price holds: the later of the list's and the row's."""
        return max((d for d in (self.list.valid_from, self.valid_from) if d), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day this price holds: the earlier of the list's and the row's."""
        return min((d for d in (self.list.valid_until, self.valid_until) if d), default=None)

    def holds_on(self, day: date) -> bool:
        """Whether the price is in force on that day."""
        first, last = self.first_day, self.last_day
        return (first is None or first <= day) and (last is None or day <= last)

    def covers(self, quantity: int) -> bool:
        """Whether the quantity falls into this price's band."""
        return self.min_quantity <= quantity and (
            self.max_quantity is None or quantity <= self.max_quantity
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Something that has a price: its part number and the name the lists give it."""

    sku: str
    name: str
