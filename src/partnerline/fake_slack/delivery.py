"""Carries events, interactions and commands to the bot, signed, again where it fails."""

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import urlencode

import aiohttp

from partnerline.fake_slack.chaos import Chaos
from partnerline.fake_slack.ledger import Json, Ledger
from partnerline.fake_slack.signing import Signature, signed_headers
from partnerline.fake_slack.socket_mode import SocketSwitch

Kind = Literal["event", "interactive", "command"]
LATE_S = 0.2
"""How long a delivery that comes out of order waits for another to overtake it."""
_SOCKET_TYPES = {"event": "events_api", "interactive": "interactive", "command": "slash_commands"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try; ``status`` is None where no answer came, ``elapsed_ms`` until the answer or giving up."""

    number: int
    transport: Literal["http", "socket"]
    status: int | None
    error: str | None
    elapsed_ms: float
    response: Any = None
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        """Whether Slack would count it as delivered."""
        return self.error is None


@dataclass(slots=True, kw_only=True)
class Delivery:
    """Something sent to the bot and every attempt at it; ``id`` is an event's event_id."""

    id: str
    kind: Kind
    body: Json
    signature: Signature = "good"
    attempts: list[Attempt] = field(default_factory=list)
    done: bool = False

    @property
    def ok(self) -> bool:
        """Whether the bot has taken it."""
        return bool(self.attempts) and self.attempts[-1].ok

    @property
    def response(self) -> Any:
        """What the bot answered: JSON, text, or None."""
        return self.attempts[-1].response if self.attempts else None


class Outbox:
    """Sends to the bot's URL or over its websocket; times in seconds."""

    def __init__(
        self, ledger: Ledger, secret: str, retry_delays: tuple[float, ...], ack_timeout: float
    ) -> None:
        self.deliveries: list[Delivery] = []
        self.urls: dict[Kind, str] = {}
        self.sockets = SocketSwitch(ledger)
        self.on_answer: Callable[[Delivery], None] = lambda _: None
        self._ledger, self._secret = ledger, secret
        self._retry_delays, self.ack_timeout = retry_delays, ack_timeout
        self.loop: asyncio.AbstractEventLoop | None = None
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[Delivery] | None = None
        self._chaos = Chaos()
        self._late: list[Delivery] = []

    def chaos(self, seed: int, *, duplicate: float, reorder: float) -> None:
        """Sends that share twice, or after the next, from now on."""
        self._chaos = Chaos(seed, duplicate=duplicate, reorder=reorder)

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """Sends on that loop from now on."""
        with self._ledger.change():
            self.loop = loop

    def send(self, kind: Kind, body: Json, *, signature: Signature = "good") -> Delivery:
        """Sends, or keeps while held; the answer arrives in the delivery that is returned."""
        given = body.get("event_id") if kind == "event" else None
        identity = str(given or self._ledger.serial("Dl"))
        delivery = Delivery(id=identity, kind=kind, body=body, signature=signature)
        with self._ledger.change():
            self.deliveries.append(delivery)
            if self._held is not None:
                self._held.append(delivery)
                return delivery
        self._start_somehow(delivery)
        return delivery

    def _start_somehow(self, delivery: Delivery) -> None:
        """Starts it, in a chaos perhaps twice or later; nothing waits longer than a moment."""
        if delivery.kind == "event" and self._chaos.reorders() and self.loop is not None:
            with self._ledger.changed:
                self._late.append(delivery)
            with suppress(RuntimeError):  # the loop has closed
                self.loop.call_soon_threadsafe(self.loop.call_later, LATE_S, self._start_late)
            return
        self._start(delivery)
        self._start_late()

    def _start_late(self) -> None:
        with self._ledger.changed:
            late, self._late = self._late, []
        for delivery in late:
            self._start(delivery)

    def hold(self) -> None:
        """Keeps what is sent from now on until `release`."""
        self._held = self._held or []

    def release(self, *, backwards: bool = False) -> None:
        """Sends what was kept, one after the other, in its order or backwards."""
        held, self._held = self._held or [], None
        for delivery in reversed(held) if backwards else held:
            self._start(delivery)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return all(d.done for d in self.deliveries)

    async def close(self) -> None:
        """Gives up on what is under way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _start(self, delivery: Delivery) -> None:
        if delivery.kind == "event" and self._chaos.doubles():
            again = replace(delivery, attempts=[])
            with self._ledger.change():
                self.deliveries.append(again)
            self._start_once(again)
        self._start_once(delivery)

    def _start_once(self, delivery: Delivery) -> None:
        if self.loop is None:
            self._finish(delivery)
            return
        with suppress(RuntimeError):  # the loop has closed: nobody is left to deliver to
            self.loop.call_soon_threadsafe(self._spawn, delivery)

    def _spawn(self, delivery: Delivery) -> None:
        task = asyncio.ensure_future(self._run(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, delivery: Delivery) -> None:
        reason = ""
        delays = (0.0, *(self._retry_delays if delivery.kind == "event" else ()))
        for number, delay in enumerate(delays):
            if not self.urls.get(delivery.kind) and not self.sockets.expected:
                break
            await asyncio.sleep(delay)
            attempt = await self._attempt(delivery, number, reason)
            with self._ledger.change():
                delivery.attempts.append(attempt)
            if attempt.ok or attempt.no_retry:
                break
            reason = attempt.error or ""
        self._finish(delivery)

    def _finish(self, delivery: Delivery) -> None:
        self.on_answer(delivery)
        with self._ledger.change():
            delivery.done = True

    async def _attempt(self, delivery: Delivery, number: int, reason: str) -> Attempt:
        over_socket = self.sockets.expected
        send = self._over_socket if over_socket else self._over_http
        began = time.monotonic()
        outcome: Json = {"status": None}
        try:
            async with asyncio.timeout(self.ack_timeout):
                outcome = await send(delivery, number, reason)
            error = outcome.pop("error", None)
        except TimeoutError:
            error = "timeout" if over_socket else "http_timeout"
        except (aiohttp.ClientError, OSError):
            error = "connection_failed"
        return Attempt(
            number=number,
            transport="socket" if over_socket else "http",
            error=error,
            elapsed_ms=(time.monotonic() - began) * 1000,
            **outcome,
        )

    async def _over_socket(self, delivery: Delivery, number: int, reason: str) -> Json:
        kind = _SOCKET_TYPES[delivery.kind]
        return {
            "status": None,
            "response": await self.sockets.ask(kind, delivery.body, number, reason),
        }

    async def _over_http(self, delivery: Delivery, number: int, reason: str) -> Json:
        body, content_type = _encoded(delivery)
        headers = signed_headers(self._secret, body, time.time(), delivery.signature)
        headers |= {"content-type": content_type, "user-agent": "Slackbot 1.0 (a fake one)"}
        if number:
            headers |= {"x-slack-retry-num": str(number), "x-slack-retry-reason": reason}
        if self._session is None:
            self._session = aiohttp.ClientSession()
        url = self.urls[delivery.kind]
        async with self._session.post(url, data=body, headers=headers) as answer:
            text = await answer.text()
            no_retry = answer.headers.get("x-slack-no-retry") == "1"
            good = 200 <= answer.status < 300
        return {
            "status": answer.status,
            "response": _decoded(text),
            "no_retry": no_retry,
            "error": None if good else "http_error",
        }


def _encoded(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.kind == "event":
        return json.dumps(delivery.body).encode(), "application/json"
    form = (
        {"payload": json.dumps(delivery.body)} if delivery.kind == "interactive" else delivery.body
    )
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text or None
