"""A report as data: what `report.schema.json`, beside this file, describes."""

from dataclasses import asdict
from typing import Any

from partnerline.evals.comparing import Comparison
from partnerline.evals.estimates import FITS, Interval, Latency, Mean, Rate, fit_intervals
from partnerline.evals.gates import Verdict
from partnerline.evals.judging_report import judge_data
from partnerline.evals.measures import COUNTS, MEANS, MULTIPLES, RATES, multiple_of
from partnerline.evals.metrics import Metrics
from partnerline.evals.report.case_data import case_data
from partnerline.evals.report.report import Report

VERSION = 2

Data = dict[str, Any]


def as_data(report: Report) -> Data:
    """The whole report in JSON's types; amounts are decimal strings."""
    result = report.result
    return {
        "version": VERSION,
        "made_at": report.made_at.isoformat(),
        "about": dict(report.about),
        "passed": result.passed,
        "jobs": result.jobs,
        "gates": [_gate(verdict) for verdict in result.verdicts],
        "overall": _metrics(result.overall()),
        "by_split": {split: _metrics(m) for split, m in result.by_split().items()},
        "by_kind": {kind: _metrics(m) for kind, m in result.by_kind().items()},
        "judge": judge_data(result.results),
        "baseline": _comparison(result.comparison),
        "cases": [case_data(one) for one in result.results],
    }


def _gate(verdict: Verdict) -> Data:
    return {**verdict.gate.model_dump(), "passed": verdict.passed, "says": verdict.says}


def _metrics(metrics: Metrics) -> Data:
    return {
        "n": metrics.n,
        "rates": {
            name: {"hits": read(metrics).hits, **_estimate(read(metrics))}
            for name, read in RATES.items()
        },
        "means": {name: _estimate(read(metrics)) for name, read in MEANS.items()},
        "counts": {name: list(read(metrics)) for name, read in COUNTS.items()},
        "calibration": _calibration(metrics),
        "latency_ms": _latency(metrics.latency),
        "embedding_ms": _latency(metrics.embedding),
        "latency_in_embeddings": {name: multiple_of(name, metrics) for name in MULTIPLES},
    }


def _estimate(estimate: Rate | Mean) -> Data:
    return {"n": estimate.n, "value": estimate.value, **_between(estimate.interval)}


def _between(interval: Interval) -> Data:
    low, high = interval
    return {"low_95": low, "high_95": high}


def _calibration(metrics: Metrics) -> Data | None:
    calibration = metrics.calibration
    if calibration is None:
        return None
    intervals = fit_intervals(metrics.scored)
    return {
        "n": calibration.n,
        **{name: read(calibration) for name, read in FITS.items()},
        "intervals": {name: _between(intervals[name]) for name in FITS},
        "bins": [asdict(one) for one in calibration.bins],
        "risk_coverage": [list(point) for point in calibration.curve],
    }


def _latency(latency: Latency | None) -> Data | None:
    if latency is None:
        return None
    return {
        "n": latency.n,
        "median": latency.median,
        "median_95": list(latency.median_interval),
        "p95": latency.p95,
        "p95_95": list(latency.p95_interval),
    }


def _comparison(comparison: Comparison | None) -> Data | None:
    if comparison is None:
        return None
    return {
        "file": comparison.against,
        "same": comparison.same,
        "changes": [asdict(change) for change in comparison.changes],
    }
