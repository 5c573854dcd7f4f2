"""`partnerline cases`: questions that reps really asked, to look at, to judge, and to keep as eval cases."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import click

from partnerline.bot.bootstrap import now, opened_record
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.settings import Settings
from partnerline.evals.asked import Draft, draft_of
from partnerline.evals.case_file import add, known_ids, rendered
from partnerline.evals.replay_terminal import printable, shortened
from partnerline.ingest.library import load_directory
from partnerline.knowledge.past import Judgement, Past, Which
from partnerline.knowledge.ports import Record

FILE = "from-reps.yaml"
_HEADINGS = ("Question's id", "Asked", "By", "Outcome", "Sure", "Thumb", "Manager", "Question")


@click.group("cases")
def command() -> None:
    """Questions that reps really asked: list them, say whether the bot was right, make eval cases of them.

    They are shown to whoever runs this on the machine, and to nobody else; no log holds them.
    """


def _which_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which of the past questions are meant."""
    for option in (
        click.option("--last", type=click.IntRange(min=1), metavar="N", help="At most so many, the newest.  [default: 30]"),
        click.option("--unanswered", "which", flag_value="unanswered", help="Those the bot handed over or asked back on."),
        click.option("--thumbs-up", "which", flag_value="thumbs_up", help="Those whose answer reps liked."),
        click.option("--thumbs-down", "which", flag_value="thumbs_down", help="Those whose answer a rep didn't like."),
    ):  # fmt: skip
        command = option(command)
    return command


@command.command("list")
@_which_options
@home_option
@click.pass_context
def list_(ctx: click.Context, which: Which | None, last: int | None, own_home: str | None) -> None:
    """List questions that were asked, the newest first."""
    with _record(settings_for(ctx, own_home)) as record:
        past = record.past(last or 30, which=which or "all")
    if not past:
        click.echo("partnerline: no such question was asked.", err=True)
        return
    table = [_HEADINGS, *map(_row, past)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        click.echo("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())


@command.command("label")
@click.argument("id_", metavar="ID")
@click.argument("verdict", type=click.Choice(["right", "wrong"]))
@click.option("--manager", default="terminal", metavar="EMAIL", help="Who says so.")
@home_option
@click.pass_context
def label(
    ctx: click.Context, id_: str, verdict: Judgement, manager: str, own_home: str | None
) -> None:
    """Say whether what the bot did with a question was right.

    ID is a question's or an escalation's. `partnerline calibrate` learns from it, and `partnerline cases add` makes the
    case accordingly. A later verdict of the same manager takes the earlier one's place.
    """
    with _record(settings_for(ctx, own_home)) as record:
        past = _named(record, id_)
        record.keep_judgement(past.question_id, manager, verdict, now())
    click.echo(f"{past.question_id}: {verdict}")


@command.command("add")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@_which_options
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The YAML file to add to.  [default: {FILE} among the cases]",
)
@click.option(
    "--split",
    type=click.Choice(["tune", "held_out"]),
    default="tune",
    show_default=True,
    help="What the cases may be used for: tune on, or only judge by.",
)
@click.option("--kind", metavar="KIND", help="Their kind.  [default: by what the bot did]")
@click.option("--print", "prints", is_flag=True, help="Show the cases and write nothing.")
@home_option
@click.pass_context
def add_(
    ctx: click.Context,
    ids: tuple[str, ...],
    which: Which | None,
    last: int | None,
    file: Path | None,
    split: Literal["tune", "held_out"],
    kind: str | None,
    own_home: str | None,
    *,
    prints: bool,
) -> None:
    """Make eval cases of the questions with these IDs (or their escalations'), or of those of one sort.

    What is expected comes from what people said: a liked answer's outcome, sources, figures or price; of an answer
    found wrong, that it is given no more; a manager's reply as what a right answer says. Where nobody said anything,
    the case is marked for you to complete. No asker's or manager's name gets into the file.
    """
    if bool(ids) == bool(which or last):
        raise click.UsageError(
            "give IDs, or say which by --thumbs-down, --thumbs-up, --unanswered or --last, one of the two"
        )
    settings = settings_for(ctx, own_home)
    with _record(settings) as record:
        past = [_named(record, one) for one in ids] or record.past(last or 30, which=which or "all")
    drafts = [draft_of(one, split=split, kind=kind) for one in past]
    target = file or _default_file(settings)
    if prints:
        click.echo("\n".join(map(rendered, drafts)), nl=False)
        return
    _tell(target, drafts, known_ids(target), add(target, drafts))


def _tell(
    file: Path, drafts: Sequence[Draft], known: frozenset[str], added: Sequence[Draft]
) -> None:
    """What was added on standard output; what was there, and what is left to do, beside it."""
    for draft in drafts:
        if draft.id in known:
            click.echo(f"partnerline: {draft.id} is a case already.", err=True)
    for draft in added:
        click.echo(draft.id)
        if draft.missing:
            click.echo(
                f"partnerline: {draft.id} expects nothing yet: complete it in {file}.", err=True
            )
    click.echo(f"{len(added)} added to {file}", err=True)


@contextmanager
def _record(settings: Settings) -> Iterator[Record]:
    with opened_record(settings, load_directory(settings.library)) as record:
        yield record


def _named(record: Record, name: str) -> Past:
    """The question of this id, or of the escalation of this id."""
    opened = record.escalation(name)
    past = record.past_question(opened.question_id if opened else name)
    if past is None:
        raise click.UsageError(
            f"nobody asked a question of the id {name!r}; `partnerline cases list` shows the ids"
        )
    return past


def _default_file(settings: Settings) -> Path:
    folder = settings.cases.parent if settings.cases.suffix in (".yaml", ".yml") else settings.cases
    return folder / FILE


def _row(past: Past) -> tuple[str, ...]:
    answer = past.answer
    outcome = f"{answer.outcome}{f' ({answer.reason})' if answer.reason else ''}" if answer else "–"
    return (
        printable(past.question_id),
        f"{past.asked_at.astimezone():%Y-%m-%d %H:%M}",
        printable(past.asked_as or "a stranger"),
        outcome,
        f"{answer.confidence:.2f}" if answer else "–",
        past.thumb or "–",
        past.judgement or ("wrote back" if past.replies else "–"),
        shortened(past.question.text),
    )
