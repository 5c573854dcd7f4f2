"""A manager says whether corrections and digest of a change are sent."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.learning.change_card import SEND_ALL, SEND_CORRECTIONS, SEND_NOTHING
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.pressed import read_press

logger = logging.getLogger(__name__)
_WISHES = {
    SEND_ALL: {"corrections": True, "digest": True},
    SEND_CORRECTIONS: {"corrections": True, "digest": False},
    SEND_NOTHING: {"corrections": False, "digest": False},
}


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the buttons, in the managers' channel alone."""

    async def pressed(
        ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        press = read_press(body, context.team_id or "")
        if press.channel == parts.managers_channel:
            payload = {"id": press.value, "user": press.user, **_WISHES[action["action_id"]]}
            run = f"send:{press.value}:{press.user}:{press.moment}"
            await parts.work.begin(run, "send_change", payload)
        else:
            logger.warning("A press on a change outside the managers' channel is refused")
        await ack()

    for wish in _WISHES:
        app.action(wish)(pressed)
