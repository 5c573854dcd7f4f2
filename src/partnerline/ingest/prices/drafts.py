"""A price on its way: read from its cell, not yet held against the other rows of its table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerline.ingest.prices.bands import Band
from partnerline.knowledge.pricing.price import Per


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was left out: a cell, its text, and why."""

    locator: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One price cell. One that is `refused` still counts where it bounds its neighbours' bands.

    `band` is `None` where the row's quantities can't be read. `row` is the row's number in its grid.
    """

    row: tuple[int, int]
    locator: str
    text: str
    row_text: str
    sku: str
    name: str
    currency: str
    amount: Decimal | None
    band: Band | None
    unit: str = ""
    tier: str = ""
    term: int | None = None
    per: Per = "once"
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    refused: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What two rows share that say the price of the same thing."""
        return (self.sku, self.unit, self.tier, self.term, self.per, self.currency)
