"""The Enrolments port in SQLAlchemy Core."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Table

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.enrolments.tables import (
    assignments,
    channel_modes,
    channel_renamings,
)
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.ports.enrolment import (
    Assignment,
    ChannelMode,
    Renaming,
    latest_words,
    present_ids,
)


class SqlEnrolments:
    """What managers say, in a database that `migrate` brought up to date; one that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def assign(self, assignment: Assignment) -> None:
        """Keeps where somebody belongs; one that is older than what is kept changes nothing."""
        self._keep(assignments, asdict(assignment))

    def assignments(self) -> tuple[Assignment, ...]:
        """The latest word on each person, workspace and channel, oldest first; a channel under its present id."""
        found = (Assignment(**row) for row in self._rows(assignments))
        return latest_words(found, self.renamed())

    def set_mode(self, channel: str, mode: ChannelMode, *, by: str, at: datetime) -> None:
        """Keeps when the bot speaks in a channel."""
        self._keep(channel_modes, {"channel": channel, "mode": mode, "by": by, "at": at})

    def mode(self, channel: str) -> ChannelMode:
        """When the bot speaks in a channel, by whichever of its ids."""
        return self.modes().get(self.renamed().get(channel, channel), "called")

    def modes(self) -> Mapping[str, ChannelMode]:
        """The modes that managers set, by the channels' present ids."""
        now = self.renamed()
        rows = sorted(self._rows(channel_modes), key=lambda row: row["at"])
        return {now.get(row["channel"], row["channel"]): row["mode"] for row in rows}

    def rename_channel(self, old: str, new: str, at: datetime) -> None:
        """Keeps that a channel has another id now."""
        with writing(self._engine) as connection:
            writes.put(connection, channel_renamings, {"old": old, "new": new, "at": at})

    def renamings(self) -> tuple[Renaming, ...]:
        """Every time that a channel got another id, oldest first."""
        found = (Renaming(**row) for row in self._rows(channel_renamings))
        return tuple(sorted(found, key=lambda one: (one.at, one.old, one.new)))

    def renamed(self) -> Mapping[str, str]:
        """Every id that a channel once had, with the one it has now."""
        return present_ids(self.renamings())

    def close(self) -> None:
        """Closes the database's connections."""
        self._engine.dispose()

    def _keep(self, table: Table, row: dict[str, Any]) -> None:
        with writing(self._engine) as connection:
            writes.keep_latest(connection, table, row)

    def _rows(self, table: Table) -> Iterator[dict[str, Any]]:
        with reading(self._engine) as connection:
            found = connection.execute(table.select()).mappings().all()
        return (dict(row) for row in found)
