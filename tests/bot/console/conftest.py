"""A visitor without a browser, and an address for one with."""

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from tests.bot.console.house import TOKEN, House
from tests.bot.console.visitor import Visitor
from tests.browser import pytest_unconfigure

__all__ = ["pytest_unconfigure"]


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def visitor(house: House) -> Iterator[Visitor]:
    """Somebody who has not logged in."""
    with Visitor(house.app) as visitor:
        yield visitor


@pytest.fixture
def manager(visitor: Visitor) -> Visitor:
    """Somebody who is logged in."""
    visitor.log_in(TOKEN)
    return visitor


@pytest.fixture
def address(house: House) -> Iterator[str]:
    """Where the console listens, for a real browser."""
    server = uvicorn.Server(uvicorn.Config(house.app, log_level="error", ws="none"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)
