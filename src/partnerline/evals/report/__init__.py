"""A suite's result as a page for people, a summary for a pull request, and data for scripts."""

from partnerline.evals.report.report import Report
from partnerline.evals.report.terminal import print_summary
from partnerline.evals.report.writing import ReportFiles, write_report

__all__ = ["Report", "ReportFiles", "print_summary", "write_report"]
