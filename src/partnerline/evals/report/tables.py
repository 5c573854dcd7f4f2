"""A report's tables as plain text, the same for every form of it."""

from collections.abc import Iterator, Mapping

from partnerline.evals.comparing import SORTS, Comparison
from partnerline.evals.estimates import FITS, Interval, Latency, Rate
from partnerline.evals.measures import (
    COUNTS,
    MEANS,
    MULTIPLES,
    RATES,
    estimate_of,
    fit_interval,
    multiple_of,
    title,
)
from partnerline.evals.metrics import Metrics

Row = tuple[str, ...]
NOTHING = "–"


def measure_rows(columns: Mapping[str, Metrics]) -> Iterator[Row]:
    """One row a measure: its name, then its value in each column."""
    every = columns.values()
    yield ("Cases", *(str(m.n) for m in every))
    for name in (*RATES, *MEANS):
        yield (title(name), *(estimated(name, m) for m in every))
    for name, ids in COUNTS.items():
        yield (title(name), *(str(len(ids(m))) for m in every))
    for name in FITS:
        yield (title(name), *(_fit(name, m) for m in every))
    yield ("Latency, median", *(_time(m.latency, "median") for m in every))
    yield ("Latency, p95", *(_time(m.latency, "p95") for m in every))
    yield ("Embedding alone, median", *(_time(m.embedding, "median") for m in every))
    yield ("Latency as a multiple of it, median / p95", *(_multiples(m) for m in every))


def kind_rows(kinds: Mapping[str, Metrics]) -> Iterator[Row]:
    """One row a kind, under `KIND_HEADINGS`."""
    for kind, metrics in kinds.items():
        low, high = metrics.correct.interval
        yield (
            kind,
            str(metrics.n),
            str(metrics.correct.hits),
            f"{metrics.correct.value or 0:.0%} ({low:.0%} to {high:.0%})",
            _of(metrics.escalation_recall),
            _of(metrics.escalation_precision),
            milliseconds(metrics.latency),
        )


KIND_HEADINGS = (
    "Kind",
    "Cases",
    "Right",
    "Share (95 %)",
    "Escalated that must be",
    "Escalations that were right",
    "Latency, median / p95",
)


def change_rows(comparison: Comparison) -> Iterator[Row]:
    """One row a change, under `CHANGE_HEADINGS`, worse ones first."""
    for change in comparison.changes:
        yield change.sort, change.id, change.split.replace("_", " "), change.says


CHANGE_HEADINGS = ("", "Case", "Split", "What differs")


def changes_in_short(comparison: Comparison) -> str:
    """How many cases changed in which way."""
    counts = ((sort, len(comparison.of(sort))) for sort in SORTS)
    said = [f"{count} {sort}" for sort, count in counts if count]
    return ", ".join((*said, f"{comparison.same} the same"))


def estimated(name: str, metrics: Metrics) -> str:
    """A share or a mean with its interval and what it rests on, or a dash where there was nothing to measure."""
    estimate = estimate_of(name, metrics)
    if estimate is None or estimate.value is None:
        return NOTHING
    low, high = estimate.interval
    if isinstance(estimate, Rate):
        of = f"{estimate.hits} of {estimate.n}"
        return f"{estimate.value:.1%} ({low:.0%} to {high:.0%}), {of}"
    return f"{_between(estimate.value, (low, high))}, n {estimate.n}"


def milliseconds(latency: Latency | None) -> str:
    """Median and 95th percentile."""
    return f"{latency.median:.1f} / {latency.p95:.1f} ms" if latency else NOTHING


def _of(rate: Rate) -> str:
    return f"{rate.hits} of {rate.n}" if rate.n else NOTHING


def _fit(name: str, metrics: Metrics) -> str:
    if metrics.calibration is None:
        return NOTHING
    value = FITS[name](metrics.calibration)
    return f"{_between(value, fit_interval(name, metrics))}, n {metrics.calibration.n}"


def _between(value: float, interval: Interval) -> str:
    return f"{value:.3f} ({interval[0]:.3f} to {interval[1]:.3f})"


def _time(latency: Latency | None, which: str) -> str:
    if latency is None:
        return NOTHING
    median = which == "median"
    value = latency.median if median else latency.p95
    low, high = latency.median_interval if median else latency.p95_interval
    return f"{value:.1f} ms ({low:.1f} to {high:.1f}), n {latency.n}"


def _multiples(metrics: Metrics) -> str:
    held = [multiple_of(name, metrics) for name in MULTIPLES]
    return " / ".join(NOTHING if one is None else f"{one:.1f} ×" for one in held)
