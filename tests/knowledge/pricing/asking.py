"""Pricing requests given by their fields, and what comes of them in short."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from tests.knowledge.pricing.lists import ACME, DAY
from tests.knowledge.pricing.reference import Kind, Money, Verdict

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.ladder import PLAIN, price_for
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    BelowMinimum,
    BillingNeeded,
    BrokenPack,
    CurrencyNeeded,
    Disagreement,
    NoPrice,
    OfferRefused,
    OnRequest,
    PackUnclear,
    Priced,
    PriceRequest,
    PricingRules,
    RegionNeeded,
    TermNeeded,
)


def asked(
    *entries: Price,
    partner: Partner | None = ACME,
    on: date = DAY,
    rules: PricingRules = PLAIN,
    others: tuple[Product, ...] = (),
) -> Callable[..., Priced]:
    """Prices a request given by its fields."""

    def request(**fields: Any) -> Priced:
        return price_for(
            entries, partner, PriceRequest(**fields), as_of=on, rules=rules, others=others
        )

    return request


def quoted(outcome: object) -> Quote:
    assert isinstance(outcome, Quote), outcome
    assert outcome.total == sum(line.amount for line in outcome.lines)
    return outcome


def total(outcome: object) -> Decimal:
    return quoted(outcome).total


def in_short(outcome: Priced) -> Verdict:
    match outcome:
        case Quote():
            return Verdict("quote", frozenset({money(outcome)}))
        case Disagreement(quotes=quotes):
            assert len(quotes) > 1
            return Verdict("conflict", frozenset(map(money, quotes)))
        case OfferRefused(why=why, without=without):
            return Verdict("refused", in_short(without).money, (why,))
        case RegionNeeded(regions=regions):
            return Verdict("region", more=tuple(region.upper() for region in regions))
        case _:
            kind, fields = IN_SHORT[type(outcome)]
            return Verdict(kind, more=flat(getattr(outcome, field) for field in fields))


IN_SHORT: dict[type, tuple[Kind, tuple[str, ...]]] = {
    NoPrice: ("none", ()),
    OnRequest: ("on request", ()),
    TermNeeded: ("term", ("terms",)),
    BillingNeeded: ("billing", ()),
    CurrencyNeeded: ("currency", ("currencies",)),
    BelowMinimum: ("below", ("minimum",)),
    BrokenPack: ("broken", ("pack_size", "below", "above")),
    PackUnclear: ("unclear", ("by_list",)),
}


def flat(values: Iterable[object]) -> tuple[object, ...]:
    return tuple(
        one for value in values for one in (value if isinstance(value, tuple) else (value,))
    )


def money(quote: Quote) -> Money:
    (line,) = quote.lines
    unit = line.unit.split(" ")[0]
    return (
        quote.currency,
        cents(line.unit_price),
        cents(quote.total),
        line.term_months,
        line.per,
        line.pack_size,
        "" if unit in {"each", "pc"} else unit,
    )


def cents(amount: Decimal) -> int:
    shifted = amount.scaleb(2)
    assert shifted == int(shifted), f"{amount} is not rounded to the cent"
    return int(shifted)
