"""The measures of a set of results. A case that broke counts as wrong in each of them; none is left out of a mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from partnerline.evals import citing
from partnerline.evals.calibration import Calibration, calibrate
from partnerline.evals.checks import LEAKS_WHERE
from partnerline.evals.estimates import Latency, Mean, Rate, latency_of
from partnerline.evals.finding import found, is_looked_up
from partnerline.evals.model import CaseResult

__all__ = ["Latency", "Mean", "Metrics", "Rate", "is_leak", "is_wrong_price", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """What a set of results measures.

    `correct` is the share of cases whose every check passed; `answer_correctness` that of the answerable cases that
    were answered and are right; `coverage` that of the answerable cases that were answered; `selective_risk` that of
    the answers given that were wrong; `escalation_recall` that of the cases that must be escalated and were;
    `escalation_precision` that of the escalations that were expected.

    `finding` holds recall at 1, 5 and 10, MRR and nDCG@10 of the passages found. `citation_precision` is the mean share
    of an answer's citations that are of an expected document, `citation_recall` that of what is expected that is cited,
    `groundedness` that of an answer's sentences that rest on what it cites.

    `wrong_prices`, `leaks`, `failed` and `ungrounded` name cases: a price shown that isn't the expected one, or where
    none was to be shown; a forbidden word shown; an answering that broke; a sentence that rests on nothing.
    `calibration` looks at `scored`: answers given whose confidence is a probability, with whether they were right.
    """

    n: int
    correct: Rate
    answer_correctness: Rate
    coverage: Rate
    selective_risk: Rate
    escalation_recall: Rate
    escalation_precision: Rate
    exact_price: Rate
    finding: Mapping[str, Mean]
    citation_precision: Mean
    citation_recall: Mean
    groundedness: Mean
    wrong_prices: tuple[str, ...]
    leaks: tuple[str, ...]
    failed: tuple[str, ...]
    ungrounded: tuple[str, ...]
    scored: tuple[tuple[float, bool], ...]
    calibration: Calibration | None
    latency: Latency | None
    embedding: Latency | None


def measure(results: Sequence[CaseResult]) -> Metrics:
    """All measures of these results."""
    answered = [r for r in results if r.answered]
    answerable = [r for r in results if r.case.expected.answerable]
    scored = tuple((r.answer.confidence, r.correct) for r in answered if r.answer and _sound(r))
    finding = found([r for r in results if is_looked_up(r)])
    return Metrics(
        n=len(results),
        correct=_rate(results, lambda r: r.correct),
        answer_correctness=_rate(answerable, lambda r: r.answered and r.correct),
        coverage=_rate(answerable, lambda r: r.answered),
        selective_risk=_rate(answered, lambda r: not r.correct),
        escalation_recall=_rate(
            (r for r in results if r.case.expected.must_escalate), lambda r: r.escalated
        ),
        escalation_precision=_rate(
            (r for r in results if r.escalated and r.case.expected.outcomes),
            lambda r: "escalated" in r.case.expected.outcomes,
        ),
        exact_price=_rate(
            (r for r in results if r.case.expected.price), lambda r: r.passed_check("price")
        ),
        finding={name: Mean(values=values) for name, values in finding.items()},
        citation_precision=Mean(values=citing.precision(results)),
        citation_recall=Mean(values=citing.recall(results)),
        groundedness=Mean(values=tuple(_groundedness(results))),
        wrong_prices=_ids(results, is_wrong_price),
        leaks=_ids(results, is_leak),
        failed=_ids(results, lambda r: r.answer is None),
        ungrounded=_ids(results, is_ungrounded),
        scored=scored,
        calibration=calibrate(scored),
        latency=latency_of([r.took_ms for r in results]),
        embedding=latency_of([r.embed_ms for r in results if r.embed_ms is not None]),
    )


def is_wrong_price(result: CaseResult) -> bool:
    """Whether a rep was given a price that is not the one expected, or one where no answer was to be given."""
    if not result.answered or result.answer is None or result.answer.quote is None:
        return False
    expected = result.case.expected
    unwanted = bool(expected.outcomes) and not expected.answerable
    return result.failed_check("price") or unwanted


def is_leak(result: CaseResult) -> bool:
    """Whether an asker was shown a word that this asker must not see."""
    return result.case.kind in LEAKS_WHERE and result.failed_check("excludes")


def is_ungrounded(result: CaseResult) -> bool:
    """Whether an answer says anything that rests on nothing."""
    return result.failed_check("grounded") or any(said.fault for said in result.statements)


def _groundedness(results: Iterable[CaseResult]) -> Iterable[float]:
    """For each answer that says anything, the share of it that rests on what is cited; 0 for one that broke."""
    for result in results:
        if result.statements:
            yield sum(not said.fault for said in result.statements) / len(result.statements)
        elif result.answer is None and result.case.expected.answerable:
            yield 0.0


def _sound(result: CaseResult) -> bool:
    return not result.failed_check("confidence")


def _rate(results: Iterable[CaseResult], hit: Callable[[CaseResult], bool]) -> Rate:
    counted = [hit(result) for result in results]
    return Rate(hits=sum(counted), n=len(counted))


def _ids(results: Iterable[CaseResult], chosen: Callable[[CaseResult], bool]) -> tuple[str, ...]:
    return tuple(result.case.id for result in results if chosen(result))
