"""Shows a step that somebody took, here or on the console, to everybody whom it concerns: once, whoever asks for it."""

import asyncio
import logging
from functools import partial

from partnerline.bot.slack.escalations.card_state import has_it, name_of
from partnerline.bot.slack.escalations.escalating import (
    bring_card,
    card_for_thread,
    card_in_channel,
    post_card_to,
    renew,
)
from partnerline.bot.slack.escalations.holding import slack_user
from partnerline.bot.slack.escalations.status_line import passed_on_text
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.work import Payload
from partnerline.knowledge.escalating.deadlines import expectation
from partnerline.knowledge.model import Escalation, Step

logger = logging.getLogger(__name__)
Found = tuple[Escalation, Step]


async def show_step(parts: Parts, step_id: str, escalation_id: str) -> None:
    """Begins to show a step that is in the record, once, whoever asks for it; on the loop of the bot."""
    payload = {"step_id": step_id, "escalation_id": escalation_id}
    await parts.work.begin(f"show:{step_id}", "show_step", payload)


async def bring_step(parts: Parts, payload: Payload) -> None:
    """The job: a word to whom it calls, a word to the rep, and both sides' view renewed."""
    step_id, escalation_id = payload["step_id"], payload["escalation_id"]
    for name, tell in (("own card", _own_card), ("call", _call), ("tell the rep", _tell_rep)):
        try:
            await parts.work.step(name, partial(tell, parts, step_id, escalation_id))
        except SlackRefused as refusal:
            logger.error("Slack will not take %s of %s: %s", name, step_id, refusal.code)
    await parts.work.step("renew", lambda: renew(parts, escalation_id))


async def say_under_card(parts: Parts, escalation: Escalation, key: str, text: str) -> str | None:
    """Posts mrkdwn in the thread of the card, once; nowhere where there is no card."""
    card = await card_for_thread(parts, escalation)
    if card is None:
        return None
    shown: tuple[Json, ...] = ({"type": "section", "text": {"type": "mrkdwn", "text": text}},)
    return await parts.courier.post(posting_in(card, key, text, shown))


def posting_in(thread: Place, key: str, text: str, shown: tuple[Json, ...]) -> Posting:
    """A message in a thread."""
    return Posting(
        key=key,
        team=thread.team,
        channel=thread.channel,
        thread=thread.ts,
        after=thread.ts,
        text=text,
        blocks=shown,
    )


def mention(parts: Parts, key: str, name: str) -> str:
    """Calls a manager where Slack knows them, else names them."""
    user = slack_user(parts.directory, key)
    return f"<@{user}>" if user else name_of(name)


async def whisper(parts: Parts, channel: str, user: str, thread: str, text: str) -> None:
    """Says something to one person alone; it is lost where Slack won't take it, as nothing rests on it."""
    try:
        await parts.api.write(
            "chat.postEphemeral", channel=channel, user=user, thread_ts=thread, text=text
        )
    except (SlackAway, SlackRefused) as error:
        logger.info("A word to one person alone was not taken: %s", error.args[0])


async def _own_card(parts: Parts, step_id: str, escalation_id: str) -> None:
    found = await _find(parts, step_id, escalation_id)
    if found is None or found[1].kind not in ("handed", "passed_on"):
        return
    user = slack_user(parts.directory, found[1].holder)
    if user is not None and await card_in_channel(parts, found[0]) is None:
        await post_card_to(parts, escalation_id, user)


async def _call(parts: Parts, step_id: str, escalation_id: str) -> None:
    """Calls whom it was handed or passed on to, under the card; each of them has to hear of it."""
    found = await _find(parts, step_id, escalation_id)
    if found is None or found[1].kind not in ("handed", "passed_on"):
        return
    escalation, step = found
    text = f"{mention(parts, step.holder, step.holder_name)} {has_it(step)}."
    try:
        await say_under_card(parts, escalation, f"call:{step.id}", text)
    except SlackRefused:
        await bring_card(parts, escalation_id, directly=True)


async def _tell_rep(parts: Parts, step_id: str, escalation_id: str) -> None:
    found = await _find(parts, step_id, escalation_id)
    if found is None or found[1].kind != "passed_on":
        return
    escalation, step = found
    expected = expectation(escalation, parts.directory, parts.desk.clock())
    text = passed_on_text(escalation, expected)
    thread = place_of(escalation.origin.thread)
    shown = (blocks.context(text),)
    await parts.courier.post(posting_in(thread, f"passed:{step.id}", text, shown))


async def _find(parts: Parts, step_id: str, escalation_id: str) -> Found | None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None or escalation.origin.door != "slack":
        return None
    step = next((one for one in escalation.steps if one.id == step_id), None)
    return (escalation, step) if step else None
