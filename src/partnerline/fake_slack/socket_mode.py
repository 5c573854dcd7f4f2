"""Slack's side of Socket Mode: hello, envelopes, acknowledgements, disconnect."""

import asyncio
import json
from typing import Any

from fastapi import WebSocket, WebSocketDisconnect

from partnerline.fake_slack.ledger import Json, Ledger


class SocketSwitch:
    """The bot's websocket connections; lives on the server's event loop."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._tickets: set[str] = set()
        self._connections: list[WebSocket] = []
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self.acks: list[Json] = []
        self.expected = False

    @property
    def connected(self) -> int:
        """How many connections stand."""
        return len(self._connections)

    def ticket(self) -> str:
        """A right to connect once, as apps.connections.open gives."""
        ticket = self._ledger.serial("ticket")
        self._tickets.add(ticket)
        self.expected = True
        return ticket

    async def serve(self, socket: WebSocket, ticket: str, app_id: str) -> None:
        """Speaks Socket Mode on one connection until it closes."""
        if ticket not in self._tickets:
            await socket.close(code=1008)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        hello = {"type": "hello", "num_connections": self.connected + 1}
        debug = {"host": "fake-slack", "approximate_connection_time": 18060}
        await socket.send_json(hello | {"debug_info": debug, "connection_info": {"app_id": app_id}})
        with self._ledger.change():
            self._connections.append(socket)
        try:
            while True:
                self._acknowledged(await socket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            with self._ledger.change():
                self._forget(socket)

    async def ask(self, kind: str, payload: Json, number: int, reason: str) -> Any:
        """Sends an envelope and returns what the acknowledgement carried; never returns without one.

        Raises ConnectionError where the bot is not connected.
        """
        if not self._connections:
            raise ConnectionError("not_connected")
        envelope: Json = {
            "envelope_id": self._ledger.serial("env"),
            "payload": payload,
            "type": kind,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = answer
        try:
            await self._send(self._connections[-1], envelope)
            return await answer
        finally:
            self._waiting.pop(envelope["envelope_id"], None)

    async def _send(self, socket: WebSocket, envelope: Json) -> None:
        """Sends over a connection that may be closing at this moment: then it is none any more."""
        try:
            await socket.send_json(envelope)
        except (WebSocketDisconnect, RuntimeError) as error:
            self._forget(socket)
            raise ConnectionError("not_connected") from error

    async def disconnect(self, reason: str = "refresh_requested", *, abrupt: bool = False) -> None:
        """Tells every connection to go and closes it; a client then opens a new one.

        A ``warning`` comes some seconds ahead at Slack and closes nothing; `abrupt` says nothing.
        """
        for socket in list(self._connections):
            if not abrupt:
                await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {}})
            if reason != "warning":
                self._forget(socket)
                await socket.close()

    def _acknowledged(self, text: str) -> None:
        try:
            ack = json.loads(text)
        except ValueError:
            return
        with self._ledger.change():
            self.acks.append(ack)
        answer = self._waiting.get(ack.get("envelope_id", ""))
        if answer and not answer.done():
            answer.set_result(ack.get("payload"))

    def _forget(self, socket: WebSocket) -> None:
        if socket in self._connections:
            self._connections.remove(socket)
