"""What a rep writes while a person has their question: it goes to that person, and the bot keeps out."""

import asyncio
import logging

from partnerline.bot.slack.escalations.card_state import name_of
from partnerline.bot.slack.escalations.escalating import renew
from partnerline.bot.slack.escalations.showing import mention, say_under_card
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import Message, Place
from partnerline.bot.slack.web.wording import fitted, quoted
from partnerline.bot.slack.who.identity import standing
from partnerline.bot.work import Payload
from partnerline.knowledge.intent.people.smalltalk import is_small_talk
from partnerline.knowledge.model import Escalation, StepKind

logger = logging.getLogger(__name__)
WORDS = 2_500
FILES = "There is an attachment too; it stands in the rep's thread."


async def goes_to_manager(parts: Parts, message: Message) -> str | None:
    """The escalation that a message without a mention belongs to, as a person has it; `None` where it is the bot's."""
    if message.thread_ts is None or message.mentioned or message.chosen:
        return None
    listed = parts.directory.manager_in_slack
    to_another = message.addressee is not None and listed(message.addressee) is None
    if to_another or listed(message.user) is not None:
        return None
    thread = str(message.thread)
    escalation = await asyncio.to_thread(parts.record.in_hand, thread, "slack")
    return escalation.id if escalation else None


async def claim_said(parts: Parts, message: Message, escalation_id: str) -> None:
    """Begins to carry what a rep wrote to who has their question."""
    payload = {"message": message.as_payload(), "escalation_id": escalation_id}
    await parts.work.begin(f"said:{message.id}", "rep_said", payload)


async def add_to_waiting(parts: Parts, message: Message) -> None:
    """What is no question for the bot belongs to the question that still waits for a person in its thread."""

    def find() -> str:
        here = ("slack", str(message.thread))
        waiting = reversed(parts.record.escalations("open"))
        return next((o.id for o in waiting if (o.origin.door, o.origin.thread) == here), "")

    escalation_id = await parts.work.step("waits", lambda: asyncio.to_thread(find))
    if escalation_id:
        await claim_said(parts, message, escalation_id)


async def carry_said(parts: Parts, payload: Payload) -> None:
    """The job: kept, shown under the card, ticked; after all a question, where it was closed meanwhile."""
    message, escalation_id = Message(**payload["message"]), payload["escalation_id"]
    if not await parts.work.step("whose", lambda: _is_reps(parts, message, escalation_id)):
        return
    kept = await parts.work.step("keep", lambda: _keep(parts, message, escalation_id))
    if kept == "closed":
        await parts.work.begin(f"message:{message.id}", "message", message.as_payload())
        return
    try:
        await parts.work.step("bring", lambda: _bring(parts, message, escalation_id, kept))
    except SlackRefused as refusal:
        logger.error("The managers' channel will not take %s: %s", message.id, refusal.code)
    place = Place(team=message.team, channel=message.channel, ts=message.ts)
    await parts.work.step("tick", lambda: parts.courier.react(place, "white_check_mark"))
    await parts.work.step("renew", lambda: renew(parts, escalation_id))


async def _is_reps(parts: Parts, message: Message, escalation_id: str) -> bool:
    """Whether the asker wrote it, or a colleague at the same partner: nobody else's words are for the managers."""
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return False
    if message.user == escalation.origin.asker:
        return True
    partner = escalation.question.partner
    found = standing(
        parts.directory, await parts.people.asker(message), await parts.people.room(message)
    )
    return partner is not None and found.partner is not None and found.partner.id == partner.id


async def _keep(parts: Parts, message: Message, escalation_id: str) -> str:
    """What it was kept as; "closed" where the bot has the thread again."""
    name = await parts.people.name(message.user)

    def keep() -> str:
        escalation = parts.record.escalation(escalation_id)
        step_id = f"rep:{message.id}"
        if escalation is None:
            return "closed"
        known = next((step for step in escalation.steps if step.id == step_id), None)
        if known is not None:
            return known.kind
        if escalation.state == "closed":
            return "closed"
        # To a question back "yes" is an answer; after an answer it is courtesy.
        mere = escalation.state != "asked" and is_small_talk(message.text) and not message.files
        kind: StepKind = "noted" if mere else "rep_said"
        text = message.text or FILES
        parts.desk.step(step_id, escalation_id, kind, by=name or "The rep", text=text)
        return kind

    return await asyncio.to_thread(keep)


async def _bring(parts: Parts, message: Message, escalation_id: str, kept: str) -> str | None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return None
    name = name_of(await parts.people.name(message.user) or "The rep")
    does = "edited what they asked" if message.edited else "writes"
    head = f"*{name} {does}:*{_call(parts, escalation) if kept == 'rep_said' else ''}"
    words = [fitted(message.text, WORDS, quoted)] if message.text else []
    files = [FILES] if message.files else []
    text = "\n".join((head, *words, *files))
    return await say_under_card(parts, escalation, f"rep:{message.id}", text)


def _call(parts: Parts, escalation: Escalation) -> str:
    held = escalation.held
    return f" {mention(parts, held.holder, held.holder_name)}" if held else ""
