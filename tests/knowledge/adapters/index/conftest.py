"""Indexes of every kind: the fake, SQLite with an embedded Chroma, PostgreSQL with a Chroma server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from tests.fakes import FakeEmbedder, FakeIndex, FakePriceBook, FakeRetriever
from tests.knowledge.adapters.index.shelves import Store

from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index.search import SqlPriceBook, SqlRetriever
from partnerline.knowledge.adapters.index.store import SqlIndex, open_index
from partnerline.knowledge.adapters.index.vectors import ChromaVectors, connect, disconnect

Open = Callable[[], Store]


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server of this session's own."""
    folder = tmp_path_factory.mktemp("chroma")
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    environment = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
    server = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    try:
        _until_it_answers(f"http://127.0.0.1:{port}/api/v2/heartbeat")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _until_it_answers(address: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            if httpx.get(address, trust_env=False).is_success:
                return
        except httpx.TransportError:
            pass
        if time.monotonic() > deadline:
            raise TimeoutError(address)
        time.sleep(0.05)


@contextmanager
def opening(kind: str, request: pytest.FixtureRequest, home: Path) -> Iterator[Open]:
    """Gives what opens a real index of that kind, the same one each time, as another process would."""
    if kind == "embedded":
        address, url = sqlite_url(home / "index.sqlite"), None
    else:
        address = request.getfixturevalue("postgres_url")
        url = request.getfixturevalue("chroma_server")
    with ExitStack() as stack:

        def open_() -> Store:
            engine = make_engine(address)
            stack.callback(engine.dispose)
            lock = HomeLock(home)
            stack.callback(lock.close)
            embedder = FakeEmbedder()
            index_id = open_index(engine, embedder.identity)
            client = connect(home, url)
            stack.callback(disconnect, client)
            vectors = ChromaVectors(client, index_id)
            return Store(
                index=SqlIndex(engine, vectors, lock),
                retriever=SqlRetriever(engine, vectors),
                prices=SqlPriceBook(engine),
                embedder=embedder,
                engine=engine,
                vectors=vectors,
                lock=lock,
            )

        yield open_


@pytest.fixture(params=["embedded", "server"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens a real index, the same one each time."""
    with opening(request.param, request, tmp_path) as open_:
        yield open_


@pytest.fixture
def store(open_store: Open) -> Store:
    """A real index, open."""
    return open_store()


@pytest.fixture(params=["fake", "embedded", "server"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An index of any kind."""
    if request.param != "fake":
        with opening(request.param, request, tmp_path) as open_:
            yield open_()
        return
    index = FakeIndex()
    yield Store(
        index=index,
        retriever=FakeRetriever(index),
        prices=FakePriceBook(index),
        embedder=FakeEmbedder(),
    )
