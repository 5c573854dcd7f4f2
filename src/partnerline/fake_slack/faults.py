"""Faults on demand: the next calls of a method fail as a network or Slack itself can fail."""

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["500", "html", "html_502", "hang", "slow", "reset", "lost", "ratelimited"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_HTML = b"<!DOCTYPE html><html><body><h1>Slack is having trouble</h1></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong; ``seconds`` is a hang's length or a rate limit's Retry-After.

    A hang, like a slow answer, is as usual when it is over. With ``lost`` the call is carried out
    and its answer never arrives.
    """

    kind: Kind
    seconds: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Storm:
    """A share of calls, of a method or of all, that fail in one of some ways."""

    method: str
    seed: int
    probability: float
    faults: tuple[Fault, ...]


class FaultBoard:
    """Keeps which calls are to fail, per method or for ``*``."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[str, list[Fault]] = {}
        self._storm: Storm | None = None
        self._dice = random.Random(0)  # noqa: S311 - a seed for tests

    def brew(self, storm: Storm) -> None:
        """Lets a share of calls fail from now on; a probability of 0 ends it."""
        with self._lock:
            self._storm = storm if storm.probability else None
            self._dice = random.Random(storm.seed)  # noqa: S311 - a seed for tests

    def set(self, method: str, fault: Fault, count: int = 1) -> None:
        """Lets the next `count` calls of a method fail, after those already set."""
        with self._lock:
            self._due.setdefault(method, []).extend([fault] * count)

    def clear(self) -> None:
        """Forgets every fault."""
        with self._lock:
            self._due.clear()
            self._storm = None

    def take(self, method: str) -> Fault | None:
        """The fault due for this call, taken off the board."""
        with self._lock:
            due = self._due.get(method) or self._due.get("*")
            return due.pop(0) if due else self._stormy(method)

    def _stormy(self, method: str) -> Fault | None:
        storm = self._storm
        if storm is None or storm.method not in ("*", method):
            return None
        struck = self._dice.random() < storm.probability
        return self._dice.choice(storm.faults) if struck else None


async def play(fault: Fault, send: Send) -> bool:
    """Lets the fault happen and says whether the call is over with it."""
    match fault.kind:
        case "lost":
            return False
        case "hang" | "slow":
            await asyncio.sleep(fault.seconds)
            return False
        case "reset":
            cut(send)
        case "500":
            await _answer(send, 500, b'{"ok":false,"error":"internal_error"}', "application/json")
        case "html":
            await _answer(send, 200, _HTML, "text/html")
        case "html_502":
            await _answer(send, 502, _HTML, "text/html")
        case "ratelimited":
            after = str(max(0, round(fault.seconds)))
            body = b'{"ok":false,"error":"ratelimited"}'
            await _answer(send, 429, body, "application/json", [(b"retry-after", after.encode())])
    return True


def cut(send: Send) -> None:
    """Resets the connection."""
    # uvicorn hands out a bound method of its request cycle, which knows the connection.
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("the server gives no way to cut the connection")
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def _answer(
    send: Send, status: int, body: bytes, kind: str, extra: list[tuple[bytes, bytes]] | None = None
) -> None:
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    await send(
        {"type": "http.response.start", "status": status, "headers": headers + (extra or [])}
    )
    await send({"type": "http.response.body", "body": body})
