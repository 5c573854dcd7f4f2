"""An answer as scripts read it: one JSON object, its fields a public interface."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal

CENT = Decimal("0.01")


def answer_object(answer: Answer, *, escalation_id: str | None, took_ms: float) -> dict[str, Any]:
    """The answer's fields; `took_ms` is from question to answer, inside the process."""
    return {
        "outcome": answer.outcome,
        "text": answer.text,
        "confidence": round(answer.confidence, 4),
        "reason": answer.reason.value if answer.reason else None,
        "citations": [
            {"source": c.source, "locator": c.locator, "quote": c.quote} for c in answer.citations
        ],
        "quote": quote_object(answer.quote) if answer.quote else None,
        "quotes": [quote_object(quote) for quote in answer.quotes],
        "escalation_id": escalation_id,
        "took_ms": round(took_ms, 3),
    }


def as_line(fields: Mapping[str, Any]) -> str:
    """The object on one line, whatever a reader takes for the end of one."""
    text = json.dumps(fields, ensure_ascii=False)
    for character in ("\u0085", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def quote_object(quote: Quote) -> dict[str, Any]:
    """A quote's fields; money is a decimal string."""
    return {
        "currency": quote.currency,
        "lines": [_line(line, quote.price_list) for line in quote.lines],
        "total": money(quote.total),
        "price_list": quote.price_list,
        "valid_from": _day(quote.valid_from),
        "valid_until": _day(quote.valid_until),
        "as_of": _day(quote.as_of),
        "subtotals": [_subtotal(subtotal) for subtotal in quote.subtotals],
    }


def _line(line: QuoteLine, price_list: str) -> dict[str, Any]:
    return {
        "sku": line.sku,
        "name": line.name,
        "quantity": line.quantity,
        "unit": line.unit,
        "list_price": money(line.list_price),
        "unit_price": money(line.unit_price),
        "term_months": line.term_months,
        "amount": money(line.amount),
        "applied": list(line.applied),
        "price_list": line.price_list or price_list,
        "cell": line.cell,
        "per": line.per,
        "pack_size": line.pack_size,
        "valid_from": _day(line.valid_from),
        "valid_until": _day(line.valid_until),
        "listed": line.listed,
    }


def _subtotal(subtotal: Subtotal) -> dict[str, Any]:
    return {
        "kind": subtotal.kind,
        "amount": money(subtotal.amount),
        "term_months": subtotal.term_months,
        "a_month": None if subtotal.a_month is None else money(subtotal.a_month),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def money(amount: Decimal) -> str:
    """An amount with its cents; digits beyond the cent stay where a list has them."""
    return f"{amount.quantize(CENT) if amount == amount.quantize(CENT) else amount:f}"
