"""Finds for each price of a list the price of the same thing in another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from partnerline.knowledge.pricing.price import Price, PriceList
from partnerline.knowledge.words import compact, fold

Days = tuple[date | None, date | None]
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The price of one thing in both lists."""

    old: Price
    new: Price

    @property
    def difference(self) -> Decimal | None:
        """What was added, below zero where it fell; `None` where the two amounts aren't for the same."""
        old, new = self.old, self.new
        alike = _bought(old) == _bought(new) and fold(old.region) == fold(new.region)
        if old.amount is None or new.amount is None or not alike:
            return None
        return new.amount - old.amount

    @property
    def share(self) -> Decimal | None:
        """The difference in percent of the old amount, not rounded; `None` where there is none or it was free."""
        if self.difference is None or not self.old.amount:
            return None
        return self.difference * 100 / self.old.amount

    @property
    def percent(self) -> Decimal | None:
        """The share rounded half up to one decimal."""
        return None if self.share is None else tenth(self.share)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Prices of one thing that can't be held against each other."""

    old: tuple[Price, ...]
    new: tuple[Price, ...]
    why: str


def tenth(value: Decimal) -> Decimal:
    """The value rounded half up to one decimal."""
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


class Matching:
    """The prices that no other was found for yet, the pairs that were found, and what came, went or can't be told."""

    def __init__(self, old: list[Price], new: list[Price]) -> None:
        self.old, self.new = old, new
        self.came: list[Price] = []
        self.went: list[Price] = []
        self.pairs: list[Pair] = []
        self.doubts: list[Doubt] = []

    def run(self) -> None:
        """Matches by all there is to say of a price first, then with part numbers in another spelling, and last without
        what an amount buys, and without its region.
        """
        whose = _whose(self.old) | _whose(self.new)
        self._match_by(lambda price: (whose[price.list], *_exactly(price)), wholly=True)
        self._match_by(lambda price: (whose[price.list], *_spelled_otherwise(price)))
        self._match_by(lambda price: (whose[price.list], *_bought_otherwise(price)))
        self._match_by(lambda price: (whose[price.list], *_in_another_region(price)))

    def _match_by(self, key: Callable[[Price], _Key], *, wholly: bool = False) -> None:
        """Matches the prices that have the key in common; where `wholly`, it says all there is to say but the days."""
        old, new = _grouped(self.old, key), _grouped(self.new, key)
        self.old = [price for one, group in old.items() if one not in new for price in group]
        self.new = [price for one, group in new.items() if one not in old for price in group]
        for one in [one for one in old if one in new]:
            self._match(old[one], new[one], wholly=wholly)

    def _match(self, old: list[Price], new: list[Price], *, wholly: bool) -> None:
        """Matches the prices of one thing: those of the same days first, and single ones over whatever days."""
        if wholly:
            old, new = _each_once(old), _each_once(new)
        if len(old) == len(new) == 1:
            self.pairs.append(Pair(old=old[0], new=new[0]))
            return
        by_days = _grouped(new, _days)
        for days, group in _grouped(old, _days).items():
            partners = by_days.pop(days, [])
            if len(group) == len(partners) == 1:
                self.pairs.append(Pair(old=group[0], new=partners[0]))
            elif not wholly:
                self.old += group
                self.new += partners
            elif partners or len(group) > 1:
                self._doubt(group, partners)
            else:
                self._over_days(group[0], by_days)
        (self.came if wholly else self.new).extend(p for group in by_days.values() for p in group)

    def _over_days(self, old: Price, by_days: dict[_Key, list[Price]]) -> None:
        """Matches a price whose days no other has with the one whose days meet them, where that is one."""
        meeting = [days for days, group in by_days.items() if any(_meet(old, p) for p in group)]
        if not meeting:
            self.went.append(old)
            return
        found = [price for days in meeting for price in by_days.pop(days)]
        if len(found) == 1:
            self.pairs.append(Pair(old=old, new=found[0]))
        else:
            self._doubt([old], found)

    def _doubt(self, old: Sequence[Price], new: Sequence[Price]) -> None:
        why = f"the old list has {_counted(old)} of it, the new one {_counted(new)}, and days don't tell them apart"
        self.doubts.append(Doubt(old=tuple(old), new=tuple(new), why=why))


def _whose(prices: Iterable[Price]) -> dict[PriceList, frozenset[str]]:
    """For which partners alone each part of a list is; nobody for the part that is for all whom the list is for."""
    partners = {of: of.audience.partners for of in {price.list for price in prices}}
    rest = max(partners.values(), key=lambda ids: (ids is None, len(ids or ())), default=None)
    return {of: frozenset() if ids == rest else ids or frozenset() for of, ids in partners.items()}


def _counted(prices: Sequence[Price]) -> str:
    return f"{len(prices)} price{'' if len(prices) == 1 else 's'}"


def _grouped(prices: Iterable[Price], key: Callable[[Price], _Key]) -> dict[_Key, list[Price]]:
    groups: dict[_Key, list[Price]] = defaultdict(list)
    for price in prices:
        groups[key(price)].append(price)
    return dict(groups)


def _each_once(prices: Sequence[Price]) -> list[Price]:
    """The prices without those that only say again what another says."""
    return list({(_days(price), price.amount, price.note): price for price in reversed(prices)}.values())[::-1]  # fmt: skip


def _of(price: Price) -> _Key:
    """What has to be the same, part number apart, for two prices to be of one thing."""
    return (fold(price.tier), price.min_quantity, price.term_months, price.currency)


def _bought(price: Price) -> _Key:
    """What one amount buys."""
    return (fold(price.unit), price.pack_size, price.amount_is_for, price.per)


def _exactly(price: Price) -> _Key:
    return (price.sku, fold(price.region), *_of(price), *_bought(price))


def _spelled_otherwise(price: Price) -> _Key:
    return (compact(price.sku) or price.sku, fold(price.region), *_of(price), *_bought(price))


def _bought_otherwise(price: Price) -> _Key:
    return (compact(price.sku) or price.sku, fold(price.region), *_of(price))


def _in_another_region(price: Price) -> _Key:
    return (compact(price.sku) or price.sku, *_of(price), *_bought(price))


def _days(price: Price) -> Days:
    return (price.first_day, price.last_day)


def _meet(one: Price, other: Price) -> bool:
    """Whether both hold on some day."""
    return (one.last_day is None or other.first_day is None or other.first_day <= one.last_day) and (
        other.last_day is None or one.first_day is None or one.first_day <= other.last_day
    )  # fmt: skip
