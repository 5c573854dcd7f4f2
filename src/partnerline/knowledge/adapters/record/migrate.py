"""Brings a database up to what this code knows."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.record.tables import REVISION, VERSION_TABLE
from partnerline.knowledge.errors import RecordUnusable

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parents[1] / "migrations"

_LOCK = 0x7061_7274_6E65_72
"""Any number, as long as it is always this one."""


def migrate(engine: Engine) -> None:
    """Makes the tables, or brings older ones up; safe where several processes start at once.

    Raises `RecordUnusable` for a database that a newer release wrote, and leaves it as it is.
    """
    with reading(engine) as connection:
        if _revision(connection) == REVISION:
            return
    with writing(engine) as connection:
        _lock(connection)
        upgrade(connection)


def upgrade(connection: Connection, scripts: Path = MIGRATIONS) -> None:
    """Applies every revision that is missing, inside the caller's transaction; `scripts` is Alembic's folder."""
    # Only a first start and a new release need it, and it takes a tenth of a second to load.
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration(connection, scripts)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    there = _revision(connection)
    if there is not None and there not in known:
        raise RecordUnusable(
            f"The record was written by a newer release (revision {there}; this one knows {', '.join(sorted(known))})."
            " Install that release again, or restore the backup made before the upgrade."
        )
    command.upgrade(config, "head")


def configuration(connection: Connection, scripts: Path = MIGRATIONS) -> "Config":
    """What Alembic's commands need, with no file beside the code."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return config


def _lock(connection: Connection) -> None:
    """Lets one process at a time go on; SQLite's transaction began as the only writer."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _revision(connection: Connection) -> str | None:
    """The revision the database is at; `None` for an empty one."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(
        text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - a constant of ours
    ).scalar_one_or_none()
    return found
