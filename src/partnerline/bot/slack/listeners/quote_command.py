"""A rep types `/quote`, or presses the button that does the same."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from partnerline.bot.slack.blocks import OPEN_QUOTE
from partnerline.bot.slack.client import SlackAway, SlackRefused
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.pressed import read_press
from partnerline.bot.slack.quote_form import COMMAND, Home, form_view
from partnerline.bot.slack.quoting import NOT_HERE

logger = logging.getLogger(__name__)
AWAY = "Slack doesn't answer me just now. Please try again."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the command and the button; the form is opened at once, as Slack allows that for three seconds."""

    @app.command(COMMAND)
    async def typed(ack: AsyncAck, body: dict[str, Any]) -> None:
        home = Home(
            channel=str(body.get("channel_id", "")), respond=str(body.get("response_url", ""))
        )
        try:
            told = await _open(parts, home, body, str(body.get("text") or ""))
        except (SlackAway, SlackRefused) as error:
            logger.warning("A quote form would not open: %s", error.args[0])
            told = AWAY
        await (ack(told) if told else ack())

    @app.action(OPEN_QUOTE)
    async def pressed(ack: AsyncAck, body: dict[str, Any]) -> None:
        press = read_press(body)
        try:
            await _open(parts, Home(channel=press.channel, thread=press.thread), body, "")
        except (SlackAway, SlackRefused) as error:
            logger.warning("A quote form would not open: %s", error.args[0])
        await ack()


async def _open(parts: Parts, home: Home, body: dict[str, Any], text: str) -> str:
    """Opens the form; gives what is said instead where it can't be answered in this place."""
    # Slack won't tell a bot about direct conversations; one that isn't ours is refused when the answer is posted.
    direct = home.channel.startswith("D")
    if not direct and not await parts.people.hears(home.channel):
        return NOT_HERE
    trigger = str(body.get("trigger_id", ""))
    await parts.api.write("views.open", trigger_id=trigger, view=form_view(home, text))
    return ""
