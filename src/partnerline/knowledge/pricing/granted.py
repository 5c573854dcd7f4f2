"""Whether an offer that the asker named counts for a price, and what it then does to it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.patterns import matches
from partnerline.knowledge.pricing.amounts import percentage
from partnerline.knowledge.pricing.offer_scope import applies
from partnerline.knowledge.pricing.offers import DealRule, Promotion
from partnerline.knowledge.pricing.packs import Pick
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.receipt import Offer
from partnerline.knowledge.pricing.request import PriceRequest, WhyNot
from partnerline.knowledge.pricing.rungs import region_of


def promoted(
    promotion: Promotion,
    pick: Pick,
    partner: Partner | None,
    request: PriceRequest,
    *,
    as_of: date,
    others: Sequence[Product],
) -> Offer | WhyNot:
    """What a promotion does to the price of one entry, or why it doesn't count.

    What the asker can't change is said first, a quantity that is too small last. A pack counts as its pieces.
    """
    entry = pick.entry
    why = (
        _not_listed(request)
        or _not_on(promotion, as_of)
        or _not_of_product(promotion, entry, others)
        or _not_for(promotion, entry, partner, request)
        or _not_on_price(promotion, entry)
        or ("quantity" if pick.pieces < promotion.min_quantity else None)
    )
    return why or _offer(promotion)


def registered(
    rule: DealRule | None, pick: Pick, partner: Partner | None, request: PriceRequest
) -> Offer | WhyNot:
    """What a registered deal does to the price of one entry, or why it doesn't count."""
    tier = partner.tier.casefold() if partner is not None else ""
    fraction = next(
        (off for name, off in rule.discount.items() if tier and name.casefold() == tier)
        if rule is not None
        else iter(()),
        None,
    )
    why = _not_listed(request)
    if why is not None:
        return why
    if rule is None or fraction is None:
        return "no_rule"
    if pick.entry.list.net:
        return "net"
    if not _is_covered(rule, pick.entry):
        return "list"
    return Offer(label=f"registered deal {percentage(fraction)}", percent=fraction)


def _is_covered(rule: DealRule, entry: Price) -> bool:
    return rule.price_lists is None or any(
        matches(entry.list.path, pattern) for pattern in rule.price_lists
    )


def _not_listed(request: PriceRequest) -> WhyNot | None:
    return "list_price" if request.list_only else None


def _not_on(promotion: Promotion, day: date) -> WhyNot | None:
    if promotion.first_day is not None and day < promotion.first_day:
        return "not_yet"
    return None if promotion.runs_on(day) else "over"


def _not_of_product(promotion: Promotion, entry: Price, others: Sequence[Product]) -> WhyNot | None:
    fits = applies(promotion, Product(sku=entry.sku, name=entry.name), others)
    if fits is None:
        return "product_unclear"
    return None if fits else "product"


def _not_for(
    promotion: Promotion, entry: Price, partner: Partner | None, request: PriceRequest
) -> WhyNot | None:
    """Whether the asker's region or tier leaves it out; an asker of no region has that of the price's entry."""
    region = region_of(partner, request) or entry.region.strip().casefold()
    if promotion.regions and region not in _folded(promotion.regions):
        return "region"
    tier = partner.tier.casefold() if partner is not None else ""
    return "tier" if promotion.tiers and tier not in _folded(promotion.tiers) else None


def _not_on_price(promotion: Promotion, entry: Price) -> WhyNot | None:
    if entry.list.net:
        return "net"
    if promotion.fixed is not None and promotion.currency != entry.currency:
        return "currency"
    return None


def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in names if name.strip())


def _offer(promotion: Promotion) -> Offer:
    called = promotion.code or promotion.name
    said = "fixed price" if promotion.percent is None else percentage(promotion.percent)
    return Offer(
        label=f"promotion {called} {said}",
        percent=promotion.percent or Decimal(0),
        fixed=promotion.fixed,
        first_day=promotion.first_day,
        last_day=promotion.last_day,
    )
