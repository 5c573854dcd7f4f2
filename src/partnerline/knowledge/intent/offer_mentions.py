"""Where a text speaks of a promotion or of a registered deal, before it is known whether it is to count."""

from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.intent.spans import Span
from partnerline.knowledge.pricing.offers import Promotion

OfferSort = Literal["promotion", "deal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One place that speaks of an offer.

    `promotions` are those it may mean, `unknown` its words where none is known, `which` whether it is only "the
    promo"; `graced` is whether a deal is called approved or registered by the word before it.
    """

    sort: OfferSort
    span: Span
    promotions: tuple[Promotion, ...] = ()
    unknown: str | None = None
    which: bool = False
    graced: bool = False
