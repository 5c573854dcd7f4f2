"""Everything that was said, opened and called in a fake Slack, behind one lock."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Message:
    """A posted message; ``thread_ts`` is set on replies only, ``bot_id`` on the bot's own."""

    channel: str
    ts: str
    user: str
    text: str = ""
    thread_ts: str | None = None
    blocks: list[Json] = field(default_factory=list)
    bot_id: str | None = None
    username: str | None = None
    team: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    streaming: bool = False
    stream_text: str = ""
    stream_began: float = 0.0
    files: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    subtype: str | None = None


@dataclass(slots=True, kw_only=True)
class Ephemeral:
    """A message that only one person sees, said by one of the app's bots."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json]
    thread_ts: str | None = None


@dataclass(slots=True, kw_only=True)
class File:
    """A file on its way or shared; ``content`` is None until it was uploaded, ``message_ts`` until it is shared."""

    id: str
    name: str
    length: int
    ticket: str
    title: str = ""
    content: bytes | None = None
    done: bool = False
    channel: str | None = None
    message_ts: str | None = None
    user: str = ""
    created: int = 0


@dataclass(slots=True, kw_only=True)
class View:
    """A modal or home view in one person's hands; ``errors`` are what the bot last refused of what was ``typed``."""

    id: str
    user: str
    view: Json
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    open: bool = True
    errors: dict[str, str] = field(default_factory=dict)
    typed: Json = field(default_factory=dict)
    chosen: Json = field(default_factory=dict)
    team_id: str = ""


@dataclass(slots=True, kw_only=True)
class Trigger:
    """A right to open one modal, for 3 seconds."""

    id: str
    user: str
    issued: float
    used: bool = False
    view_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One Web API call that arrived, without its token, and what was answered."""

    method: str
    args: Json
    status: int
    response: Json | None


class Ledger:
    """Holds state and wakes those who wait for a change; ``clock`` gives seconds since 1970."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.changed = threading.Condition(threading.RLock())
        self.revision = 0
        self.messages: dict[str, dict[str, Message]] = {}
        self.ephemerals: list[Ephemeral] = []
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.statuses: dict[tuple[str, str], Json] = {}
        self.prompts: dict[tuple[str, str | None], Json] = {}
        self.response_urls: dict[str, Json] = {}
        self.chosen: dict[tuple[str, str, str], Json] = {}
        self.calls: list[Call] = []
        self._serial = 0
        self._last_ts = 0

    @contextmanager
    def change(self) -> Iterator[None]:
        """Holds the lock for a change, then wakes everyone who waits."""
        with self.changed:
            yield
            self.revision += 1
            self.changed.notify_all()

    def wait_for(self, predicate: Callable[[], T], timeout: float) -> T:
        """Blocks until the predicate is true and returns its value; raises TimeoutError."""
        with self.changed:
            result = self.changed.wait_for(predicate, timeout)
        if not result:
            raise TimeoutError(f"nothing satisfied the wait in {timeout} s")
        return result

    def serial(self, prefix: str) -> str:
        """A new id that begins with the prefix."""
        with self.changed:
            self._serial += 1
            return f"{prefix}{self._serial:08d}"

    def next_ts(self) -> str:
        """A new message time stamp, later than every one before."""
        with self.changed:
            self._last_ts = max(self._last_ts + 1, int(self.clock() * 1_000_000))
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def issue_trigger(self, user: str, view_id: str | None = None) -> str:
        """A trigger id that serves once within 3 seconds."""
        trigger = Trigger(id=self.serial("Tr"), user=user, issued=self.clock(), view_id=view_id)
        with self.change():
            self.triggers[trigger.id] = trigger
        return trigger.id

    def remove(self, message: Message) -> None:
        """Takes a message away."""
        with self.change():
            del self.messages[message.channel][message.ts]

    def add(self, message: Message) -> Message:
        """Stores a message under its channel and time stamp."""
        with self.change():
            self.messages.setdefault(message.channel, {})[message.ts] = message
        return message

    def move(self, old: str, new: str) -> None:
        """Keeps everything that was said in a channel under the channel's new id."""
        self.messages[new] = self.messages.pop(old, {})
        said: list[Message | Ephemeral | File] = [*self.messages[new].values()]
        for kept in [*said, *self.ephemerals, *self.files.values()]:
            if kept.channel == old:
                kept.channel = new

    def find(self, channel: str, ts: str | None) -> Message | None:
        """The message at a time stamp, if any."""
        return self.messages.get(channel, {}).get(ts or "")

    def in_channel(self, channel: str) -> list[Message]:
        """All messages of a channel, replies too, oldest first."""
        with self.changed:
            return [m for _, m in sorted(self.messages.get(channel, {}).items())]

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A thread's first message and its replies, oldest first."""
        return [m for m in self.in_channel(channel) if ts in (m.ts, m.thread_ts)]
