"""A manager says whether a kept answer still holds."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.learning.kept_card import CONFIRM, WITHDRAW
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.message import Place
from partnerline.bot.slack.web.pressed import read_press

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for both buttons, in the managers' channel alone."""

    async def pressed(
        ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        press = read_press(body, context.team_id or "")
        if press.channel == parts.managers_channel:
            place = Place(team=press.team, channel=press.channel, ts=press.thread)
            payload = {
                "id": press.value.partition(":")[0],
                "turn": press.value,
                "holds": action["action_id"] == CONFIRM,
                "user": press.user,
                "place": str(place),
            }
            run_id = f"settle_kept:{press.value}:{press.user}:{press.moment}"
            await parts.work.begin(run_id, "settle_kept", payload)
        else:
            logger.warning("A press on a kept answer outside the managers' channel is refused")
        await ack()

    for button in (CONFIRM, WITHDRAW):
        app.action(button)(pressed)
