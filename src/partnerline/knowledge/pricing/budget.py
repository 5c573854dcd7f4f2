"""A budget turned round: the most of a product that it buys."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.amounts import in_all
from partnerline.knowledge.pricing.ladder import PLAIN
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    Afforded,
    BelowMinimum,
    Disagreement,
    Hindered,
    NoPrice,
    OfferRefused,
    OnRequest,
    Priced,
    PriceRequest,
    PricingRules,
    TooLittle,
)
from partnerline.knowledge.pricing.spans import Pricer, Span

WITHOUT_END = 10**15
"""Steps that are taken for no limit at all: only what costs nothing can be had so often."""


def most_for(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    budget: Decimal,
    *,
    as_of: date,
    rules: PricingRules = PLAIN,
    others: Sequence[Product] = (),
) -> Afforded | TooLittle | Priced:
    """The largest quantity that costs no more than the budget, which is in the price's currency.

    A larger quantity may be had where one in between isn't, as its band is cheaper. The quote of the smallest quantity
    comes back alone where it costs nothing. A quantity whose price is on request is not looked at.
    """
    pricer = Pricer.of(entries, partner, request, as_of=as_of, rules=rules, others=others)
    spans, hindrances = pricer.spans()
    in_the_way = _in_the_way(hindrances, budget, none=not spans)
    if in_the_way is not None:
        return in_the_way
    for place in reversed(range(len(spans))):
        if spans[place].quote.total <= budget:
            return _most_in(spans, place, pricer, budget)
    return _undecided(hindrances, spans[0]) or TooLittle(least=spans[0].quote)


def _in_the_way(hindrances: Sequence[Hindered], budget: Decimal, *, none: bool) -> Hindered | None:
    """What has to be settled first: at some quantity the price is open, and it may be within the budget."""
    for hindrance in hindrances:
        match hindrance:
            case NoPrice() | OnRequest() | BelowMinimum():
                continue
            case OfferRefused(why="quantity"):
                continue
            case Disagreement(quotes=quotes) if all(quote.total > budget for quote in quotes):
                continue
            case _:
                return hindrance
    return hindrances[0] if none else None


def _undecided(hindrances: Sequence[Hindered], smallest: Span) -> Disagreement | None:
    """Two prices for a quantity that is smaller than any that has one."""
    found = next((one for one in hindrances if isinstance(one, Disagreement)), None)
    if found is None:
        return None
    line = found.quotes[0].lines[0]
    return found if line.quantity * line.pack_size < smallest.first else None


def _most_in(
    spans: Sequence[Span], place: int, pricer: Pricer, budget: Decimal
) -> Afforded | Priced:
    span = spans[place]
    steps = WITHOUT_END if span.last is None else (span.last - span.first) // span.step + 1
    bought = bisect_right(range(steps), budget, key=lambda n: _cost(pricer.at(_nth(span, n)))) - 1
    if bought + 1 == WITHOUT_END:
        return span.quote
    outcome = pricer.at(_nth(span, bought))
    if not isinstance(outcome, Quote):
        return outcome
    if bought + 1 < steps:
        more = pricer.at(_nth(span, bought + 1))
    else:
        more = spans[place + 1].quote if place + 1 < len(spans) else NoPrice()
    return Afforded(
        quote=outcome,
        left=in_all((budget, -outcome.total)),
        next_up=more if isinstance(more, Quote) else None,
    )


def _nth(span: Span, step: int) -> int:
    return span.first + step * span.step


def _cost(outcome: Priced) -> Decimal:
    """What it costs at most; where lists part ways only at larger quantities, the dearer of them."""
    quotes = outcome.quotes if isinstance(outcome, Disagreement) else (outcome,)
    return max(quote.total for quote in quotes if isinstance(quote, Quote))
