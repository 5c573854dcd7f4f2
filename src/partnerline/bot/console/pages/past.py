"""What partners ask: the last questions with their answers, and a manager's word on whether those were right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.paging import Leaf, leaf, page_number, query_of
from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.knowledge.model import Outcome
from partnerline.knowledge.past import Judgement, Past, Which
from partnerline.knowledge.ports.reps_own import Why

router = APIRouter(prefix="/questions", dependencies=[LoggedIn])

PAGE = 50
READ = 1_000
"""Questions that are looked through for those of a partner or an outcome."""
STRANGER = "-"
"""What stands for strangers where a partner's id could: no id begins so."""
NO_ANSWER = "none"
WHO = "Choose your name first, so that the others know whose word it is."
_THUMBS: Mapping[str, Which] = {"up": "thumbs_up", "down": "thumbs_down"}


@router.get("")
def show(request: Request, site: Console) -> Response:
    """The last questions, the newest first, by partner, outcome and thumb."""
    found = _found(site, request.query_params)
    return site.page(
        request,
        "questions.html",
        found=found,
        thumbs=_thumbs(site, found.items),
        partners=site.directory.partners,
        looked=READ if found.filters["partner"] or found.filters["outcome"] else 0,
        managers=site.managers(),
        manager=site.likely_manager(request),
    )


@router.post("/{question_id}/judgement")
def judge(site: Console, question_id: str, form: Sent) -> Response:
    """Keeps a manager's word on an answer; that manager's later one takes its place."""
    past = site.desk.record.past_question(question_id)
    if past is None:
        raise HTTPException(404)
    judgement = form.get("judgement", "")
    if judgement not in get_args(Judgement) or past.answer is None:
        raise HTTPException(422)
    page = f"/questions{query_of(_filters(form), page_number(form))}"
    name = site.manager_in(form)
    if not name:
        return site.goto(page, WHO)
    site.desk.record.keep_judgement(question_id, name, cast("Judgement", judgement), site.clock())
    response = site.goto(f"{page}#q-{question_id}", f"Noted: {judgement}, says {name}.")
    site.remember_manager(response, name)
    return response


def _found(site: Site, said: Mapping[str, str]) -> Leaf[Past]:
    filters, number = _filters(said), page_number(said)
    narrow = bool(filters["partner"] or filters["outcome"])
    asked = site.desk.record.past(
        READ if narrow else number * PAGE + 1, which=_THUMBS.get(filters["thumb"], "all")
    )
    return leaf([past for past in asked if _is(past, filters)], number, PAGE, filters)


def _filters(said: Mapping[str, str]) -> dict[str, str]:
    """What the list is to be narrowed by, "" for nothing; what nobody offered counts as nothing."""
    outcome, thumb = said.get("outcome", ""), said.get("thumb", "")
    return {
        "partner": said.get("partner", ""),
        "outcome": outcome if outcome in (*get_args(Outcome), NO_ANSWER) else "",
        "thumb": thumb if thumb in _THUMBS else "",
    }


def _is(past: Past, filters: Mapping[str, str]) -> bool:
    outcome = past.answer.outcome if past.answer else NO_ANSWER
    return filters["outcome"] in ("", outcome) and filters["partner"] in ("", *_askers(past))


def _askers(past: Past) -> tuple[str, ...]:
    """Whose question it is, by ids: the partner's that asked, or of each that reads along."""
    readers = tuple(reader.id for reader in past.question.readers)
    return (past.asked_as,) if past.asked_as else readers or (STRANGER,)


def _thumbs(site: Site, shown: Sequence[Past]) -> Mapping[str, list[Why]]:
    """Why thumbs are down, by question."""
    found: dict[str, list[Why]] = defaultdict(list)
    if any(past.thumb == "down" for past in shown):
        for complaint in site.desk.record.reasons(since=min(past.asked_at for past in shown)):
            found[complaint.question_id].append(complaint.why)
    return found
