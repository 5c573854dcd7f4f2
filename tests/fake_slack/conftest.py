import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest
import uvicorn
from fastapi import FastAPI, Request, Response
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from partnerline.fake_slack import FakeSlack, MovableClock
from partnerline.fake_slack.quick_server import QuickServer

HANG = -1


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def slack(clock: MovableClock) -> Iterator[FakeSlack]:
    with FakeSlack(retry_delays=(0.02, 0.04), ack_timeout=0.5, clock=clock) as running:
        yield running


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.url)


class Bot:
    """A tiny bot: records what it hears; `answer` is its reply, `manners` are its next statuses."""

    def __init__(self, slack: FakeSlack) -> None:
        self.slack = slack
        self.web_client = AsyncWebClient(token=slack.bot_token, base_url=slack.url)
        self.app = AsyncApp(
            signing_secret=slack.signing_secret,
            client=self.web_client,
            process_before_response=True,
        )
        self.heard: list[dict] = []
        self.requests: list[dict] = []
        self.manners: list[int] = []
        self.answer = ""
        handler = AsyncSlackRequestHandler(self.app)
        self.web = FastAPI()

        @self.web.post("/slack/events")
        async def events(request: Request) -> Response:
            self.requests.append(dict(request.headers))
            manner = self.manners.pop(0) if self.manners else 200
            if manner == HANG:
                await request.body()
                await request.receive()
            return Response(status_code=manner) if manner >= 400 else await handler.handle(request)

        @self.app.middleware
        async def remember(body: dict, next_) -> None:  # type: ignore[no-untyped-def]
            self.heard.append(body)
            await next_()

        @self.app.event({"type": "app_mention"})
        async def mentioned(event: dict, client: AsyncWebClient) -> None:
            if self.answer:
                here = {"channel": event["channel"], "thread_ts": event["ts"]}
                await client.chat_postMessage(**here, text=self.answer)

        @self.app.event("message")
        async def said() -> None: ...

        @self.app.event("app_home_opened")
        async def opened() -> None: ...

    def events(self, kind: str) -> list[dict]:
        return [b for b in self.heard if b.get("event", {}).get("type") == kind]


@contextlib.asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    place = socket.create_server(("127.0.0.1", 0))
    server = QuickServer(uvicorn.Config(app, log_level="error", ws="none"))
    task = asyncio.create_task(server.serve(sockets=[place]))
    try:
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
    finally:
        server.stop()
        await task
        place.close()


@pytest.fixture
async def bot(slack: FakeSlack) -> AsyncIterator[Bot]:
    bot = Bot(slack)
    async with serving(bot.web) as place, aiohttp.ClientSession() as session:
        bot.web_client.session = session
        slack.connect_http(f"{place}/slack/events")
        yield bot
