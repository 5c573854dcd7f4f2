"""A report as data: what `report.schema.json`, beside this file, describes."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from partnerline.evals.calibration import Calibration
from partnerline.evals.gates import Verdict
from partnerline.evals.measures import COUNTS, FITS, RATES
from partnerline.evals.metrics import Latency, Metrics, Rate
from partnerline.evals.model import Case, CaseResult, ExpectedPrice
from partnerline.evals.report.report import Report
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.quote import Quote

VERSION = 1

Data = dict[str, Any]


def as_data(report: Report) -> Data:
    """The whole report in JSON's types; amounts are decimal strings."""
    result = report.result
    return {
        "version": VERSION,
        "made_at": report.made_at.isoformat(),
        "about": dict(report.about),
        "passed": result.passed,
        "gates": [_gate(verdict) for verdict in result.verdicts],
        "overall": _metrics(result.overall()),
        "by_split": {split: _metrics(m) for split, m in result.by_split().items()},
        "by_kind": {kind: _metrics(m) for kind, m in result.by_kind().items()},
        "cases": [_case(one) for one in result.results],
    }


def _gate(verdict: Verdict) -> Data:
    return {**verdict.gate.model_dump(), "passed": verdict.passed, "says": verdict.says}


def _metrics(metrics: Metrics) -> Data:
    return {
        "n": metrics.n,
        "rates": {name: _rate(read(metrics)) for name, read in RATES.items()},
        "counts": {name: list(read(metrics)) for name, read in COUNTS.items()},
        "calibration": _calibration(metrics.calibration),
        "latency_ms": _latency(metrics.latency),
        "embedding_ms": _latency(metrics.embedding),
    }


def _rate(rate: Rate) -> Data:
    low, high = rate.interval
    return {"hits": rate.hits, "n": rate.n, "value": rate.value, "low_95": low, "high_95": high}


def _calibration(calibration: Calibration | None) -> Data | None:
    if calibration is None:
        return None
    return {
        "n": calibration.n,
        **{name: read(calibration) for name, read in FITS.items()},
        "bins": [asdict(one) for one in calibration.bins],
        "risk_coverage": [list(point) for point in calibration.curve],
    }


def _latency(latency: Latency | None) -> Data | None:
    return asdict(latency) if latency else None


def _case(result: CaseResult) -> Data:
    case = result.case
    return {
        "id": case.id,
        "kind": case.kind,
        "split": case.split,
        "question": case.question,
        "history": [asdict(turn) for turn in case.history],
        "partner": case.partner,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "expected": _expected(case),
        "score": result.score,
        "checks": [asdict(check) for check in result.checks],
        "failure": result.failure or None,
        "note": result.note or None,
        "took_ms": result.took_ms,
        "embed_ms": result.embed_ms,
        "answer": _answer(result.answer) if result.answer else None,
    }


def _expected(case: Case) -> Data:
    expected = case.expected
    return {
        "outcomes": list(expected.outcomes),
        "reasons": [str(reason) for reason in expected.reasons],
        "contains": list(expected.contains),
        "excludes": list(expected.excludes),
        "sources": list(expected.sources),
        "price": _price(expected.price) if expected.price else None,
    }


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
        "citations": [asdict(cited) for cited in answer.citations],
        "found": [asdict(cited) for cited in answer.found],
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
