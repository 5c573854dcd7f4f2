"""The answers of one thread stand in the order of its questions, and no thread waits for another."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)
LONGEST = 60.0
"""Seconds that an answer waits for those before it: then something is amiss with them, and it goes on alone."""


@dataclass(eq=False, slots=True)
class _Turn:
    ts: str
    over: asyncio.Event = field(default_factory=asyncio.Event)


class Order:
    """Knows which questions of a thread are being answered in this process."""

    def __init__(self, *, longest: float = LONGEST) -> None:
        self._longest = longest
        self._threads: dict[str, list[_Turn]] = {}

    @contextmanager
    def question(self, thread: str, ts: str) -> Iterator[None]:
        """Stands for the time in which a message, named by its time stamp, is being answered."""
        turn = _Turn(ts)
        self._threads.setdefault(thread, []).append(turn)
        try:
            yield
        finally:
            self._leave(thread, turn)

    async def turn(self, thread: str, ts: str) -> None:
        """Returns when what was asked before this moment in the thread is answered, or has waited for too long."""
        deadline = time.monotonic() + self._longest
        while before := self._before(thread, ts):
            try:
                await asyncio.wait_for(before[0].over.wait(), deadline - time.monotonic())
            except TimeoutError:
                logger.warning("An answer in %s goes before an earlier one that takes long", thread)
                return

    def answered(self, thread: str, ts: str) -> None:
        """Says that what was asked at that moment is answered, though its job may have more to do."""
        for turn in self._threads.get(thread, []):
            if turn.ts == ts:
                turn.over.set()

    def _before(self, thread: str, ts: str) -> list[_Turn]:
        waiting = [t for t in self._threads.get(thread, ()) if not t.over.is_set()]
        return [t for t in waiting if float(t.ts) < float(ts)]

    def _leave(self, thread: str, turn: _Turn) -> None:
        turn.over.set()
        left = [t for t in self._threads[thread] if t is not turn]
        if left:
            self._threads[thread] = left
        else:
            del self._threads[thread]
