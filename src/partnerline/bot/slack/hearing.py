"""Whose business a message is: a manager's reply, a question, or none of ours."""

import asyncio
import logging
from typing import Any

from partnerline.bot.desk import new_id
from partnerline.bot.slack.escalating import card_in_thread
from partnerline.bot.slack.message import Message, Place, message_id, read_message
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.replying import left_behind, take_reply
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)


async def hear(parts: Parts, event: dict[str, Any]) -> None:
    """Claims a message once, whichever and however many of its events arrive; durable once this returns."""
    home = await parts.people.installation()
    message = read_message(event, team=home.team, bot_user=home.bot_user)
    if message is None:
        return
    if _under_a_card(parts, message, home.bot_user):
        await _claim_reply(parts, message)
    elif message.direct or message.mentioned or await _follows(parts, message):
        await claim(parts, message)


async def sort_out(parts: Parts, payload: Payload) -> None:
    """The job of a message in a thread of the managers' channel: a reply, or after all a question."""
    message = Message(**payload)
    escalation_id = await parts.work.step("card", lambda: card_in_thread(parts, message.thread))
    if escalation_id is None:
        if message.mentioned or await parts.work.step("follows", lambda: _follows(parts, message)):
            await claim(parts, message)
    elif not message.addressee:
        if message.text:
            await take_reply(parts, _reply(message, escalation_id))
        if message.files:
            await left_behind(parts, message)


async def claim(parts: Parts, message: Message) -> None:
    """Begins the work on a question."""
    await parts.work.begin(f"message:{message.id}", "message", message.as_payload())


def _under_a_card(parts: Parts, message: Message, bot_user: str) -> bool:
    """Whether the thread can be a card's: the bot began it, or Slack doesn't say who did."""
    return (
        message.channel == parts.managers_channel
        and message.thread_ts is not None
        and message.parent_user in (None, bot_user)
    )


async def _claim_reply(parts: Parts, message: Message) -> None:
    await parts.work.begin(f"reply:{message.id}", "sort_out", message.as_payload())


def _reply(message: Message, escalation_id: str) -> Payload:
    place = str(Place(team=message.team, channel=message.channel, ts=message.ts))
    return {
        "reply_id": new_id("reply", place),
        "escalation_id": escalation_id,
        "user": message.user,
        "text": message.text,
        "said": place,
    }


async def _follows(parts: Parts, message: Message) -> bool:
    """Whether a message without a mention goes on in a thread the bot is in, and is meant for it."""
    if message.thread_ts is None or message.addressee or _is_manager(parts, message.user):
        return False
    thread = message.thread
    if await asyncio.to_thread(parts.record.turns, str(thread), "slack"):
        return True
    # The question that opened the thread may be claimed and not yet in the record.
    return await parts.work.knows(f"message:{message_id(thread)}")


def _is_manager(parts: Parts, user: str) -> bool:
    return any(manager.slack_user == user for manager in parts.directory.managers)
