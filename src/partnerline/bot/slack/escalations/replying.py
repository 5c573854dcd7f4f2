"""A manager's words on their way: kept, posted where the question was asked, noted, shown on the card."""

import asyncio
import logging
from datetime import datetime, timedelta

from partnerline.bot.slack.escalations.claiming import write
from partnerline.bot.slack.escalations.escalating import card_for_thread, renew
from partnerline.bot.slack.escalations.showing import mention, posting_in, say_under_card, whisper
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import place_of
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation, Reply

logger = logging.getLogger(__name__)
IN_ORDER = timedelta(minutes=1)
"""How long a reply waits for an earlier one to be delivered; a rep should read them as they were written."""
ANEW, AT_MOST = timedelta(hours=1), timedelta(days=7)
"""How often, and for how long, a reply that Slack refused is tried anew."""
REFUSED = (
    "Slack would not take this reply where the question was asked, so the rep hasn't seen it. "
    "I try again every hour for a week; I may have to be invited back there."
)
NOT_SENT = "What you wrote has not been sent; it is kept as a note."


class NotYet(Exception):
    """An earlier reply to the same rep is still on its way."""


async def take_reply(parts: Parts, payload: Payload) -> None:
    """The job of what a manager wrote in the dialog, or chose to send from a card's thread (`said` is its place).

    `keep` is the wish to keep the answer: for which audience and until which day.
    """
    kept = await parts.work.step("keep", lambda: keep_reply(parts, payload))
    reply_id, escalation_id = payload["reply_id"], payload["escalation_id"]
    if kept.get("reply"):
        await begin_delivery(parts, reply_id, escalation_id, said=payload.get("said"))
        if payload.get("keep"):
            await _begin_keeping(parts, payload)
    elif kept.get("word"):
        await parts.work.step("renew", lambda: renew(parts, escalation_id))
        await parts.work.step("say", lambda: _say_why(parts, payload, kept["word"]))


async def begin_delivery(
    parts: Parts, reply_id: str, escalation_id: str, *, said: str | None = None
) -> None:
    """Begins to carry a reply to the rep, once, whoever asks for it."""
    payload = {"reply_id": reply_id, "escalation_id": escalation_id, "said": said}
    await parts.work.begin(f"deliver:{reply_id}", "deliver_reply", payload)


async def deliver_reply(parts: Parts, payload: Payload) -> None:
    """The job that brings a kept reply to the rep's thread."""
    reply_id, escalation_id = payload["reply_id"], payload["escalation_id"]
    try:
        if not await parts.work.step("post", lambda: _post(parts, reply_id, escalation_id)):
            return
    except SlackRefused as refusal:
        logger.error("Slack will not take the reply %s: %s", reply_id, refusal.code)
        await _undelivered(parts, reply_id, escalation_id)
        await parts.work.step("renew", lambda: renew(parts, escalation_id))
        return
    await parts.work.step("note", lambda: _note(parts, reply_id, escalation_id))
    await parts.work.step("renew", lambda: renew(parts, escalation_id))
    said = payload.get("said")
    if said:
        tick = place_of(said)
        await parts.work.step("tick", lambda: parts.courier.react(tick, "white_check_mark"))


async def sweep(parts: Parts) -> None:
    """Begins again with every reply to a question from Slack that no rep has seen."""
    for reply in await asyncio.to_thread(parts.record.undelivered_replies):
        escalation = await asyncio.to_thread(parts.record.escalation, reply.escalation_id)
        if escalation and escalation.origin.door == "slack":
            payload = {"reply_id": reply.id, "escalation_id": escalation.id}
            run_id = await _run_of(parts, reply)
            await parts.work.begin_again(run_id, "deliver_reply", payload)


async def _run_of(parts: Parts, reply: Reply) -> str:
    """The run that is to bring a reply: another each hour once Slack has refused, as the bot may have been invited back.

    Never two at a time, so each has to have ended before the next.
    """
    first = f"deliver:{reply.id}"
    hours = min(parts.desk.clock() - reply.written_at, AT_MOST) // ANEW
    if hours < 1 or not await parts.work.ended_well(first):
        return first
    last = f"{first}:{hours - 1}"
    under_way = await parts.work.knows(last) and not await parts.work.ended_well(last)
    return last if under_way else f"{first}:{hours}"


async def keep_reply(parts: Parts, payload: Payload) -> Payload:
    """Keeps the reply; where somebody else has it by now, a note and a word on who does."""
    person = await actor(parts, payload["user"])
    if person is None:
        logger.warning("Words to a rep by somebody who is no manager are refused")
        return {}

    def keep() -> Payload:
        escalation = parts.record.escalation(payload["escalation_id"])
        if escalation is None:
            return {}
        reply, done = write(parts, escalation, person, payload["reply_id"], payload)
        if reply is None and not payload.get("said"):
            note_id = f"aside:{payload['reply_id']}"
            parts.desk.step(note_id, escalation.id, "noted", by=person.name, text=payload["text"])
        return done if reply is None else {"reply": reply.id}

    return await asyncio.to_thread(keep)


async def _begin_keeping(parts: Parts, payload: Payload) -> None:
    wish = {name: payload[name] for name in ("reply_id", "escalation_id", "user", "keep")}
    await parts.work.begin(f"keep:{payload['reply_id']}", "keep_answer", wish)


async def _say_why(parts: Parts, payload: Payload, word: str) -> None:
    escalation = await asyncio.to_thread(parts.record.escalation, payload["escalation_id"])
    card = await card_for_thread(parts, escalation) if escalation else None
    if card is not None:
        await whisper(parts, card.channel, payload["user"], card.ts, f"{word} {NOT_SENT}")


async def _post(parts: Parts, reply_id: str, escalation_id: str) -> bool:
    found = await asyncio.to_thread(_find, parts, reply_id, escalation_id)
    if found is None:
        return False
    escalation, reply = found
    if _is_early(escalation, reply, parts.desk.clock()):
        raise NotYet(reply_id)
    thread = place_of(escalation.origin.thread)
    text = blocks.fallback(blocks.reply_text(reply))
    shown = blocks.reply_blocks(reply)
    await parts.courier.post(posting_in(thread, f"reply:{reply.id}", text, shown))
    return True


async def _note(parts: Parts, reply_id: str, escalation_id: str) -> None:
    await asyncio.to_thread(parts.desk.delivered, reply_id, escalation_id)


async def _undelivered(parts: Parts, reply_id: str, escalation_id: str) -> None:
    """Tells the managers, in the card's thread, that the rep can't be reached there."""
    try:
        await parts.work.step("say so", lambda: _say_refused(parts, reply_id, escalation_id))
    except SlackRefused as refusal:
        logger.error("Nor will the managers' channel take a word of %s: %s", reply_id, refusal.code)


async def _say_refused(parts: Parts, reply_id: str, escalation_id: str) -> None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is not None:
        held = escalation.held
        called = f"{mention(parts, held.holder, held.holder_name)} " if held else ""
        await say_under_card(parts, escalation, f"refused:{reply_id}", called + REFUSED)


def _is_early(escalation: Escalation, reply: Reply, now: datetime) -> bool:
    """Whether another reply is to be read before this one and may still come."""
    before = escalation.replies[: escalation.replies.index(reply)]
    return any(one.delivered_at is None and one.written_at > now - IN_ORDER for one in before)


def _find(parts: Parts, reply_id: str, escalation_id: str) -> tuple[Escalation, Reply] | None:
    escalation = parts.record.escalation(escalation_id)
    if escalation is None or escalation.origin.door != "slack":
        return None
    reply = next((r for r in escalation.replies if r.id == reply_id), None)
    return (escalation, reply) if reply else None
