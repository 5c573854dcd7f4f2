"""Somebody writes where the bot can read it: to it, in a thread it is in, under a card, or to others."""

from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from partnerline.bot.slack.asking.hearing import hear
from partnerline.bot.slack.parts import Parts


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for messages of every kind; `app.message` would skip those without text."""

    @app.event("message")
    async def written(event: dict[str, Any], context: AsyncBoltContext) -> None:
        await hear(parts, event, context.team_id)
