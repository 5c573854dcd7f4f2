"""How a table was read, column by column, as a person checks it before trusting its prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.heading import Heading, Role
from partnerline.knowledge.pricing.price import AmountIsFor, Per


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """How one column was read: what its heading was taken for, `meaning` in plain words, or `why` it wasn't read.

    `locator` is the heading's cell. For a column of prices, the rest is what its heading says of them; what it leaves
    open comes from the rows or the words around. `currencies` are what the heading's sign may mean. `band` is the
    first and the last quantity, the latter `None` without end. `prices` is how many were taken.
    """

    locator: str
    heading: str
    role: Role
    meaning: str
    why: str = ""
    tier: str = ""
    partner: str = ""
    region: str = ""
    currencies: tuple[str, ...] = ()
    band: tuple[int, int | None] | None = None
    term_months: int | None = None
    per: Per | None = None
    amount_is_for: AmountIsFor | None = None
    pack_size: int | None = None
    prices: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """How one table was read: its name and place, and how many prices it gave and cells it had refused.

    `heading_rows` and `rows` are the first and the last row's numbers in its grid, counted from one, as a sheet counts
    them; `rows` is `None` where no row follows the heading. `first` and `last` are the places of the first and the last
    cell of these rows. The currencies, regions and days are those that hold for the whole table, by its title or its
    name. `refusals` tell every cell and column that was left out.
    """

    name: str
    locator: str
    prices: int
    refused: int
    price_columns: tuple[str, ...]
    refused_columns: tuple[str, ...]
    heading_rows: tuple[int, int] = (1, 1)
    rows: tuple[int, int] | None = None
    first: str = ""
    last: str = ""
    columns: tuple[ColumnReading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    currencies: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


_WORDS: dict[Role, str] = {
    "sku": "part number",
    "name": "name",
    "unit": "unit",
    "pack": "pack size",
    "multiple": "order multiple",
    "basis": "how many a price is for",
    "currency": "currency",
    "price": "price",
    "money": "an amount that isn't read",
    "moq": "minimum order",
    "min": "first quantity",
    "max": "last quantity",
    "band": "quantities",
    "term": "term",
    "period": "what span a price is for",
    "from_day": "first day",
    "until_day": "last day",
    "tier": "tier",
    "partner": "partner",
    "region": "region",
    "status": "status",
    "remark": "remark",
    "condition": "condition",
    "other": "not about prices",
}


def column_reading(
    heading: Heading, locator: str, why: str, drafts: Sequence[Draft], *, used: bool
) -> ColumnReading:
    """How a column was read; `why` is why it wasn't, `used` whether it is the one of its role that counts."""
    packing = heading.packing
    return ColumnReading(
        locator=locator,
        heading=heading.text,
        role=heading.role,
        meaning="not read" if why else _meaning(heading, used=used),
        why=why,
        tier=heading.tier,
        partner=heading.partner,
        region=heading.region,
        currencies=tuple(sorted(heading.currencies or ())),
        band=_ends(heading.band),
        term_months=heading.term,
        per=heading.period if heading.period in {"month", "year", "term"} else None,
        amount_is_for=("pack" if packing.says == "pack" else "piece") if packing.says else None,
        pack_size=packing.size,
        prices=sum(not draft.refused for draft in drafts),
    )


def _ends(band: Band | None) -> tuple[int, int | None] | None:
    return (band.first, band.last) if band else None


def _meaning(heading: Heading, *, used: bool) -> str:
    if heading.role == "price":
        return _price_meaning(heading)
    words = _WORDS[heading.role]
    return words if used or heading.role == "other" else f"{words}, beside another that is surer"


def _price_meaning(heading: Heading) -> str:
    whose = f"price of the tier {heading.tier}" if heading.tier else ""
    whose = f"net price of the partner {heading.partner}" if heading.partner else whose
    parts = [whose or ("net price" if heading.net and not heading.listed else "list price")]
    if heading.band:
        last = heading.band.last
        parts.append(f"{heading.band.first} to {last}" if last else f"from {heading.band.first} on")
    if heading.term:
        parts.append(f"a term of {heading.term} months")
    if heading.period in {"month", "year"}:
        parts.append(f"per {heading.period}")
    if heading.period == "term":
        parts.append("for the whole term")
    if heading.region:
        parts.append(f"in {heading.region}")
    if heading.packing.says:
        many = f" of {heading.packing.size}" if heading.packing.size else ""
        parts.append(f"for a pack{many}" if heading.packing.says == "pack" else "for a piece")
    return ", ".join(parts)
