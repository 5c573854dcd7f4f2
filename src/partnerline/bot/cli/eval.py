"""`partnerline eval`: how good it is, measured, and whether that is enough."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from partnerline.bot.bootstrap import Opened, make_answerer, now, opened_index, today
from partnerline.bot.cli.ingest import progress_bar
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.settings import Settings
from partnerline.evals.cases import load_cases
from partnerline.evals.gates import gates_beside
from partnerline.evals.report import Report, print_summary, write_report
from partnerline.evals.runner import Runner, run_suite
from partnerline.evals.suite import SuiteResult, exit_code
from partnerline.ingest.library import load_directory
from partnerline.ingest.sync import sync


@click.command("eval")
@click.option(
    "--cases",
    type=click.Path(exists=True, path_type=Path),
    help="A YAML file or a folder of them.  [default: evals/cases]",
)
@click.option(
    "--library",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The library the cases are about.  [default: library/]",
)
@click.option(
    "--report",
    "reports",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for the report.",
)
@home_option
@click.pass_context
def command(
    ctx: click.Context,
    cases: Path | None,
    library: Path | None,
    reports: Path,
    own_home: str | None,
) -> None:
    """Run the eval suite, write a report, and exit with 1 where a gate is missed.

    The library is read into an index of its own, so nothing that serves is touched; nothing is recorded or escalated.
    """
    settings = settings_for(ctx, own_home, cases=cases, library=library)
    loaded = load_cases(settings.cases)
    with own_index(settings) as opened:
        directory = load_directory(settings.library)
        answerer = make_answerer(opened, settings)
        runner = Runner(
            answers=answerer.answer,
            directory=directory,
            today=today(),
            embeds=lambda text: opened.embedder.embed([text]),
        )
        answerer.answer(
            runner.question(loaded[0])
        )  # the first answer opens files; it is asked again and counted then
        result = run_suite(loaded, runner, gates=gates_beside(settings.cases))
    print_summary(result, sys.stdout)
    files = write_report(
        Report(result=result, made_at=now(), about=_about(opened, settings, result)), reports
    )
    click.echo(f"Report: {files.page}")
    raise SystemExit(exit_code(result))


@contextmanager
def own_index(settings: Settings) -> Iterator[Opened]:
    """The index that cases are asked of, brought up to date with the library."""
    library = hashlib.sha256(str(settings.library.resolve()).encode()).hexdigest()[:12]
    home = settings.home / "evals" / library
    apart = settings.model_copy(update={"home": home, "database_url": None, "chroma_url": None})
    with opened_index(apart, threads=os.cpu_count() or 1) as opened:
        report = sync(
            apart.library,
            index=opened.index,
            embedder=opened.embedder,
            begin=progress_bar("Reading"),
        )
        for line in report.failed:
            click.echo(f"failed {line.path}: {line.problem}", err=True)
        yield opened


def _about(opened: Opened, settings: Settings, result: SuiteResult) -> dict[str, str]:
    return {
        "library": settings.library.name,
        "cases": str(len(result.results)),
        "model": opened.embedder.identity.name,
        "weights": opened.embedder.identity.weights[:12],
    }
