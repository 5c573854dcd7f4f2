"""Takes what a model sends as it comes, waits no longer than it may, and lets go of it at once when nobody reads on."""

import asyncio
import queue
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import aclosing
from dataclasses import dataclass
from functools import lru_cache
from threading import Thread
from typing import Any

from partnerline.knowledge.adapters.generation.failures import failed, failure_of
from partnerline.knowledge.errors import GeneratorFailed

_GRACE = 2.0
"""Seconds beyond the whole that a reader waits for the thread to say how it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds to wait for the first piece, connecting included; between two; and for the whole answer."""

    first: float
    between: float
    whole: float

    @classmethod
    def of(cls, seconds: float) -> "Patience":
        """Half of the whole for the first piece, a quarter between two."""
        return cls(first=seconds / 2, between=seconds / 4, whole=seconds)


@dataclass(frozen=True, slots=True)
class _End:
    failure: GeneratorFailed | None


def streamed(
    source: Callable[[], AsyncIterator[Any]], patience: Patience
) -> Generator[Any, None, None]:
    """The source's pieces; raises `GeneratorFailed`. Closing it closes the connection."""
    pieces: queue.SimpleQueue[object] = queue.SimpleQueue()
    running = asyncio.run_coroutine_threadsafe(_pump(source, patience, pieces.put), _loop())
    try:
        while not isinstance(piece := _next(pieces, patience), _End):
            yield piece
        if piece.failure is not None:
            raise piece.failure
    finally:
        running.cancel()


def _next(pieces: "queue.SimpleQueue[object]", patience: Patience) -> object:
    try:
        return pieces.get(timeout=patience.whole + _GRACE)
    except queue.Empty:
        return _End(failed("stalled"))


async def _pump(
    source: Callable[[], AsyncIterator[Any]], patience: Patience, put: Callable[[object], None]
) -> None:
    failure, begun = None, False
    try:
        async with asyncio.timeout(patience.whole), aclosing(source()) as stream:  # type: ignore[type-var]  # langchain's streams are async generators, and typed as iterators
            async for piece in _in_time(stream, patience):
                put(piece)
                begun = True
    except Exception as error:  # noqa: BLE001 - every provider has its own; each becomes ours
        failure = failure_of(error, begun=begun)
        failure.__cause__ = error
    finally:
        put(_End(failure))


async def _in_time(stream: AsyncIterator[Any], patience: Patience) -> AsyncIterator[Any]:
    wait = patience.first
    while True:
        try:
            async with asyncio.timeout(wait):
                piece = await anext(stream)
        except StopAsyncIteration:
            return
        yield piece
        wait = patience.between


@lru_cache(maxsize=1)
def _loop() -> asyncio.AbstractEventLoop:
    """One loop in one thread for the process: the providers' clients keep connections that belong to a loop."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="language-model", daemon=True).start()
    return loop
