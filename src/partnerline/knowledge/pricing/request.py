"""What is to be priced, and what may come of it."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from partnerline.knowledge.pricing.offers import DealRule, Promotion
from partnerline.knowledge.pricing.price import Per, Price
from partnerline.knowledge.pricing.quote import Quote

Rounding = Literal["unit", "line"]
CountedIn = Literal["unit", "piece", "pack"]
"""`unit` is whatever the list counts; `piece` and `pack` were said in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricingRules:
    """How the library rounds, and what its registered deals take off; without `deal` it has none."""

    rounding: Rounding = "unit"
    deal: DealRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRequest:
    """What is to be priced: one product, how many of it, over which term; `list_only` is the list price by name.

    `quantity` is `None` where nobody said how many, and then counts as one. A `currency` asked for by name is the only
    one looked in: nothing is converted. `billing` chooses between a price by the month and one by the year. `region`
    counts only where the asker has none of its own. `promotion` and `deal` are what the asker named.
    """

    quantity: int | None = None
    counted_in: CountedIn = "unit"
    term_months: int | None = None
    billing: Literal["month", "year"] | None = None
    list_only: bool = False
    currency: str | None = None
    region: str | None = None
    promotion: Promotion | None = None
    deal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPrice:
    """Nothing that this partner may see has a price for it on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRequest:
    """The list names the product but not a price: `price.note` has its words."""

    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class TermNeeded:
    """The product is priced by its term, in months, and the one asked for (if any) isn't among them."""

    terms: tuple[int, ...]
    asked: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingNeeded:
    """The product has one price by the month and another by the year; or `billings` is the one there is, not asked for."""

    billings: tuple[Per, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyNeeded:
    """Lists in several currencies hold it, and nothing says which one is this partner's."""

    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionNeeded:
    """It has another price in each region, and nothing says which region is the asker's."""

    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowMinimum:
    """The smallest quantity that has a price is larger than the one asked for."""

    minimum: int
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPack:
    """It is sold in whole packs, and the quantity in pieces isn't a multiple; `below` (0 for none) and `above` are."""

    pack_size: int
    below: int
    above: int
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class PackUnclear:
    """Whether packs or pieces are meant can't be told: by the list (`by_list`), or by who asked for `quantity`."""

    price: Price
    quantity: int
    by_list: bool


WhyNot = Literal[
    "not_yet", "over", "product", "product_unclear", "quantity", "region", "tier", "net", "currency", "list_price", "no_rule",
    "list",
]  # fmt: skip
"""Why an offer doesn't count: its days (`not_yet`, `over`), what it applies to, its least quantity, the asker's region or
tier, a net price or one in another currency that it can't change, the list price that has nothing off. For a deal:
`no_rule` where none is given for the asker's tier, `list` where the price's list isn't one it counts on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRefused:
    """The promotion, or the deal where `promotion` is `None`, doesn't count here; `without` is what holds without it."""

    why: WhyNot
    promotion: Promotion | None
    without: "Priced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two entries, equally specific and in force, give different prices: nobody chooses between them here."""

    quotes: tuple[Quote, ...]


Hindered = (
    NoPrice
    | OnRequest
    | TermNeeded
    | BillingNeeded
    | CurrencyNeeded
    | RegionNeeded
    | BelowMinimum
    | BrokenPack
    | PackUnclear
    | OfferRefused
    | Disagreement
)
Priced = Quote | Hindered


@dataclass(frozen=True, slots=True, kw_only=True)
class Afforded:
    """The most of a product that a budget buys: its quote, and what is left over.

    `next_up` is what one more would come to; `None` where there is no more to be had.
    """

    quote: Quote
    left: Decimal
    next_up: Quote | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLittle:
    """The budget doesn't buy the smallest quantity there is: `least` is what that one costs."""

    least: Quote
