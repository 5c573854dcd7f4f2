"""A rep says why their thumb is down."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.answers.taking import tell
from partnerline.bot.slack.answers.thumbs import NOTED, WHY, keep_why
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackAway
from partnerline.bot.slack.web.pressed import read_press

ANY_REASON = re.compile(rf"^{WHY}[a-z_]+$")


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the reasons."""

    @app.action(ANY_REASON)
    async def said(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        kept = await keep_why(parts, press)
        await ack()
        if kept:
            await _thank(parts, body, context.team_id or "")


async def _thank(parts: Parts, body: dict[str, Any], team: str) -> None:
    try:
        await tell(parts, read_press(body, team), NOTED)
    except SlackAway:  # the reason is kept, which matters more than the thanks
        return
