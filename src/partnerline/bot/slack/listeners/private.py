"""A rep wants privately what they can't be told before others."""

from dataclasses import asdict
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import ASK_PRIVATELY
from partnerline.bot.slack.web.pressed import read_press


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the button."""

    @app.action(ASK_PRIVATELY)
    async def wished(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        if await parts.asked_in(press.value, press.channel):
            run_id = f"privately:{press.value}:{press.user}"
            await parts.work.begin(run_id, "ask_privately", {"press": asdict(press)})
        await ack()
