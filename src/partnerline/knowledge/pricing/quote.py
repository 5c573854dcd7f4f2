"""A computed price with its receipt."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One product's price. `unit_price` is net, rounded to the cent; `applied` says each rule that made it so.

    `cell` is where the amount stands, `row` the words of that row. `term_months` is `None` for what is bought once.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Lines in one currency from one list. Both days count; `None` is without end."""

    currency: str
    lines: tuple[QuoteLine, ...]
    total: Decimal
    price_list: str
    valid_from: date | None
    valid_until: date | None
