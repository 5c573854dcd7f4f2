"""Prices, refusals and differences as plain objects, for scripts: money as decimal strings, days as YYYY-MM-DD."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from partnerline.bot.price_lists.words import to_the_cent
from partnerline.ingest.prices.difference import Change, Difference, Doubt, Pair
from partnerline.ingest.prices.drafts import Refusal
from partnerline.knowledge.pricing.price import Price


def price_object(price: Price) -> dict[str, Any]:
    """A price with everything that decides what it is for."""
    return {
        "sku": price.sku,
        "name": price.name,
        "amount": money_string(price.amount),
        "currency": price.currency,
        "per": price.per,
        "unit": price.unit,
        "pack_size": price.pack_size,
        "amount_is_for": price.amount_is_for,
        "tier": price.tier,
        "partners": sorted(price.list.audience.partners or ()),
        "min_quantity": price.min_quantity,
        "max_quantity": price.max_quantity,
        "term_months": price.term_months,
        "region": price.region,
        "valid_from": day_string(price.first_day),
        "valid_until": day_string(price.last_day),
        "note": price.note,
        "cell": price.locator,
    }


def refusal_object(refusal: Refusal) -> dict[str, Any]:
    """A cell that was left out, and why."""
    return {"cell": refusal.locator, "text": refusal.text, "why": refusal.why}


def difference_object(
    found: Difference,
    *,
    old: tuple[str, Sequence[Refusal]],
    new: tuple[str, Sequence[Refusal]],
) -> dict[str, Any]:
    """The whole comparison; `old` and `new` are each file's name and the cells refused in it."""
    return {
        "old": old[0],
        "new": new[0],
        "counts": {
            "rose": len(found.rose),
            "fell": len(found.fell),
            "unchanged": len(found.same),
            "came": len(found.came),
            "went": len(found.went),
            "changed": len(found.changed),
            "in_doubt": len(found.doubts),
            "refused_old": len(old[1]),
            "refused_new": len(new[1]),
        },
        "mean_percent": decimal_string(found.mean_percent),
        "median_percent": decimal_string(found.median_percent),
        "rose": [_moved(pair) for pair in found.rose],
        "fell": [_moved(pair) for pair in found.fell],
        "came": [price_object(price) for price in found.came],
        "went": [price_object(price) for price in found.went],
        "changed": [_change(change) for change in found.changed],
        "in_doubt": [_doubt(doubt) for doubt in found.doubts],
        "refused_old": [refusal_object(one) for one in old[1]],
        "refused_new": [refusal_object(one) for one in new[1]],
    }


def _moved(pair: Pair) -> dict[str, Any]:
    return {
        "old": price_object(pair.old),
        "new": price_object(pair.new),
        "difference": money_string(pair.difference),
        "percent": decimal_string(pair.percent),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "what": change.what,
        "before": change.before,
        "after": change.after,
        "prices": [
            {"sku": pair.new.sku, "old_cell": pair.old.locator, "new_cell": pair.new.locator}
            for pair in change.pairs
        ],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "why": doubt.why,
        "old": [price_object(price) for price in doubt.old],
        "new": [price_object(price) for price in doubt.new],
    }


def decimal_string(value: Decimal | None) -> str | None:
    """The amount with all its digits."""
    return None if value is None else format(value, "f")


def money_string(amount: Decimal | None) -> str | None:
    """The amount with two decimals or more."""
    return None if amount is None else decimal_string(to_the_cent(amount))


def day_string(value: date | None) -> str | None:
    """The day as YYYY-MM-DD."""
    return None if value is None else value.isoformat()
