"""What a press on a card does: take it, send the draft, hand it on, close it; of two who press at once, one does it."""

import asyncio
import logging
from typing import Literal, assert_never

from partnerline.bot.slack.escalations.card import sendable
from partnerline.bot.slack.escalations.card_state import has_it
from partnerline.bot.slack.escalations.claiming import CLOSED, take, write
from partnerline.bot.slack.escalations.holding import closing_id, next_hold
from partnerline.bot.slack.escalations.replying import begin_delivery
from partnerline.bot.slack.escalations.showing import show_step, whisper
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.who.acting import Actor, actor
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import IN_SLACK

logger = logging.getLogger(__name__)
Act = Literal["take", "draft", "hand", "close"]
UNKNOWN = "I could not find that person among the managers, so it stays where it is."
GONE = "That has been done already."


async def handle(parts: Parts, payload: Payload) -> None:
    """The job of a press. `chosen` is whom it is handed to: a manager's e-mail, or somebody's id in Slack."""
    done = await parts.work.step("act", lambda: _act(parts, payload))
    if step_id := done.get("step"):
        await show_step(parts, step_id, payload["escalation_id"])
    if reply_id := done.get("reply"):
        await begin_delivery(parts, reply_id, payload["escalation_id"])
    if word := done.get("word"):
        where = payload["channel"], payload["user"], payload["thread"]

        async def say() -> None:
            await whisper(parts, *where, word)

        await parts.work.step("say", say)


async def _act(parts: Parts, payload: Payload) -> Payload:
    """What was done, as plain data: the step, the reply, or a word on why not."""
    person = await actor(parts, payload["user"])
    if person is None:
        logger.warning("A press by somebody who is no manager is refused")
        return {}
    act: Act = payload["act"]
    target = await _target(parts, payload["chosen"]) if act == "hand" else None
    if act == "hand" and target is None:
        return {"word": UNKNOWN}

    def do() -> Payload:
        escalation = parts.record.escalation(payload["escalation_id"])
        if escalation is None:
            return {}
        match act:
            case "take":
                return take(parts, escalation, person)
            case "draft":
                return _send_draft(parts, escalation, person)
            case "hand":
                return _hand(parts, escalation, person, target) if target else {}
            case "close":
                return _close(parts, escalation, person)
            case other:
                assert_never(other)

    return await asyncio.to_thread(do)


def _send_draft(parts: Parts, escalation: Escalation, person: Actor) -> Payload:
    # The draft is sent once, however often and by whomever it is pressed.
    reply_id = f"draft:{escalation.id}"
    draft = sendable(escalation)
    sent = any(reply.id == reply_id for reply in escalation.replies)
    if sent:
        return {"reply": reply_id}
    if escalation.replies or not draft:
        return {"word": GONE}
    reply, done = write(parts, escalation, person, reply_id, {"text": draft})
    return {"reply": reply.id} if reply else done


def _hand(parts: Parts, escalation: Escalation, person: Actor, to: Actor) -> Payload:
    if escalation.state == "closed":
        return {"word": CLOSED}
    held = escalation.held
    if held is not None and held.holder == to.key:
        return {"step": held.id}
    step_id = next_hold(escalation)
    now = parts.desk.step(
        step_id, escalation.id, "handed", by=person.name, holder=to.key, holder_name=to.name
    )
    mine = now is not None and now.held is not None and now.held.holder == to.key
    if mine or now is None or now.held is None:
        return {"step": step_id}
    return {"word": f"{has_it(now.held)}."}


def _close(parts: Parts, escalation: Escalation, person: Actor) -> Payload:
    if escalation.state == "closed":
        return {"word": CLOSED}
    step_id = closing_id(escalation)
    parts.desk.step(step_id, escalation.id, "closed", by=person.name)
    return {"step": step_id}


async def _target(parts: Parts, chosen: str) -> Actor | None:
    """Whom it is handed to, where that is a manager."""
    listed = parts.directory.manager(chosen) if "@" in chosen else None
    if listed is not None:
        return Actor(key=listed.email, name=listed.name)
    return await actor(parts, chosen.removeprefix(IN_SLACK)) if "@" not in chosen else None
