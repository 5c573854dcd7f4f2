"""Holds a document's promotions against each other: none is taken twice, and none that contradicts another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from partnerline.ingest.prices.drafts import Refusal
from partnerline.ingest.prices.folding import fold
from partnerline.knowledge.pricing.offers import Promotion


def settled(promotions: Sequence[Promotion]) -> tuple[list[Promotion], list[Refusal]]:
    """The promotions in their order, each once, without those that contradict each other; and refusals for those."""
    each = list({_contents(one): one for one in reversed(promotions)}.values())[::-1]
    groups: dict[str, list[Promotion]] = defaultdict(list)
    for one in each:
        groups[fold(one.code or one.name)].append(one)
    against = {
        one.locator: other.locator
        for group in groups.values()
        for one in group
        for other in group
        if one is not other and _contradict(one, other)
    }
    refused = [
        Refusal(
            locator=one.locator,
            text=one.code or one.name,
            why=f"contradicts {against[one.locator]}: the same promotion of the same thing takes off something else",
        )
        for one in each
        if one.locator in against
    ]
    return [one for one in each if one.locator not in against], refused


def _contents(one: Promotion) -> Promotion:
    return replace(one, locator="", row_text="")


def _contradict(one: Promotion, other: Promotion) -> bool:
    """Whether some order on some day would have both, at different prices."""
    worth = (one.percent, one.fixed) != (other.percent, other.fixed)
    same_money = not (one.currency and other.currency and one.currency != other.currency)
    return (
        worth
        and same_money
        and one.min_quantity == other.min_quantity
        and not {fold(a) for a in one.applies_to}.isdisjoint(fold(b) for b in other.applies_to)
        and _meet(one.regions, other.regions)
        and _meet(one.tiers, other.tiers)
        and _before(one.first_day, other.last_day)
        and _before(other.first_day, one.last_day)
    )


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _before(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
