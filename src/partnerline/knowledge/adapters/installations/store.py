"""The Installations port in SQLAlchemy Core."""

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select, update

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.installations.cipher import Cipher
from partnerline.knowledge.adapters.installations.tables import install_tickets, installations
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.ports.installations import Installed


class SqlInstallations:
    """Workspaces in a database that `migrate` brought up to date; one that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine, cipher: Cipher) -> None:
        self._engine, self._cipher = engine, cipher

    def keep(self, installed: Installed) -> None:
        """Writes an installation down; an older one than what is kept changes nothing."""
        token = self._cipher.seal(installed.token) if installed.token else None
        with writing(self._engine) as connection:
            writes.keep_latest(connection, installations, asdict(installed) | {"token": token})

    def installation(self, team: str) -> Installed | None:
        """A workspace's installation, ended ones too."""
        with reading(self._engine) as connection:
            query = installations.select().where(installations.c.team == team)
            row = connection.execute(query).mappings().first()
        return None if row is None else self._read(dict(row))

    def installations(self) -> tuple[Installed, ...]:
        """Every installation, ended ones too, by workspace."""
        with reading(self._engine) as connection:
            query = installations.select().order_by(installations.c.team)
            rows = connection.execute(query).mappings().all()
        return tuple(self._read(dict(row)) for row in rows)

    def end(self, team: str, at: datetime) -> bool:
        """Ends the installation and forgets its token; one that began after `at` is another, and stands."""
        standing = (
            (installations.c.team == team)
            & installations.c.ended_at.is_(None)
            & (installations.c.at <= at)
        )
        with writing(self._engine) as connection:
            ending = update(installations).where(standing).values(token=None, ended_at=at)
            return connection.execute(ending).rowcount == 1

    def renew(self) -> None:
        """Encrypts every token anew with the first key, so that an older key can go."""
        with writing(self._engine) as connection:
            for team, sealed in connection.execute(
                select(installations.c.team, installations.c.token)
            ).all():
                token = self._cipher.renew(sealed) if sealed else None
                if token:
                    mine = (installations.c.team == team) & (installations.c.token == sealed)
                    connection.execute(update(installations).where(mine).values(token=token))

    def issue(self, ticket: str, by: str, expires_at: datetime) -> None:
        """Allows one installation to whoever brings this ticket in time."""
        row = {"digest": _digest(ticket), "by": by, "expires_at": expires_at}
        with writing(self._engine) as connection:
            writes.put(connection, install_tickets, row)

    def holds(self, ticket: str, at: datetime) -> bool:
        """Whether a ticket was issued, is in time and was not used."""
        with reading(self._engine) as connection:
            query = select(install_tickets.c.digest).where(_good(ticket, at))
            return connection.execute(query).first() is not None

    def use(self, ticket: str, at: datetime) -> bool:
        """Uses a ticket up; true once, for one that `holds`."""
        with writing(self._engine) as connection:
            used = update(install_tickets).where(_good(ticket, at)).values(used_at=at)
            return connection.execute(used).rowcount == 1

    def _read(self, row: dict[str, Any]) -> Installed:
        token = self._cipher.open(row["token"]) if row["token"] else None
        return Installed(**(row | {"token": token}))


def _digest(ticket: str) -> str:
    """What is kept of a ticket, so that who reads the database can't use it."""
    return hashlib.sha256(ticket.encode()).hexdigest()


def _good(ticket: str, at: datetime) -> Any:
    return (
        (install_tickets.c.digest == _digest(ticket))
        & install_tickets.c.used_at.is_(None)
        & (install_tickets.c.expires_at > at)
    )
