"""A running fake Slack: its address, its thread, and waiting for what happens."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

import uvicorn

from partnerline.fake_slack.admins import Admins
from partnerline.fake_slack.app import build_app
from partnerline.fake_slack.delivery import Outbox
from partnerline.fake_slack.faults import FaultBoard
from partnerline.fake_slack.ledger import Ledger, Message
from partnerline.fake_slack.limits import Limits
from partnerline.fake_slack.quick_server import QuickServer
from partnerline.fake_slack.switchboard import SUBSCRIPTIONS, Switchboard
from partnerline.fake_slack.world import Install, World
from partnerline.fake_slack.world_spec import default_world

T = TypeVar("T")


class FakeSlack(Admins):
    """Slack on a loopback port, in a thread of its own from ``with`` to the end of it.

    ``app`` is the same as an ASGI application, to be served elsewhere; then `bind_url` tells it
    where. Times are in seconds; ``clock`` is seconds since 1970.
    """

    def __init__(
        self,
        world: World | None = None,
        *,
        signing_secret: str = "fake-signing-secret",  # noqa: S107 - a fake's secret
        bot_token: str = "xoxb-fake",  # noqa: S107 - the same
        app_token: str = "xapp-fake",  # noqa: S107 - the same
        host: str = "127.0.0.1",
        port: int = 0,
        retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0),
        ack_timeout: float = 3.0,
        clock: Callable[[], float] = time.time,
        subscriptions: frozenset[str] = SUBSCRIPTIONS,
    ) -> None:
        ledger = Ledger(clock)
        board = Switchboard(
            world=world or default_world(),
            ledger=ledger,
            outbox=Outbox(ledger, signing_secret, retry_delays, ack_timeout),
            faults=FaultBoard(),
            limits=Limits(clock),
            bot_token=bot_token,
            app_token=app_token,
            subscriptions=subscriptions,
        )
        board.outbox.on_answer = board.answered
        super().__init__(board)
        home = board.world
        home.installs[home.home_team_id] = Install(
            team_id=home.home_team_id,
            bot_user_id=home.bot_user_id,
            bot_id=home.bot_id,
            token=bot_token,
        )
        self.signing_secret, self.bot_token, self.app_token = signing_secret, bot_token, app_token
        self.client_id, self.client_secret = board.client_id, board.client_secret
        self.host, self.port = host, port
        self.app = build_app(self)
        self._server: QuickServer | None = None
        self._thread: threading.Thread | None = None
        self._socket: socket.socket | None = None

    @property
    def base_url(self) -> str:
        """The page's address, ``http://127.0.0.1:PORT``."""
        return self.board.base_url

    @property
    def url(self) -> str:
        """What a Slack client takes as its base URL, ``http://127.0.0.1:PORT/api/``."""
        return f"{self.base_url}/api/"

    def bind_url(self, base_url: str) -> None:
        """Says where the application is served, without a slash at the end."""
        self.board.base_url = base_url

    def connect_http(
        self, events_url: str, interactivity_url: str | None = None, commands_url: str | None = None
    ) -> None:
        """Delivers to the bot's URL; slack_bolt takes all three kinds at one."""
        self.board.outbox.urls = {
            "event": events_url,
            "interactive": interactivity_url or events_url,
            "command": commands_url or events_url,
        }

    def hold(self) -> None:
        """Keeps back what would be delivered, until `release`."""
        self.board.outbox.hold()

    def release(self, *, backwards: bool = False) -> None:
        """Delivers what was held, in order or backwards."""
        self.board.outbox.release(backwards=backwards)

    def disconnect_sockets(self, reason: str = "refresh_requested") -> None:
        """The same as `drop_sockets`."""
        self.drop_sockets(reason)

    def wait_for(self, predicate: Callable[[], T], timeout: float = 20.0) -> T:
        """Blocks until the predicate is true after some change, and returns its value.

        Raises TimeoutError. A bot on the caller's own event loop needs `until` instead.
        """
        return self.ledger.wait_for(predicate, timeout)

    async def until(self, predicate: Callable[[], T], timeout: float = 20.0) -> T:  # noqa: ASYNC109
        """The same as `wait_for`, without blocking the event loop."""
        return await asyncio.to_thread(self.ledger.wait_for, predicate, timeout)

    async def reply(
        self,
        channel: str,
        ts: str,
        *,
        count: int = 1,
        timeout: float = 20.0,  # noqa: ASYNC109 - a wait's own limit
    ) -> Message:
        """The bot's count-th finished reply in a thread, as soon as it is there."""
        await self.until(lambda: len(self._finished(channel, ts)) >= count, timeout)
        return self._finished(channel, ts)[count - 1]

    async def settled(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109
        """Returns when every delivery has been answered or given up."""
        await self.until(lambda: self.board.outbox.idle, timeout)

    def __enter__(self) -> Self:
        self._socket = socket.create_server((self.host, self.port))
        # asyncio does this for sockets that it makes itself; without it every second answer takes 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port = self._socket.getsockname()[1]
        self.bind_url(f"http://{self.host}:{self.port}")
        config = uvicorn.Config(
            self.app,
            loop="asyncio",
            http="h11",
            ws="websockets-sansio",
            log_level="error",
            access_log=False,
        )
        self._server = QuickServer(config)
        self._thread = threading.Thread(target=self._serve, name="fake-slack", daemon=True)
        self._thread.start()
        self.wait_for(lambda: self.board.outbox.loop is not None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server and self._thread and self._socket:
            self._server.stop()
            self._thread.join()
            self._socket.close()

    def _serve(self) -> None:
        server, place = self._server, self._socket
        if server and place:
            asyncio.run(server.serve(sockets=[place]))

    def _finished(self, channel: str, ts: str) -> list[Message]:
        return [m for m in self.replies(channel, ts) if not m.streaming]


def serve(slack: FakeSlack) -> None:
    """Serves a fake Slack in the foreground until it is interrupted."""
    slack.bind_url(f"http://{slack.host}:{slack.port}")
    uvicorn.run(
        slack.app, host=slack.host, port=slack.port, ws="websockets-sansio", log_level="warning"
    )
