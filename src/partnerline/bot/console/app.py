"""Puts the console together."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from pydantic import SecretStr

from partnerline.bot.console.auth import Gate, Sessions
from partnerline.bot.console.csrf import Guard
from partnerline.bot.console.errors import add_errors
from partnerline.bot.console.headers import Headers
from partnerline.bot.console.pages import escalation, inbox, login, quote, trial
from partnerline.bot.console.pages import health as health_page
from partnerline.bot.console.seal import Seal
from partnerline.bot.console.site import FOLDER, Site
from partnerline.bot.desk import Desk
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory


def build_console(
    *,
    desk: Desk,
    directory: Directory,
    token: SecretStr | str,
    clock: Callable[[], datetime],
    session: timedelta,
    secure_cookies: bool,
    vendor: str,
    issuer: str = "",
    on_reply: Callable[[Reply, Escalation], None],
    health: Callable[[], Mapping[str, object]],
) -> FastAPI:
    """The console as an application that other routers may be added to.

    `clock` gives moments with their zone. `vendor` names the pages, `issuer` the vendor on a quote to take along. `on_reply` takes a reply to the door its question came from; it may be told
    of the same reply twice, and what it raises is logged and left to whoever delivers what is undelivered.
    """
    secret = token.get_secret_value() if isinstance(token, SecretStr) else token
    if not secret.strip():
        raise SettingsError(
            "PARTNERLINE_CONSOLE_TOKEN is empty, so anybody could log in. Give it a long random value, or unset it."
        )
    seal = Seal.of_token(secret.strip())
    sessions = Sessions(seal=seal, clock=clock, lasts=session)
    site = Site(
        desk=desk,
        directory=directory,
        clock=clock,
        vendor=vendor,
        issuer=issuer,
        seal=seal,
        sessions=sessions,
        gate=Gate(token=secret.strip(), clock=clock),
        guard=Guard(seal=seal, sessions=sessions),
        secure_cookies=secure_cookies,
        on_reply=on_reply,
        health=health,
    )
    return _assemble(site)


def _assemble(site: Site) -> FastAPI:
    app = FastAPI(title="Partnerline", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.console = site
    app.add_middleware(Headers)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    for page in (login, inbox, escalation, quote, trial, health_page):
        app.include_router(page.router)
    add_errors(app)
    return app
