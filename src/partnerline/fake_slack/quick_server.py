"""A uvicorn server that stops at once: a test suite starts and stops hundreds of them."""

import asyncio
import socket

import uvicorn


class QuickServer(uvicorn.Server):
    """Serves until `stop`; uvicorn's own looks every 0.1 s whether to end, then waits 0.1 s more."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Ends serving, from any thread; requests under way are cancelled."""
        self.should_exit = True
        if self._loop:
            self._loop.call_soon_threadsafe(self._stopped.set)

    async def main_loop(self) -> None:
        """Waits for `stop`."""
        self._loop = asyncio.get_running_loop()
        await self.on_tick(0)
        if not self.should_exit:
            await self._stopped.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Closes what is open and runs the application's own end."""
        for server in self.servers:
            server.close()
        for place in sockets or []:
            place.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await asyncio.sleep(0)  # closing happens on the loop's next turn
        tasks = list(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.lifespan.shutdown()
