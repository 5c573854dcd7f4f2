"""A result in a few lines for the one who ran it."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from partnerline.evals.comparing import Comparison
from partnerline.evals.judging_report import DIFFER_HEADINGS, differ_rows, judge_in_short
from partnerline.evals.report.tables import (
    CHANGE_HEADINGS,
    change_rows,
    changes_in_short,
    kind_rows,
)
from partnerline.evals.suite import SuiteResult

HEADINGS = ("Kind", "Cases", "Right", "Share (95 %)", "Recall*", "Precision*", "Median / p95")
SHOWN = 20
"""Changes that a terminal lists; the report has them all."""


def print_summary(result: SuiteResult, stream: TextIO) -> None:
    """Writes a line for each kind of case, what changed since the baseline, and a line for each gate."""
    kinds = {**result.by_kind(), "all": result.overall()}
    lines = [
        *_aligned([HEADINGS, *kind_rows(kinds)]),
        "* of escalations",
        *_judged(result),
        *_changes(result.comparison),
        "",
        *(f"{'pass' if one.passed else 'MISS'}  {one.says}" for one in result.verdicts),
    ]
    stream.writelines(f"{line}\n" for line in lines)


def _judged(result: SuiteResult) -> Iterator[str]:
    """How far a judge agrees with the checks, and where it differs."""
    short = judge_in_short(result.results)
    if not short:
        return
    yield from ("", short)
    rows = list(differ_rows(result.results))
    yield from _aligned([DIFFER_HEADINGS, *rows[:SHOWN]]) if rows else ()


def _changes(comparison: Comparison | None) -> Iterator[str]:
    """Those that are worse or better, each in a line; how many there are of the rest."""
    if comparison is None:
        return
    yield from ("", f"Against {comparison.against}: {changes_in_short(comparison)}.")
    moved = [row for row in change_rows(comparison) if row[0] in ("worse", "better")]
    yield from _aligned([CHANGE_HEADINGS, *moved[:SHOWN]]) if moved else ()
    if len(moved) > SHOWN:
        yield f"… and {len(moved) - SHOWN} more, in the report."


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
