"""A manager opens the dialog to answer in."""

import asyncio
import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from partnerline.bot.slack.card import ANSWER, answer_form
from partnerline.bot.slack.client import SlackAway, SlackRefused
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.pressed import read_press

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the button, in the managers' channel alone."""

    @app.action(ANSWER)
    async def opened(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = read_press(body)
        if press.channel == parts.managers_channel:
            await _open(parts, press.value, body.get("trigger_id", ""))
        else:
            logger.warning("A press on the answer button outside the managers' channel is refused")
        await ack()


async def _open(parts: Parts, escalation_id: str, trigger: str) -> None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return
    try:
        await parts.api.write("views.open", trigger_id=trigger, view=answer_form(escalation))
    except (SlackAway, SlackRefused) as error:
        logger.warning("The dialog for %s would not open: %s", escalation_id, error.args[0])
