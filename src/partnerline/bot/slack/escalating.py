"""Carries what was handed over to the managers, and tells the rep who asked for a person."""

import asyncio
import logging

from partnerline.bot.slack import blocks
from partnerline.bot.slack.card import card_blocks, card_text
from partnerline.bot.slack.client import SlackRefused
from partnerline.bot.slack.delivery import Posting
from partnerline.bot.slack.message import Place, place_of
from partnerline.bot.slack.parts import Parts
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation

logger = logging.getLogger(__name__)
CARD = "card:"
ASKED = "I've asked a person; the reply comes here."


async def fetch_human(parts: Parts, payload: Payload) -> None:
    """The job of a press on *Get a human*."""
    question_id, thread = payload["question_id"], place_of(payload["thread"])

    async def hand_over() -> str | None:
        escalation = await parts.work.think(lambda: parts.desk.fetch_human(question_id))
        return escalation.id if escalation else None

    escalation_id = await parts.work.step("hand over", hand_over)
    if escalation_id is None:
        return
    try:
        await parts.work.step("tell", lambda: parts.courier.post(_told(question_id, thread)))
    except SlackRefused as refusal:
        logger.error("Slack will not say that %s went on: %s", question_id, refusal.code)
    await post_card(parts, escalation_id)


async def post_card(parts: Parts, escalation_id: str) -> None:
    """Posts an escalation's card; without a managers' channel it waits in the record, for the console."""
    if parts.managers_channel is None:
        return
    try:
        await parts.work.step("card", lambda: _post_card(parts, escalation_id))
    except SlackRefused as refusal:
        logger.error("The managers' channel will not take %s: %s", escalation_id, refusal.code)


async def renew_card(parts: Parts, escalation_id: str) -> None:
    """Shows on the card what has been answered since."""
    place = await parts.courier.place(CARD + escalation_id)
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if place is None or escalation is None:
        return
    try:
        await parts.courier.change(
            place, card_text(escalation), card_blocks(escalation, parts.directory)
        )
    except SlackRefused as refusal:
        logger.warning("The card of %s stays as it was: %s", escalation_id, refusal.code)


async def card_in_thread(parts: Parts, thread: Place) -> str | None:
    """The escalation whose card is the first message of this thread."""
    key = await asyncio.to_thread(parts.record.delivery_at, str(thread))
    # A quick manager, or a bot that died just then, and the record doesn't know the card yet; Slack does.
    key = key or await parts.courier.key_at(thread)
    return key.removeprefix(CARD) if key and key.startswith(CARD) else None


async def _post_card(parts: Parts, escalation_id: str) -> str | None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None or parts.managers_channel is None:
        return None
    return await parts.courier.post(_card(parts, parts.managers_channel, escalation))


def _card(parts: Parts, channel: str, escalation: Escalation) -> Posting:
    asked = place_of(escalation.origin.thread)
    return Posting(
        key=CARD + escalation.id,
        team=asked.team,
        channel=channel,
        thread=None,
        after=asked.ts,
        text=card_text(escalation),
        blocks=card_blocks(escalation, parts.directory),
    )


def _told(question_id: str, thread: Place) -> Posting:
    return Posting(
        key=f"human:{question_id}",
        team=thread.team,
        channel=thread.channel,
        thread=thread.ts,
        after=thread.ts,
        text=ASKED,
        blocks=(blocks.markdown(ASKED),),
    )
