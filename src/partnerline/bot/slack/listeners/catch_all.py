"""All that nothing else listens for: it is taken, as Slack switches off an app that leaves too much unanswered."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp

ANY = re.compile(".*", re.DOTALL)


def register(app: AsyncApp) -> None:
    """Listens for everything; bolt asks listeners in the order they were registered in."""

    @app.event(ANY)
    async def event() -> None:
        return None

    @app.action(ANY)
    async def action(ack: AsyncAck) -> None:
        await ack()

    @app.view(ANY)
    async def view(ack: AsyncAck) -> None:
        await ack()

    @app.view_closed(ANY)
    async def closed(ack: AsyncAck) -> None:
        await ack()

    @app.shortcut(ANY)
    async def shortcut(ack: AsyncAck) -> None:
        await ack()

    @app.command(ANY)
    async def command(ack: AsyncAck) -> None:
        await ack("Mention me in a channel, or write to me in a direct message.")

    @app.middleware
    async def rate_limited(
        body: dict[str, Any], next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        if body.get("type") == "app_rate_limited":
            return BoltResponse(status=200)
        return await next_()
