"""The measures of a set of results. A case that broke counts as wrong in each of them; none is left out of a mean."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from partnerline.evals.calibration import Calibration, calibrate
from partnerline.evals.checks import LEAKS_WHERE
from partnerline.evals.intervals import wilson
from partnerline.evals.model import CaseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many of so many."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """The share, or `None` where there was nothing to count."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        return wilson(self.hits, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Milliseconds from question to answer; `p95` is the smallest that 95 % of the questions didn't exceed."""

    n: int
    median: float
    p95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """What a set of results measures.

    `correct` is the share of cases whose every check passed; `coverage` that of the answerable cases that were answered;
    `selective_risk` that of the answers given that were wrong; `escalation_recall` that of the cases that must be
    escalated and were; `escalation_precision` that of the escalations that were expected. `wrong_prices`, `leaks` and
    `failed` name cases: a price shown that isn't the expected one, or where none was to be shown; a forbidden word
    shown; an answering that broke. `calibration` looks at answers given, whose confidence is a probability.
    """

    n: int
    correct: Rate
    coverage: Rate
    selective_risk: Rate
    escalation_recall: Rate
    escalation_precision: Rate
    exact_price: Rate
    wrong_prices: tuple[str, ...]
    leaks: tuple[str, ...]
    failed: tuple[str, ...]
    calibration: Calibration | None
    latency: Latency | None
    embedding: Latency | None


def measure(results: Sequence[CaseResult]) -> Metrics:
    """All measures of these results."""
    answered = [r for r in results if r.answered]
    embedded = [r.embed_ms for r in results if r.embed_ms is not None]
    return Metrics(
        n=len(results),
        correct=_rate(results, lambda r: r.correct),
        coverage=_rate((r for r in results if r.case.expected.answerable), lambda r: r.answered),
        selective_risk=_rate(answered, lambda r: not r.correct),
        escalation_recall=_rate(
            (r for r in results if r.case.expected.must_escalate), lambda r: r.escalated
        ),
        escalation_precision=_rate(
            (r for r in results if r.escalated), lambda r: "escalated" in r.case.expected.outcomes
        ),
        exact_price=_rate(
            (r for r in results if r.case.expected.price), lambda r: r.passed_check("price")
        ),
        wrong_prices=_ids(results, is_wrong_price),
        leaks=_ids(results, is_leak),
        failed=_ids(results, lambda r: r.answer is None),
        calibration=calibrate(
            [(r.answer.confidence, r.correct) for r in answered if r.answer and _sound(r)]
        ),
        latency=_latency([r.took_ms for r in results]),
        embedding=_latency(embedded),
    )


def is_wrong_price(result: CaseResult) -> bool:
    """Whether a rep was given a price that is not the one expected, or one where no answer was to be given."""
    if not result.answered or result.answer is None or result.answer.quote is None:
        return False
    return result.failed_check("price") or not result.case.expected.answerable


def is_leak(result: CaseResult) -> bool:
    """Whether an asker was shown a word that this asker must not see."""
    return result.case.kind in LEAKS_WHERE and result.failed_check("excludes")


def _sound(result: CaseResult) -> bool:
    return not result.failed_check("confidence")


def _rate(results: Iterable[CaseResult], hit: Callable[[CaseResult], bool]) -> Rate:
    counted = [hit(result) for result in results]
    return Rate(hits=sum(counted), n=len(counted))


def _ids(results: Iterable[CaseResult], chosen: Callable[[CaseResult], bool]) -> tuple[str, ...]:
    return tuple(result.case.id for result in results if chosen(result))


def _latency(times: Sequence[float]) -> Latency | None:
    if not times:
        return None
    return Latency(
        n=len(times), median=median(times), p95=sorted(times)[ceil(0.95 * len(times)) - 1]
    )
