"""A provider of language models on the loopback: real HTTP, and a script instead of a model."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event as Flag
from threading import Thread
from typing import Any

from tests.provider.protocols import Anthropic, OpenAI
from tests.provider.script import BreakOff, EndEarly, Pause, Raw, Stall, Status, Step

Protocol = OpenAI | Anthropic
Script = Sequence[Step] | Callable[[dict[str, Any]], Sequence[Step]]


class Provider:
    """Answers every request by the script it has then; `asked` keeps what was sent, `left` is set when a client hangs up."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.left = Flag()
        self.stalling = Flag()
        self.closed = Flag()
        self._script: Script = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.provider = self

    @property
    def url(self) -> str:
        """Where it listens; a client adds the protocol's own path."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def says(self, *steps: Step | Sequence[Step]) -> None:
        """What it does at every request from now on."""
        script: list[Step] = []
        for step in steps:
            script.extend([step] if isinstance(step, _STEP) else step)
        self._script = script

    def replies(self, reply: Callable[[dict[str, Any]], Sequence[Step]]) -> None:
        """What it does from now on, by what it is asked."""
        self._script = reply

    def script(self, asked: dict[str, Any]) -> tuple[Step, ...]:
        """The steps for a request."""
        return tuple(self._script(asked) if callable(self._script) else self._script)

    def start(self) -> None:
        """Begins to listen."""
        Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def close(self) -> None:
        """Lets go of every stalled request and stops."""
        self.closed.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that listens."""
    one = Provider()
    one.start()
    try:
        yield one
    finally:
        one.close()


_STEP = (str, Stall, Pause, BreakOff, EndEarly, Status, Raw)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    provider: Provider

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the script."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Says nothing."""

    def do_GET(self) -> None:
        self._note({})
        self._send(404, "application/json", "{}")

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
        self._note(asked)
        protocol = next(
            (p for p in (OpenAI(), Anthropic()) if self.path.endswith(p.path[3:])), None
        )
        if protocol is None:
            self._send(404, "application/json", "{}")
            return
        try:
            self._play(protocol, asked, self.server.provider.script(asked))
        except OSError:
            self.server.provider.left.set()
            self.close_connection = True

    def _note(self, asked: dict[str, Any]) -> None:
        provider = self.server.provider
        provider.asked.append(asked)
        provider.headers.append({name.casefold(): value for name, value in self.headers.items()})
        provider.paths.append(self.path)

    def _play(self, protocol: Protocol, asked: dict[str, Any], script: Sequence[Step]) -> None:
        first = script[0] if script else EndEarly()
        if isinstance(first, Status):
            body = json.dumps(protocol.error(first.code, first.message))
            self._send(first.code, "application/json", body, first.headers)
        elif isinstance(first, Raw):
            self._send(200, first.content_type, first.body)
        elif not asked.get("stream"):
            text = "".join(step for step in script if isinstance(step, str))
            self._send(200, "application/json", json.dumps(protocol.whole(asked, text)))
        else:
            self._stream(protocol, asked, script)

    def _stream(self, protocol: Protocol, asked: dict[str, Any], script: Sequence[Step]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._events(protocol.begin(asked))
        first = True
        for step in script:
            match step:
                case str():
                    self._events(protocol.piece(asked, step, first=first))
                    first = False
                case Stall():
                    self._wait(None)
                case Pause():
                    self._wait(step.seconds)
                case BreakOff():
                    self.close_connection = True
                    return
                case EndEarly():
                    break
                case Status() | Raw():
                    raise AssertionError("only as a script's first step")
        self._events(protocol.end(asked))
        self._write(b"")

    def _wait(self, seconds: float | None) -> None:
        """Waits for the provider to be closed, or the time, or the client to hang up."""
        provider = self.server.provider
        provider.stalling.set()
        self.connection.settimeout(0.05)
        waited = 0.0
        while not provider.closed.is_set() and (seconds is None or waited < seconds):
            try:
                if self.connection.recv(1) == b"":
                    raise ConnectionResetError
            except TimeoutError:
                waited += 0.05
        self.connection.settimeout(None)

    def _events(self, events: Iterator[tuple[str | None, dict[str, Any] | str]]) -> None:
        for name, data in events:
            text = data if isinstance(data, str) else json.dumps(data)
            head = f"event: {name}\n" if name else ""
            self._write(f"{head}data: {text}\n\n".encode())

    def _write(self, part: bytes) -> None:
        self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        self.wfile.flush()

    def _send(
        self, code: int, content_type: str, body: str, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(code)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body.encode())))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())
