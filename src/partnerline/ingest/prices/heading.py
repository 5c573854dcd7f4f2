"""A column's heading, and everything that one can say."""

from dataclasses import dataclass
from typing import Literal

from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.packs import NO_PACKING, Packing
from partnerline.ingest.prices.periods import Period

Role = Literal[
    "sku", "name", "unit", "pack", "multiple", "basis", "currency", "price", "money", "moq", "min", "max", "band", "term",
    "period", "from_day", "until_day", "tier", "partner", "region", "status", "remark", "condition", "other",
]  # fmt: skip
"""`price` is a column of prices whose meaning is whole; `money` one of amounts that aren't, or not surely, prices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading and what it says.

    `once` is whether it says that a price is paid once, `suggested` whether it is the one suggested to end customers,
    which is the list price where no column says so itself.

    `rank` orders columns of one role, 0 the surest. For a price: whose and for where it is, `listed` where it says
    "list", `net` where it says "net", and what the currency may be, `None` where the heading names none. `why` is why
    a `money` column isn't read.
    """

    role: Role
    text: str
    rank: int = 0
    currencies: frozenset[str] | None = None
    tier: str = ""
    partner: str = ""
    region: str = ""
    band: Band | None = None
    term: int | None = None
    period: Period | None = None
    unit: str = ""
    packing: Packing = NO_PACKING
    once: bool = False
    listed: bool = False
    suggested: bool = False
    net: bool = False
    why: str = ""
