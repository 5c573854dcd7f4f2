"""What waits for a person, and what was answered lately."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from partnerline.bot.console.site import Console, LoggedIn
from partnerline.knowledge.model import Escalation

router = APIRouter(dependencies=[LoggedIn])

_LATELY = 10


@router.get("/")
def show(request: Request, site: Console) -> Response:
    """Open questions, the longest wait first, then the last answered ones."""
    record = site.desk.record
    answered = sorted(record.escalations("answered"), key=_last_reply, reverse=True)
    return site.page(
        request, "inbox.html", waiting=record.escalations("open"), answered=answered[:_LATELY]
    )


def _last_reply(escalation: Escalation) -> float:
    moments = [reply.written_at for reply in escalation.replies] or [escalation.opened_at]
    return max(moments).timestamp()
