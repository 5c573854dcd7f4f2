"""Two prices held against each other."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from partnerline.knowledge.pricing.amounts import DIGITS, in_all
from partnerline.knowledge.pricing.quote import Quote

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """By how much the other price is higher, or lower where it is negative; percents are of the one.

    Percents are rounded half up to one decimal place. `unit` and `unit_percent` are `None` where there is no one unit
    price of the same kind on both sides, and a percent is where the one is nothing.
    """

    currency: str
    total: Decimal
    percent: Decimal | None
    unit: Decimal | None = None
    unit_percent: Decimal | None = None


def compare(one: Quote, other: Quote) -> Difference | None:
    """How the other price differs from the one; `None` between two currencies, as nothing is converted."""
    if one.currency != other.currency:
        return None
    units = _units(one, other)
    return Difference(
        currency=one.currency,
        total=in_all((other.total, -one.total)),
        percent=_percent(one.total, other.total),
        unit=None if units is None else in_all((units[1], -units[0])),
        unit_percent=None if units is None else _percent(*units),
    )


def _units(one: Quote, other: Quote) -> tuple[Decimal, Decimal] | None:
    if len(one.lines) != 1 or len(other.lines) != 1:
        return None
    left, right = one.lines[0], other.lines[0]
    alike = (left.per, left.pack_size) == (right.per, right.pack_size)
    return (left.unit_price, right.unit_price) if alike and left.unit_price else None


def _percent(one: Decimal, other: Decimal) -> Decimal | None:
    if not one:
        return None
    with localcontext(prec=DIGITS):
        return ((other - one) * 100 / one).quantize(TENTH, ROUND_HALF_UP)
