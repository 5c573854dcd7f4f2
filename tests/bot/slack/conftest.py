import asyncio
import contextlib
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from tests.bot.slack.scripted import DIRECTORY, ScriptedAnswerer
from tests.fakes import FakeAudit, FakeEnrolments, FakeRecord

from partnerline.bot.auditing import Auditor
from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.assembly import Beyond
from partnerline.bot.slack.bot import SlackBot, build_slack
from partnerline.bot.slack.parts import Pace
from partnerline.bot.work import Patience, Work
from partnerline.fake_slack import FakeSlack, Message, MovableClock
from partnerline.fake_slack.quick_server import QuickServer
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import Directory

MANAGERS = "C0MANAGERS"
PACE = Pace(
    patience=Patience(seconds=0.02, growth=1.2, tries=30),
    timeout=0.5,
    settle=0.05,
    sweep=60,
    grace=0.2,
    post_every=0.0,
    disorder=0.3,
)


@dataclass
class Stage:
    """A bot before a fake Slack: `start` and `stop` are the process's life; the home and the record outlive it.

    `clock` is Slack's and the desk's; what a test moves, both see.
    """

    slack: FakeSlack
    home: Path
    directory: Directory = DIRECTORY
    managers_channel: str | None = MANAGERS
    socket_mode: bool = False
    clock: MovableClock = field(default_factory=MovableClock)
    vendor: str = "Tarnwick Instruments"
    pace: Pace = PACE
    answerer: ScriptedAnswerer = field(default_factory=ScriptedAnswerer)
    record: FakeRecord = field(default_factory=lambda: FakeRecord(DIRECTORY))
    enrolments: FakeEnrolments = field(default_factory=FakeEnrolments)
    audit: FakeAudit = field(default_factory=FakeAudit)
    beyond: Beyond = field(default_factory=Beyond)
    more: dict[str, object] = field(default_factory=dict)
    bot: SlackBot | None = None
    url: str = ""
    _stack: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    @property
    def desk(self) -> Desk:
        return Desk(
            answerer=self.answerer,
            record=self.record,
            clock=self.clock.now,
            audit=Auditor(audit=self.audit),
        )

    async def start(self) -> None:
        self.record.directory = self.directory
        self.bot = build_slack(
            self.settings(),
            self.desk,
            lambda: self.directory,
            enrolments=self.enrolments,
            vendor=self.vendor,
            pace=self.pace,
            beyond=self.beyond,
        )
        assert self.bot is not None
        await self.bot.start()
        if self.bot.router is None:
            await self.slack.until(lambda: self.slack.board.outbox.sockets.connected)
            return
        app = FastAPI()
        app.include_router(self.bot.router)
        self.url = await self._stack.enter_async_context(serving(app)) + "/slack/events"
        self.slack.connect_http(self.url)

    async def stop(self) -> None:
        if self.bot:
            bot, self.bot = self.bot, None
            await bot.stop()
        await self._stack.aclose()

    def settings(self) -> Settings:
        slack = self.slack
        return Settings(
            _env_file=None,
            home=self.home,
            slack_bot_token=slack.bot_token,
            slack_signing_secret=None if self.socket_mode else slack.signing_secret,
            slack_app_token=slack.app_token if self.socket_mode else None,
            slack_managers_channel=self.managers_channel,
            slack_api_url=slack.url,
            **self.more,
        )

    async def reply(self, asked: Message, count: int = 1) -> Message:
        return await self.slack.reply(asked.channel, asked.thread_ts or asked.ts, count=count)

    async def card(self, count: int = 1) -> Message:
        def cards() -> list[Message]:
            found = [m for m in self.slack.messages(MANAGERS, by_bot=True) if not m.thread_ts]
            return found if len(found) >= count else []

        return (await self.slack.until(cards))[count - 1]

    async def quiet(self) -> None:
        """Returns when everything that was delivered has been worked off."""
        await self.slack.settled()
        assert self.bot is not None
        await self.bot._parts.work.idle()

    def escalation(self) -> Escalation:
        (only,) = self.record.escalations()
        return only


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
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def slack(clock: MovableClock) -> Iterator[FakeSlack]:
    delays = (0.02, 0.04, 0.5, 1.0, 2.0)
    with FakeSlack(retry_delays=delays, ack_timeout=2.0, clock=clock) as running:
        yield running


@pytest.fixture(scope="session")
def empty_work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of durable work with nothing in it: copying it is quicker than fifty migrations."""
    home = tmp_path_factory.mktemp("work")

    async def make() -> None:
        work = Work(home)
        await work.start()
        await work.stop()

    asyncio.run(make())
    return home / "work.sqlite"


@pytest.fixture
async def backstage(
    slack: FakeSlack, clock: MovableClock, tmp_path: Path, empty_work: Path
) -> AsyncIterator[Stage]:
    """A stage whose bot is not started yet."""
    shutil.copy(empty_work, tmp_path)
    stage = Stage(slack=slack, home=tmp_path, clock=clock)
    yield stage
    await stage.stop()


@pytest.fixture
async def stage(backstage: Stage) -> Stage:
    await backstage.start()
    return backstage


@pytest.fixture(params=["http", "socket"])
async def either(request: pytest.FixtureRequest, backstage: Stage) -> Stage:
    """A started stage, once with HTTP and once with Socket Mode."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    return backstage


def text_of(message: Message) -> str:
    """What a person reads in a message's Markdown blocks."""
    return "\n".join(b["text"] for b in message.blocks if b["type"] == "markdown")


def actions_of(message: Message) -> list[str]:
    return [
        e["action_id"] for b in message.blocks for e in b.get("elements", []) if "action_id" in e
    ]
