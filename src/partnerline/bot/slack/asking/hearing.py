"""Whose business a message is: a manager's reply, a question, or none of ours."""

import asyncio
import logging
from dataclasses import replace
from typing import Any

from partnerline.bot.slack.asking.editing import hear_change
from partnerline.bot.slack.escalations.following_up import claim_said, goes_to_manager
from partnerline.bot.slack.escalations.noting import hear_under_card
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.addressing import bearing_among_people, is_overheard
from partnerline.bot.slack.web.message import Message, message_id, read_message, sorting_of
from partnerline.bot.slack.who.acting import card_in_thread
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
LOOKS = 100
"""How often what may have overtaken its question is looked at again, while that is still being sorted out."""
YOUNG = 60.0
"""Seconds between a thread's first message and one that may have reached the bot before it."""
_CHANGES = {"message_changed", "message_deleted"}


async def hear(parts: Parts, event: dict[str, Any], team: str | None = None) -> None:
    """Claims a message once, whichever and however many of its events arrive; durable once this returns.

    `team` is bolt's `context["team_id"]`: the workspace where the bot is installed. Slack is not asked for anything
    here: where it has not said yet who the bot is, the event itself is claimed and heard later.
    """
    home = parts.people.installed_in(team)
    if home is None:
        await _keep_for_later(parts, event, team)
        return
    if event.get("subtype") in _CHANGES:
        await hear_change(parts, event, home)
        return
    message = read_message(event, team=home.team, bot_user=home.bot_user)
    if message is None:
        return
    if _under_a_card(parts, message, home.bot_user):
        await _claim_reply(parts, message)
    elif escalation_id := await goes_to_manager(parts, message):
        await claim_said(parts, message, escalation_id)
    elif meant := await _meant(parts, message):
        await claim(parts, meant)
    elif _may_have_overtaken(message) or await _was_kept_for_later(parts, message):
        await parts.work.begin(f"overtook:{message.id}", "hear_again", message.as_payload())


async def hear_again(parts: Parts, payload: Payload) -> None:
    """The job of a message that may have come before the question it goes on with: looked at once more, a little later."""
    message = Message(**payload)
    for _ in range(LOOKS):
        await parts.work.pause(parts.pace.disorder)
        sorting = await parts.work.step("sorting", lambda: _is_being_sorted(parts, message))
        if await parts.work.step("follows", lambda: _follows(parts, message)):
            meant = await _in_a_thread(parts, message)
            if meant is not None:
                await claim(parts, meant)
            return
        if not sorting:
            return


async def hear_later(parts: Parts, payload: Payload) -> None:
    """The job of an event that came before Slack had said who the bot is there."""
    event, team = payload["event"], payload["team"]

    async def ask() -> str:
        return (await parts.people.installation(team)).team

    await parts.work.step("installed", ask)
    await parts.people.installation(team)  # a process that takes this up has not asked yet
    await hear(parts, event, team)


async def _keep_for_later(parts: Parts, event: dict[str, Any], team: str | None) -> None:
    channel, moment = event.get("channel"), event.get("event_ts") or event.get("ts")
    if channel and moment:
        await parts.work.begin(
            sorting_of(channel, moment), "hear_later", {"event": event, "team": team}
        )


async def sort_out(parts: Parts, payload: Payload) -> None:
    """The job of a message in a thread of the managers' channel: a reply, or after all a question."""
    message = Message(**payload)
    escalation_id = await parts.work.step("card", lambda: card_in_thread(parts, message.thread))
    if escalation_id is None:
        called = message.mentioned or message.direct
        if called or await parts.work.step("follows", lambda: _follows(parts, message)):
            await claim(parts, message)
    else:
        await hear_under_card(parts, message, escalation_id)


async def claim(parts: Parts, message: Message) -> None:
    """Begins the work on a question."""
    await parts.work.begin(f"message:{message.id}", "message", message.as_payload())


def _may_have_overtaken(message: Message) -> bool:
    """Whether the thread is so young that its first message may still be on its way: Slack keeps no order."""
    if message.thread_ts is None or message.addressee or message.aside:
        return False
    return float(message.ts) - float(message.thread_ts) < YOUNG


def _under_a_card(parts: Parts, message: Message, bot_user: str) -> bool:
    """Whether the thread can be a card's: the bot began it, or Slack doesn't say who did."""
    with_managers = message.channel == parts.managers_channel
    to_a_manager = message.direct and _is_manager(parts, message.user)
    return (
        (with_managers or to_a_manager)
        and message.thread_ts is not None
        and message.parent_user in (None, bot_user)
    )


async def _claim_reply(parts: Parts, message: Message) -> None:
    await parts.work.begin(f"reply:{message.id}", "sort_out", message.as_payload())


async def _meant(parts: Parts, message: Message) -> Message | None:
    """The message as the bot takes it, where it is the bot's business at all."""
    if message.direct or message.mentioned:
        return message
    if message.thread_ts is not None:
        return await _in_a_thread(parts, message)
    if message.aside or _is_manager(parts, message.user) or not is_overheard(message.text):
        return None
    listens = await asyncio.to_thread(parts.enrolments.mode, message.channel) == "listen"
    return replace(message, overheard=True) if listens else None


async def _in_a_thread(parts: Parts, message: Message) -> Message | None:
    """A message without a mention, as far as it goes on in a thread the bot is in."""
    if not await _follows(parts, message):
        return None
    bearing = bearing_among_people(message.text, aside=message.aside, files=message.files)
    return None if bearing == "talk" else replace(message, unclear=bearing == "unclear")


async def _follows(parts: Parts, message: Message) -> bool:
    """Whether a message without a mention goes on in a thread the bot is in, and isn't for somebody else."""
    if message.thread_ts is None or message.addressee or _is_manager(parts, message.user):
        return False
    thread = message.thread
    if await asyncio.to_thread(parts.record.turns, str(thread), "slack"):
        return True
    # The question that opened the thread may be claimed and not yet in the record.
    return await parts.work.knows(f"message:{message_id(thread)}")


async def _was_kept_for_later(parts: Parts, message: Message) -> bool:
    """Whether the thread's first message came before Slack had said who the bot is."""
    root = message.thread_ts
    return root is not None and await parts.work.knows(sorting_of(message.channel, root))


async def _is_being_sorted(parts: Parts, message: Message) -> bool:
    """Whether the thread's first message was kept for later, and it isn't known yet whether it is a question."""
    if not await _was_kept_for_later(parts, message):
        return False
    return not await parts.work.ended(sorting_of(message.channel, message.thread_ts or ""))


def _is_manager(parts: Parts, user: str) -> bool:
    return any(manager.slack_user == user for manager in parts.directory.managers)
