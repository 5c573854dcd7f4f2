"""The measures by the names that gates and reports call them."""

from collections.abc import Callable, Mapping

from partnerline.evals.calibration import Calibration
from partnerline.evals.metrics import Latency, Metrics, Rate

RATES: Mapping[str, Callable[[Metrics], Rate]] = {
    "correct": lambda m: m.correct,
    "exact_price": lambda m: m.exact_price,
    "coverage": lambda m: m.coverage,
    "selective_risk": lambda m: m.selective_risk,
    "escalation_recall": lambda m: m.escalation_recall,
    "escalation_precision": lambda m: m.escalation_precision,
}

COUNTS: Mapping[str, Callable[[Metrics], tuple[str, ...]]] = {
    "wrong_prices": lambda m: m.wrong_prices,
    "leaks": lambda m: m.leaks,
    "failed": lambda m: m.failed,
}

FITS: Mapping[str, Callable[[Calibration], float]] = {
    "brier": lambda c: c.brier,
    "calibration_error": lambda c: c.error,
    "risk_coverage_area": lambda c: c.area,
}

TIMES: Mapping[str, Callable[[Latency], float]] = {
    "median_ms": lambda t: t.median,
    "p95_ms": lambda t: t.p95,
}

NAMES = (*RATES, *COUNTS, *FITS, *TIMES)


def value_of(name: str, metrics: Metrics) -> float | None:
    """The measure's value, or `None` where no case gave one. Raises `KeyError` for a name that isn't in `NAMES`."""
    if metrics.n == 0:
        return None
    if name in COUNTS:
        return len(COUNTS[name](metrics))
    if name in RATES:
        return RATES[name](metrics).value
    if name in FITS:
        return FITS[name](metrics.calibration) if metrics.calibration else None
    return TIMES[name](metrics.latency) if metrics.latency else None


def rests_on(name: str, metrics: Metrics) -> str:
    """The cases behind a count, or how many cases a share is of; empty for the rest."""
    if name in RATES:
        rate = RATES[name](metrics)
        return f"{rate.hits} of {rate.n}"
    if name not in COUNTS:
        return ""
    ids = COUNTS[name](metrics)
    word = "case" if len(ids) == 1 else "cases"
    return f"{word} {', '.join(ids)}" if ids else f"of {metrics.n}"
