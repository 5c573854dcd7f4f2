"""Where knowledge is missing: what partners ask and nobody can answer, gathered by meaning."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.site import Console, LoggedIn, Sent

router = APIRouter(prefix="/gaps", dependencies=[LoggedIn])

SETTLED = 20
"""Gaps that are closed or dismissed, of which so many are shown."""


@router.get("")
def show(request: Request, site: Console) -> Response:
    """Open gaps, the most asked first, then those that are settled."""
    views = site.gaps.views() if site.gaps is not None else ()
    return site.page(
        request,
        "gaps.html",
        missing=[view for view in views if view.gap.state == "open"],
        settled=[view for view in views if view.gap.state != "open"][:SETTLED],
        managers=site.managers(),
        manager=site.likely_manager(request),
    )


@router.post("/{gap_id}/dismiss")
def dismiss(site: Console, gap_id: str, form: Sent) -> Response:
    """Takes a gap off the list: a manager says that it is none."""
    name = site.manager_in(form)
    if site.gaps is None or gap_id not in {gap.id for gap in site.gaps.gaps.gaps()}:
        raise HTTPException(404)
    if not name:
        return site.goto("/gaps", "Choose your name first, so that the others know who said so.")
    site.gaps.gaps.dismiss(gap_id, name)
    response = site.goto("/gaps", "Taken off the list.")
    site.remember_manager(response, name)
    return response
