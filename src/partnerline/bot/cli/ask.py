"""`partnerline ask`: one question, or a file of them."""

import sys
import time
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from partnerline.bot.answer_json import answer_object, as_line
from partnerline.bot.batch import BadRow, rows
from partnerline.bot.bootstrap import opened_desk, today
from partnerline.bot.cli.aloud import Aloud, Sentences
from partnerline.bot.cli.options import Day, home_option, settings_for
from partnerline.bot.desk import Answered, Desk, new_id
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.model import Answer, Origin, Question
from partnerline.knowledge.partners import Directory


@click.command("ask")
@click.argument("question", required=False)
@click.option(
    "--partner",
    metavar="ID",
    help="Whom to answer as; without it a stranger asks, who sees what is public.",
)
@click.option("--as-of", type=Day(), help="The day the question is about.  [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON object.")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with a JSON object a line; answers every row, in order, one JSON object a line.",
)
@home_option
@click.pass_context
def command(
    ctx: click.Context,
    question: str | None,
    partner: str | None,
    as_of: date | None,
    batch: Path | None,
    own_home: str | None,
    *,
    as_json: bool,
) -> None:
    """Answer QUESTION from the index, or hand it to a person.

    What is handed over is kept and waits on the console of `partnerline serve`.
    """
    if (batch is None) == (question is None):
        raise click.UsageError("give a QUESTION or --batch FILE, one of the two")
    if batch is not None and partner is not None:
        raise click.UsageError("--partner goes with a QUESTION; in a batch each row names its own")
    settings = settings_for(ctx, own_home)
    with opened_desk(settings) as (desk, directory, _):
        aloud = settings.model is not None and not as_json and sys.stderr.isatty()
        terminal = Terminal(
            desk=desk,
            directory=directory,
            as_of=as_of or today(),
            sentences=Sentences(sys.stderr) if aloud else None,
        )
        if batch is not None:
            terminal.answer_file(batch)
        elif question is not None:
            terminal.answer_one(question, partner, as_json=as_json)


class Terminal:
    """Answers on standard output; each run is a thread of its own.

    `sentences`, where there are any, show what a language model words of one answer until that is whole.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        directory: Directory,
        as_of: date,
        sentences: Sentences | None = None,
    ) -> None:
        self._desk, self._directory, self._as_of = desk, directory, as_of
        self._sentences = sentences
        self._run = uuid.uuid4().hex[:12]

    def answer_one(self, text: str, partner: str | None, *, as_json: bool) -> None:
        """Answers one question, as JSON or for a person."""
        if not text.strip():
            raise click.UsageError("the QUESTION is empty")
        text = text.encode(errors="replace").decode()  # a terminal of another encoding
        known = self._directory.partner(partner)
        if partner is not None and known is None:
            click.echo(
                f"partnerline: nobody enrolled {partner!r} in partners.yaml, so a stranger asks.",
                err=True,
            )
        question = Question(text=text, as_of=self._as_of, asked_on=today(), partner=known)
        answered, took_ms = self._timed("1", question, self._sentences)
        if as_json:
            click.echo(as_line(_object(answered.answer, answered.escalation_id, took_ms)))
        else:
            click.echo(for_a_person(answered))

    def answer_file(self, file: Path) -> None:
        """Answers every row of the file, a line at a time."""
        with file.open("rb") as lines:
            for position, row in enumerate(
                rows(lines, self._directory, as_of=self._as_of, asked_on=today()), 1
            ):
                if isinstance(row, BadRow):
                    click.echo(f"partnerline: {file}: line {row.line}: {row.why}", err=True)
                    found = _object(row.answer(), None, 0.0)
                else:
                    answered, took_ms = self._timed(str(position), row.question)
                    found = _object(answered.answer, answered.escalation_id, took_ms)
                sys.stdout.write(as_line({"id": row.id, **found}) + "\n")
                sys.stdout.flush()

    def _timed(
        self, position: str, question: Question, sentences: Sentences | None = None
    ) -> tuple[Answered, float]:
        started = time.perf_counter()
        try:
            answered = self._aloud(sentences).ask(
                new_id("terminal", self._run, position),
                question,
                Origin(door="terminal", thread=f"{self._run}/{position}", asker_name="terminal"),
            )
        finally:
            if sentences is not None:
                sentences.clear()
        return answered, (time.perf_counter() - started) * 1000

    def _aloud(self, sentences: Sentences | None) -> Desk:
        """The desk, which lets the sentences be seen as they come."""
        answerer = self._desk.answerer
        if sentences is None or not isinstance(answerer, Answerer):
            return self._desk
        return replace(self._desk, answerer=Aloud(answerer, sentences.add))


def _object(answer: Answer, escalation_id: str | None, took_ms: float) -> dict[str, Any]:
    return answer_object(answer, escalation_id=escalation_id, took_ms=took_ms)


def for_a_person(answered: Answered) -> str:
    """An answer on a terminal: its text, and what became of it."""
    answer = answered.answer
    if answer.outcome == "answered":
        return f"{answer.text}\n\n[answered, confidence {answer.confidence:.2f}]"
    if answer.outcome == "escalated":
        return f"{answer.text}\n\n[handed to a person as {answered.escalation_id}: {answer.reason}. {answer.doubt}]"
    return f"{answer.text}\n\n[{answer.outcome}]"
