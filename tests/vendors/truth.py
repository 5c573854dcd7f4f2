"""What a careful reader takes from a price list, and what it leaves where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Per = Literal["once", "month", "year", "term"]
Verdict = Literal["required", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TruePrice:
    """One price cell as it has to be read; `amount` None is a price on request."""

    file: str
    place: str
    sku: str
    name: str
    currency: str
    amount: Decimal | None
    tier: str | None = None
    min_quantity: int = 1
    max_quantity: int | None = None
    term_months: int | None = None
    per: Per = "once"
    pack_size: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    region: str | None = None
    verdict: Verdict = "required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoy:
    """A cell that bears an amount and is nobody's price."""

    file: str
    place: str
    sku: str
    amount: str
    why: str


@dataclass(slots=True)
class Truth:
    """Everything that is to be read from one vendor's library."""

    prices: list[TruePrice] = field(default_factory=list)
    decoys: list[Decoy] = field(default_factory=list)

    def add(self, found: Iterable[TruePrice | Decoy]) -> None:
        """Files each record under its kind."""
        for each in found:
            if isinstance(each, TruePrice):
                self.prices.append(each)
            else:
                self.decoys.append(each)
