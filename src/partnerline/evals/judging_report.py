"""What a report tells of a judge: rows and lines for each form of it. Nothing where nothing was judged."""

from collections.abc import Iterator, Sequence
from typing import Any

from partnerline.evals.judging_cases import Agreement, agreement, differing
from partnerline.evals.model import CaseResult

DIFFER_HEADINGS = ("Case", "Checks", "Judge", "Why")


def judge_in_short(results: Sequence[CaseResult]) -> str:
    """How far judge and checks agree, in a line; empty where nothing was judged."""
    found = agreement(results)
    if found is None:
        return ""
    unsure = f"; unsure of {found.unsure} more" if found.unsure else ""
    if found.share is None:
        return f"A judge had no opinion on any of {found.unsure} answers."
    low, high = found.interval
    kappa = "undefined" if found.kappa is None else f"{found.kappa:.2f}"
    return (
        f"Judge and checks agree on {found.agreed} of {found.n} answers, {found.share:.0%} ({low:.0%} to {high:.0%}),"
        f" Cohen's kappa {kappa}{unsure}. No gate rests on the judge."
    )


def differ_rows(results: Sequence[CaseResult]) -> Iterator[tuple[str, ...]]:
    """One row for each answer on which they differ, under `DIFFER_HEADINGS`."""
    for one in differing(results):
        if one.judged is not None:
            checks = "right" if one.correct else "wrong"
            yield one.case.id, checks, one.judged.opinion, one.judged.why


def judge_data(results: Sequence[CaseResult]) -> dict[str, Any] | None:
    """How far they agree, as data; `None` where nothing was judged."""
    found = agreement(results)
    return None if found is None else _data(found, [one.case.id for one in differing(results)])


def _data(found: Agreement, differ: list[str]) -> dict[str, Any]:
    low, high = found.interval
    return {
        "n": found.n,
        "agreed": found.agreed,
        "share": found.share,
        "low_95": low,
        "high_95": high,
        "kappa": found.kappa,
        "both_right": found.both_right,
        "both_wrong": found.both_wrong,
        "judge_only_right": found.judge_only,
        "checks_only_right": found.checks_only,
        "unsure": found.unsure,
        "differ": differ,
    }


def verdict_data(result: CaseResult) -> dict[str, str] | None:
    """The judge's verdict on one case, as data."""
    verdict = result.judged
    return None if verdict is None else {"opinion": verdict.opinion, "why": verdict.why}
