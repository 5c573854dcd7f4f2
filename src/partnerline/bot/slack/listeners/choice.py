"""A rep completes their question by pressing one of the choices."""

import asyncio
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.desk import new_id
from partnerline.bot.slack.asking.hearing import claim
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import CHOICE
from partnerline.bot.slack.web.message import Message, Place
from partnerline.bot.slack.web.pressed import Press, read_press


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for choices."""

    @app.action(CHOICE)
    async def chosen(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        question_id, _, number = press.value.partition(":")
        thread = await parts.asked_in(question_id, press.channel)
        text = await _choice(parts, question_id, number)
        if thread and text:
            await claim(parts, _message(press, thread, text))
        await ack()


async def _choice(parts: Parts, question_id: str, number: str) -> str | None:
    answer = await asyncio.to_thread(parts.record.answer, question_id)
    if answer is None or not number.isdecimal() or int(number) >= len(answer.choices):
        return None
    return answer.choices[int(number)]


def _message(press: Press, thread: Place, text: str) -> Message:
    return Message(
        # The same choice pressed again is the same question.
        id=new_id("choice", press.value, press.user),
        team=thread.team,
        channel=thread.channel,
        ts=thread.ts,
        thread_ts=thread.ts,
        user=press.user,
        user_team=press.user_team,
        text=text,
        direct=thread.channel.startswith("D"),
        mentioned=True,
        chosen=True,
    )
