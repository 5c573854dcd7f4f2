"""The measures by the names that gates and reports call them."""

from collections.abc import Callable, Mapping

from partnerline.evals.estimates import FITS, Interval, Latency, Mean, Rate, fit_intervals
from partnerline.evals.finding import MEASURES
from partnerline.evals.metrics import Metrics

RATES: Mapping[str, Callable[[Metrics], Rate]] = {
    "correct": lambda m: m.correct,
    "answer_correctness": lambda m: m.answer_correctness,
    "exact_price": lambda m: m.exact_price,
    "coverage": lambda m: m.coverage,
    "selective_risk": lambda m: m.selective_risk,
    "escalation_recall": lambda m: m.escalation_recall,
    "escalation_precision": lambda m: m.escalation_precision,
}


def _finding(name: str) -> Callable[[Metrics], Mean]:
    return lambda m: m.finding[name]


MEANS: Mapping[str, Callable[[Metrics], Mean]] = {
    **{name: _finding(name) for name in MEASURES},
    "citation_precision": lambda m: m.citation_precision,
    "citation_recall": lambda m: m.citation_recall,
    "groundedness": lambda m: m.groundedness,
}

COUNTS: Mapping[str, Callable[[Metrics], tuple[str, ...]]] = {
    "wrong_prices": lambda m: m.wrong_prices,
    "leaks": lambda m: m.leaks,
    "failed": lambda m: m.failed,
    "ungrounded": lambda m: m.ungrounded,
}

TIMES: Mapping[str, Callable[[Latency], float]] = {
    "median_ms": lambda t: t.median,
    "p95_ms": lambda t: t.p95,
}

MULTIPLES: Mapping[str, Callable[[Latency], float]] = {
    "median_embeddings": lambda t: t.median,
    "p95_embeddings": lambda t: t.p95,
}
"""An answer's time as a multiple of the median time that embedding a question takes."""

NAMES = (*RATES, *MEANS, *COUNTS, *FITS, *TIMES, *MULTIPLES)

TITLES: Mapping[str, str] = {
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
    "brier": "Brier score",
    "risk_coverage_area": "Area under risk and coverage (AURC)",
    "wrong_prices": "Wrong prices (cases)",
    "leaks": "Leaks (cases)",
    "failed": "Broke (cases)",
    "ungrounded": "With a sentence that rests on nothing (cases)",
}


def title(name: str) -> str:
    """A measure's name as a heading."""
    return TITLES.get(name, name.replace("_", " ").capitalize())


def value_of(name: str, metrics: Metrics) -> float | None:
    """The measure's value, or `None` where no case gave one. Raises `KeyError` for a name that isn't in `NAMES`."""
    if metrics.n == 0:
        return None
    if name in COUNTS:
        return len(COUNTS[name](metrics))
    if estimate := estimate_of(name, metrics):
        return estimate.value
    if name in FITS:
        return FITS[name](metrics.calibration) if metrics.calibration else None
    if name in TIMES:
        return TIMES[name](metrics.latency) if metrics.latency else None
    return multiple_of(name, metrics)


def estimate_of(name: str, metrics: Metrics) -> Rate | Mean | None:
    """The share or the mean of that name, if it is one."""
    if name in RATES:
        return RATES[name](metrics)
    return MEANS[name](metrics) if name in MEANS else None


def multiple_of(name: str, metrics: Metrics) -> float | None:
    """One of `MULTIPLES`, or `None` where the embedding wasn't timed or took no time."""
    latency, embedding = metrics.latency, metrics.embedding
    if latency is None or embedding is None or not embedding.median:
        return None
    return MULTIPLES[name](latency) / embedding.median


def fit_interval(name: str, metrics: Metrics) -> Interval:
    """The interval of one of `FITS`; raises `ValueError` where there is no calibration."""
    return fit_intervals(metrics.scored)[name]


def rests_on(name: str, metrics: Metrics) -> str:
    """The cases behind a count, or what a share or a mean is of; empty for the rest."""
    estimate = estimate_of(name, metrics)
    if estimate is not None:
        low, high = estimate.interval
        of = f"{estimate.hits} of {estimate.n}" if isinstance(estimate, Rate) else f"n {estimate.n}"
        return f"{of}, 95 % {low:.3g} to {high:.3g}"
    if name not in COUNTS:
        return ""
    ids = COUNTS[name](metrics)
    return named(ids) if ids else f"of {metrics.n}"


def named(ids: tuple[str, ...]) -> str:
    """The cases by their names."""
    return f"{'case' if len(ids) == 1 else 'cases'} {', '.join(ids)}"
