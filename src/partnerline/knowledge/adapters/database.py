"""One way to a database, SQLite or PostgreSQL: engines, transactions, and vendors' errors made ours."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from partnerline.knowledge.errors import PartnerlineError, RecordUnusable, SettingsError

WAIT_SECONDS = 10
"""How long to wait for another writer's lock, and for a server to take a connection."""

_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def make_engine(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…`; nothing connects yet.

    Raises `SettingsError` for any other URL. A statement's values never reach an error's text or a log.
    """
    parsed = _read(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return create_engine(
        parsed,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": WAIT_SECONDS, "application_name": "partnerline"},
    )


@contextmanager
def reading(
    engine: Engine, failure: type[PartnerlineError] = RecordUnusable
) -> Iterator[Connection]:
    """A connection that sees one state of the database from its first select to its last, and can't hold up a writer.

    A database that fails raises `failure`, naming the mend.
    """
    options: dict[str, Any] = (
        {"sqlite_begin": "BEGIN"}
        if engine.dialect.name == "sqlite"
        else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    )
    with _translated(engine, failure), engine.connect() as connection:
        yield connection.execution_options(**options)


@contextmanager
def writing(
    engine: Engine, failure: type[PartnerlineError] = RecordUnusable
) -> Iterator[Connection]:
    """A transaction that is committed at the end, and undone where anything is raised.

    A database that fails raises `failure`, naming the mend.
    """
    with _translated(engine, failure), engine.begin() as connection:
        yield connection


def _read(url: str) -> URL:
    """The URL, with our drivers; a password in it may be misread as a port, so no reader's error is chained."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        parsed = None
    if parsed is None or parsed.drivername not in _DRIVERS or not _names_a_database(parsed):
        raise SettingsError(
            "The database's URL can't be read. Write it as postgresql://user:password@host:5432/name, with"
            " characters such as @ : / in the password percent-encoded, in PARTNERLINE_DATABASE_URL, or leave"
            " that out for SQLite."
        )
    return parsed.set(drivername=_DRIVERS[parsed.drivername])


def _names_a_database(url: URL) -> bool:
    """Whether data would be kept: an SQLite database in memory is gone with its connection."""
    return url.drivername != "sqlite" or url.database not in {None, "", ":memory:"}


def _sqlite(url: URL) -> Engine:
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordUnusable(
            f"{folder}: the folder for the database can't be made. Name another by PARTNERLINE_HOME."
        ) from error
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Python's driver would begin transactions by itself, late and never for a read or for a table's definition; with
    # no isolation level it leaves that to _begin_sqlite.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # What was acknowledged survives a power cut too.
    connection.execute("PRAGMA synchronous = FULL")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer stop waiting for each other; a new file says so once, for good.

    SQLite doesn't wait for its lock here, whatever the timeout, where two processes make the file at once.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(0.005, 0.05))  # noqa: S311 - spreads the tries, guards nothing
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Takes the writer's lock at the start, where waiting works: a read that turns into a write can't wait for it."""
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN IMMEDIATE"))


@contextmanager
def _translated(engine: Engine, failure: type[PartnerlineError]) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        raise failure(f"{_name(engine.url)}: {_problem(error)}") from error


def _name(url: URL) -> str:
    """The database as its keeper knows it, without user, password or options."""
    if url.get_backend_name() == "sqlite":
        return f"SQLite database {url.database}"
    return f"PostgreSQL database {url.database} at {url.host or url.query.get('host', 'localhost')}"


def _problem(error: Exception) -> str:
    """What is wrong, and the mend."""
    cause = getattr(error, "orig", None)
    words = str(cause).lower()
    if isinstance(cause, sqlite3.Error):
        return _sqlite_problem(words)
    if isinstance(error, PoolTimeout):
        return "every connection is in use. Run more replicas, or look for a statement that never ends."
    if "does not exist" in words and "relation" in words:
        return (
            "a table is missing. Start Partnerline once more, which brings the database up to date."
        )
    if isinstance(error, OperationalError):
        return "it can't be reached. Check PARTNERLINE_DATABASE_URL, and that the server is up and lets this user in."
    return "it refused a statement. The server's own log says why."


def _sqlite_problem(words: str) -> str:
    for sign, problem in (
        ("locked", f"another process has held it for {WAIT_SECONDS} s. End that process."),
        ("not a database", "the file isn't an SQLite database. Restore it from a backup."),
        ("malformed", "the file is damaged. Restore it from a backup."),
        ("full", "the disk is full. Make room and start again."),
        (
            "no such table",
            "a table is missing. Start Partnerline once more, which brings it up to date.",
        ),
        ("readonly", "the file can't be written. Give this user the right to write it."),
        ("unable to open", "the file can't be opened. Check its folder and this user's rights."),
    ):
        if sign in words:
            return problem
    return "it refused a statement. Check the file with `sqlite3 FILE 'PRAGMA integrity_check'`."
