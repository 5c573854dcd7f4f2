"""A computed price with its receipt."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerline.knowledge.pricing.price import Per


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One product's price. `unit_price` is net, rounded to the cent; `applied` says each rule that made it so.

    `quantity` counts what `unit_price` is for: pieces, or packs of `pack_size` pieces where `unit` is a pack. `cell`
    is where the amount stands in `price_list`, `row` the words of that row. `per` is what `unit_price` pays for, and
    `term_months` the months that `amount` pays for, `None` for what is bought once. Both days count. `listed` is
    whether `list_price` is a list price; where there is none or several, it is the amount that the price comes from.
    """

    sku: str
    name: str
    quantity: int
    unit: str
    list_price: Decimal
    unit_price: Decimal
    amount: Decimal
    term_months: int | None
    applied: tuple[str, ...]
    cell: str
    row: str
    price_list: str = ""
    per: Per = "once"
    pack_size: int = 1
    valid_from: date | None = None
    valid_until: date | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtotal:
    """What part of a quote comes to: `one-off`, or `recurring` over `term_months`, of which `a_month` is due.

    `a_month` is rounded half up to the cent, and `None` for what is bought once.
    """

    kind: str
    amount: Decimal
    term_months: int | None = None
    a_month: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Lines in one currency. Both days count; `None` is without end; they are the days on which every line holds.

    `price_list` is the lines' list, the paths joined by ", " where they come from several. `subtotals` are given where
    there is more than one line or something recurs. `as_of` is the day that it is computed for.
    """

    currency: str
    lines: tuple[QuoteLine, ...]
    total: Decimal
    price_list: str
    valid_from: date | None
    valid_until: date | None
    subtotals: tuple[Subtotal, ...] = ()
    as_of: date | None = None
