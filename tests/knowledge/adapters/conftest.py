"""A record of every kind: in memory, in SQLite, in PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.fakes import FakeRecord
from tests.knowledge.adapters.records import DIRECTORY

from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.record import SqlRecord, migrate
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Record


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def engine_or_none(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine | None]:
    if request.param == "fake":
        yield None
        return
    on_postgres = request.param == "postgres"
    engine = make_engine(
        request.getfixturevalue("postgres_url") if on_postgres else sqlite_url(tmp_path / "r.db")
    )
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def open_record(engine_or_none: Engine | None) -> Callable[[Directory], Record]:
    """Opens the same record again, with a directory of another day."""
    if engine_or_none is not None:
        engine = engine_or_none
        return lambda directory: SqlRecord(engine, directory)
    fake = FakeRecord(DIRECTORY)

    def reopen(directory: Directory) -> Record:
        fake.directory = directory
        return fake

    return reopen


@pytest.fixture
def record(open_record: Callable[[Directory], Record]) -> Record:
    return open_record(DIRECTORY)
