"""Pages for what went wrong, in the look of the others and in words for people."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from partnerline.bot.console.auth import LoginNeeded
from partnerline.bot.console.headers import add_headers
from partnerline.bot.console.pages.login import login_page, own_path
from partnerline.bot.console.site import site_of

logger = logging.getLogger(__name__)

WORDS: dict[int, tuple[str, str]] = {
    403: (
        "That form was refused",
        "It came from another site, or its page was open too long. Go back, reload the page and send it again.",
    ),
    404: (
        "There is nothing here",
        "The address may be wrong. The open questions are one click away.",
    ),
    405: (
        "This address only takes forms",
        "Open the page that leads here and use its button.",
    ),
    413: (
        "That was too long",
        "It is more than the console takes, and was not sent. Go back, shorten it and send it again.",
    ),
    422: (
        "That form couldn't be read",
        "A part of it was missing, so nothing was changed. Go back, reload the page and send it again.",
    ),
    500: (
        "Something went wrong on our side",
        "It has been noted. Go back and try again; what was sent before is safe.",
    ),
}
_ALSO = {400: 422, 415: 422}


def add_errors(app: FastAPI) -> None:
    """Gives every error its page."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(LoginNeeded, _login_needed)
    app.add_exception_handler(Exception, _failed)


def _page(request: Request, status: int) -> HTMLResponse:
    known = status if status in WORDS else _ALSO.get(status, 500 if status >= 500 else 422)
    title, advice = WORDS[known]
    return site_of(request).page(request, "error.html", status=status, title=title, advice=advice)


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = _page(request, status)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def _unreadable(request: Request, _error: Exception) -> Response:
    return _page(request, 422)


async def _failed(request: Request, _error: Exception) -> Response:
    """The last resort. It answers from outside the middleware, so it sets the headers itself."""
    logger.error("A page failed: %s %s", request.method, request.scope.get("path"))
    response = _page(request, 500)
    add_headers(request.url.path, response.headers)
    return response


async def _login_needed(request: Request, error: Exception) -> Response:
    """Sends a reader to the login; a writer gets it at once, with what was written."""
    if request.method != "POST":
        return RedirectResponse(f"/login?next={own_path(request.url.path)}", status_code=303)
    kept = error.kept if isinstance(error, LoginNeeded) else ""
    after = own_path(_page_of(request.url.path))
    return login_page(request, site_of(request), after=after, kept=kept, status=401)


def _page_of(path: str) -> str:
    """The page that a form stands on: those of one question and of one trial have a page each, all others one."""
    first, *rest = path.strip("/").split("/")
    own = first in ("escalations", "try") and rest
    return f"/{first}/{rest[0]}" if own else f"/{first}"
