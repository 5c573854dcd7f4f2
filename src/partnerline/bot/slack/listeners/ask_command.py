"""Somebody types `/partnerline`."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.desk import new_id
from partnerline.bot.slack.asking.asking_aloud import Wording, since
from partnerline.bot.slack.asking.commanding import COMMAND, claim_command
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.wording import heard


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the command; what comes of it is said where it was typed, a little later."""

    @app.command(COMMAND)
    async def typed(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await claim_command(parts, _typed(parts, body, context))
        await ack()


def _typed(parts: Parts, body: dict[str, Any], context: AsyncBoltContext) -> Wording:
    user, channel = str(body.get("user_id", "")), str(body.get("channel_id", ""))
    return Wording(
        # Slack gives each typing its own trigger, and sends that again where it wasn't acknowledged.
        id=new_id("command", str(body.get("trigger_id", "")), user, channel),
        team=context.team_id or "",
        channel=channel,
        user=user,
        user_team=str(body.get("team_id") or "") or None,
        text=heard(str(body.get("text") or ""), context.bot_user_id or ""),
        respond=str(body.get("response_url", "")),
        after=since(parts),
    )
