"""`partnerline eval`: how good it is, measured, and whether that is enough."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from partnerline.bot.bootstrap import Opened, now, today
from partnerline.bot.cli.eval_runner import OpensRunner, own_index, runner_on
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.cli.replaying import replay_options
from partnerline.bot.judge import make_judge
from partnerline.bot.settings import Settings
from partnerline.evals.accepting import Accepting
from partnerline.evals.baseline import baseline_beside
from partnerline.evals.cases import load_cases
from partnerline.evals.choosing import Choice, choose
from partnerline.evals.gates import Gates, gates_beside
from partnerline.evals.judging_cases import with_verdicts
from partnerline.evals.model import Case
from partnerline.evals.report import Report, print_summary, write_report
from partnerline.evals.running import run_suite
from partnerline.evals.side_by_side import default_jobs
from partnerline.evals.suite import SuiteResult, exit_code

__all__ = ["command", "own_index"]


@click.command("eval")
@click.option(
    "--cases",
    "paths",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A YAML file or a folder of them; may be given several times.  [default: evals/cases]",
)
@click.option(
    "--library",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The library the cases are about.  [default: library/]",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Run cases of this kind only.")
@click.option(
    "--split",
    "splits",
    multiple=True,
    type=click.Choice(["tune", "held_out"]),
    help="Run and compare cases of this split only.",
)
@click.option("--only", "ids", multiple=True, metavar="ID", help="Run the case of this id only.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The accepted run to compare with.  [default: baseline.json beside the cases, if there]",
)
@click.option("--accept", is_flag=True, help="Write this run as the accepted baseline.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes that answer side by side.  [default: the machine's cores, at most 4]",
)
@click.option(
    "--report",
    "reports",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for the report.",
)
@click.option(
    "--judge",
    "judged",
    is_flag=True,
    help="Have a language model judge each answer too; no gate rests on it.",
)
@click.option(
    "--judge-model", metavar="MODEL", help="The model that judges.  [default: PARTNERLINE_MODEL]"
)
@replay_options
@home_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    library: Path | None,
    kinds: tuple[str, ...],
    splits: tuple[str, ...],
    ids: tuple[str, ...],
    baseline: Path | None,
    jobs: int | None,
    reports: Path,
    own_home: str | None,
    judge_model: str | None,
    *,
    accept: bool,
    judged: bool,
) -> None:
    """Run the eval suite, write a report, and exit with 1 where a gate is missed.

    The library is read into an index of its own, so nothing that serves is touched; nothing is recorded or escalated.
    """
    settings = settings_for(ctx, own_home, library=library)
    files = paths or (settings.cases,)
    choice = Choice(kinds=kinds, splits=splits, ids=ids)
    cases = choose(load_cases(*files), choice)
    accepting = Accepting(
        file=baseline or baseline_beside(files),
        named=baseline is not None,
        accepts=accept,
        choice=choice,
    )
    gates = accepting.gates(gates_beside(*files))
    accepting.load()
    judge = make_judge(settings, judge_model) if judged else None
    about, result = _run(settings, cases, gates, accepting, jobs or default_jobs(len(cases)))
    if judge is not None:
        result = replace(result, results=with_verdicts(result.results, judge))
    print_summary(result, sys.stdout)
    written = write_report(
        Report(result=result, made_at=now(), about={**about, **choice.about()}), reports
    )
    click.echo(f"Report: {written.page}")
    if accept:
        accepting.accept(result.results)
        click.echo(f"Accepted: {accepting.file}")
    raise SystemExit(exit_code(result))


def _run(
    settings: Settings, cases: Sequence[Case], gates: Gates, accepting: Accepting, jobs: int
) -> tuple[dict[str, str], SuiteResult]:
    """The result with what it is about; with several jobs each opens the index by itself, once it is up to date."""
    with own_index(settings) as opened:
        about = _about(opened, settings, len(cases))
        if jobs == 1:
            runner = runner_on(opened, settings, today())
            runner.warm(cases[0])
            return about, run_suite(cases, runner, gates=gates, compares=accepting.compare)
    opens = OpensRunner(settings=settings, today=today())
    return about, run_suite(cases, opens, gates=gates, compares=accepting.compare, jobs=jobs)


def _about(opened: Opened, settings: Settings, cases: int) -> dict[str, str]:
    return {
        "library": settings.library.name,
        "cases": str(cases),
        "model": opened.embedder.identity.name,
        "weights": opened.embedder.identity.weights[:12],
    }
