"""`partnerline serve`: the Slack bot and the console, one process."""

import os
import secrets
import socket
from contextlib import suppress

import click
import uvicorn
from pydantic import SecretStr

from partnerline.bot.bootstrap import bring_kept_into, opened_desk, opened_index
from partnerline.bot.cli.ingest import progress_bar
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.bot.learning import opened_learning
from partnerline.bot.server import Served, make_server
from partnerline.bot.settings import Settings
from partnerline.bot.sharing import opened_beyond
from partnerline.ingest.report import Report, rendered
from partnerline.ingest.sync import sync
from partnerline.knowledge.errors import SettingsError


@click.command("serve")
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.  [default: 8080]",
)
@home_option
@click.pass_context
def command(ctx: click.Context, host: str | None, port: int | None, own_home: str | None) -> None:
    """Run the Slack bot and the console for channel managers until it is stopped.

    The library is read at the start and kept up to date. Without Slack's tokens the console runs alone.
    """
    settings = settings_for(ctx, own_home, host=host, port=port)
    report = read_library(settings)
    if report.failed:
        click.echo(rendered(report), err=True)
    serve_on(settings, listen(settings))


def read_library(settings: Settings) -> Report:
    """Brings the index up to date with the library, with all processors."""
    with opened_index(settings, threads=os.cpu_count() or 1) as opened:
        report = sync(
            settings.library,
            index=opened.index,
            embedder=opened.embedder,
            begin=progress_bar("Reading"),
        )
        bring_kept_into(settings, opened)
        return report


def serve_on(settings: Settings, listening: socket.socket, *, quiet: bool = False) -> None:
    """Serves on a socket until it is stopped, and says where unless it is to be quiet."""
    token = settings.console_token or SecretStr(secrets.token_urlsafe(24))
    with (
        opened_desk(settings) as (desk, directory, opened),
        opened_beyond(settings) as beyond,
        opened_learning(settings, desk, opened) as learning,
    ):
        app = make_server(
            Served(
                settings=settings,
                desk=desk,
                directory=directory,
                opened=opened,
                token=token,
                beyond=beyond,
                learning=learning,
            )
        )
        if not quiet:
            click.echo(f"Console: {address(settings, listening)}/")
        if settings.console_token is None and not quiet:
            click.echo(f"Token:   {token.get_secret_value()}")
        config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=5)
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            _run(uvicorn.Server(config), listening)


def _run(server: uvicorn.Server, listening: socket.socket) -> None:
    try:
        server.run(sockets=[listening])
    except SystemExit as ended:  # uvicorn's way to say that the start failed
        raise SettingsError(
            "The server could not start; the lines above say why. `partnerline doctor` names what to mend."
        ) from ended


def listen(settings: Settings) -> socket.socket:
    """The socket, taken before anything is opened, so that a port in use is said at once.

    Raises `SettingsError` where it can't be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    # asyncio does this for sockets that it makes itself; without it an answer in two parts takes 40 ms.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        # Bound alone, another process could still take the same port.
        listening.listen()
    except OSError as error:
        listening.close()
        raise SettingsError(
            f"{settings.host}:{settings.port} can't be listened on ({error.strerror}). "
            "Stop what uses it, or give another by --port or PARTNERLINE_PORT."
        ) from error
    return listening


def address(settings: Settings, listening: socket.socket) -> str:
    """Where a browser finds it."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 - compared, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
