"""Questions that were deleted, and edited ones: what stood before them, and where their answer stands."""

import asyncio
from dataclasses import replace

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import ANSWER, Posting
from partnerline.bot.slack.web.message import Message, Place
from partnerline.bot.work import Hopeless
from partnerline.knowledge.model import Turn

HINT = "hint:"
EDITED = "_You edited your question; this is the answer to what it says now._"
_NOT_THERE = {"message_not_found", "cant_update_message", "edit_window_closed"}


class Withdrawn(Hopeless):
    """The question was deleted; nobody waits for its answer."""


def deletion_of(question_id: str) -> str:
    """The run that a question's deletion is known by."""
    return f"deleted:{question_id}"


async def is_withdrawn(parts: Parts, message: Message) -> bool:
    """Whether the message was deleted."""
    return await parts.work.knows(deletion_of(message.first))


def turns_before(parts: Parts, message: Message) -> tuple[Turn, ...]:
    """What was said in the thread before the message; of an edited one, before it was first written."""
    first = parts.record.past_question(message.first) if message.edited else None
    before = first.asked_at if first else None
    return parts.record.turns(str(message.thread), "slack", before=before)


async def put(parts: Parts, message: Message, posting: Posting) -> str:
    """Posts an answer; that to an edited question takes the place of the earlier one.

    Raises `Withdrawn` where the question was deleted, and else as `SlackApi` does.
    """
    if await is_withdrawn(parts, message):
        raise Withdrawn(message.id)
    place = await standing_answer(parts, message) if message.edited else None
    if place is None:
        return await parts.courier.post(posting)
    try:
        await parts.courier.change(place, posting.text, posting.blocks)
    except SlackRefused as refusal:
        if refusal.code not in _NOT_THERE:
            raise
        return await parts.courier.post(replace(posting, key=f"{posting.key}:anew"))
    now = parts.desk.clock()
    await asyncio.to_thread(parts.record.end_delivery, posting.key, str(place), now)
    return str(place)


async def standing_answer(parts: Parts, message: Message) -> Place | None:
    """Where the answer, or the hint, to what was first written stands."""
    for kind in (ANSWER, HINT):
        if place := await parts.courier.place(kind + message.first):
            return place
    return None
