"""`partnerline calibrate`: the confidence refitted to a company's own labelled answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.labelling import from_cases, from_record
from partnerline.bot.own_confidence import FILE, confidence_of, fields_of
from partnerline.evals.coefficients import Coefficients
from partnerline.evals.fitting import KNOWLEDGE, fit, promised
from partnerline.evals.gain import side, table
from partnerline.evals.promise import Promise, needed
from partnerline.evals.rows import Row
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.errors import CasesError, SettingsError

ALPHA, DELTA = 0.05, 0.1
RARER = 20
"""Right answers, and wrong ones, that there must be at least: a regression over some fifteen signals hangs on the rarer."""


@click.command(name="calibrate")
@click.option(
    "--cases",
    "paths",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Labelled cases of your own: a YAML file or a folder of them; may be given again.",
)
@click.option(
    "--from-record",
    "record",
    is_flag=True,
    help="Learn from answers that were given: thumbs and managers' verdicts.",
)
@click.option("--library", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--alpha",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    help="The share of the answers given that may be wrong.  [default: what is promised now]",
)
@click.option(
    "--delta",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    help="The chance that the promise fails.  [default: what is promised now]",
)
@click.option("--laxer", is_flag=True, help="Accept a promise that is laxer than today's.")
@click.option("--dry-run", is_flag=True, help="Only say what would be gained.")
@home_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    library: Path | None,
    alpha: float | None,
    delta: float | None,
    own_home: str | None,
    *,
    record: bool,
    laxer: bool,
    dry_run: bool,
) -> None:
    """Refit the confidence to your own labelled answers, and say what is gained.

    It is written into the home, and holds from the next start on. Of the answers given then at most the share alpha is
    wrong, with confidence 1 - delta.
    """
    if not paths and not record:
        raise click.UsageError("Name labelled cases by --cases, or --from-record, or both.", ctx)
    settings = settings_for(ctx, own_home, library=library)
    used, before = confidence_of(settings.home), fields_of(settings.home)
    promise = _promise(before, alpha, delta, laxer=laxer)
    rows: list[Row] = []
    if paths:
        learnt = from_cases(settings, paths)
        rows += (*learnt.tune, *learnt.held_out)
    if record:
        judged, older = from_record(settings, frozenset(used.weights))
        rows += judged
        if older:
            click.echo(f"{older} judged answers were given by an older version and are left out.")
    _refuse_too_few(rows, promise)
    fitted = fit(rows, promises=promised(promise.alpha, promise.delta))
    if not paths and _threshold(fitted) < used.threshold:
        fitted = fitted.not_below(used.threshold)
        click.echo(
            "The record alone doesn't lower the threshold: what lay below it was never given, so nobody judged it."
        )
    gained = _tell(rows, used, fitted, promise)
    if not gained:
        click.echo("Nothing is gained, so nothing was written.")
    elif dry_run:
        click.echo("Nothing was written.")
    else:
        file = _write(settings.home / FILE, fitted, before)
        click.echo(f"Written: {file}")


def _promise(
    before: Mapping[str, Any], alpha: float | None, delta: float | None, *, laxer: bool
) -> Promise:
    """The promise to keep; raises `SettingsError` where it is laxer than the one in use and nobody said so."""
    today = before.get("promises", {}).get(KNOWLEDGE, {})
    was = Promise(alpha=today.get("alpha", ALPHA), delta=today.get("delta", DELTA))
    wanted = Promise(
        alpha=was.alpha if alpha is None else alpha, delta=was.delta if delta is None else delta
    )
    if (wanted.alpha > was.alpha or wanted.delta > was.delta) and not laxer:
        raise SettingsError(
            f"That promise is laxer than today's: {_said(was)}. Add --laxer if it is meant"
        )
    return wanted


def _said(promise: Promise) -> str:
    return f"at most {promise.alpha:.3g} wrong, with confidence {1 - promise.delta:.3g}"


def _refuse_too_few(rows: Sequence[Row], promise: Promise) -> None:
    right = sum(row.right for row in rows)
    least = needed(promise)
    if len(rows) < least:
        raise CasesError(
            f"There are {len(rows)} labelled answers, and {least} are needed: for {_said(promise)}, {promise.least(0)} must"
            " reach the threshold without one being wrong, and about one in three does. Label more, or promise less"
        )
    rarer = min(right, len(rows) - right)
    if rarer < RARER:
        raise CasesError(
            f"Of {len(rows)} labelled answers {right} are right and {len(rows) - right} wrong, and a fit needs {RARER} of each."
            " Add cases of the rarer sort"
        )


def _tell(rows: Sequence[Row], used: Confidence, fitted: Coefficients, promise: Promise) -> bool:
    """Prints what is gained on rows that weren't fitted to; whether the refitted one tells right from wrong better."""
    old = side(rows, [used.of(row.signals) for row in rows], promise)
    new = side(rows, fitted.unseen, promise)
    right = sum(row.right for row in rows)
    click.echo(f"{len(rows)} labelled answers, {right} right. Promise: {_said(promise)}.")
    click.echo(table(old, new))
    for kind, kept in fitted.kept.items():
        if kept.threshold is None:
            click.echo(
                f"{kind}: no threshold keeps the promise ({kept.wrong} of the {kept.n} surest are wrong), so nothing of it is answered."
            )
    before, after = used.threshold, _threshold(fitted)
    click.echo(f"Threshold: {_shown(before)} now, {_shown(after)} then.")
    return new.brier < old.brier


def _threshold(fitted: Coefficients) -> float:
    found = fitted.kept[KNOWLEDGE].threshold
    return float("inf") if found is None else found


def _shown(threshold: float) -> str:
    return "out of reach" if threshold > 1 else f"{threshold:.3f}"


def _write(file: Path, fitted: Coefficients, before: Mapping[str, Any]) -> Path:
    """Writes the file whole or not at all; what is known of prices stays."""
    prices = {name: before[name] for name in ("exact", "exact_rests_on") if name in before}
    draft = file.with_suffix(".new")
    fitted.write(draft, **prices)
    draft.replace(file)
    return file
