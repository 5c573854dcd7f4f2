"""Lets a form in only where it is one of ours: from our own page, with its token, and no larger than it may be."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from fastapi import HTTPException, Request

from partnerline.bot.console.auth import Sessions
from partnerline.bot.console.seal import Seal

logger = logging.getLogger(__name__)

VISIT_COOKIE = "partnerline_visit"
FIELD = "csrf"
# A reply of 10,000 characters can take twelve bytes each once a browser has encoded it.
MOST_BYTES = 128 * 1024
_MOST_FIELDS = 50
_FORM = "application/x-www-form-urlencoded"

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Makes the tokens of our forms and checks what comes in.

    A token is bound to the login, or before one to a visit, whose id is in a cookie that no other site can read.
    """

    seal: Seal
    sessions: Sessions

    def token(self, request: Request, visit: str = "") -> str:
        """The token for a form on the page that answers this request, and begins this visit if one is given."""
        return self.seal.mark("csrf", f"visit {visit}" if visit else self._binding(request) or "")

    def new_visit(self, request: Request) -> str:
        """The id of a visit to begin, or "" where this browser is bound already."""
        return "" if self._binding(request) else secrets.token_hex(16)

    async def form(self, request: Request) -> Form:
        """The fields of a form that is ours; raises 403, 413 or 415 where it is not."""
        _refuse_other_sites(request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
            raise HTTPException(415)
        fields = _fields(await _body(request))
        binding = self._binding(request)
        if binding is None or not self.seal.matches("csrf", binding, fields.get(FIELD, "")):
            logger.warning("Refused a form to %s: its token isn't this browser's", _route(request))
            raise HTTPException(403)
        return fields

    def _binding(self, request: Request) -> str | None:
        """What ties a token to this browser; an ended session still does, so that a late form is known as ours."""
        session = self.sessions.read(request)
        if session is not None:
            return f"session {session.id}"
        visit = request.cookies.get(VISIT_COOKIE)
        return f"visit {visit}" if visit else None


def _refuse_other_sites(request: Request) -> None:
    """Raises 403 for a form that another site's page sent.

    A browser's own word (Sec-Fetch-Site) can't be written by a page, and holds behind a proxy that changes the host.
    """
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        ours = told in {"same-origin", "none"}
    else:
        source = request.headers.get("origin") or request.headers.get("referer")
        ours = source is None or urlsplit(source).netloc == request.headers.get("host", "")
    if not ours:
        logger.warning("Refused a form to %s: it came from another site", _route(request))
        raise HTTPException(403)


async def _body(request: Request) -> bytes:
    """The body, read no further than it may be long."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > MOST_BYTES:
            raise HTTPException(413)
    return bytes(read)


def _fields(body: bytes) -> dict[str, str]:
    """The fields of an urlencoded body, with plain newlines; of a field given twice the last counts."""
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise HTTPException(422) from error
    # PostgreSQL keeps no text with a NUL in it.
    return {name: value.replace("\r\n", "\n").replace("\0", "") for name, value in pairs}


def _route(request: Request) -> str:
    return getattr(request.scope.get("route"), "path", "an unknown path")
