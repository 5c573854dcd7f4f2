"""Channels are shared, unshared and get new ids: what was known of them is asked again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncApp

from partnerline.bot.slack.parts import Parts

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for what changes who reads a channel, and calls each channel by the first id it had."""

    @app.middleware
    async def by_first_id(body: dict[str, Any], next: Callable[[], Awaitable[None]]) -> None:  # noqa: A002 - bolt's name
        name_channels(body, parts.roster.first)
        await next()

    @app.event("channel_shared")
    async def shared() -> None:
        parts.people.forget()

    @app.event("channel_unshared")
    async def unshared() -> None:
        parts.people.forget()

    @app.event("channel_id_changed")
    async def renamed(event: dict[str, Any]) -> None:
        old, new = event.get("old_channel_id"), event.get("new_channel_id")
        if not (isinstance(old, str) and isinstance(new, str) and old and new):
            return
        moment = event.get("event_ts") or parts.desk.clock().timestamp()
        at = datetime.fromtimestamp(float(moment), tz=UTC)
        await asyncio.to_thread(parts.enrolments.rename_channel, old, new, at)
        await parts.roster.look()
        parts.people.forget()
        logger.info("Slack gave channel %s the new id %s", old, new)


def name_channels(body: Any, first: Callable[[str], str]) -> None:
    """Puts the first id of each channel in the place of a later one, wherever Slack's payload names a channel."""
    if isinstance(body, list):
        for part in body:
            name_channels(part, first)
    if not isinstance(body, dict):
        return
    for key, value in body.items():
        if key in ("channel", "channel_id") and isinstance(value, str):
            body[key] = first(value)
        elif key == "channel" and isinstance(value, dict) and isinstance(value.get("id"), str):
            value["id"] = first(value["id"])
        else:
            name_channels(value, first)
