"""A rep's thumb on an answer."""

import asyncio
from typing import Any, cast

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.answers.thumbs import payload_of, run_id
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import FEEDBACK
from partnerline.bot.slack.web.pressed import read_press
from partnerline.knowledge.ports import Verdict


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for thumbs."""

    @app.action(FEEDBACK)
    async def judged(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        verdict, _, question_id = press.value.partition(":")
        if verdict in ("up", "down") and await parts.asked_in(question_id, press.channel):
            thumb = cast("Verdict", verdict)
            await asyncio.to_thread(parts.desk.feedback, question_id, press.user, thumb)
            if thumb == "down":
                wish = payload_of(press, question_id)
                await parts.work.begin(run_id(press, question_id), "ask_why", wish)
        await ack()
