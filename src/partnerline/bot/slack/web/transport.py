"""How Slack reaches the bot: over HTTP and over Socket Mode, to the same listeners."""

import asyncio
import logging
from contextlib import suppress

import aiohttp
from fastapi import APIRouter, Request, Response
from slack_bolt import BoltResponse
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError, SlackClientError

from partnerline.bot.slack.web.client import SlackApi
from partnerline.bot.slack.who.people import People

logger = logging.getLogger(__name__)
PATH = "/slack/events"
LARGEST = 1_000_000
"""Bytes of a request; Slack's own stay far below, and nothing more is read from anybody."""


def make_app(api: SlackApi, people: People, *, signing_secret: str) -> AsyncApp:
    """The application that both ways lead to; it says yes only after its listeners are through.

    Nothing here asks Slack for anything: what comes in is claimed although Slack is away.
    """
    # Of a request with a bad signature bolt logs the whole body at INFO.
    logging.getLogger("slack_bolt.RequestVerification").setLevel(logging.WARNING)

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        known = people.installed_in(team_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=known.team if known else team_id,
            bot_user_id=known.bot_user if known else None,
            bot_id=known.bot_id if known else None,
            # Listeners speak through `SlackApi`, which knows every workspace's token; bolt wants one of its own.
            bot_token="none",  # noqa: S106 - not a token
        )

    app = AsyncApp(
        name="partnerline",
        client=api.bare,
        signing_secret=signing_secret,
        authorize=authorize,
        process_before_response=True,
    )

    @app.error
    async def failed(error: Exception) -> BoltResponse:
        # Slack sends it again, and its text could repeat what somebody wrote.
        logger.error("A listener failed: %s", type(error).__name__)
        return BoltResponse(status=500)

    return app


def make_router(app: AsyncApp) -> APIRouter:
    """The one path for events, buttons, dialogs and commands."""
    router = APIRouter()
    handler = AsyncSlackRequestHandler(app)

    @router.post(PATH, include_in_schema=False)
    async def events(request: Request) -> Response:
        size = request.headers.get("content-length", "")
        if not size.isdecimal():
            return Response(status_code=411)
        if int(size) > LARGEST:
            return Response(status_code=413)
        try:
            return await handler.handle(request)
        except UnicodeDecodeError:
            return Response(status_code=400)

    return router


class Socket:
    """The connection of Socket Mode, opened as soon as Slack allows and kept open."""

    def __init__(self, app: AsyncApp, api: SlackApi, app_token: str, *, pause: float = 5.0) -> None:
        self._app, self._api, self._token, self._pause = app, api, app_token, pause
        self._handler: AsyncSocketModeHandler | None = None
        self._opening: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        """Whether the connection stands and is not known to be stale."""
        session = self._handler.client.current_session if self._handler else None
        return session is not None and not session.closed

    async def open(self) -> None:
        """Begins to connect; returns at once."""
        self._handler = AsyncSocketModeHandler(
            self._app, app_token=self._token, web_client=self._api.reader
        )
        self._opening = asyncio.create_task(self._connect(self._handler))

    async def close(self) -> None:
        """Closes the connection."""
        if self._opening:
            self._opening.cancel()
            with suppress(asyncio.CancelledError):
                await self._opening
        if self._handler:
            await self._handler.close_async()  # type: ignore[no-untyped-call]  # bolt leaves it untyped

    async def _connect(self, handler: AsyncSocketModeHandler) -> None:
        while True:
            try:
                await handler.connect_async()  # type: ignore[no-untyped-call]  # bolt leaves it untyped
            except SlackApiError as error:
                self._failed(str(error.response.get("error") or "no_answer"))
            except (aiohttp.ClientError, SlackClientError, OSError) as error:
                self._failed(type(error).__name__)
            else:
                return
            await asyncio.sleep(self._pause)

    def _failed(self, kind: str) -> None:
        self._api.trouble = kind
        logger.warning("Socket Mode does not connect: %s; it is tried again", kind)
