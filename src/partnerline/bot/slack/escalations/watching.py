"""Keeps watch on what was handed over: reminds, passes on to the next in line, closes what is quiet."""

import asyncio
import logging
from typing import get_args

from partnerline.bot.slack.escalations.card_state import name_of
from partnerline.bot.slack.escalations.escalating import bring_card, renew
from partnerline.bot.slack.escalations.holding import closing_id, next_hold
from partnerline.bot.slack.escalations.showing import mention, say_under_card, show_step
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.work import Payload
from partnerline.knowledge.escalating.deadlines import is_at_the_end_of_the_line, what_now
from partnerline.knowledge.escalating.routing import asked_so_far, holder_of, next_in_line
from partnerline.knowledge.model import Escalation, EscalationState

logger = logging.getLogger(__name__)
BY_CLOCK = ("reminded", "passed_on")
NOBODY = "Whoever is there"


async def watch(parts: Parts) -> None:
    """Begins what the clock asks for with every question from Slack that is with a person, once among all replicas."""
    for escalation in await asyncio.to_thread(_waiting, parts):
        what = what_now(escalation, parts.directory, parts.desk.clock())
        if what is not None:
            run_id = f"{what}:{escalation.id}:{_times(escalation)}:{len(escalation.replies)}"
            payload = {"escalation_id": escalation.id, "what": what, "times": _times(escalation)}
            await parts.work.begin(run_id, "on_time", payload)


async def act_on_time(parts: Parts, payload: Payload) -> None:
    """The job of what the clock asks for; it is looked at again, as a manager may have been quicker."""
    step_id = await parts.work.step("keep", lambda: _keep(parts, payload))
    if not step_id:
        return
    escalation_id = payload["escalation_id"]
    if payload["what"] == "remind":
        try:
            await parts.work.step("remind", lambda: _remind(parts, escalation_id, step_id))
        except SlackRefused as refusal:
            logger.error("Slack will not take the reminder %s: %s", step_id, refusal.code)
        await parts.work.step("renew", lambda: renew(parts, escalation_id))
    else:
        await show_step(parts, step_id, escalation_id)


def _waiting(parts: Parts) -> list[Escalation]:
    states = (state for state in get_args(EscalationState) if state != "closed")
    found = (one for state in states for one in parts.record.escalations(state))
    return [escalation for escalation in found if escalation.origin.door == "slack"]


def _times(escalation: Escalation) -> int:
    """How often the clock has acted on it: the same for every replica that sees the same."""
    return sum(1 for step in escalation.steps if step.kind in BY_CLOCK)


async def _keep(parts: Parts, payload: Payload) -> str:
    """Writes the step down; gives its id, or nothing where it is not called for any more."""

    def keep() -> str:
        escalation = parts.record.escalation(payload["escalation_id"])
        if escalation is None:
            return ""
        what, times = payload["what"], payload["times"]
        by_clock = [step for step in escalation.steps if step.kind in BY_CLOCK]
        if what != "close" and len(by_clock) > times:
            return by_clock[times].id  # written before this process died
        if what == "close" and escalation.state == "closed":
            return closing_id(escalation)
        if what_now(escalation, parts.directory, parts.desk.clock()) != what:
            return ""
        return _write(parts, escalation, what, times)

    return await asyncio.to_thread(keep)


def _write(parts: Parts, escalation: Escalation, what: str, times: int) -> str:
    if what == "pass_on":
        return _pass_on(parts, escalation)
    step_id = f"remind:{escalation.id}:{times}" if what == "remind" else closing_id(escalation)
    parts.desk.step(step_id, escalation.id, "reminded" if what == "remind" else "closed")
    return step_id


def _pass_on(parts: Parts, escalation: Escalation) -> str:
    """Passes it on unless a manager takes it at this very moment; where nobody is next, to who has it, once more."""
    following = next_in_line(escalation, parts.directory, parts.desk.clock())
    following = following or holder_of(escalation, parts.directory)
    step_id = next_hold(escalation)
    now = parts.desk.step(
        step_id,
        escalation.id,
        "passed_on",
        holder=following.email if following else "",
        holder_name=following.name if following else "",
    )
    written = next((step for step in now.steps if step.id == step_id), None) if now else None
    return step_id if written and written.kind == "passed_on" else ""


async def _remind(parts: Parts, escalation_id: str, step_id: str) -> str | None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return None
    name = name_of(escalation.origin.asker_name or "The rep")
    text = f"{_called(parts, escalation)}: {name} is waiting for an answer to this."
    try:
        said = await say_under_card(parts, escalation, f"reminder:{step_id}", text)
    except SlackRefused:
        return await bring_card(parts, escalation_id, directly=True)
    # Without a card there is nothing to write under: it is brought as soon as somebody can be reached.
    return said or await bring_card(parts, escalation_id)


def _called(parts: Parts, escalation: Escalation) -> str:
    """Who has it, or everybody who was asked once nobody is left to pass it on to."""
    now = parts.desk.clock()
    if is_at_the_end_of_the_line(escalation, parts.directory, now):
        asked = asked_so_far(escalation, parts.directory)
        return " ".join(mention(parts, one.email, one.name) for one in asked) or NOBODY
    held, first = escalation.held, holder_of(escalation, parts.directory)
    if held is not None:
        return mention(parts, held.holder, held.holder_name)
    return mention(parts, first.email, first.name) if first else NOBODY
