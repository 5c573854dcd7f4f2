"""A price on its way: read from its cell, not yet held against the other rows of its table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerline.ingest.prices.bands import Band
from partnerline.knowledge.pricing.price import AmountIsFor, Per


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was left out: a cell, its text, and why."""

    locator: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One price cell. One that is `refused` still counts where it bounds its neighbours' bands.

    `band` is `None` where the row's quantities can't be read. `row` is the row's number in its grid, `part` that
    of its table among those found, `column` that of its column. `minimum` is the
    least that may be ordered. `partner` is the one partner that the amount is for, "" where it is for all.
    """

    row: tuple[int, int]
    part: int
    column: int
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
    partner: str = ""
    region: str = ""
    pack_size: int = 1
    amount_is_for: AmountIsFor = "piece"
    minimum: int = 1
    term: int | None = None
    per: Per = "once"
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    refused: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What two rows share that say the price of the same thing."""
        return (
            self.sku, self.unit, self.tier, self.partner, self.region, self.pack_size, self.amount_is_for, self.term, self.per,
            self.currency,
        )  # fmt: skip
