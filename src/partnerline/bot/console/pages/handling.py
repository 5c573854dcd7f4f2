"""Who has a question that was handed over: taken, handed on and closed from its page."""

import logging
from typing import Literal, assert_never, cast, get_args

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from partnerline.bot.console.claims import Holder, claim, close, hand, holder_named
from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.knowledge.model import Escalation

logger = logging.getLogger(__name__)

router = APIRouter(prefix="/escalations/{escalation_id}", dependencies=[LoggedIn])

Act = Literal["taken", "handed", "closed"]
WHO = "Choose your name first: the rep and the others see who has it."
TO_WHOM = "Choose to whom it goes."
OVER = "It is closed already."
CLOSED = "Closed. What the rep writes next goes to the bot again."


@router.post("/step")
def step(site: Console, escalation_id: str, form: Sent) -> Response:
    """Takes, hands on or closes, once however often the form comes."""
    escalation = site.desk.record.escalation(escalation_id)
    if escalation is None:
        raise HTTPException(404)
    if form.get("act", "") not in get_args(Act):
        raise HTTPException(422)
    page = f"/escalations/{escalation.id}"
    name = site.manager_in(form)
    if not name:
        return site.goto(page, WHO)
    if escalation.state == "closed":
        return site.goto(page, OVER)
    who = holder_named(name, site.directory)
    response = site.goto(
        page, _do(site, escalation, cast("Act", form["act"]), who, form.get("to", ""))
    )
    site.remember_manager(response, name)
    return response


def _do(site: Site, escalation: Escalation, act: Act, who: Holder, to: str) -> str:
    """Does it, shows it, and says what is so now."""
    match act:
        case "closed":
            _show(site, close(site.desk, escalation, who), escalation.id)
            return CLOSED
        case "taken":
            held = claim(site.desk, escalation, who)
            target = who
        case "handed":
            name = " ".join(to.split())
            if name not in site.managers():
                return TO_WHOM
            target = holder_named(name, site.directory)
            held = hand(site.desk, escalation, who, target)
        case other:
            assert_never(other)
    if held is None or held.holder != target.key:
        return f"{held.holder_name if held else 'Somebody else'} has it. Hand it to yourself to go on with it."
    _show(site, held.id, escalation.id)
    return (
        f"{target.name} has it now; the rep sees that."
        if act == "taken"
        else f"Handed to {target.name}."
    )


def _show(site: Site, step_id: str, escalation_id: str) -> None:
    """Shows it to whoever waits in Slack. It is safe in the record, where the card is made from at the next step."""
    escalation = site.desk.record.escalation(escalation_id)
    if escalation is None:
        return
    try:
        site.on_step(step_id, escalation)
    except Exception:
        logger.exception("Step %s is kept but couldn't be shown now", step_id)
