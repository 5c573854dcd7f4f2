"""The Audit port in SQLAlchemy Core."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select

from partnerline.knowledge.adapters.audit.tables import audit
from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.model import Reason
from partnerline.knowledge.ports.audit import AuditLine, Shown


class SqlAudit:
    """The lines in a database that `migrate` brought up to date; one that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, line: AuditLine) -> None:
        """Adds a line; one whose id is there already changes nothing."""
        row = asdict(line) | {
            "readers": list(line.readers),
            "shown": [list(one) for one in line.shown],
        }
        with writing(self._engine) as connection:
            writes.put(connection, audit, row)

    def lines(
        self,
        *,
        since: datetime | None = None,
        partner: str | None = None,
        asker: str | None = None,
    ) -> tuple[AuditLine, ...]:
        """The lines, oldest first."""
        wanted = select(audit).order_by(audit.c.at, audit.c.number)
        if since is not None:
            wanted = wanted.where(audit.c.at >= since)
        if asker is not None:
            wanted = wanted.where(audit.c.asker == asker)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted).mappings().all()
        found = (_line(dict(row)) for row in rows)
        return tuple(line for line in found if partner in (None, line.asked_as, *line.readers))


def _line(row: dict[str, Any]) -> AuditLine:
    del row["number"]
    return AuditLine(
        **row
        | {
            "readers": tuple(row["readers"]),
            "reason": Reason(row["reason"]) if row["reason"] else None,
            "shown": tuple(Shown(*one) for one in row["shown"]),
        }
    )
