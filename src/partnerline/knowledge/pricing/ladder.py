"""Which price is a partner's: the most specific list first, then the offer that the asker named."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.choice import BILLINGS, choose
from partnerline.knowledge.pricing.granted import promoted, registered
from partnerline.knowledge.pricing.listed import list_price_of
from partnerline.knowledge.pricing.packs import Pick, is_piece
from partnerline.knowledge.pricing.price import Per, Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.receipt import Offer, quote_of
from partnerline.knowledge.pricing.request import (
    BillingNeeded,
    Disagreement,
    OfferRefused,
    Priced,
    PriceRequest,
    PricingRules,
    WhyNot,
)

PLAIN = PricingRules()
"""The rules of a library that gives none."""


def price_for(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    *,
    as_of: date,
    rules: PricingRules = PLAIN,
    others: Sequence[Product] = (),
) -> Priced:
    """The partner's price for one product from its entries, or what stands in the way of it.

    Precedence: a list for this partner alone, then the column of its tier (final), then the list price of the
    quantity's band less the partner's discount. A net price has nothing taken off. A list in another currency than the
    partner's counts only where it is for this partner alone, one of another region never. `others` are the products
    that are known besides: a promotion may be for one of those.

    Raises `ValueError` for a promotion together with a registered deal: they never combine, and the asker chooses.
    """
    if request.promotion is not None and request.deal:
        raise ValueError("A promotion and a registered deal never combine: price them apart.")
    picks = choose(entries, partner, request, as_of)
    if not isinstance(picks, tuple):
        return picks

    def quoted(pick: Pick, offer: Offer | None = None) -> Quote:
        listed = list_price_of(pick, entries, partner, request, as_of)
        return quote_of(
            pick, partner, request, rounding=rules.rounding, list_price=listed, offer=offer
        )

    without = _settled(quoted(pick) for pick in picks)
    if isinstance(without, BillingNeeded) or (request.promotion is None and not request.deal):
        return without
    quotes = []
    for pick in picks:
        offer = _offer(pick, partner, request, as_of, rules, others)
        if not isinstance(offer, Offer):
            return OfferRefused(why=offer, promotion=request.promotion, without=without)
        quotes.append(quoted(pick, offer))
    return _settled(quotes)


def _offer(
    pick: Pick,
    partner: Partner | None,
    request: PriceRequest,
    as_of: date,
    rules: PricingRules,
    others: Sequence[Product],
) -> Offer | WhyNot:
    if request.promotion is None:
        return registered(rules.deal, pick, partner, request)
    return promoted(request.promotion, pick, partner, request, as_of=as_of, others=others)


def _settled(computed: Iterable[Quote]) -> Quote | BillingNeeded | Disagreement:
    """The one price that equally specific entries give, or what is open between them."""
    quotes = list(computed)
    pers = {quote.lines[0].per for quote in quotes}
    if pers.issuperset(BILLINGS):
        if len({(quote.total, quote.lines[0].term_months) for quote in quotes}) > 1:
            return BillingNeeded(billings=BILLINGS)
        return quotes[0]
    by_price = {_price(quote): quote for quote in reversed(quotes)}
    return quotes[0] if len(by_price) == 1 else Disagreement(quotes=tuple(by_price.values())[::-1])


def _price(quote: Quote) -> tuple[Decimal, Decimal, Per, int | None, int, str]:
    """What two prices of the same thing have in common: the amounts, and what they are for."""
    (line,) = quote.lines
    unit = line.unit.removesuffix(f" per {line.per}").removesuffix(" for the term")
    return (
        quote.total,
        line.unit_price,
        line.per,
        line.term_months,
        line.pack_size,
        "" if is_piece(unit) else unit,
    )
