"""What every page of the console has at hand."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from partnerline.bot.console import record_words as told
from partnerline.bot.console import words
from partnerline.bot.console.auth import SESSION_COOKIE, Gate, LoginNeeded, Session, Sessions
from partnerline.bot.console.csrf import VISIT_COOKIE, Form, Guard
from partnerline.bot.console.seal import Seal
from partnerline.bot.corrections.door import ChangesDoor
from partnerline.bot.desk import Desk
from partnerline.bot.gaps.desk import GapDesk
from partnerline.bot.keeping import Keeping
from partnerline.bot.quotes import wording
from partnerline.knowledge.errors import PartnerlineError
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Enrolments
from partnerline.knowledge.ports.audit import Audit

logger = logging.getLogger(__name__)

FOLDER = Path(__file__).parent
FLASH_COOKIE = "partnerline_flash"
MANAGER_COOKIE = "partnerline_manager"
MOST_IN_A_NAME = 200
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
    templates.globals["told"] = told
    templates.globals["wording"] = wording
    templates.filters["markdown"] = words.markdown
    return templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The console's parts, and the few ways in which its pages answer."""

    desk: Desk
    everybody: Callable[[], Directory]
    clock: Callable[[], datetime]
    vendor: str
    issuer: str
    seal: Seal
    sessions: Sessions
    gate: Gate
    guard: Guard
    secure_cookies: bool
    on_reply: Callable[[Reply, Escalation], None]
    on_step: Callable[[str, Escalation], None]
    health: Callable[[], Mapping[str, object]]
    keeping: Keeping | None = None
    audit: Audit | None = None
    enrolments: Enrolments | None = None
    gaps: GapDesk | None = None
    changes: ChangesDoor | None = None
    templates: Environment = field(default_factory=_templates)

    @property
    def directory(self) -> Directory:
        """Everybody whom the vendor knows at present."""
        return self.everybody()

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

    def managers(self) -> list[str]:
        """The managers' names as the rep would read them, each once."""
        named = (" ".join((m.name or m.email).split()) for m in self.directory.managers)
        return list(dict.fromkeys(named))

    def manager_in(self, form: Form) -> str:
        """The manager that a form names, or "" where it names nobody who could be one."""
        name = " ".join(form.get("manager", "").split())
        known = not self.managers() or name in self.managers()
        return name if known and len(name) <= MOST_IN_A_NAME else ""

    def bring_kept(self) -> None:
        """Has the index hold what managers keep; where it can't be written just now, the next reading does it."""
        if self.keeping is None:
            return
        try:
            self.keeping.bring()
        except PartnerlineError as error:
            logger.warning("What is kept reaches the index later: %s", error)

    def likely_manager(self, request: Request) -> str:
        """Who acts from this browser: the one who did before. Never the partner's own manager by guess, or a reply
        would go out under somebody else's name.
        """
        names, last = self.managers(), self.last_manager(request)
        if len(names) == 1:
            return names[0]
        return last if not names or last in names else ""

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
