"""Logging in with the token that `serve` printed, and logging out."""

import re

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from partnerline.bot.console.auth import SESSION_COOKIE
from partnerline.bot.console.site import Console, Guarded, Sent, Site

router = APIRouter()

_OWN_PATH = re.compile(r"/(?![/\\])[\w/.~-]*", re.ASCII)
_WRONG = "That token isn't right. Look in the terminal where partnerline serve runs, and paste the whole of it."
_TOO_MANY = "Too many wrong tokens came from here. Wait a minute, then try again."
_ENDED = "Your login has ended. Log in again; what you wrote was not sent, and stands below."


@router.get("/login")
def show(request: Request, site: Console) -> Response:
    """The form for the token. A token in the address is not read: addresses end up in logs and histories."""
    after = own_path(request.query_params.get("next", "/"))
    if site.sessions.alive(request) is not None:
        return RedirectResponse(after, status_code=303)
    return login_page(request, site, after=after)


@router.post("/login")
def log_in(request: Request, site: Console, form: Sent) -> Response:
    """Starts a session for the right token."""
    address = request.client.host if request.client else "unknown"
    after = own_path(form.get("next", "/"))
    if site.gate.closed_to(address):
        return login_page(request, site, after=after, problem=_TOO_MANY, status=429)
    if not site.gate.admits(address, form.get("token", "").strip()):
        return login_page(request, site, after=after, problem=_WRONG, status=403)
    response = RedirectResponse(after, status_code=303)
    site.log_in(response)
    return response


@router.post("/logout", dependencies=[Guarded])
def log_out(request: Request, site: Console) -> Response:
    """Ends the session, here and in the browser."""
    session = site.sessions.read(request)
    if session is not None:
        site.sessions.end(session)
    response = site.goto("/login", "You are logged out.")
    response.delete_cookie(SESSION_COOKIE)
    return response


def login_page(
    request: Request,
    site: Site,
    *,
    after: str,
    problem: str = "",
    kept: str = "",
    status: int = 200,
) -> Response:
    """The login page, with what a late form held, so that nobody has to write it twice."""
    visit = site.guard.new_visit(request)
    response = site.page(
        request,
        "login.html",
        status=status,
        csrf=site.guard.token(request, visit),
        after=after,
        problem=problem or (_ENDED if kept else ""),
        kept=kept,
    )
    if visit:
        site.begin_visit(response, visit)
    if status == 429:
        response.headers["Retry-After"] = str(int(site.gate.within.total_seconds()))
    return response


def own_path(text: str) -> str:
    """The path if it is one of this console, else the first page: a login never leads to another site."""
    return text if _OWN_PATH.fullmatch(text) else "/"
