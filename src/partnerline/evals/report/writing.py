"""Writes the three files of a report."""

import json
from dataclasses import dataclass
from pathlib import Path

from partnerline.evals.report.as_data import as_data
from partnerline.evals.report.as_markdown import as_markdown
from partnerline.evals.report.as_page import as_page
from partnerline.evals.report.report import Report
from partnerline.knowledge.errors import CasesError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """Where a report lies: as data, as a Markdown summary, as a page."""

    data: Path
    summary: Path
    page: Path


def write_report(report: Report, folder: Path) -> ReportFiles:
    """Writes the report into the folder, which is made where it isn't there.

    Raises `CasesError` where the folder can't be written to.
    """
    stem = folder / report.stem
    files = ReportFiles(
        data=stem.with_suffix(".json"),
        summary=stem.with_suffix(".md"),
        page=stem.with_suffix(".html"),
    )
    data = json.dumps(as_data(report), ensure_ascii=False, indent=1, allow_nan=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.data.write_text(data + "\n", encoding="utf-8")
        files.summary.write_text(as_markdown(report), encoding="utf-8")
        files.page.write_text(as_page(report), encoding="utf-8")
    except OSError as error:
        raise CasesError(
            f"{folder}: the report can't be written there. Name a folder that can be written to."
        ) from error
    return files
