"""A case's result as data."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from partnerline.evals.judging_report import verdict_data
from partnerline.evals.model import Case, CaseResult, ExpectedPrice, Judged
from partnerline.evals.plain import citation_object, turn_object
from partnerline.knowledge.model import Answer, Citation
from partnerline.knowledge.pricing.quote import Quote

Data = dict[str, Any]


def case_data(result: CaseResult) -> Data:
    """The case, what was expected, what came back and what was found amiss; amounts are decimal strings."""
    case = result.case
    return {
        "id": case.id,
        "kind": case.kind,
        "split": case.split,
        "question": case.question,
        "history": [turn_object(turn) for turn in case.history],
        "partner": case.partner,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "expected": _expected(case),
        "score": result.score,
        "checks": [asdict(check) for check in result.checks],
        "failure": result.failure or None,
        "note": " ".join(filter(None, (case.note, result.note))) or None,
        "took_ms": result.took_ms,
        "embed_ms": result.embed_ms,
        "answer": _answer(result.answer) if result.answer else None,
        "found": None if result.ranked is None else [_place(cited) for cited in result.ranked],
        "judged": verdict_data(result),
        "ungrounded": [asdict(said) for said in result.statements if said.fault],
    }


def _expected(case: Case) -> Data:
    expected = case.expected
    return {
        "outcomes": list(expected.outcomes),
        "reasons": [str(reason) for reason in expected.reasons],
        "contains": list(expected.contains),
        "excludes": list(expected.excludes),
        "sources": list(expected.sources),
        "passages": [asdict(place) for place in expected.passages],
        "price": _price(expected.price) if expected.price else None,
        "judged": _judged(expected.judged) if expected.judged else None,
        "judge": expected.judge or None,
    }


def _judged(judged: Judged) -> Data:
    return {**asdict(judged), "sources": list(judged.sources)}


def _place(cited: Citation) -> Data:
    return {"source": cited.source, "locator": cited.locator}


def _price(price: ExpectedPrice) -> Data:
    return {
        "currency": price.currency,
        "sku": price.sku,
        "quantity": price.quantity,
        "unit_price": None if price.unit_price is None else str(price.unit_price),
        "total": None if price.total is None else str(price.total),
    }


def _answer(answer: Answer) -> Data:
    return {
        "outcome": answer.outcome,
        "reason": str(answer.reason) if answer.reason else None,
        "confidence": _finite(answer.confidence),
        "text": answer.text,
        "citations": [citation_object(cited) for cited in answer.citations],
        "found": [citation_object(cited) for cited in answer.found],
        "doubt": answer.doubt,
        "quote": _quote(answer.quote) if answer.quote else None,
        "signals": _signals(answer.signals),
    }


def _quote(quote: Quote) -> Data:
    return {
        "currency": quote.currency,
        "lines": [
            {
                "sku": line.sku,
                "quantity": line.quantity,
                "unit_price": str(line.unit_price),
                "amount": str(line.amount),
                "applied": list(line.applied),
            }
            for line in quote.lines
        ],
        "total": str(quote.total),
        "price_list": quote.price_list,
    }


def _signals(signals: Mapping[str, float]) -> Data:
    return {name: _finite(value) for name, value in signals.items()}


def _finite(value: float) -> float | None:
    """The number, or `None` for one that JSON has no way to write."""
    return value if math.isfinite(value) else None
