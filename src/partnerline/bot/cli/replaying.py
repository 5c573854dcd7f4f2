"""`partnerline eval --replay`: which answers would change before a library or a threshold goes live."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from partnerline.bot.cli.options import settings_for
from partnerline.bot.replay import Replaying, replayed
from partnerline.evals.replay import FailOn
from partnerline.evals.replay_report import write_replay
from partnerline.evals.replay_terminal import print_replay

_OWN = ("replay", "threshold", "as_of", "fail_on")
_SHARED = ("library", "jobs", "reports", "own_home")
_OPTIONS = (
    click.option(
        "--replay",
        type=click.IntRange(min=1),
        metavar="N",
        help="Instead of cases, put the last N questions that were really asked to the library, and show what changes.",
    ),
    click.option(
        "--threshold",
        type=click.FloatRange(0, 1),
        help="With --replay: the least confidence to answer with.  [default: the one that is set]",
    ),
    click.option(
        "--as-of",
        type=click.Choice(["asked", "today"]),
        default="asked",
        show_default=True,
        help="With --replay: ask as on the day of each question, or as if all were asked today.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(["price", "any"]),
        help="With --replay: exit with 1 where a price would be another, or any answer.",
    ),
)


def replay_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--replay` and what goes with it; where it is given, it is run in the command's place.

    The command has to have the options `library`, `jobs`, `reports` and `own_home`.
    """

    @wraps(command)
    def either(
        *,
        replay: int | None,
        threshold: float | None,
        as_of: str,
        fail_on: FailOn | None,
        **others: Any,
    ) -> Any:
        ctx = click.get_current_context()
        _fit_together(ctx, replaying=replay is not None)
        if replay is None:
            return command(**others)
        wish = Replaying(last=replay, as_of_today=as_of == "today", jobs=others["jobs"])
        return _run(ctx, wish, others["library"], threshold, others["reports"], fail_on)

    for option in reversed(_OPTIONS):
        either = option(either)
    return either


def _fit_together(ctx: click.Context, *, replaying: bool) -> None:
    """Raises a usage error for an option of the one with the other."""
    typed = [
        option
        for option in ctx.command.params
        if option.name
        and ctx.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
        and option.name not in ("replay", *_SHARED)
        and (option.name in _OWN) != replaying
    ]
    if typed:
        goes = "doesn't go with" if replaying else "goes only with"
        raise click.UsageError(f"{typed[0].opts[0]} {goes} --replay")


def _run(
    ctx: click.Context,
    wish: Replaying,
    library: Path | None,
    threshold: float | None,
    reports: Path,
    fail_on: FailOn | None,
) -> None:
    settings = settings_for(
        ctx, ctx.params["own_home"], library=library, answer_threshold=threshold
    )
    report = replayed(settings, wish)
    print_replay(report, sys.stdout)
    click.echo(f"Report: {write_replay(report, reports)}")
    raise SystemExit(int(report.replay.fails(fail_on)))
