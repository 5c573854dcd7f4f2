"""A library's sync in a process of its own, which ends itself at a point: `python -m tests.ingest.syncing ROOT HOME CALLS`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event, select
from tests.fakes import FakeEmbedder

from partnerline.ingest.report import Report
from partnerline.ingest.sync import sync
from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index.store import SqlIndex, open_index
from partnerline.knowledge.adapters.index.tables import passages, prices, promotions, shelves
from partnerline.knowledge.adapters.index.vectors import ChromaVectors, connect


@dataclass
class House:
    """A home with its index, open."""

    index: SqlIndex
    vectors: ChromaVectors
    embedder: FakeEmbedder
    engine: Any

    def sync(self, root: Path) -> Report:
        return sync(root, index=self.index, embedder=self.embedder)

    def state(self) -> dict[str, Any]:
        """Everything an index holds, but for what the file system said of the files."""
        documents = self.index.documents()
        skipped = {"number"}
        with self.engine.connect() as connection:
            tables = {
                table.name: sorted(
                    (tuple((k, v) for k, v in row._asdict().items() if k not in skipped))
                    for row in connection.execute(select(table))
                )
                for table in (passages, prices, promotions, shelves)
            }
        return {
            "documents": {path: document.digest for path, document in documents.items()},
            "vectors": {
                document.audience.key: sorted(self.vectors.ids(document.audience.key))
                for document in documents.values()
            },
            "rows": repr(tables),
        }


@contextmanager
def house(home: Path) -> Iterator[House]:
    """The index of a home."""
    engine = make_engine(sqlite_url(home / "index.sqlite"))
    lock = HomeLock(home)
    embedder = FakeEmbedder()
    try:
        index_id = open_index(engine, embedder.identity)
        vectors = ChromaVectors(connect(home, None), index_id)
        yield House(SqlIndex(engine, vectors, lock), vectors, embedder, engine)
    finally:
        lock.close()
        engine.dispose()


def die_at(calls: int, place: House) -> None:
    """Ends the process, unasked, at so many steps of writing: each statement and each change of vectors is one."""
    left = calls

    def step(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(9)

    def counted(do: Callable[..., None]) -> Callable[..., None]:
        def run(*given: Any) -> None:
            step()
            do(*given)
            step()

        return run

    event.listen(place.engine, "before_cursor_execute", step)
    event.listen(place.engine, "commit", step)
    place.vectors.put = counted(place.vectors.put)  # type: ignore[method-assign]  # the step before and after it
    place.vectors.drop = counted(place.vectors.drop)  # type: ignore[method-assign]  # the same


if __name__ == "__main__":
    root, home, calls = sys.argv[1:]
    with house(Path(home)) as opened:
        die_at(int(calls), opened)
        opened.sync(Path(root))
