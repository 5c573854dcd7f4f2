"""`partnerline demo`: the main job on the sample library, from documents to a served page."""

import socket
from contextlib import ExitStack

import click

from partnerline.bot.bootstrap import opened_desk, today
from partnerline.bot.cli.ask import Terminal
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.cli.serve import address, listen, read_library, serve_on
from partnerline.bot.playground import playground
from partnerline.bot.settings import Settings
from partnerline.fake_slack import FakeSlack
from partnerline.ingest.library import load_directory
from partnerline.ingest.report import rendered
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.partners import Directory

QUESTIONS = (
    ("acme", "need a price for 100 AX-200 asap"),
    ("globex", "how long does the ax-200-b keep going w/o power"),
    ("acme", "customer says veltrax costs a fifth less than us"),
    ("acme", "can I give 22% on 40 AX-200?"),
)
"""A price, a fact, an objection, and one that a person has to decide; each with the partner who asks."""


@click.command("demo")
@click.option(
    "--serve/--no-serve", default=True, help="Serve the console afterwards.  [default: serve]"
)
@click.option(
    "--slack",
    "only_slack",
    is_flag=True,
    help="Serve one page where you play a rep and a manager side by side.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Port of the console, with --slack of the page.  [default: 8080]",
)
@home_option
@click.pass_context
def command(
    ctx: click.Context, port: int | None, own_home: str | None, *, serve: bool, only_slack: bool
) -> None:
    """Index the sample library, answer four questions, and serve the console with a page to try the bot on."""
    settings = settings_for(ctx, own_home, port=port)
    click.secho(f"Reading {settings.library}/", bold=True)
    click.echo(rendered(read_library(settings), most=0))
    if only_slack:
        play_in_slack(settings)
        return
    with opened_desk(settings) as (desk, directory, _):
        for partner, text in QUESTIONS:
            click.secho(f"\n{partner} asks: {text}", bold=True)
            Terminal(desk=desk, directory=directory, as_of=today()).answer_one(
                text, partner, as_json=False
            )
    if serve:
        serve_with_slack(settings, directory)


def serve_with_slack(settings: Settings, directory: Directory) -> None:
    """Serves the console, and beside it a fake Slack with everybody of partners.yaml in it."""
    listening = _listen_somewhere(settings)
    with playground(settings, directory) as (slack, connected):
        slack.connect_http(f"{address(settings, listening)}/slack/events")
        click.secho(
            "\nTry it as any partner on the console, or in a fake Slack. Stop with Ctrl-C.",
            bold=True,
        )
        click.echo(f"Slack:   {slack.base_url}/stage")
        serve_on(connected, listening)


def play_in_slack(settings: Settings) -> None:
    """Serves the page with a rep on the left and a manager on the right, and the bot behind it."""
    directory = load_directory(settings.library)
    unseen = settings.model_copy(update={"port": 0})
    listening = listen(unseen)
    with ExitStack() as stack:
        slack, connected = _playground_at(stack, unseen, directory, settings.port)
        slack.connect_http(f"{address(settings, listening)}/slack/events")
        click.secho("\nPlay a rep and a manager side by side. Stop with Ctrl-C.", bold=True)
        click.echo(f"{slack.base_url}/stage")
        serve_on(connected, listening, quiet=True)


def _playground_at(
    stack: ExitStack, settings: Settings, directory: Directory, port: int
) -> tuple[FakeSlack, Settings]:
    """The playground at that port, or at any free one where something else has it: a demo has to start."""
    try:
        return stack.enter_context(playground(settings, directory, port=port))
    except OSError:
        return stack.enter_context(playground(settings, directory))


def _listen_somewhere(settings: Settings) -> socket.socket:
    """The port that is set, or any free one where something else has it: a demo has to start."""
    try:
        return listen(settings)
    except SettingsError:
        return listen(settings.model_copy(update={"port": 0}))
