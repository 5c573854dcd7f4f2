"""A report as one self-contained page: no script, and nothing fetched from anywhere."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from partnerline.evals.judging_report import DIFFER_HEADINGS, differ_rows, judge_in_short
from partnerline.evals.report import charts
from partnerline.evals.report.as_markdown import INTERVALS, why_wrong
from partnerline.evals.report.expected import expected_lines
from partnerline.evals.report.report import Report
from partnerline.evals.report.tables import (
    KIND_HEADINGS,
    changes_in_short,
    estimated,
    kind_rows,
    measure_rows,
)


def as_page(report: Report) -> str:
    """The page's HTML. Whatever came from cases or answers is escaped."""
    environment = Environment(
        loader=PackageLoader("partnerline.evals.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    result = report.result
    columns = {"all": result.overall(), **result.by_split()}
    kinds = result.by_kind()
    cases = result.worst_first()
    return environment.get_template("page.html.j2").render(
        report=report,
        result=result,
        overall=columns["all"],
        columns=columns,
        measures=list(measure_rows(columns)),
        intervals=INTERVALS,
        estimated=estimated,
        kind_headings=KIND_HEADINGS,
        kinds=list(kind_rows(kinds)),
        kind_marks=charts.by_kind(kinds),
        charts=charts,
        cases=cases,
        places={one.case.id: place for place, one in enumerate(cases, start=1)},
        kind_places={kind: place for place, kind in enumerate(kinds, start=1)},
        changes_in_short=changes_in_short,
        expected_lines=expected_lines,
        why_wrong=why_wrong,
        judged=judge_in_short(result.results),
        differ_headings=DIFFER_HEADINGS,
        differing=list(differ_rows(result.results)),
    )
