"""A price request as its words say it: typed, and nothing in it computed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.products import Mention, Named, Unnamed
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.request import CountedIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that is asked about, and how many of it.

    Several `quantities` are for the asker to sort out, unless quantities are what is compared; so is one that is
    `uncounted`: spoken of, and no whole number from one up.
    """

    mention: Mention
    quantities: tuple[int, ...] = ()
    counted_in: CountedIn = "unit"
    uncounted: bool = False


Comparison = Literal["quantities", "products", "terms", "bands", "list", "promotion", "days"]
"""What is held against what: two quantities or terms, two products, one product's bands, own against list price, with
against without the promotion or deal that is named, two days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """An amount to be spent; no `currency` where none was said."""

    amount: Decimal
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a price question says.

    `wanted` has one entry for each thing asked about, in their order; it is empty where no product is named at all.
    `periods` are the days it may be about: one where it is named, several where the words fit more than one ("in
    March", said in November), none where no day is spoken of; `vague_day` are words that speak of a day and fit none.
    `today` is whether today's price was asked for by name. `promotions` are those named by name or code, and
    `unknown_offer` the words that speak of one that isn't known. `deal` is whether a registered deal is spoken of
    that counts, and `open_deal` whether one is whose approval is pending, denied, lapsed or only hoped for.
    `discount` is a percentage that is wished for, as a fraction; `target` a price that is wished for.
    `beyond` says, in words for a manager, what else was asked that isn't computed.
    """

    wanted: tuple[Wanted, ...] = ()
    terms: tuple[int, ...] = ()
    billing: Literal["month", "year"] | None = None
    periods: tuple[Period, ...] = ()
    vague_day: str | None = None
    today: bool = False
    list_only: bool = False
    currency: str | None = None
    currencies: tuple[str, ...] = ()
    region: str | None = None
    promotions: tuple[Promotion, ...] = ()
    unknown_offer: str | None = None
    deal: bool = False
    open_deal: bool = False
    budget: Budget | None = None
    comparison: Comparison | None = None
    discount: Decimal | None = None
    target: Budget | None = None
    by_month: bool = False
    beyond: str | None = None

    @property
    def mention(self) -> Mention:
        """The first thing asked about."""
        return self.wanted[0].mention if self.wanted else Unnamed()

    @property
    def adds_to_a_price(self) -> bool:
        """Whether it says something that only makes sense of a price that was asked for before."""
        return bool(
            self.promotions
            or self.unknown_offer
            or self.deal
            or self.open_deal
            or self.budget
            or self.comparison
            or self.billing
            or self.list_only
        )

    @property
    def counts_a_product(self) -> bool:
        """Whether a number is said of a product that is named, even one that can't be told."""
        return any(isinstance(one.mention, Named) and (one.quantities or one.uncounted) for one in self.wanted)  # fmt: skip

    @property
    def is_an_order(self) -> bool:
        """Whether quantities of products beside a promotion, a deal or a budget say that a price is wanted."""
        counted = any(one.quantities and isinstance(one.mention, Named) for one in self.wanted)
        named = any(isinstance(one.mention, Named) for one in self.wanted)
        return (counted and bool(self.promotions or self.deal or self.open_deal)) or (
            named and self.budget is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The day a question is asked and the day it is about, where they differ: "next week" counts from the first."""

    asked_on: date
    as_of: date
