"""One promotion that its table has in several rows: by quantity, currency, region or product."""

from collections.abc import Sequence

from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import Disagreement, OfferRefused, Priced, WhyNot

_TELLING: tuple[WhyNot, ...] = ("product_unclear", "net", "list_price", "quantity", "over", "not_yet")  # fmt: skip
"""Of rows that all don't count, these say more than that one is for another product or region."""

Row = tuple[Promotion | None, Priced]
"""A promotion's row, `None` where none is named, and what comes of the request with it."""


def under_one_code(rows: Sequence[Row]) -> Priced:
    """What holds of the rows: of those that count, the one that begins at the largest quantity.

    Where two that begin at the same come to other sums, that is for a person to settle.
    """
    counting = [row for row in rows if not isinstance(row[1], OfferRefused)]
    if not counting:
        return min((outcome for _, outcome in rows), key=_how_telling)
    most = max(_least(offer) for offer, _ in counting)
    last = [outcome for offer, outcome in counting if _least(offer) == most]
    if len({one.total if isinstance(one, Quote) else one for one in last}) == 1:
        return last[0]
    return Disagreement(quotes=tuple(one for one in last if isinstance(one, Quote)))


def _least(offer: Promotion | None) -> int:
    return offer.min_quantity if offer else 1


def _how_telling(outcome: Priced) -> int:
    why = outcome.why if isinstance(outcome, OfferRefused) else None
    return _TELLING.index(why) if why in _TELLING else len(_TELLING)


def codes(offers: Sequence[Promotion]) -> list[Promotion]:
    """The first row of each promotion: rows of one code, or without one of one name, are one."""
    found: dict[str, Promotion] = {}
    for offer in offers:
        found.setdefault((offer.code or offer.name).casefold(), offer)
    return list(found.values())
