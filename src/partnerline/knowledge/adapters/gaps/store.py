"""Gaps in the record's database."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.gaps.tables import gap_questions, gaps
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.gaps import Gap


class SqlGaps:
    """The gaps in a database that `migrate` brought up to date.

    A gap that nobody opened raises `KeyError` where something is to be noted of it; a database that fails raises
    `RecordUnusable`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def gaps(self) -> tuple[Gap, ...]:
        """Every gap, the oldest first."""
        with reading(self._engine) as connection:
            members: dict[str, list[str]] = defaultdict(list)
            joined = select(gap_questions).order_by(gap_questions.c.number)
            for row in connection.execute(joined):
                members[row.gap_id].append(row.question_id)
            found = connection.execute(select(gaps).order_by(gaps.c.number)).all()
        return tuple(
            Gap(
                id=row.id,
                questions=tuple(members[row.id]),
                state=row.state,
                opened_at=row.opened_at,
                checked=row.checked,
                answered_by=row.answered_by,
                settled_by=row.settled_by,
            )
            for row in found
        )

    def add(self, gap_id: str, question_id: str, at: datetime) -> None:
        """Puts a question into a gap, and opens that."""
        with writing(self._engine) as connection:
            fresh = {
                "id": gap_id,
                "state": "open",
                "opened_at": at,
                "checked": "",
                "answered_by": "",
                "settled_by": "",
            }
            writes.put(connection, gaps, fresh)
            if writes.put(
                connection, gap_questions, {"gap_id": gap_id, "question_id": question_id}
            ):
                _set(connection, gap_id, state="open", answered_by="")

    def check(self, gap_id: str, version: str) -> None:
        """Notes that this version of the library doesn't answer it."""
        with writing(self._engine) as connection:
            _known(connection, gap_id)
            _set(connection, gap_id, checked=version)

    def close(self, gap_id: str, answered_by: str, version: str) -> None:
        """Notes that the library answers it."""
        with writing(self._engine) as connection:
            _known(connection, gap_id)
            _set(connection, gap_id, state="closed", answered_by=answered_by, checked=version)

    def dismiss(self, gap_id: str, by: str) -> None:
        """Notes that a manager takes it for none."""
        with writing(self._engine) as connection:
            _known(connection, gap_id)
            this = update(gaps).where(gaps.c.id == gap_id)
            connection.execute(this.values(state="dismissed", settled_by=by))


def _known(connection: Connection, gap_id: str) -> None:
    writes.require(connection, gaps.c.id, gap_id)


def _set(connection: Connection, gap_id: str, **values: Any) -> None:
    """Changes a gap that was not dismissed."""
    these = (gaps.c.id == gap_id) & (gaps.c.state != "dismissed")
    connection.execute(update(gaps).where(these).values(**values))
