"""A price taken along from the console: the quote as a file."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from partnerline.bot.console import trial
from partnerline.bot.console.site import Console, LoggedIn, Site
from partnerline.bot.quotes.files import file_of
from partnerline.bot.quotes.paper import MEDIA_TYPES, paper_of

router = APIRouter(dependencies=[LoggedIn])


@router.get("/try/{thread}/{number}/quote.{kind}")
def of_trial(site: Console, thread: str, number: int, kind: str) -> Response:
    """The price of one turn of a trial."""
    if not trial.is_thread(thread):
        raise HTTPException(404)
    return _file(site, trial.question_id(thread, number), kind)


@router.get("/escalations/{escalation_id}/quote.{kind}")
def of_escalation(site: Console, escalation_id: str, kind: str) -> Response:
    """The price that was answered before the question was handed over."""
    escalation = site.desk.record.escalation(escalation_id)
    if escalation is None:
        raise HTTPException(404)
    return _file(site, escalation.question_id, kind)


def _file(site: Site, question_id: str, kind: str) -> Response:
    """The file of what was answered, as of today; raises 404 where that was no price."""
    taken, answer = site.desk.record.question(question_id), site.desk.record.answer(question_id)
    if taken is None or answer is None or kind not in MEDIA_TYPES:
        raise HTTPException(404)
    today = site.clock().astimezone().date()
    paper = paper_of(answer, taken[0], vendor=site.issuer, issued_on=today)
    if paper is None:
        raise HTTPException(404)
    file = file_of(paper, kind)
    kept = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, media_type=file.media_type, headers=kept)
