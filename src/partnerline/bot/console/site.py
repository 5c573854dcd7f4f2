"""What every page of the console has at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from partnerline.bot.console import words
from partnerline.bot.console.auth import SESSION_COOKIE, Gate, LoginNeeded, Session, Sessions
from partnerline.bot.console.csrf import VISIT_COOKIE, Form, Guard
from partnerline.bot.console.seal import Seal
from partnerline.bot.desk import Desk
from partnerline.bot.quotes import wording
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory

FOLDER = Path(__file__).parent
FLASH_COOKIE = "partnerline_flash"
MANAGER_COOKIE = "partnerline_manager"
_A_YEAR = 365 * 24 * 3600


def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["words"] = words
    templates.globals["wording"] = wording
    templates.filters["markdown"] = words.markdown
    return templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The console's parts, and the few ways in which its pages answer."""

    desk: Desk
    directory: Directory
    clock: Callable[[], datetime]
    vendor: str
    issuer: str
    seal: Seal
    sessions: Sessions
    gate: Gate
    guard: Guard
    secure_cookies: bool
    on_reply: Callable[[Reply, Escalation], None]
    health: Callable[[], Mapping[str, object]]
    templates: Environment = field(default_factory=_templates)

    def page(
        self, request: Request, template: str, *, status: int = 200, **values: object
    ) -> HTMLResponse:
        """A page, with the flash line if one waits for it."""
        flash = self._flash(request)
        given: dict[str, object] = {
            "vendor": self.vendor,
            "now": self.clock(),
            "session": self.sessions.alive(request),
            "csrf": self.guard.token(request),
            "flash": flash,
            "path": request.url.path,
        }
        response = HTMLResponse(
            self.templates.get_template(template).render(given | values), status
        )
        if flash:
            response.delete_cookie(FLASH_COOKIE)
        return response

    def goto(self, path: str, flash: str = "") -> Response:
        """A redirect to one of our own pages, so that reloading that page sends nothing again."""
        response = RedirectResponse(path, status_code=303)
        if flash:
            self.set_cookie(response, FLASH_COOKIE, self.seal.close("flash", {"text": flash}), 60)
        return response

    def log_in(self, response: Response) -> None:
        """Gives the browser a session of its own; what it was bound to before is forgotten."""
        lasts = int(self.sessions.lasts.total_seconds())
        self.set_cookie(response, SESSION_COOKIE, self.sessions.start(), lasts)
        response.delete_cookie(VISIT_COOKIE)

    def begin_visit(self, response: Response, visit: str) -> None:
        """Marks a browser that is about to log in."""
        self.set_cookie(response, VISIT_COOKIE, visit, int(self.sessions.lasts.total_seconds()))

    def last_manager(self, request: Request) -> str:
        """The name under which this browser replied last, or ""."""
        values = self.seal.open("manager", request.cookies.get(MANAGER_COOKIE, ""))
        return values["name"] if values else ""

    def remember_manager(self, response: Response, name: str) -> None:
        """Keeps the name under which this browser replied."""
        line = self.seal.close("manager", {"name": name})
        self.set_cookie(response, MANAGER_COOKIE, line, _A_YEAR)

    def set_cookie(self, response: Response, name: str, value: str, seconds: int) -> None:
        """Sets a cookie that no script reads and no other site's form sends.

        `Lax`, not `Strict`: a manager comes here by a link in Slack and is logged in already.
        """
        response.set_cookie(
            name, value, max_age=seconds, httponly=True, samesite="lax", secure=self.secure_cookies
        )

    def _flash(self, request: Request) -> str:
        if "x-live" in request.headers:  # a refresh behind the scenes must not take the line away
            return ""
        values = self.seal.open("flash", request.cookies.get(FLASH_COOKIE, ""))
        return values["text"] if values else ""


def site_of(request: Request) -> Site:
    """The console that answers this request."""
    site: Site = request.app.state.console
    return site


Console = Annotated[Site, Depends(site_of)]


async def _sent(request: Request, site: Console) -> Form:
    return await site.guard.form(request)


Sent = Annotated[Form, Depends(_sent)]
"""The fields of a form that passed the guard."""

Guarded = Depends(_sent)
"""Lets only a form that passes the guard through, for pages that read none of its fields."""


async def _known(request: Request, site: Console) -> Session:
    """The login; where it is missing, a form that is ours gives what was written in it to whoever asks for it."""
    session = site.sessions.alive(request)
    if session is not None:
        return session
    form = await site.guard.form(request) if request.method == "POST" else {}
    raise LoginNeeded(form.get("text", "") or form.get("question", ""))


LoggedIn = Depends(_known)
"""Lets only people who are logged in through."""
