"""`partnerline audit`: who was shown what, from which documents, decided by what."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click

from partnerline.bot.bootstrap import opened_audit
from partnerline.bot.cli.options import Day, home_option, settings_for
from partnerline.evals.replay_terminal import printable
from partnerline.knowledge.ports.audit import AuditLine

_HEADINGS = (
    "At",
    "Door",
    "Asker",
    "As",
    "Outcome",
    "Sure",
    "Decided by",
    "Shown",
    "Place",
    "Question",
)


@click.command("audit")
@click.option("--since", type=Day(), help="From that day on, as it was where this runs.")
@click.option("--partner", metavar="ID", help="What that partner was shown, or could read along.")
@click.option("--asker", metavar="ID", help="What that person was shown; for Slack U….")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@home_option
@click.pass_context
def command(
    ctx: click.Context,
    since: date | None,
    partner: str | None,
    asker: str | None,
    own_home: str | None,
    *,
    as_json: bool,
) -> None:
    """List what was shown to whom, the oldest first: a line for every answer and every manager's reply that arrived.

    No line holds a word of a question or an answer; both are found in the record by the question's id.
    """
    with opened_audit(settings_for(ctx, own_home)) as audit:
        lines = audit.lines(since=_begin(since), partner=partner, asker=asker)
    if as_json:
        for line in lines:
            click.echo(json.dumps(as_data(line), ensure_ascii=False))
    elif lines:
        _print_table([_HEADINGS, *map(_row, lines)])
    else:
        click.echo("partnerline: nothing of that was shown to anybody.", err=True)


def as_data(line: AuditLine) -> dict[str, Any]:
    """A line as JSON holds it."""
    return {
        "id": line.id,
        "at": line.at.isoformat(),
        "door": line.door,
        "asker": line.asker,
        "asked_as": line.asked_as,
        "readers": list(line.readers),
        "place": line.place,
        "question_id": line.question_id,
        "outcome": line.outcome,
        "reason": line.reason,
        "shown": [one._asdict() for one in line.shown],
        "decided_by": line.decided_by,
        "confidence": line.confidence,
    }


def _begin(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day).astimezone() if day else None


def _row(line: AuditLine) -> tuple[str, ...]:
    readers = " ".join(line.readers)
    outcome = f"{line.outcome} ({line.reason})" if line.reason else line.outcome
    return tuple(
        printable(cell)
        for cell in (
            line.at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            line.door,
            line.asker or "-",
            line.asked_as or (f"[{readers}]" if readers else "a stranger"),
            outcome,
            f"{line.confidence:.2f}",
            line.decided_by,
            "; ".join(" ".join(filter(None, (one.source, one.locator))) for one in line.shown)
            or "-",
            line.place,
            line.question_id,
        )
    )


def _print_table(table: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        click.echo("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())
