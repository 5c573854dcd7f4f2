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
from partnerline.bot.console.pages import audit as audit_page
from partnerline.bot.console.pages import changes as changes_page
from partnerline.bot.console.pages import escalation, handling, inbox, login, people, quote, trial
from partnerline.bot.console.pages import gaps as gaps_page
from partnerline.bot.console.pages import health as health_page
from partnerline.bot.console.pages import kept as kept_page
from partnerline.bot.console.pages import past as past_page
from partnerline.bot.console.seal import Seal
from partnerline.bot.console.site import FOLDER, Site
from partnerline.bot.corrections.door import ChangesDoor
from partnerline.bot.desk import Desk
from partnerline.bot.gaps.desk import GapDesk
from partnerline.bot.keeping import Keeping
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Enrolments
from partnerline.knowledge.ports.audit import Audit


def build_console(
    *,
    desk: Desk,
    directory: Callable[[], Directory],
    token: SecretStr | str,
    clock: Callable[[], datetime],
    session: timedelta,
    secure_cookies: bool,
    vendor: str,
    issuer: str = "",
    on_reply: Callable[[Reply, Escalation], None],
    on_step: Callable[[str, Escalation], None],
    health: Callable[[], Mapping[str, object]],
    gaps: GapDesk | None = None,
    changes: ChangesDoor | None = None,
    keeping: Keeping | None = None,
    audit: Audit | None = None,
    enrolments: Enrolments | None = None,
) -> FastAPI:
    """The console as an application that other routers may be added to.

    `clock` gives moments with their zone, `directory` everybody known at that moment. `vendor` names the pages, `issuer`
    the vendor on a quote to take along. `on_reply` takes a reply to the door its question came from, `on_step` what
    happened to an escalation; both may be told of the same twice, and what they raise is logged and left to whoever
    delivers what is undelivered. Pages of what isn't given are empty.
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
        everybody=directory,
        clock=clock,
        vendor=vendor,
        issuer=issuer,
        seal=seal,
        sessions=sessions,
        gate=Gate(token=secret.strip(), clock=clock),
        guard=Guard(seal=seal, sessions=sessions),
        secure_cookies=secure_cookies,
        on_reply=on_reply,
        on_step=on_step,
        health=health,
        gaps=gaps,
        changes=changes,
        keeping=keeping,
        audit=audit,
        enrolments=enrolments,
    )
    return _assemble(site)


def _assemble(site: Site) -> FastAPI:
    app = FastAPI(title="Partnerline", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.console = site
    app.add_middleware(Headers)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    for page in (
        login, inbox, escalation, handling, past_page, quote, trial, gaps_page, changes_page, kept_page, people,
        audit_page, health_page,
    ):  # fmt: skip
        app.include_router(page.router)
    add_errors(app)
    return app
