"""A rep's thumb on an answer."""

import asyncio
from typing import Any, cast

from slack_bolt.async_app import AsyncAck, AsyncApp

from partnerline.bot.slack.blocks import FEEDBACK
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.pressed import read_press
from partnerline.knowledge.ports import Verdict


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for thumbs."""

    @app.action(FEEDBACK)
    async def judged(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = read_press(body)
        verdict, _, question_id = press.value.partition(":")
        if verdict in ("up", "down") and await parts.asked_in(question_id, press.channel):
            thumb = cast("Verdict", verdict)
            await asyncio.to_thread(parts.desk.feedback, question_id, press.user, thumb)
        await ack()
