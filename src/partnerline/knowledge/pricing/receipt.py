"""What a price comes to, with its receipt: rounded half up, once, as the library says."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.amounts import (
    due,
    in_all,
    less,
    months_paid,
    percentage,
    periods,
    to_the_cent,
)
from partnerline.knowledge.pricing.packs import Pick, is_pack
from partnerline.knowledge.pricing.price import Per, Price
from partnerline.knowledge.pricing.quote import Quote, QuoteLine
from partnerline.knowledge.pricing.request import PriceRequest, Rounding
from partnerline.knowledge.pricing.rungs import is_for_alone
from partnerline.knowledge.pricing.subtotals import subtotals

PERIODS: dict[Per, str] = {
    "once": "",
    "month": " per month",
    "year": " per year",
    "term": " for the term",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What comes off a partner's price, as a fraction, or takes its place; `label` says so on the receipt."""

    label: str
    percent: Decimal = Decimal(0)
    fixed: Decimal | None = None
    first_day: date | None = None
    last_day: date | None = None


def quote_of(
    pick: Pick,
    partner: Partner | None,
    request: PriceRequest,
    *,
    rounding: Rounding,
    list_price: Decimal | None,
    offer: Offer | None = None,
) -> Quote:
    """One line computed from one entry that has an amount, with each rule that was applied.

    `list_price` is what the list says for the quantity, where there is one such price.
    """
    entry = pick.entry
    assert entry.amount is not None  # noqa: S101 - the caller has sorted those out
    exact, applied = _exact(entry, entry.amount, partner, request, offer)
    months = months_paid(entry.per, entry.term_months, request.term_months)
    times = periods(entry.per, months)
    amount = due(exact, pick.units, times, rounding=rounding)
    line = QuoteLine(
        sku=entry.sku,
        name=entry.name,
        quantity=pick.units,
        unit=_unit(entry),
        list_price=entry.amount if list_price is None else list_price,
        unit_price=to_the_cent(exact),
        amount=amount,
        term_months=months,
        applied=applied,
        cell=entry.locator,
        row=entry.row_text,
        price_list=entry.list.path,
        per=entry.per,
        pack_size=entry.pack_size if entry.amount_is_for == "pack" else 1,
        valid_from=max(
            (d for d in (entry.first_day, offer and offer.first_day) if d), default=None
        ),
        valid_until=min((d for d in (entry.last_day, offer and offer.last_day) if d), default=None),
        listed=list_price is not None,
    )
    return quote_with((line,), entry.currency)


def quote_with(lines: tuple[QuoteLine, ...], currency: str) -> Quote:
    """The quote of lines in one currency: their total and subtotals, on the days on which every one holds."""
    return Quote(
        currency=currency,
        lines=lines,
        total=in_all(line.amount for line in lines),
        price_list=", ".join(dict.fromkeys(line.price_list for line in lines)),
        valid_from=max((line.valid_from for line in lines if line.valid_from), default=None),
        valid_until=min((line.valid_until for line in lines if line.valid_until), default=None),
        subtotals=subtotals(lines),
    )


def _exact(
    entry: Price,
    amount: Decimal,
    partner: Partner | None,
    request: PriceRequest,
    offer: Offer | None,
) -> tuple[Decimal, tuple[str, ...]]:
    """The unit price before it is rounded, and what is said to have been applied."""
    rules, discount = _rules(entry, partner, list_only=request.list_only)
    packs = (
        (f"sold in packs of {entry.pack_size}",)
        if entry.pack_size > 1 and entry.amount_is_for == "piece"
        else ()
    )
    own = less(amount, discount)
    if offer is None:
        return own, (*rules, *packs)
    if offer.fixed is None:
        return less(own, offer.percent), (*rules, offer.label, *packs)
    dearer = own < offer.fixed
    warning = (f"without it you pay less: {to_the_cent(own):f}",) if dearer else ()
    return offer.fixed, (offer.label, *warning, *packs)


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
    if partner is None:
        return band, Decimal(0)
    return (*band, *_discount(partner)), partner.discount


def _discount(partner: Partner) -> tuple[str, ...]:
    if not partner.discount:
        return ()
    return (f"{partner.tier or 'partner'} {percentage(partner.discount)}",)


def _band(entry: Price) -> str:
    return (
        f"{entry.min_quantity}+"
        if entry.max_quantity is None
        else f"{entry.min_quantity}-{entry.max_quantity}"
    )


def _unit(entry: Price) -> str:
    return f"{_counted(entry)}{PERIODS[entry.per]}"


def _counted(entry: Price) -> str:
    """What one unit is: the list's word for it, and how many pieces a pack of it has."""
    if entry.pack_size == 1:
        return entry.unit or "each"
    if entry.amount_is_for == "pack":
        word = entry.unit if is_pack(entry.unit) else "pack"
        return word if str(entry.pack_size) in word else f"{word} of {entry.pack_size}"
    return "each" if is_pack(entry.unit) else entry.unit or "each"
