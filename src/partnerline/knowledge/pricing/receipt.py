"""What a price comes to, with its receipt: rounded half up, as the library says."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

CENT = Decimal("0.01")
DIGITS = 80
"""Digits that are computed with: a product of the largest list price and quantity stays exact."""


def is_for_alone(entry: Price, partner: Partner) -> bool:
    """Whether the entry stands in a list for this partner and nobody else, in no other tier's column."""
    return entry.list.audience.partners == frozenset({partner.id}) and entry.tier.casefold() in {
        "",
        partner.tier.casefold(),
    }


def quote_of(
    entry: Price,
    partner: Partner | None,
    *,
    quantity: int,
    term_months: int | None,
    list_only: bool,
    rounding: Literal["unit", "line"],
) -> Quote:
    """One line computed from one entry that has an amount, with each rule that was applied."""
    assert entry.amount is not None  # noqa: S101 - the caller has sorted those out
    applied, discount = _rules(entry, partner, list_only=list_only)
    periods, months = _periods(entry, term_months)
    with localcontext(prec=DIGITS):
        exact = entry.amount * (1 - discount)
        unit_price = exact.quantize(CENT, ROUND_HALF_UP)
        due = (unit_price if rounding == "unit" else exact) * quantity * periods.numerator
        amount = (due / periods.denominator).quantize(CENT, ROUND_HALF_UP)
    line = QuoteLine(
        sku=entry.sku,
        name=entry.name,
        quantity=quantity,
        unit=_unit(entry),
        list_price=entry.amount,
        unit_price=unit_price,
        amount=amount,
        term_months=months,
        applied=applied,
        cell=entry.locator,
        row=entry.row_text,
    )
    return Quote(
        currency=entry.currency,
        lines=(line,),
        total=amount,
        price_list=entry.list.path,
        valid_from=entry.first_day,
        valid_until=entry.last_day,
    )


def _rules(
    entry: Price, partner: Partner | None, *, list_only: bool
) -> tuple[tuple[str, ...], Decimal]:
    """What is said to have been applied, and the fraction that comes off."""
    band = (
        (f"volume band {_band(entry)}",)
        if entry.min_quantity > 1 or entry.max_quantity is not None
        else ()
    )
    if list_only:
        return ("list price", *band), Decimal(0)
    if partner is not None and is_for_alone(entry, partner):
        if entry.list.net or entry.tier:
            return ("your own net price" if entry.list.net else "your own price", *band), Decimal(0)
        return ("your own list", *band, *_discount(partner)), partner.discount
    if entry.tier:
        return (f"{entry.tier} price", *band), Decimal(0)
    if entry.list.net:
        return ("net price", *band), Decimal(0)
    return (
        *band,
        *(_discount(partner) if partner else ()),
    ), partner.discount if partner else Decimal(0)


def _discount(partner: Partner) -> tuple[str, ...]:
    if not partner.discount:
        return ()
    percent = (partner.discount * 100).normalize()
    return (f"{partner.tier or 'partner'} {percent:f}%",)


def _band(entry: Price) -> str:
    return (
        f"{entry.min_quantity}+"
        if entry.max_quantity is None
        else f"{entry.min_quantity}-{entry.max_quantity}"
    )


def _periods(entry: Price, asked: int | None) -> tuple[Fraction, int | None]:
    """How many times the amount is due, and the months that makes; eighteen months are a year and a half."""
    months = entry.term_months or asked
    match entry.per:
        case "once" | "term":
            return Fraction(1), entry.term_months
        case "month":
            return Fraction(months or 1), months or 1
        case "year":
            return Fraction(months or 12, 12), months or 12


def _unit(entry: Price) -> str:
    period = {"once": "", "month": " per month", "year": " per year", "term": " for the term"}[
        entry.per
    ]
    return f"{entry.unit or 'each'}{period}"
