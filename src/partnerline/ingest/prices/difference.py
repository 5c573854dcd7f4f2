"""Holds two readings of price lists against each other: what rose and fell, came and went, and what can't be told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean, median
from typing import Literal

from partnerline.ingest.prices.matching import Doubt, Matching, Pair, tenth
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.words import fold

__all__ = ["Change", "Difference", "Doubt", "Pair", "Unread", "difference", "in_days"]

What = Literal["name", "unit", "pack", "region", "band", "days", "amount"]
"""`amount` is one that became, or was, a price on request; a `band` has the same first quantity and another last one."""

Unread = Callable[[Price], str]
"""Why a list may have this price of the other one in a cell that isn't read, "" where it hasn't."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What else is another than before, and the prices that it is so for; "" is nothing said."""

    what: What
    before: str
    after: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of every price. `rose` and `fell` have the largest share first, `same` is how many kept their amount.

    `changed` says what else is new, also of prices that rose or fell.
    """

    rose: tuple[Pair, ...]
    fell: tuple[Pair, ...]
    same: tuple[Pair, ...]
    came: tuple[Price, ...]
    went: tuple[Price, ...]
    changed: tuple[Change, ...]
    doubts: tuple[Doubt, ...]

    @property
    def mean_percent(self) -> Decimal | None:
        """The mean of those that rose or fell, rounded half up to one decimal."""
        shares = self._shares()
        return tenth(mean(shares)) if shares else None

    @property
    def median_percent(self) -> Decimal | None:
        """The median of those that rose or fell, rounded half up to one decimal."""
        shares = self._shares()
        return tenth(median(shares)) if shares else None

    def _shares(self) -> list[Decimal]:
        return [pair.share for pair in (*self.rose, *self.fell) if pair.share is not None]


def _nothing(_: Price) -> str:
    return ""


def difference(
    old: Sequence[Price],
    new: Sequence[Price],
    *,
    unread_old: Unread = _nothing,
    unread_new: Unread = _nothing,
) -> Difference:
    """What became of each price of the old list, and what the new one has besides.

    Two prices are of one thing where part number, tier or partner, band, term, period, currency, region and unit are
    the same; what is then left over is matched by part numbers in another spelling, and last without what an amount
    buys, and without its region. What one list may have unread neither came nor went.
    """
    matching = Matching(list(old), list(new))
    matching.run()
    moves = [(pair, pair.difference) for pair in matching.pairs]
    went, lost = _told((*matching.went, *matching.old), unread_new)
    came, hidden = _told((*matching.came, *matching.new), unread_old)
    return Difference(
        rose=_largest_first(pair for pair, by in moves if by is not None and by > 0),
        fell=_largest_first(pair for pair, by in moves if by is not None and by < 0),
        same=tuple(pair for pair, by in moves if by == 0),
        came=came,
        went=went,
        changed=_changes(matching.pairs),
        doubts=(
            *matching.doubts,
            *(Doubt(old=(price,), new=(), why=unread_new(price)) for price in lost),
            *(Doubt(old=(), new=(price,), why=unread_old(price)) for price in hidden),
        ),
    )


def _told(prices: Sequence[Price], unread: Unread) -> tuple[tuple[Price, ...], tuple[Price, ...]]:
    """The prices that surely aren't in the other list, and those that may be where it isn't read."""
    return (
        tuple(price for price in prices if not unread(price)),
        tuple(price for price in prices if unread(price)),
    )


def _largest_first(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """What was free before comes before all that has a share."""

    def size(pair: Pair) -> tuple[bool, Decimal, Decimal]:
        share, by = pair.share, pair.difference or Decimal(0)
        return (share is not None, -abs(share or Decimal(0)), -abs(by))

    return tuple(sorted(pairs, key=size))


def _changes(pairs: Sequence[Pair]) -> tuple[Change, ...]:
    """What else changed: days together for all prices they are alike for, the rest by part number."""
    found: dict[tuple[What, str, str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        for what, shown in _SHOWN.items():
            before, after = shown(pair.old), shown(pair.new)
            if fold(before) != fold(after):
                of = "" if what == "days" else pair.new.sku
                found[what, of, before, after].append(pair)
        if (pair.old.amount is None) != (pair.new.amount is None):
            found["amount", pair.new.sku, _amount(pair.old), _amount(pair.new)].append(pair)
    return tuple(
        Change(what=what, before=before, after=after, pairs=tuple(alike))
        for (what, _, before, after), alike in found.items()
    )


def _name(price: Price) -> str:
    return " ".join(price.name.split())


def _unit(price: Price) -> str:
    per = "" if price.per == "once" else f"per {price.per}"
    return " ".join(part for part in (price.unit, per) if part)


def _pack(price: Price) -> str:
    if price.pack_size == 1 and price.amount_is_for == "piece":
        return ""
    bought = "unclear" if price.amount_is_for == "unclear" else f"for a {price.amount_is_for}"
    return f"{price.pack_size} in a pack, amount {bought}"


def _band(price: Price) -> str:
    last = price.max_quantity
    return f"{price.min_quantity}+" if last is None else f"{price.min_quantity}-{last}"


def in_days(price: Price) -> str:
    """The days a price holds in words, "" where it always does."""
    first, last = price.first_day, price.last_day
    parts = (f"from {first}" if first else "", f"until {last}" if last else "")
    return " ".join(part for part in parts if part)


def _amount(price: Price) -> str:
    return f"{price.amount} {price.currency}" if price.amount is not None else price.note


_SHOWN: dict[What, Callable[[Price], str]] = {
    "name": _name,
    "unit": _unit,
    "pack": _pack,
    "region": lambda price: price.region,
    "band": _band,
    "days": in_days,
}
