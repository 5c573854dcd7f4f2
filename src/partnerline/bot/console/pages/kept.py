"""Managers' answers that the bot gives again: for whom, until when, and whether they still hold."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console.site import Console, LoggedIn, Sent
from partnerline.bot.keeping_words import audience_words

router = APIRouter(prefix="/kept", dependencies=[LoggedIn])

WITHDRAWN = 20


@router.get("")
def show(request: Request, site: Console) -> Response:
    """What is kept, those to check first, then what was withdrawn lately."""
    kept = site.keeping.answers.kept() if site.keeping is not None else ()
    used = sorted(
        (one for one in kept if one.state != "withdrawn"),
        key=lambda one: (one.state != "to_check", one.check_on),
    )
    withdrawn = [one for one in reversed(kept) if one.state == "withdrawn"]
    return site.page(
        request,
        "kept.html",
        kept=used,
        withdrawn=withdrawn[:WITHDRAWN],
        audience=lambda audience: audience_words(audience, site.directory),
        today=site.clock().astimezone().date(),
        managers=site.managers(),
        manager=site.likely_manager(request),
    )


@router.post("/{answer_id}")
def decide(site: Console, answer_id: str, form: Sent) -> Response:
    """Keeps an answer for another ninety days, or lets it be used no more."""
    name, act = site.manager_in(form), form.get("act", "")
    if site.keeping is None or site.keeping.answers.one(answer_id) is None:
        raise HTTPException(404)
    if act not in {"confirm", "withdraw"}:
        raise HTTPException(422)
    if not name:
        return site.goto(
            "/kept", "Choose your name first, so that the others know whose word it is."
        )
    if act == "confirm":
        site.keeping.confirm(answer_id, by=name)
    else:
        site.keeping.withdraw(answer_id, by=name)
    site.bring_kept()
    response = site.goto("/kept", _SAID[act])
    site.remember_manager(response, name)
    return response


_SAID = {
    "confirm": "It is used for another ninety days.",
    "withdraw": "It isn't used any more.",
}
