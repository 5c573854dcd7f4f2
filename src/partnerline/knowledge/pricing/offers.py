"""What a partner may have on top of its price where the asker names it: promotions, and registered deals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """One row of a promotions table. Both days count; `None` is without end.

    Exactly one of `percent` (a fraction: 0.12 is twelve percent) and `fixed` (the net unit price, in `currency`) is
    set. `applies_to` is the cell's words, one entry for each thing it names: part numbers, names, families. Empty
    `regions` and `tiers` mean all of them. `stacks` is what the table says of combining, in its words. `path` and
    `locator` are where the row stands, `row_text` its words; `audience` is its document's.
    """

    path: str
    locator: str
    row_text: str
    audience: Audience
    code: str
    name: str
    applies_to: tuple[str, ...]
    percent: Decimal | None = None
    fixed: Decimal | None = None
    currency: str = ""
    first_day: date | None = None
    last_day: date | None = None
    min_quantity: int = 1
    regions: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    stacks: str = ""

    def runs_on(self, day: date) -> bool:
        """Whether the day is one of the promotion's."""
        return (self.first_day is None or self.first_day <= day) and (
            self.last_day is None or day <= self.last_day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRule:
    """What an approved deal registration takes off the net price, by tier, as a fraction.

    `price_lists` are patterns of the paths it counts on; `None` is every list that is not net.
    """

    discount: Mapping[str, Decimal]
    price_lists: tuple[str, ...] | None = None
