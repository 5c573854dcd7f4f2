"""A report as a Markdown summary: the gates, the measures, and each case that isn't right."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from partnerline.evals.comparing import Comparison
from partnerline.evals.judging_report import DIFFER_HEADINGS, differ_rows, judge_in_short
from partnerline.evals.model import CaseResult
from partnerline.evals.report.report import Report
from partnerline.evals.report.tables import (
    CHANGE_HEADINGS,
    KIND_HEADINGS,
    change_rows,
    changes_in_short,
    kind_rows,
    measure_rows,
)

INTERVALS = (
    "Intervals are of 95 %: Wilson's for shares, the bootstrap's for means. "
    "A case whose answering broke counts as wrong, or as zero, in each measure."
)

_MARKUP = re.compile(r"([\\`*_\[\]#|~!])")


def as_markdown(report: Report) -> str:
    """The summary. Whatever came from cases or answers is escaped."""
    result = report.result
    columns = {"all": result.overall(), **result.by_split()}
    return "\n".join(
        (
            *_head(report),
            *("", "## Gates", ""),
            *_table(
                ("", "Gate"), [("pass" if v.passed else "MISS", v.says) for v in result.verdicts]
            ),
            *_changes(result.comparison),
            *_judged(result.results),
            *("", "## Measures", ""),
            *_table(("Measure", *columns), measure_rows(columns)),
            *("", "## Kinds", ""),
            *_table(KIND_HEADINGS, kind_rows(result.by_kind())),
            *_wrong([one for one in result.worst_first() if not one.correct]),
            "",
        )
    )


def _head(report: Report) -> Iterator[str]:
    right = report.result.overall().correct
    verdict = "every gate reached" if report.result.passed else "a gate missed"
    yield f"# Eval of {report.made_at:%Y-%m-%d %H:%M}: {verdict}"
    yield ""
    yield f"{right.hits} of {right.n} cases are right. {INTERVALS}"
    yield from ("", *(f"- {_plain(name)}: {_plain(said)}" for name, said in report.about.items()))


def _changes(comparison: Comparison | None) -> Iterator[str]:
    if comparison is None:
        return
    yield from ("", "## Since the accepted baseline", "")
    yield f"{_plain(comparison.against)}: {changes_in_short(comparison)}."
    if comparison.changes:
        yield ""
        yield from _table(CHANGE_HEADINGS, change_rows(comparison))


def _judged(results: Sequence[CaseResult]) -> Iterator[str]:
    """A judge's opinion beside the checks; nothing where none was asked."""
    short = judge_in_short(results)
    if short:
        yield from ("", "## The judge", "", short, "")
        yield from _table(DIFFER_HEADINGS, differ_rows(results))


def _wrong(results: Sequence[CaseResult]) -> Iterator[str]:
    if not results:
        return
    yield from ("", "## Not right", "")
    yield from _table(
        ("Case", "Question", "Why"),
        [(one.case.id, one.case.question, why_wrong(one)) for one in results],
    )


def why_wrong(result: CaseResult) -> str:
    """Each failed check with what it found, or what broke."""
    if result.answer is None:
        return f"broke: {result.failure}"
    failed = (f"{check.name}: {check.detail}" for check in result.checks if not check.passed)
    return "; ".join(failed)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(headings)
    yield _row(["---"] * len(headings), escaped=True)
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str], *, escaped: bool = False) -> str:
    return f"| {' | '.join(cells if escaped else map(_plain, cells))} |"


def _plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or HTML would take for its own."""
    return _MARKUP.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))
