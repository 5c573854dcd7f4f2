"""The arithmetic on money: exact until it is rounded half up to the cent, once."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from partnerline.knowledge.pricing.price import Per
from partnerline.knowledge.pricing.request import Rounding

CENT = Decimal("0.01")
DIGITS = 80
"""Digits that are computed with: a product of the largest list price and quantity stays exact."""


def less(amount: Decimal, *fractions: Decimal) -> Decimal:
    """The amount with each fraction taken off what the one before has left, exactly."""
    with localcontext(prec=DIGITS):
        for fraction in fractions:
            amount *= 1 - fraction
        return amount


def to_the_cent(amount: Decimal) -> Decimal:
    """The amount rounded half up to the cent."""
    with localcontext(prec=DIGITS):
        return amount.quantize(CENT, ROUND_HALF_UP)


def due(exact: Decimal, units: int, times: Fraction, *, rounding: Rounding) -> Decimal:
    """What so many units come to at an exact unit price that is due so many times."""
    with localcontext(prec=DIGITS):
        each = to_the_cent(exact) if rounding == "unit" else exact
        return to_the_cent(each * units * times.numerator / times.denominator)


def in_all(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts, exactly."""
    with localcontext(prec=DIGITS):
        return sum(amounts, Decimal(0))


def a_month(amount: Decimal, term_months: int) -> Decimal:
    """What is due a month of an amount over a term, rounded half up to the cent."""
    with localcontext(prec=DIGITS):
        return to_the_cent(amount / term_months)


def months_paid(per: Per, term_months: int | None, asked: int | None) -> int | None:
    """The months that an amount pays for; one period where no term is known, `None` for what is bought once."""
    match per:
        case "once" | "term":
            return term_months
        case "month":
            return term_months or asked or 1
        case "year":
            return term_months or asked or 12


def periods(per: Per, months: int | None) -> Fraction:
    """How many times a unit price is due over so many months; eighteen months are a year and a half."""
    match per:
        case "once" | "term":
            return Fraction(1)
        case "month":
            return Fraction(months or 1)
        case "year":
            return Fraction(months or 12, 12)


def percentage(fraction: Decimal) -> str:
    """A fraction as a receipt says it: 0.125 is 12.5%."""
    with localcontext(prec=DIGITS):
        return f"{(fraction * 100).normalize():f}%"
