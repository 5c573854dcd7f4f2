"""How many jobs begin at once: what comes in has to be claimed before what came before is worked off."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PLACES = 4
HOLD = 0.5
"""Seconds after which a job's place goes to the next: what waits for Slack keeps nobody from beginning."""


class Room:
    """Lets jobs begin in the order in which they came, a few at a time."""

    def __init__(self, places: int = PLACES, hold: float = HOLD) -> None:
        self._free, self._hold = asyncio.Semaphore(places), hold

    @asynccontextmanager
    async def taken(self) -> AsyncIterator[None]:
        """Stands for a place, which is given back at the end, or before where it was held for long."""
        await self._free.acquire()
        given_back = False

        def give_back() -> None:
            nonlocal given_back
            if not given_back:
                given_back = True
                self._free.release()

        late = asyncio.get_running_loop().call_later(self._hold, give_back)
        try:
            yield
        finally:
            late.cancel()
            give_back()
