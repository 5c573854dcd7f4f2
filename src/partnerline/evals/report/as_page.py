"""A report as one self-contained page: no script, and nothing fetched from anywhere."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from partnerline.evals.report.as_markdown import why_wrong
from partnerline.evals.report.charts import SIDE, reliability, risk_coverage_line
from partnerline.evals.report.report import Report
from partnerline.evals.report.tables import KIND_HEADINGS, kind_rows, measure_rows


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
    return environment.get_template("page.html.j2").render(
        report=report,
        result=result,
        overall=columns["all"],
        columns=columns,
        measures=list(measure_rows(columns)),
        kind_headings=KIND_HEADINGS,
        kinds=list(kind_rows(result.by_kind())),
        reliability=reliability,
        risk_coverage_line=risk_coverage_line,
        side=SIDE,
        why_wrong=why_wrong,
    )
