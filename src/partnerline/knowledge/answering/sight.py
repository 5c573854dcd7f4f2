"""What one asker sees on one day, and the prices in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partnerline.knowledge.intent.asked import Asked, Wanted
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.ports import PriceBook, Scope
from partnerline.knowledge.pricing.ladder import price_for
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.request import Priced, PriceRequest, PricingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One asker, one day, and nothing but what is for both.

    `products` are all that have a price there. `asked_on` is the day the question was asked.
    """

    book: PriceBook
    rules: PricingRules
    partner: Partner
    scope: Scope
    products: tuple[Product, ...]
    day: date
    asked_on: date

    def entries(self, product: Product) -> tuple[Price, ...]:
        """Every entry of the product that this asker may see."""
        return self.book.prices(product.sku, self.scope)

    def price(self, product: Product, request: PriceRequest) -> Priced:
        """The asker's price on that day, or what stands in the way of it."""
        return price_for(
            self.entries(product),
            self.partner,
            request,
            as_of=self.day,
            rules=self.rules,
            others=self.products,
        )

    def promotions(self) -> tuple[Promotion, ...]:
        """Every promotion that is for this asker, running or not."""
        return tuple(
            offer for offer in self.book.promotions(self.scope) if is_for(offer, self.partner)
        )


def is_for(offer: Promotion, partner: Partner) -> bool:
    """Whether the promotion is for the partner's tier and region."""
    return _among(partner.tier, offer.tiers) and _among(partner.region, offer.regions)


def _among(name: str, names: frozenset[str]) -> bool:
    return not names or name.casefold() in {one.casefold() for one in names}


def request_of(asked: Asked, wanted: Wanted, offer: Promotion | None = None) -> PriceRequest:
    """What is to be priced for one of the things asked about, with the offer that is named."""
    return PriceRequest(
        quantity=wanted.quantities[0] if wanted.quantities else None,
        counted_in=wanted.counted_in,
        term_months=asked.terms[0] if asked.terms else None,
        billing=asked.billing,
        list_only=asked.list_only,
        currency=asked.currency,
        region=asked.region,
        promotion=offer or next(iter(asked.promotions), None),
        deal=asked.deal,
    )


def bands_beside(entry_cell: str, path: str, entries: Sequence[Price], day: date) -> list[Price]:
    """The entries in force that differ from the one in this cell by their band alone, itself among them."""
    own = next(
        (entry for entry in entries if (entry.list.path, entry.locator) == (path, entry_cell)), None
    )
    if own is None:
        return []
    return [entry for entry in entries if entry.holds_on(day) and _kind(entry) == _kind(own)]


def _kind(entry: Price) -> tuple[object, ...]:
    return (entry.list, entry.tier, entry.term_months, entry.currency, entry.per, entry.region, entry.unit)  # fmt: skip
