"""The bot joins a channel."""

from dataclasses import asdict
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.who.visiting import Visit


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the bot's own joining; whoever else joins is asked about when they write."""

    @app.event("member_joined_channel")
    async def joined(event: dict[str, Any], context: AsyncBoltContext) -> None:
        home = await parts.people.installation(context.team_id)
        if event.get("user") != home.bot_user:
            return
        visit = Visit(
            team=home.team,
            user=home.bot_user,
            channel=str(event.get("channel", "")),
            moment=str(event.get("event_ts", "")),
        )
        await parts.work.begin(
            f"hello:{visit.team}:{visit.channel}", "greet_channel", asdict(visit)
        )
