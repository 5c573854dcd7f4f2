"""Whether the process is well, for whatever watches it."""

import logging

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from partnerline.bot.console.site import Console

logger = logging.getLogger(__name__)

router = APIRouter()


@router.api_route("/health", methods=["GET", "HEAD"])
def show(request: Request, site: Console) -> JSONResponse:
    """One word to everybody; to who is logged in, all that is known."""
    try:
        known = dict(site.health())
    except Exception:
        logger.exception("The health check itself failed")
        known = {"status": "failing"}
    status = str(known.get("status", "ok"))
    told = known if site.sessions.alive(request) is not None else {"status": status}
    return JSONResponse(told, 200 if status == "ok" else 503)
