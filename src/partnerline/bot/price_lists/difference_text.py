"""How two price lists differ, for a person."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from partnerline.bot.price_lists.columns import aligned, wrapped
from partnerline.bot.price_lists.words import (
    amount_of,
    conditions_of,
    counted,
    days_of,
    first_of,
    number_of,
    refusals,
    signed,
)
from partnerline.ingest.prices.difference import Change, Difference, Doubt, Pair
from partnerline.ingest.prices.drafts import Refusal
from partnerline.knowledge.pricing.price import Price

_MOVED = ("part number", "name", "for", "old", "new", "", "change", "%")
_STANDING = ("part number", "name", "for", "amount", "", "days", "cell")
_CHANGED = ("part number", "what", "before", "after", "prices")


def rendered(
    found: Difference,
    *,
    old: tuple[str, Sequence[Refusal]],
    new: tuple[str, Sequence[Refusal]],
    every: bool = False,
) -> str:
    """The whole comparison within 100 columns; `old` and `new` are each file's name and the cells refused in it."""
    lines = [
        *_summary(found, old, new),
        *_moved("Rose", found.rose, every=every),
        *_moved("Fell", found.fell, every=every),
        *_standing("Came", found.came, every=every),
        *_standing("Went", found.went, every=every),
        *_changed(found.changed, every=every),
        *_doubts(found.doubts, every=every),
    ]
    for name, refused in (old, new):
        lines += refusals(f"Refused in {name}", refused, every=every)
    return "\n".join(lines)


def _summary(
    found: Difference, old: tuple[str, Sequence[Refusal]], new: tuple[str, Sequence[Refusal]]
) -> Iterator[str]:
    yield from wrapped(f"{old[0]} → {new[0]}", indent="")
    counts = {
        "rose": len(found.rose),
        "fell": len(found.fell),
        "unchanged": len(found.same),
        "came": len(found.came),
        "went": len(found.went),
        "in doubt": len(found.doubts),
        "cells refused": len(old[1]) + len(new[1]),
    }
    yield "  " + ", ".join(f"{count:,} {name}" for name, count in counts.items())
    mean, median = found.mean_percent, found.median_percent
    if mean is not None and median is not None:
        moved = counted(len(found.rose) + len(found.fell), "price")
        yield f"  Of the {moved} that moved: mean {_percent(mean)} %, median {_percent(median)} %"


def _percent(value: Decimal | None) -> str:
    return "" if value is None else f"{value:+,}"


def _moved(title: str, pairs: Sequence[Pair], *, every: bool) -> list[str]:
    if not pairs:
        return []
    shown, more = first_of(pairs, every=every)
    rows = [_moved_row(pair) for pair in shown]
    table = aligned(_MOVED, rows, right=("old", "new", "change", "%"), whole=("part number", ""))
    return ["", f"{title}: {counted(len(pairs), 'price')}", *table, *more]


def _moved_row(pair: Pair) -> tuple[str, ...]:
    old, new = pair.old, pair.new
    by = pair.difference
    return (
        number_of(new),
        new.name,
        conditions_of(new),
        amount_of(old),
        amount_of(new),
        new.currency,
        "" if by is None else signed(by),
        _percent(pair.percent),
    )


def _standing(title: str, prices: Sequence[Price], *, every: bool) -> list[str]:
    if not prices:
        return []
    shown, more = first_of(prices, every=every)
    days = {days_of(price) for price in prices}
    alike = days.pop() if len(days) == 1 else ""
    rows = [
        (number_of(p), p.name, conditions_of(p), amount_of(p), p.currency, "" if alike else days_of(p), p.locator)
        for p in shown
    ]  # fmt: skip
    table = aligned(_STANDING, rows, right=("amount",), whole=("part number", "", "days", "cell"))
    held = f", in force {alike}" if alike else ""
    return ["", f"{title}: {counted(len(prices), 'price')}{held}", *table, *more]


def _changed(changes: Sequence[Change], *, every: bool) -> list[str]:
    if not changes:
        return []
    shown, more = first_of(sorted(changes, key=lambda one: -len(one.pairs)), every=every)
    rows = [
        (_part_numbers(one), one.what, one.before or "nothing said", one.after or "nothing said", f"{len(one.pairs):,}")
        for one in shown
    ]  # fmt: skip
    table = aligned(_CHANGED, rows, right=("prices",), whole=("what",))
    return ["", f"Changed besides: {len(changes):,}", *table, *more]


def _part_numbers(change: Change) -> str:
    if len(change.pairs) == 1:
        only = change.pairs[0].new
        return f"{only.sku} ({conditions_of(only)})"
    numbers = list(dict.fromkeys(pair.new.sku for pair in change.pairs))
    return numbers[0] if len(numbers) == 1 else counted(len(numbers), "part number")


def _doubts(doubts: Sequence[Doubt], *, every: bool) -> list[str]:
    if not doubts:
        return []
    shown, more = first_of(doubts, every=every)
    lines = [line for one in shown for line in wrapped(_doubt(one))]
    return ["", f"Can't be compared: {len(doubts):,}", *lines, *more]


def _doubt(doubt: Doubt) -> str:
    first = (*doubt.old, *doubt.new)[0]
    cells = f"old {_cells(doubt.old)}, new {_cells(doubt.new)}"
    return f"{first.sku} ({conditions_of(first)}): {doubt.why}: {cells}"


def _cells(prices: Sequence[Price]) -> str:
    named = [f"{price.locator} {amount_of(price)}" for price in prices[:4]]
    return "; ".join(named) or "none"
