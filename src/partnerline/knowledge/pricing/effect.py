"""What a discount that nobody granted yet would come to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import Literal

from partnerline.knowledge.pricing.amounts import (
    CENT,
    DIGITS,
    due,
    in_all,
    less,
    percentage,
    periods,
    to_the_cent,
)
from partnerline.knowledge.pricing.ladder import PLAIN
from partnerline.knowledge.pricing.quote import Quote, QuoteLine
from partnerline.knowledge.pricing.receipt import quote_with
from partnerline.knowledge.pricing.request import PricingRules

Base = Literal["net", "list"]
"""What a discount is off: the price now, or the list price in place of all that is taken off now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What a wished price takes off, in percent to two decimal places: the least that gets there; negative above it.

    `off_list` is `None` where a line has no list price.
    """

    off_list: Decimal | None
    off_net: Decimal


def with_discount(
    quote: Quote, fraction: Decimal, *, base: Base = "net", rules: PricingRules = PLAIN
) -> Quote:
    """The quote as it would be if a manager granted the fraction; every line says that it isn't granted.

    Raises `ValueError` for a discount off the list where a line has no list price.
    """
    if base == "list" and not is_listed(quote):
        raise ValueError("A line without a list price has nothing that it could be taken off.")
    lines = (_granted(line, fraction, base, rules) for line in quote.lines)
    return quote_with(tuple(lines), quote.currency)


def at_unit_price(quote: Quote, wished: Decimal, *, rules: PricingRules = PLAIN) -> Quote:
    """The quote of one line as it would be if a manager granted a wished unit price; the line says that it isn't granted.

    Raises `ValueError` for a quote of several lines: the price is wished for one of them, and nothing says which.
    """
    if len(quote.lines) != 1:
        raise ValueError("A unit price is wished for one line.")
    line, each = quote.lines[0], to_the_cent(wished)
    times = periods(line.per, line.term_months)
    granted = replace(
        line,
        unit_price=each,
        amount=due(each, line.quantity, times, rounding=rules.rounding),
        applied=("IF APPROVED: the unit price wished for",),
    )
    return quote_with((granted,), quote.currency)


def is_listed(quote: Quote) -> bool:
    """Whether every line has a list price."""
    return all(line.listed for line in quote.lines)


def _granted(line: QuoteLine, fraction: Decimal, base: Base, rules: PricingRules) -> QuoteLine:
    said = f"IF APPROVED: {percentage(fraction)}"
    applied = (f"{said} off the list price",) if base == "list" else (*line.applied, said)
    exact = less(line.list_price if base == "list" else line.unit_price, fraction)
    return replace(
        line,
        unit_price=to_the_cent(exact),
        amount=due(
            exact, line.quantity, periods(line.per, line.term_months), rounding=rules.rounding
        ),
        applied=applied,
    )


def reached_by(quote: Quote, wished: Decimal, *, of: Literal["unit", "total"] = "unit") -> Reached:
    """The discounts that a wished price means, off the list price and off the price now.

    It is wished for one unit of the first line, or for the quote's total.
    """
    if of == "unit":
        line = quote.lines[0]
        off_list = _off(line.list_price, wished) if line.listed else None
        return Reached(off_list=off_list, off_net=_off(line.unit_price, wished))
    off_list = _off(_at_list(quote.lines), wished) if is_listed(quote) else None
    return Reached(off_list=off_list, off_net=_off(quote.total, wished))


def _at_list(lines: Iterable[QuoteLine]) -> Decimal:
    return in_all(
        due(line.list_price, line.quantity, periods(line.per, line.term_months), rounding="line")
        for line in lines
    )


def _off(amount: Decimal, wished: Decimal) -> Decimal:
    if not amount:
        return Decimal(0)
    with localcontext(prec=DIGITS):
        return ((amount - wished) * 100 / amount).quantize(CENT, ROUND_CEILING)
