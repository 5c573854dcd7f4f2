"""The program `partnerline` and what all its commands share."""

import importlib
import logging
import os
import sys
from typing import Any

import click

from partnerline.knowledge.errors import PartnerlineError

_COMMANDS = {
    "ingest": "Read a library folder into the index.",
    "ask": "Answer a question, or a file of them.",
    "prices": "Show how a price list is read, or how two differ.",
    "serve": "Run the Slack bot and the console.",
    "eval": "Run the eval suite and check its gates.",
    "calibrate": "Refit the confidence to your own labelled answers.",
    "cases": "Make eval cases of what reps really asked.",
    "audit": "List who was shown what, from which documents.",
    "doctor": "Say what is configured, what is missing and how to mend it.",
    "install-link": "Make a link that installs the bot in one more Slack workspace.",
    "prepare": "Prepare the embedding model, once.",
    "demo": "Show the whole thing on the sample library.",
}


class _Commands(click.Group):
    """Imports a command when it is run: `--help` and `ask` don't wait for what `serve` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(
            f"partnerline.bot.cli.{cmd_name.replace('-', '_')}"
        ).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the program: whatever is wrong is one line on standard error, and the exit code says of which sort."""
        extra["standalone_mode"] = False
        try:
            sys.exit(super().main(*args, **extra) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(0)
        except (PartnerlineError, click.ClickException) as error:
            message = (
                error.format_message() if isinstance(error, click.ClickException) else str(error)
            )
            click.echo(
                f"partnerline: {' '.join(message.split()).rstrip('.')}.{_help_for(error)}", err=True
            )
            sys.exit(2)
        except click.Abort:
            sys.exit(130)
        except BrokenPipeError:
            # Who reads the output has enough of it, as `head` does; nothing more can be flushed there.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


def _help_for(error: Exception) -> str:
    """Where the right usage stands, for an error in it."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f" See `{ctx.command_path} --help`." if ctx else ""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home", envvar="PARTNERLINE_HOME", help="Folder of all state.  [default: .partnerline]"
)
@click.option(
    "--log-level",
    default="WARNING",
    show_default=True,
    help="DEBUG, INFO, WARNING or ERROR; logs go to standard error.",
)
@click.version_option(package_name="partnerline", prog_name="partnerline")
@click.pass_context
def main(ctx: click.Context, home: str | None, log_level: str) -> None:
    """Answers channel partners' sales reps from the vendor's own documents, or fetches a human.

    Start with `partnerline ingest`, then `partnerline ask "list price of AX-200" --partner acme`.
    Every setting can be given in the environment or in .env as PARTNERLINE_…; `partnerline doctor` shows them.

    \b
    Exit codes: 0 done; 1 a gate or check failed; 2 bad usage or bad input.
    """
    ctx.obj = home
    level = logging.getLevelNamesMapping().get(log_level.upper())
    if level is None:
        raise click.BadParameter("use DEBUG, INFO, WARNING or ERROR", param_hint="--log-level")
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    # Below INFO they log what people write, and tokens.
    for talkative in ("slack_sdk", "slack_bolt"):
        logging.getLogger(talkative).setLevel(max(level, logging.INFO))
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
