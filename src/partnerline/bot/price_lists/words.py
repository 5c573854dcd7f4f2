"""Prices in the words of a terminal."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from partnerline.bot.price_lists.columns import cut, wrapped
from partnerline.ingest.prices.drafts import Refusal
from partnerline.knowledge.pricing.price import Price

MOST = 20
"""Entries of one kind that are shown where not all are asked for."""

T = TypeVar("T")

_CENT = Decimal("0.01")


def counted(count: int, thing: str) -> str:
    """So many of a thing: "1 price", "1,240 prices"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def first_of(things: Sequence[T], *, every: bool) -> tuple[Sequence[T], list[str]]:
    """What is shown of them, and the line that says how many more there are."""
    if every or len(things) <= MOST:
        return things, []
    return things[:MOST], [f"  … {len(things) - MOST:,} more; `--verbose` shows them"]


def number_of(price: Price) -> str:
    """A price's part number; of a very long one the beginning."""
    return cut(price.sku, 26)


def money(amount: Decimal) -> str:
    """An amount with commas between its thousands and two decimals or more."""
    return f"{to_the_cent(amount):,f}"


def signed(amount: Decimal) -> str:
    """An amount that was added, its sign always there."""
    return f"{to_the_cent(amount):+,f}"


def to_the_cent(amount: Decimal) -> Decimal:
    """The same amount with two decimals where it has fewer."""
    exponent = amount.as_tuple().exponent
    return amount.quantize(_CENT) if isinstance(exponent, int) and exponent > -2 else amount


def amount_of(price: Price) -> str:
    """A price's amount, or the beginning of the list's words where it has none."""
    return money(price.amount) if price.amount is not None else cut(price.note, 16)


def days_of(price: Price) -> str:
    """The days a price holds, "" where it always does."""
    first, last = price.first_day, price.last_day
    return f"{first or ''} – {last or ''}".strip() if first or last else ""


def band_of(price: Price) -> str:
    """The quantities a price is for, "" for all."""
    first, last = price.min_quantity, price.max_quantity
    if last is None:
        return "" if first == 1 else f"{first:,}+"
    return f"{first:,}" if first == last else f"{first:,}-{last:,}"


def term_of(price: Price) -> str:
    """The term a price is for, "" where it has none."""
    return "" if price.term_months is None else counted(price.term_months, "month")


def unit_of(price: Price) -> str:
    """What one amount buys: the unit, and the pack where there is one."""
    if price.pack_size == 1 and price.amount_is_for == "piece":
        return price.unit
    pack = f"{price.pack_size:,} a pack"
    meant = {"piece": f"{pack}, priced by the piece", "pack": pack, "unclear": f"{pack}, priced by ?"}  # fmt: skip
    return ", ".join(part for part in (price.unit, meant[price.amount_is_for]) if part)


def per_of(price: Price) -> str:
    """What the amount pays for, "" for what is bought once."""
    return "" if price.per == "once" else price.per


def partner_of(price: Price) -> str:
    """The partners that the price alone is for, "" where it is for others too."""
    return ", ".join(sorted(price.list.audience.partners or ()))


def conditions_of(price: Price) -> str:
    """All that tells the price from others of its part number."""
    per = f"per {price.per}" if price.per != "once" else ""
    partners = ", ".join(sorted(price.list.audience.partners or ()))
    parts = (
        price.tier,
        partners,
        band_of(price),
        term_of(price),
        price.region,
        unit_of(price),
        per,
    )
    return ", ".join(part for part in parts if part) or "list"


def refusals(title: str, refused: Sequence[Refusal], *, every: bool) -> list[str]:
    """The cells that were left out, each with its reason."""
    if not refused:
        return []
    shown, more = first_of(refused, every=every)
    lines = [line for one in shown for line in wrapped(f"{one.locator} {cut(one.text, 40)!r}: {one.why}")]  # fmt: skip
    return ["", f"{title}: {counted(len(refused), 'cell')}", *lines, *more]
