"""Slack's limits: about one message a second in a channel, and a rest where it says that it had too much."""

import asyncio
import time
from collections.abc import Hashable

MANY = 10_000
BURST = 3
"""How many messages Slack takes at once from somebody who was quiet."""


class Pacer:
    """Gives each channel's messages their moments, in the order in which they ask; a channel waits for no other.

    `every` is the seconds between two messages, 0 for no pause.
    """

    def __init__(self, every: float) -> None:
        self._every = every
        self._next: dict[str, float] = {}

    async def moment(self, channel: str) -> None:
        """Returns when a message may be posted in the channel."""
        now = time.monotonic()
        due = max(self._next.get(channel, 0.0), now - (BURST - 1) * self._every)
        self._next[channel] = due + self._every
        if len(self._next) > MANY:
            self._next = {c: at for c, at in self._next.items() if at > now}
        if due > now:
            await asyncio.sleep(due - now)


class Rests:
    """What Slack has said it had too much of, and until when; every job heeds it."""

    def __init__(self) -> None:
        self._until: dict[Hashable, float] = {}

    def rest(self, key: Hashable, seconds: float) -> None:
        """Notes that Slack wants to be left alone with this for so long."""
        until = time.monotonic() + seconds
        self._until[key] = max(until, self._until.get(key, 0.0))

    def left(self, key: Hashable) -> float:
        """How many seconds of rest are left; 0 where there is none."""
        left = self._until.get(key, 0.0) - time.monotonic()
        if left <= 0:
            self._until.pop(key, None)
        return max(left, 0.0)
