"""Nouns to rows and back: what is decoded equals what was encoded, money and days included."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.model import Answer, Citation, Reason, Turn
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal

Stored = dict[str, Any]
"""What JSON can say."""


def encode_answer(answer: Answer) -> Stored:
    """The answer's fields by name, each as JSON can say it."""
    return {
        "outcome": answer.outcome,
        "text": answer.text,
        "confidence": float(answer.confidence),
        "reason": answer.reason.value if answer.reason else None,
        "citations": [_encode_citation(citation) for citation in answer.citations],
        "quote": encode_quote(answer.quote) if answer.quote else None,
        "quotes": [encode_quote(quote) for quote in answer.quotes],
        "choices": list(answer.choices),
        "found": [_encode_citation(citation) for citation in answer.found],
        "doubt": answer.doubt,
        "signals": {name: _number(value) for name, value in answer.signals.items()},
        "decision": _encode_decision(answer.decision) if answer.decision else None,
    }


def decode_answer(stored: Mapping[str, Any]) -> Answer:
    """The answer that was encoded; a field that was not yet kept in its day has its default."""
    return Answer(
        outcome=stored["outcome"],
        text=stored["text"],
        confidence=stored["confidence"],
        reason=Reason(stored["reason"]) if stored["reason"] else None,
        citations=_citations(stored.get("citations")),
        quote=decode_quote(stored["quote"]) if stored.get("quote") else None,
        quotes=tuple(decode_quote(quote) for quote in stored.get("quotes") or ()),
        choices=tuple(stored.get("choices") or ()),
        found=_citations(stored.get("found")),
        doubt=stored.get("doubt") or "",
        signals={name: float(value) for name, value in (stored.get("signals") or {}).items()},
        decision=_decode_decision(stored["decision"]) if stored.get("decision") else None,
    )


def encode_quote(quote: Quote) -> Stored:
    """The quote with amounts and days as strings, which keep each digit."""
    return {
        "currency": quote.currency,
        "lines": [_encode_line(line) for line in quote.lines],
        "total": str(quote.total),
        "price_list": quote.price_list,
        "valid_from": _day(quote.valid_from),
        "valid_until": _day(quote.valid_until),
        "subtotals": [_encode_subtotal(subtotal) for subtotal in quote.subtotals],
        "as_of": _day(quote.as_of),
    }


def decode_quote(stored: Mapping[str, Any]) -> Quote:
    """The quote that was encoded; a field that was not yet kept in its day has its default."""
    return Quote(
        currency=stored["currency"],
        lines=tuple(_decode_line(line) for line in stored["lines"]),
        total=Decimal(stored["total"]),
        price_list=stored["price_list"],
        valid_from=_from_day(stored["valid_from"]),
        valid_until=_from_day(stored["valid_until"]),
        subtotals=tuple(_decode_subtotal(part) for part in stored.get("subtotals") or ()),
        as_of=_from_day(stored.get("as_of")),
    )


def encode_turns(turns: Iterable[Turn]) -> list[Stored]:
    """The turns in their order."""
    return [asdict(turn) for turn in turns]


def decode_turns(stored: Iterable[Mapping[str, Any]]) -> tuple[Turn, ...]:
    """The turns that were encoded."""
    return tuple(
        Turn(role=turn["role"], text=turn["text"], author=turn.get("author") or "")
        for turn in stored
    )


def _encode_line(line: QuoteLine) -> Stored:
    money = {name: str(getattr(line, name)) for name in ("list_price", "unit_price", "amount")}
    held = {"valid_from": _day(line.valid_from), "valid_until": _day(line.valid_until)}
    return {**asdict(line), **money, **held, "applied": list(line.applied)}


def _decode_line(stored: Mapping[str, Any]) -> QuoteLine:
    return QuoteLine(
        sku=stored["sku"],
        name=stored["name"],
        quantity=stored["quantity"],
        unit=stored["unit"],
        list_price=Decimal(stored["list_price"]),
        unit_price=Decimal(stored["unit_price"]),
        amount=Decimal(stored["amount"]),
        term_months=stored["term_months"],
        applied=tuple(stored["applied"]),
        cell=stored["cell"],
        row=stored["row"],
        price_list=stored.get("price_list") or "",
        per=stored.get("per") or "once",
        pack_size=stored.get("pack_size") or 1,
        valid_from=_from_day(stored.get("valid_from")),
        valid_until=_from_day(stored.get("valid_until")),
        listed=stored.get("listed", True),
    )


def _encode_subtotal(subtotal: Subtotal) -> Stored:
    a_month = None if subtotal.a_month is None else str(subtotal.a_month)
    return {**asdict(subtotal), "amount": str(subtotal.amount), "a_month": a_month}


def _decode_subtotal(stored: Mapping[str, Any]) -> Subtotal:
    return Subtotal(
        kind=stored["kind"],
        amount=Decimal(stored["amount"]),
        term_months=stored["term_months"],
        a_month=None if stored["a_month"] is None else Decimal(stored["a_month"]),
    )


def _encode_decision(decision: Decision) -> Stored:
    return {
        **asdict(decision),
        "effects": [{**asdict(effect), "off": str(effect.off)} for effect in decision.effects],
    }


def _decode_decision(stored: Mapping[str, Any]) -> Decision:
    return Decision(
        wish=stored["wish"],
        what=stored["what"],
        facts=tuple(stored["facts"]),
        effects=tuple(
            Effect(**{**effect, "off": Decimal(effect["off"])}) for effect in stored["effects"]
        ),
        unknown=tuple(stored["unknown"]),
    )


def _encode_citation(citation: Citation) -> Stored:
    return {**asdict(citation), "day": _day(citation.day)}


def _citations(stored: Iterable[Mapping[str, Any]] | None) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            source=one["source"],
            locator=one["locator"],
            quote=one["quote"],
            day=_from_day(one.get("day")),
        )
        for one in stored or ()
    )


def _number(value: float) -> float | str:
    """The number, or its name where JSON has none for it."""
    number = float(value)
    return number if math.isfinite(number) else str(number)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _from_day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
