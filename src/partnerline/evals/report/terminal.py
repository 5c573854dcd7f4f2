"""A result in a few lines for the one who ran it."""

from collections.abc import Sequence
from typing import TextIO

from partnerline.evals.report.tables import KIND_HEADINGS, kind_rows
from partnerline.evals.suite import SuiteResult


def print_summary(result: SuiteResult, stream: TextIO) -> None:
    """Writes a line for each kind of case and for each gate."""
    kinds = {**result.by_kind(), "all": result.overall()}
    stream.writelines(f"{line}\n" for line in _aligned([KIND_HEADINGS, *kind_rows(kinds)]))
    stream.write("\n")
    stream.writelines(
        f"{'pass' if verdict.passed else 'MISS'}  {verdict.says}\n" for verdict in result.verdicts
    )


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
