"""Installs in more workspaces: a link that a manager made, Slack's consent page, and the way back.

The ticket in the link is OAuth's state as well: it is bound to the browser by a cookie, serves once, and expires.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import SecretStr
from slack_sdk.oauth import AuthorizeUrlGenerator, OAuthStateUtils

from partnerline.bot.settings import Settings
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackApi, SlackAway, SlackRefused
from partnerline.bot.slack.web.tokens import TokenShelf
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.ports.installations import Installations, Installed

logger = logging.getLogger(__name__)
INSTALL, BACK = "/slack/install", "/slack/oauth_redirect"
LIFE = timedelta(days=3)
SCOPES = (
    "app_mentions:read",
    "chat:write",
    "channels:history",
    "groups:history",
    "im:history",
    "mpim:history",
    "channels:read",
    "groups:read",
    "mpim:read",
    "users:read",
    "users:read.email",
    "reactions:write",
    "assistant:write",
    "commands",
    "files:read",
    "files:write",
    "im:write",
)
"""The bot's scopes, as manifest.json asks for them."""
NO_TICKET = "This link was used or is too old. Ask whoever sent it for a new one."
DECLINED = "Slack says that the installation was declined. The link still works."
FAILED = "Slack did not complete the installation. Ask for a new link, and try again."
WHOLE_ORGANISATION = "Partnerline is installed in single workspaces, not in a whole organisation. Ask for a new link."
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partnerline</title></head>'
    "<body><main><p>{}</p></main></body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The app as Slack knows it, and where browsers reach this server."""

    id: str
    secret: SecretStr
    public_url: str
    slack_api_url: str

    @property
    def redirect(self) -> str:
        """Where Slack sends a browser back to."""
        return f"{self.public_url.rstrip('/')}{BACK}"

    def consent(self, state: str) -> str:
        """Slack's page on which somebody lets the app in."""
        return AuthorizeUrlGenerator(
            client_id=self.id,
            redirect_uri=self.redirect,
            scopes=SCOPES,
            authorization_url=urljoin(self.slack_api_url, "../oauth/v2/authorize"),
        ).generate(state)


def new_link(installations: Installations, public_url: str, *, by: str, at: datetime) -> str:
    """A link that lets whoever opens it in time install the bot in one workspace, once."""
    ticket = secrets.token_urlsafe(32)
    installations.issue(ticket, by, at + LIFE)
    return f"{public_url.rstrip('/')}{INSTALL}?ticket={ticket}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installer:
    """Takes installations in; `clock` gives the moment."""

    client: Client
    api: SlackApi
    installations: Installations
    tokens: TokenShelf
    clock: Callable[[], datetime]

    def router(self) -> APIRouter:
        """The two pages."""
        routes = APIRouter()
        routes.add_api_route(INSTALL, self.begin, methods=["GET"], include_in_schema=False)
        routes.add_api_route(BACK, self.end, methods=["GET"], include_in_schema=False)
        return routes

    async def begin(self, ticket: str = "") -> Response:
        """Sends the browser to Slack; the ticket isn't used up by a look, or a preview of the link would do it."""
        if not await asyncio.to_thread(self.installations.holds, ticket, self.clock()):
            return _page(NO_TICKET, 403)
        going = RedirectResponse(self.client.consent(ticket), status_code=302)
        going.headers["set-cookie"] = (
            f"{_STATES.build_set_cookie_for_new_state(ticket)}; SameSite=Lax"
        )
        going.headers["referrer-policy"] = "no-referrer"
        return going

    async def end(
        self, request: Request, state: str = "", code: str = "", error: str = ""
    ) -> Response:
        """Takes the consent that Slack sends back, once, from the browser that went there."""
        if not _STATES.is_valid_browser(state, {"cookie": request.headers.get("cookie", "")}):
            return _page(NO_TICKET, 403)
        if error or not code:
            return _page(DECLINED, 400)
        if not await asyncio.to_thread(self.installations.use, state, self.clock()):
            return _page(NO_TICKET, 403)
        page = await self._take(code)
        page.headers["set-cookie"] = _STATES.build_set_cookie_for_deletion()
        return page

    async def _take(self, code: str) -> Response:
        client = self.client
        try:
            told = await self.api.exchange(
                code,
                client=client.id,
                secret=client.secret.get_secret_value(),
                redirect=client.redirect,
            )
        except (SlackAway, SlackRefused) as failure:
            logger.warning("An installation was not completed: %s", failure.args[0])
            return _page(FAILED, 502)
        if told.get("is_enterprise_install") or not told.get("team"):
            return _page(WHOLE_ORGANISATION, 400)
        installed = self._read(told)
        await asyncio.to_thread(self.installations.keep, installed)
        self.tokens.forget(installed.team)
        logger.warning("The bot was installed in %s", installed.team)
        return _page("Partnerline is installed. You can close this page.", 200)

    def _read(self, told: dict[str, Any]) -> Installed:
        return Installed(
            team=str(told["team"]["id"]),
            name=str(told["team"].get("name") or ""),
            bot_user=str(told.get("bot_user_id") or ""),
            by=str((told.get("authed_user") or {}).get("id") or ""),
            at=self.clock(),
            token=str(told["access_token"]),
        )


def make_installer(settings: Settings, parts: Parts) -> Installer | None:
    """What takes installations in; `None` where nothing is set for it, `SettingsError` where only a part is."""
    needed = {
        "PARTNERLINE_SLACK_CLIENT_ID": settings.slack_client_id,
        "PARTNERLINE_SLACK_CLIENT_SECRET": settings.slack_client_secret,
        "PARTNERLINE_ENCRYPTION_KEY": settings.encryption_key,
        "PARTNERLINE_PUBLIC_URL": settings.public_url,
    }
    if not (settings.slack_client_id and settings.slack_client_secret):
        if settings.slack_client_id or settings.slack_client_secret:
            raise _lacking(needed)
        return None
    if not (settings.public_url and parts.installations and parts.tokens):
        raise _lacking(needed)
    return Installer(
        client=Client(
            id=settings.slack_client_id,
            secret=settings.slack_client_secret,
            public_url=settings.public_url,
            slack_api_url=settings.slack_api_url,
        ),
        api=parts.api,
        installations=parts.installations,
        tokens=parts.tokens,
        clock=parts.desk.clock,
    )


def _lacking(needed: Mapping[str, object]) -> SettingsError:
    lacking = " and ".join(name for name, value in needed.items() if not value)
    return SettingsError(
        f"Installs in more workspaces need {lacking or 'an opened database'} as well. Set it, or none of them."
    )


_STATES = OAuthStateUtils(
    cookie_name="partnerline-install", expiration_seconds=int(LIFE.total_seconds())
)


def _page(words: str, status: int) -> HTMLResponse:
    """Words of our own only; nothing that came with the request is repeated."""
    policy = {"content-security-policy": "default-src 'none'", "cache-control": "no-store"}
    return HTMLResponse(_PAGE.format(words), status_code=status, headers=policy)
