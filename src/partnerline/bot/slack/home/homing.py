"""Puts a person's Home tab together and publishes it, each time they open it."""

import asyncio
import logging
from datetime import datetime

from partnerline.bot.slack.escalations.escalating import card_for_thread
from partnerline.bot.slack.home.home_tab import (
    QUEUE,
    Line,
    ManagersHome,
    RepsHome,
    due_text,
    managers_view,
    reps_view,
    state_of,
)
from partnerline.bot.slack.home.prompts import three_to_try
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.slack.who.visiting import Visit, asked_by, shown_to, standing_in, visit_of
from partnerline.bot.work import Payload
from partnerline.knowledge.escalating.deadlines import due
from partnerline.knowledge.model import Escalation

logger = logging.getLogger(__name__)
SEVERAL = "several companies"


async def show_home(parts: Parts, payload: Payload) -> None:
    """The job of an opened Home tab."""
    visit = visit_of(payload)
    try:
        await parts.work.step("home", lambda: _publish(parts, visit))
    except SlackRefused as refusal:
        logger.warning("Slack will not show %s their home: %s", visit.user, refusal.code)


async def _publish(parts: Parts, visit: Visit) -> None:
    await parts.roster.fresh()
    manages = await actor(parts, visit.user) is not None
    view = await (_of_managers(parts) if manages else _of_rep(parts, visit))
    await parts.api.write("views.publish", team=visit.team, user_id=visit.user, view=view)


async def _of_rep(parts: Parts, visit: Visit) -> Json:
    found = await standing_in(parts, visit)
    partner = found.partner
    shown = await shown_to(parts, partner)
    manager = parts.directory.manager_of(partner)
    asked = [
        one
        for one in await asked_by(parts, visit)
        if one.answer is None or one.answer.outcome != "smalltalk"
    ]
    lines = [
        Line(
            text=one.question.text,
            state=state_of(one),
            link=await _link(parts, place_of(one.origin.thread)),
        )
        for one in asked
    ]
    app = f"slack://app?team={visit.team}&id={visit.app}&tab=messages" if visit.app else ""
    return reps_view(
        RepsHome(
            partner=partner.name if partner else "",
            manager=manager.name if manager else "",
            questions=tuple(lines),
            promotions=shown.promotions,
            to_try=three_to_try(shown),
            ask_at=app,
            staff=found.staff,
        )
    )


async def _of_managers(parts: Parts) -> Json:
    now = parts.desk.clock()
    waiting = await asyncio.to_thread(parts.record.escalations, "open")
    taken = await asyncio.to_thread(parts.record.escalations, "taken")
    ends = [(_ends(parts, one, now), one) for one in (*waiting, *taken)]
    ends.sort(key=lambda pair: pair[0] or pair[1].opened_at)
    queue = [await _queued(parts, one, by, now) for by, one in ends[:QUEUE]]
    overdue = sum(by is not None and by <= now for by, _ in ends)
    return managers_view(
        ManagersHome(waiting=len(waiting), taken=len(taken), overdue=overdue, queue=tuple(queue))
    )


def _ends(parts: Parts, escalation: Escalation, now: datetime) -> datetime | None:
    deadline = due(escalation, parts.directory, now)
    return deadline.pass_on_at if deadline else None


async def _queued(parts: Parts, escalation: Escalation, by: datetime | None, now: datetime) -> Line:
    question, held = escalation.question, escalation.held
    who = f"with {held.holder_name}" if held and escalation.state == "taken" else "open"
    readers = SEVERAL if question.readers else "a stranger"
    partner = question.partner.name if question.partner else readers
    card = await card_for_thread(parts, escalation)
    return Line(
        text=question.text,
        state=f"{partner} · {who}",
        link=await _link(parts, card) if card else "",
        beside=due_text(by, now) if by else "",
    )


async def _link(parts: Parts, place: Place) -> str:
    """The address of a message; empty where Slack won't tell, as the line says enough without."""
    try:
        told = await parts.api.read(
            "chat.getPermalink", team=place.team, channel=place.channel, message_ts=place.ts
        )
    except (SlackAway, SlackRefused):
        return ""
    return str(told.get("permalink") or "")
