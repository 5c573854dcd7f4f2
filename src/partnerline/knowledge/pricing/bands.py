"""A partner's price in each band of quantities."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.ladder import PLAIN
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import PriceRequest, PricingRules
from partnerline.knowledge.pricing.spans import Pricer, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Quantities with one unit price, both ends among them; `last` is `None` without end.

    They count what the quote's line counts, pieces or packs. `quote` is that of the first.
    """

    first: int
    last: int | None
    quote: Quote


def band_table(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    *,
    as_of: date,
    rules: PricingRules = PLAIN,
    others: Sequence[Product] = (),
) -> tuple[Band, ...]:
    """The bands in which the product has a price, the smallest first; none where it has none at any quantity."""
    pricer = Pricer.of(entries, partner, request, as_of=as_of, rules=rules, others=others)
    bands: list[Band] = []
    for span in pricer.spans()[0]:
        band = _band(span)
        if bands and _continues(bands[-1], band):
            bands[-1] = replace(bands[-1], last=band.last)
        else:
            bands.append(band)
    return tuple(bands)


def _band(span: Span) -> Band:
    line = span.quote.lines[0]
    last = None if span.last is None else span.last // line.pack_size
    return Band(first=line.quantity, last=last, quote=span.quote)


def _continues(band: Band, following: Band) -> bool:
    """Whether what changes between two stretches isn't this partner's price."""
    one, other = band.quote.lines[0], following.quote.lines[0]
    return (one.cell, one.price_list, one.unit_price, one.applied) == (
        other.cell,
        other.price_list,
        other.unit_price,
        other.applied,
    )
