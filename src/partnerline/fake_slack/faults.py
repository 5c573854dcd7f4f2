"""Faults on demand: the next calls of a method fail as a network or Slack itself can fail."""

import asyncio
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["500", "html", "html_502", "hang", "reset", "ratelimited"]
KINDS: tuple[Kind, ...] = ("500", "html", "html_502", "hang", "reset", "ratelimited")
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_HTML = b"<!DOCTYPE html><html><body><h1>Slack is having trouble</h1></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong; ``seconds`` is a hang's length or a rate limit's Retry-After.

    A hang answers as usual when it is over, as a slow Slack would.
    """

    kind: Kind
    seconds: float = 1.0


class FaultBoard:
    """Keeps which calls are to fail, per method or for ``*``."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[str, list[Fault]] = {}

    def set(self, method: str, fault: Fault, count: int = 1) -> None:
        """Lets the next `count` calls of a method fail, after those already set."""
        with self._lock:
            self._due.setdefault(method, []).extend([fault] * count)

    def clear(self) -> None:
        """Forgets every fault."""
        with self._lock:
            self._due.clear()

    def take(self, method: str) -> Fault | None:
        """The fault due for this call, taken off the board."""
        with self._lock:
            due = self._due.get(method) or self._due.get("*")
            return due.pop(0) if due else None


async def play(fault: Fault, send: Send) -> bool:
    """Lets the fault happen and says whether the call is over with it."""
    match fault.kind:
        case "hang":
            await asyncio.sleep(fault.seconds)
            return False
        case "reset":
            _reset(send)
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


def _reset(send: Send) -> None:
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
