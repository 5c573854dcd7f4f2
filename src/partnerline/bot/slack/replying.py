"""A manager's reply on its way: kept, posted where the question was asked, noted, shown on the card."""

import asyncio
import logging

from partnerline.bot.slack import blocks
from partnerline.bot.slack.client import SlackRefused
from partnerline.bot.slack.delivery import Posting
from partnerline.bot.slack.escalating import CARD, renew_card
from partnerline.bot.slack.message import Message, Place, place_of
from partnerline.bot.slack.parts import Parts
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation, Reply

logger = logging.getLogger(__name__)
SOMEBODY = "The channel team"
NO_FILES = (
    "I can't carry attachments to the rep, only words: what is attached here has not been sent."
)


async def take_reply(parts: Parts, payload: Payload) -> None:
    """The job of what a manager wrote in a card's thread (`said` is its place) or in the dialog."""
    manager = await parts.work.step("manager", lambda: _manager(parts, payload["user"]))
    if await parts.work.step("keep", lambda: _keep(parts, payload, manager)):
        await begin_delivery(
            parts, payload["reply_id"], payload["escalation_id"], said=payload.get("said")
        )


async def left_behind(parts: Parts, message: Message) -> None:
    """Tells a manager, in the card's thread, that a file of theirs stays there."""
    shown = (blocks.markdown(NO_FILES),)
    posting = _posting(f"files:{message.id}", message.thread, NO_FILES, shown)
    try:
        await parts.work.step("files", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not take a word on the files of %s: %s", message.id, refusal.code)


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
        return
    await parts.work.step("note", lambda: _note(parts, reply_id))
    await parts.work.step("renew", lambda: renew_card(parts, escalation_id))
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
            await parts.work.begin_again(f"deliver:{reply.id}", "deliver_reply", payload)


async def _manager(parts: Parts, user: str) -> str:
    managers = parts.directory.managers
    known = next((m.name for m in managers if m.slack_user == user), "")
    return known or await parts.people.name(user) or SOMEBODY


async def _keep(parts: Parts, payload: Payload, manager: str) -> bool:
    """Keeps the reply; false where it is talk among managers after somebody has answered."""

    def keep() -> bool:
        escalation = parts.record.escalation(payload["escalation_id"])
        if escalation is None:
            return False
        answered_by = {reply.manager for reply in escalation.replies}
        if payload.get("said") and answered_by and manager not in answered_by:
            return False
        reply_id, text = payload["reply_id"], payload["text"]
        return parts.desk.reply(reply_id, escalation.id, manager=manager, text=text) is not None

    return await asyncio.to_thread(keep)


async def _post(parts: Parts, reply_id: str, escalation_id: str) -> bool:
    found = await asyncio.to_thread(_find, parts, reply_id, escalation_id)
    if found is None:
        return False
    escalation, reply = found
    thread = place_of(escalation.origin.thread)
    await parts.courier.post(
        _posting(
            f"reply:{reply.id}",
            thread,
            blocks.fallback(blocks.reply_text(reply)),
            blocks.reply_blocks(reply),
        )
    )
    return True


async def _note(parts: Parts, reply_id: str) -> None:
    await asyncio.to_thread(parts.record.reply_delivered, reply_id, parts.desk.clock())


async def _undelivered(parts: Parts, reply_id: str, escalation_id: str) -> None:
    """Tells the managers, in the card's thread, that the rep can't be reached there."""
    card = await parts.work.step("where", lambda: _where(parts, escalation_id))
    if card is None:
        return
    text = (
        "Slack would not take this reply where the question was asked, so the rep hasn't seen it."
    )
    posting = _posting(f"refused:{reply_id}", place_of(card), text, (blocks.markdown(text),))
    try:
        await parts.work.step("say so", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Nor will the managers' channel take a word of %s: %s", reply_id, refusal.code)


async def _where(parts: Parts, escalation_id: str) -> str | None:
    place = await parts.courier.place(CARD + escalation_id)
    return str(place) if place else None


def _find(parts: Parts, reply_id: str, escalation_id: str) -> tuple[Escalation, Reply] | None:
    escalation = parts.record.escalation(escalation_id)
    if escalation is None or escalation.origin.door != "slack":
        return None
    reply = next((r for r in escalation.replies if r.id == reply_id), None)
    return (escalation, reply) if reply else None


def _posting(key: str, thread: Place, text: str, shown: tuple[dict[str, object], ...]) -> Posting:
    return Posting(
        key=key,
        team=thread.team,
        channel=thread.channel,
        thread=thread.ts,
        after=thread.ts,
        text=text,
        blocks=shown,
    )
