"""Holds the databases' engines to clear errors that give nothing away."""

import socket
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.knowledge.adapters.records import DIRECTORY, NOON, ORIGIN, asking

from partnerline.knowledge.adapters import database
from partnerline.knowledge.adapters.database import make_engine, reading, sqlite_url, writing
from partnerline.knowledge.adapters.record import SqlRecord, migrate
from partnerline.knowledge.errors import IndexUnusable, RecordUnusable, SettingsError

SECRET = "hunter2"


def told(action: Callable[[], object], kind: type[Exception]) -> tuple[str, str]:
    """What the error says, and all that its traceback would log."""
    with pytest.raises(kind) as caught:
        action()
    return str(caught.value), "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("name", ["plain.db", "a b.db", "50%.db", "what?.db", "ü#1.db", "new/x.db"])
def test_any_file_name_makes_a_database(tmp_path: Path, name: str) -> None:
    engine = make_engine(sqlite_url(tmp_path / name))
    migrate(engine)
    engine.dispose()
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://u:a@{SECRET}:{SECRET}/d@host/db",
        f"postgresql://u:{SECRET}@host:port/db",
        f"mysql://u:{SECRET}@host/db",
        f"nonsense {SECRET}",
        "sqlite://",
        "sqlite:///:memory:",
        "",
    ],
)
def test_a_url_that_cannot_be_used_is_refused_and_not_repeated(url: str) -> None:
    said, logged = told(lambda: make_engine(url), SettingsError)
    assert "PARTNERLINE_DATABASE_URL" in said
    assert SECRET not in logged.replace(f'"{url}"', "")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_is_understood(scheme: str) -> None:
    assert make_engine(f"{scheme}://u:p@host/db").url.drivername == "postgresql+psycopg"


def test_a_server_that_is_down_is_named_without_its_password() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        engine = make_engine(
            f"postgresql://rep:{SECRET}@127.0.0.1:{port}/partnerline?sslpassword={SECRET}"
        )
        said, logged = told(lambda: migrate(engine), RecordUnusable)
    assert "partnerline at 127.0.0.1" in said
    assert "PARTNERLINE_DATABASE_URL" in said
    assert SECRET not in logged


def test_a_wrong_database_on_a_server_is_named(postgres_url: str) -> None:
    engine = make_engine(postgres_url.replace("/postgres?", "/nosuch?"))
    said, _ = told(lambda: migrate(engine), RecordUnusable)
    assert "can't be reached" in said


def test_a_database_that_was_not_brought_up_says_so_and_keeps_the_question_to_itself(
    database_url: str,
) -> None:
    engine = make_engine(database_url)
    record = SqlRecord(engine, DIRECTORY)
    question = asking(f"our {SECRET} bid")
    said, logged = told(lambda: record.claim("q1", question, ORIGIN, NOON), RecordUnusable)
    engine.dispose()
    assert "a table is missing" in said
    assert SECRET not in logged


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "record.db").write_text("not a database at all, but long enough to be read as one")
    engine = make_engine(sqlite_url(tmp_path / "record.db"))
    said, _ = told(lambda: migrate(engine), RecordUnusable)
    assert "record.db" in said
    assert "isn't an SQLite database" in said


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said, _ = told(lambda: make_engine(sqlite_url(tmp_path / "file" / "r.db")), RecordUnusable)
    assert "PARTNERLINE_HOME" in said


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    engine = make_engine(sqlite_url(tmp_path / "r.db"))
    migrate(engine)

    def write_meanwhile() -> None:
        with writing(engine):
            pytest.fail("two writers at once")

    with writing(engine):
        said, _ = told(write_meanwhile, RecordUnusable)
    engine.dispose()
    assert "another process has held it" in said


def test_the_index_fails_as_the_index(database_url: str) -> None:
    engine = make_engine(database_url)

    def read() -> None:
        with reading(engine, IndexUnusable) as connection:
            connection.execute(text("SELECT * FROM passages"))

    told(read, IndexUnusable)
    engine.dispose()


def test_a_reader_sees_one_state_while_another_writes(database_url: str) -> None:
    engine = make_engine(database_url)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE seen (n INTEGER)"))
    count = text("SELECT count(*) FROM seen")
    with reading(engine) as reader:
        assert reader.execute(count).scalar_one() == 0
        with writing(engine) as writer:
            writer.execute(text("INSERT INTO seen VALUES (1)"))
        assert reader.execute(count).scalar_one() == 0
    with reading(engine) as reader:
        assert reader.execute(count).scalar_one() == 1
    engine.dispose()


def test_what_is_raised_inside_a_write_undoes_it(database_url: str) -> None:
    engine = make_engine(database_url)

    def write() -> None:
        with writing(engine) as connection:
            connection.execute(text("CREATE TABLE half (n INTEGER)"))
            raise KeyError("half")

    told(write, KeyError)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE half (n INTEGER)"))
    engine.dispose()
