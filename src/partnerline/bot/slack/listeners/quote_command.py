"""A rep types `/quote`, or presses the button that does the same."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.asking.quote_form import COMMAND, Home, form_view
from partnerline.bot.slack.asking.quoting import NOT_HERE
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import OPEN_QUOTE
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.pressed import read_press

logger = logging.getLogger(__name__)
AWAY = "Slack doesn't answer me just now. Please try again."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the command and the button; the form is opened at once, as Slack allows that for three seconds."""

    @app.command(COMMAND)
    async def typed(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        home = Home(
            channel=str(body.get("channel_id", "")), respond=str(body.get("response_url", ""))
        )
        try:
            told = await _open(parts, home, body, context, str(body.get("text") or ""))
        except (SlackAway, SlackRefused) as error:
            logger.warning("A quote form would not open: %s", error.args[0])
            told = AWAY
        await (ack(told) if told else ack())

    @app.action(OPEN_QUOTE)
    async def pressed(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        try:
            home = Home(channel=press.channel, thread=press.thread)
            await _open(parts, home, body, context, "")
        except (SlackAway, SlackRefused) as error:
            logger.warning("A quote form would not open: %s", error.args[0])
        await ack()


async def _open(
    parts: Parts, home: Home, body: dict[str, Any], context: AsyncBoltContext, text: str
) -> str:
    """Opens the form; gives what is said instead where it can't be answered in this place."""
    # Slack won't tell a bot about direct conversations; one that isn't ours is refused when the answer is posted.
    direct = home.channel.startswith("D")
    if not direct and not await parts.people.hears(home.channel, context.team_id):
        return NOT_HERE
    trigger = str(body.get("trigger_id", ""))
    view = form_view(home, text)
    await parts.api.write("views.open", team=context.team_id, trigger_id=trigger, view=view)
    return ""
