"""Somebody mentions the bot."""

from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from partnerline.bot.slack.asking.hearing import hear
from partnerline.bot.slack.parts import Parts


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for mentions."""

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any], context: AsyncBoltContext) -> None:
        await hear(parts, event, context.team_id)
