"""Edited and deleted questions: what is answered anew, what goes to who has it, and what is dropped."""

import asyncio
import logging
from dataclasses import replace
from functools import partial
from typing import Any

from partnerline.bot.slack.asking.intake import take_in
from partnerline.bot.slack.asking.withdrawing import EDITED, deletion_of, is_withdrawn
from partnerline.bot.slack.escalations.escalating import renew
from partnerline.bot.slack.escalations.following_up import claim_said
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.addressing import Bearing, bearing_among_people
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import (
    Message,
    edit_id,
    message_id,
    read_deletion,
    read_edit,
    sorting_of,
)
from partnerline.bot.slack.who.people import Installation
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation

logger = logging.getLogger(__name__)
LATEST = 86_400.0
"""Seconds after a question within which its edits count."""
REASON = "The rep edited the question."
PAUSE = 0.2
"""Seconds between two looks whether an earlier answer is through."""


async def hear_change(parts: Parts, event: dict[str, Any], home: Installation) -> None:
    """Claims an edit of a question, or its deletion; durable once this returns."""
    gone = read_deletion(event, team=home.team)
    if gone is not None:
        place = str(gone)
        await parts.work.begin(deletion_of(message_id(gone)), "deleted", {"place": place})
        return
    edit = read_edit(event, team=home.team, bot_user=home.bot_user)
    if edit is None or float(edit.edited) - float(edit.ts) > LATEST:
        return
    sorting = sorting_of(edit.channel, edit.ts)
    if await parts.work.knows(f"message:{edit.first}") or await parts.work.knows(sorting):
        await parts.work.begin(_run_id(edit), "edited", edit.as_payload())


async def note_deletion(parts: Parts, payload: Payload) -> None:
    """The job of a deletion, which is known by its run: whoever still works on the question looks for that."""
    logger.info("%s was deleted in %s", payload["place"], parts.api.home)


async def answer_edit(parts: Parts, payload: Payload) -> None:
    """The job of an edit: the last text wins, and is answered in the place of what was said to the first."""
    message = Message(**payload)
    if not await parts.work.step("before it", lambda: _is_last(parts, message)):
        return
    held = await parts.work.step("in hand", lambda: _in_hand(parts, message))
    if held:
        await claim_said(parts, message, held)
        return
    bearing = _bearing(message)
    if bearing == "talk" or not (message.text or message.files):
        return
    message = replace(message, notes=(EDITED,), unclear=bearing == "unclear")
    await take_in(parts, message.as_payload())
    await parts.work.step("close", lambda: _close_earlier(parts, message))


def _bearing(message: Message) -> Bearing:
    if message.direct or message.mentioned:
        return "question"
    return bearing_among_people(message.text, aside=message.aside, files=message.files)


def _run_id(message: Message) -> str:
    return f"edit:{message.first}:{message.edited}"


async def _is_last(parts: Parts, message: Message) -> bool:
    """Whether it was a question, and no later edit is known, once all that was written before is through."""
    mine, first = _run_id(message), f"message:{message.first}"
    while True:
        edits = await parts.work.begun(f"edit:{message.first}:")
        if any(float(_written(run)) > float(message.edited) for run in edits):
            return False
        sorting = sorting_of(message.channel, message.ts)
        if await parts.work.ended(sorting, first, *(run for run in edits if run != mine)):
            return await parts.work.knows(first) and not await is_withdrawn(parts, message)
        await asyncio.sleep(PAUSE)


def _written(run_id: str) -> str:
    """The time stamp of the edit that a run is about."""
    return run_id.rpartition(":")[2].partition("~")[0]


async def _in_hand(parts: Parts, message: Message) -> str | None:
    """The escalation that a manager has in the message's thread."""
    found = await asyncio.to_thread(parts.record.in_hand, str(message.thread), "slack")
    return found.id if found else None


async def _close_earlier(parts: Parts, message: Message) -> None:
    """Takes back what was asked of people by the earlier text, where nobody has it and the new one was answered."""

    runs = await parts.work.begun(f"edit:{message.first}:")
    moments = [moment for run in runs if (moment := _written(run)) != message.edited]
    earlier = [message.first, *(edit_id(message.place, moment) for moment in moments)]

    def open_ones() -> list[Escalation]:
        if parts.record.answer(message.id) is None:
            return []
        found = (parts.record.escalation_of(one) for one in earlier)
        return [one for one in found if one is not None and one.state == "open"]

    for escalation in await asyncio.to_thread(open_ones):
        step_id = f"edited:{message.id}:{escalation.id}"
        close = partial(parts.desk.step, step_id, escalation.id, "closed", text=REASON)
        await asyncio.to_thread(close)
        try:
            await renew(parts, escalation.id)
        except SlackRefused as refusal:
            logger.warning("The card of %s stays as it was: %s", escalation.id, refusal.code)
