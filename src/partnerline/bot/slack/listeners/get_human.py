"""A rep presses *Get a human*."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import GET_HUMAN
from partnerline.bot.slack.web.pressed import read_press


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the button."""

    @app.action(GET_HUMAN)
    async def wished(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        thread = await parts.asked_in(press.value, press.channel)
        if thread:
            payload = {"question_id": press.value, "thread": str(thread)}
            await parts.work.begin(f"human:{press.value}", "fetch_human", payload)
        await ack()
