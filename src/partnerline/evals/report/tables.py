"""A report's tables as plain text, the same for every form of it."""

from collections.abc import Iterator, Mapping

from partnerline.evals.measures import COUNTS, FITS, RATES
from partnerline.evals.metrics import Latency, Metrics, Rate

Row = tuple[str, ...]
NOTHING = "–"


def measure_rows(columns: Mapping[str, Metrics]) -> Iterator[Row]:
    """One row a measure: its name, then its value in each column."""
    every = columns.values()
    yield ("Cases", *(str(m.n) for m in every))
    for name, rate in RATES.items():
        yield (title(name), *(share(rate(m)) for m in every))
    for name, ids in COUNTS.items():
        yield (title(name), *(str(len(ids(m))) for m in every))
    for name, fit in FITS.items():
        yield (
            title(name),
            *(f"{fit(m.calibration):.3f}" if m.calibration else NOTHING for m in every),
        )
    yield ("Latency, median / p95", *(milliseconds(m.latency) for m in every))
    yield ("Embedding alone, median / p95", *(milliseconds(m.embedding) for m in every))


def kind_rows(kinds: Mapping[str, Metrics]) -> Iterator[Row]:
    """One row a kind: its name, its cases, how many are right, the share with its interval, the median latency."""
    for kind, metrics in kinds.items():
        low, high = metrics.correct.interval
        yield (
            kind,
            str(metrics.n),
            str(metrics.correct.hits),
            f"{metrics.correct.value or 0:.0%} ({low:.0%} to {high:.0%})",
            milliseconds(metrics.latency),
        )


KIND_HEADINGS = ("Kind", "Cases", "Right", "Share (95 %)", "Latency, median / p95")


def share(rate: Rate) -> str:
    """A share with its interval and what it rests on, or a dash where there was nothing to count."""
    if rate.value is None:
        return NOTHING
    low, high = rate.interval
    return f"{rate.value:.1%} ({low:.0%} to {high:.0%}), {rate.hits} of {rate.n}"


def milliseconds(latency: Latency | None) -> str:
    """Median and 95th percentile."""
    return f"{latency.median:.1f} / {latency.p95:.1f} ms" if latency else NOTHING


def title(name: str) -> str:
    """A measure's name as a heading."""
    return name.replace("_", " ").capitalize()
