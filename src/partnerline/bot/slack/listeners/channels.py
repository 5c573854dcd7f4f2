"""Channels are shared, unshared and get new ids: what was known of them is asked again."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from partnerline.bot.slack.parts import Parts

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for what changes who reads a channel."""

    @app.event("channel_shared")
    async def shared() -> None:
        parts.people.forget()

    @app.event("channel_unshared")
    async def unshared() -> None:
        parts.people.forget()

    @app.event("channel_id_changed")
    async def renamed(event: dict[str, Any]) -> None:
        parts.people.forget()
        logger.warning(
            "Slack gave channel %s the new id %s: put it into partners.yaml and the settings",
            event.get("old_channel_id"),
            event.get("new_channel_id"),
        )
