"""What waits for a person, and what was answered lately."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from partnerline.bot.console.site import Console, LoggedIn, Site
from partnerline.knowledge.escalating.deadlines import OWED, due, holder_name
from partnerline.knowledge.model import Escalation

router = APIRouter(dependencies=[LoggedIn])

_LATELY = 10


@router.get("/")
def show(request: Request, site: Console) -> Response:
    """Open questions, the longest wait first, then the last answered ones."""
    record = site.desk.record
    handed = record.escalations()
    answered = sorted(
        (one for one in handed if one.state in {"answered", "closed"}),
        key=_last_reply,
        reverse=True,
    )
    return site.page(
        request,
        "inbox.html",
        waiting=[one for one in handed if one.state in OWED or one.state == "asked"],
        answered=answered[:_LATELY],
        holder=lambda escalation: holder_name(escalation, site.directory),
        late=lambda escalation: _is_late(site, escalation),
    )


def _is_late(site: Site, escalation: Escalation) -> bool:
    deadline = due(escalation, site.directory, site.clock())
    return deadline is not None and site.clock() >= deadline.pass_on_at


def _last_reply(escalation: Escalation) -> float:
    moments = [reply.written_at for reply in escalation.replies] or [escalation.opened_at]
    return max(moments).timestamp()
