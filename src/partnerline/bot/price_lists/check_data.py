"""How a price list or a promotions table was read, as one plain object for scripts."""

from typing import Any

from partnerline.bot.price_lists.as_data import (
    day_string,
    decimal_string,
    money_string,
    price_object,
    refusal_object,
)
from partnerline.bot.price_lists.file import ListFile
from partnerline.bot.price_lists.table_facts import TableFacts, facts_of
from partnerline.ingest.prices.summary import ColumnReading
from partnerline.knowledge.pricing.offers import Promotion


def checked(found: ListFile) -> dict[str, Any]:
    """All that was taken and refused, with every price."""
    around = found.around
    return {
        "file": found.path,
        "library": str(around.library) if around.library else None,
        "rule": _rule(found) if around.library else None,
        "kind": found.kind,
        "tiers": sorted(around.named.tiers),
        "regions": sorted(around.named.regions),
        "taken": found.taken,
        "tables": [_table(facts) for facts in facts_of(found)],
        "promotions": [_promotion(one) for one in found.promotions.promotions],
        "refused": [refusal_object(one) for one in found.refused],
        "notes": list(found.reading.notes),
    }


def _rule(found: ListFile) -> dict[str, Any]:
    rule = found.around.rule
    return {
        "match": rule.match,
        "prices": "net" if rule.net else "list",
        "public": rule.audience.public,
        "audience": {
            name: sorted(values)
            for name in ("tiers", "regions", "partners")
            if (values := getattr(rule.audience, name)) is not None
        },
        "valid_from": day_string(rule.valid_from),
        "valid_until": day_string(rule.valid_until),
    }


def _table(facts: TableFacts) -> dict[str, Any]:
    table = facts.table
    return {
        "name": table.name,
        "cell": table.locator,
        "heading_rows": list(table.heading_rows),
        "rows": list(table.rows) if table.rows else None,
        "taken": table.prices,
        "refused": table.refused,
        "columns": [_column(column) for column in table.columns],
        "holds": [
            {"what": fact.what, "value": fact.value, "said_by": fact.said_by or None}
            for fact in facts.holds
        ],
        "prices": [price_object(price) for price in facts.prices],
    }


def _column(column: ColumnReading) -> dict[str, Any]:
    return {
        "cell": column.locator,
        "heading": column.heading,
        "taken_for": None if column.why else column.meaning,
        "why_not": column.why or None,
        "prices": column.prices,
    }


def _promotion(one: Promotion) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "applies_to": list(one.applies_to),
        "percent": None if one.percent is None else decimal_string(one.percent * 100),
        "fixed": money_string(one.fixed),
        "currency": one.currency,
        "first_day": day_string(one.first_day),
        "last_day": day_string(one.last_day),
        "min_quantity": one.min_quantity,
        "regions": sorted(one.regions),
        "tiers": sorted(one.tiers),
        "stacks": one.stacks,
        "cell": one.locator,
    }
