"""What changed in the library, and who is told of it once a manager has looked it over."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.bot.corrections.wording import correction_line, document_lines
from partnerline.knowledge.changes import Change

router = APIRouter(prefix="/changes", dependencies=[LoggedIn])

DECIDED = 20
DOCUMENTS = 30


@router.get("")
def show(request: Request, site: Console) -> Response:
    """Changes that wait for a word, then those that were decided, the last first."""
    found = site.changes.desk.changes.changes() if site.changes is not None else ()
    newest = list(reversed(found))
    return site.page(
        request,
        "changes.html",
        waiting=[_shown(site, one) for one in newest if one.state == "waiting"],
        decided=[_shown(site, one) for one in newest if one.state in _DECIDED][:DECIDED],
        digest=site.changes is not None and site.changes.desk.digest,
        managers=site.managers(),
        manager=site.likely_manager(request),
    )


@router.post("/{change_id}")
def decide(site: Console, change_id: str, form: Sent) -> Response:
    """A manager's word on what is sent."""
    name, what = site.manager_in(form), form.get("what", "")
    if site.changes is None or site.changes.desk.changes.change(change_id) is None:
        raise HTTPException(404)
    if what not in _SAID:
        raise HTTPException(422)
    if not name:
        return site.goto("/changes", "Choose your name first, so that the others know who decided.")
    site.changes.decide(
        change_id, name, corrections=what in {"all", "corrections"}, digest=what == "all"
    )
    response = site.goto("/changes", _SAID[what])
    site.remember_manager(response, name)
    return response


_DECIDED = ("sent", "dismissed", "nothing")
_SAID = {
    "all": "Corrections and digest are on their way.",
    "corrections": "The corrections are on their way.",
    "nothing": "Nothing is sent.",
}


def _shown(site: Site, change: Change) -> dict[str, object]:
    """A change with the lines that people read."""
    asked = {
        one.question_id: site.desk.record.past_question(one.question_id)
        for one in change.corrections
    }
    partners = {
        question: past.question.partner.name if past and past.question.partner else "a stranger"
        for question, past in asked.items()
    }
    return {
        "change": change,
        "documents": document_lines(change.documents, DOCUMENTS),
        "corrections": [
            (correction_line(one, partners[one.question_id]), one.state)
            for one in change.corrections
        ],
    }
