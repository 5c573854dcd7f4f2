"""The Replicas port in SQLAlchemy Core."""

from collections.abc import Mapping

from sqlalchemy import Engine, delete

from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.installations.tables import replicas
from partnerline.knowledge.adapters.record import writes


class SqlReplicas:
    """Heartbeats in a database that `migrate` brought up to date; one that fails raises `RecordUnusable`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def beat(self, life: str) -> None:
        """Counts one more heartbeat of a life."""
        with writing(self._engine) as connection:
            first = writes.insert_into(connection, replicas).values(life=life, beats=1)
            connection.execute(
                first.on_conflict_do_update(
                    index_elements=["life"], set_={"beats": replicas.c.beats + 1}
                )
            )

    def beats(self) -> Mapping[str, int]:
        """The heartbeats so far of every life that was not forgotten."""
        with reading(self._engine) as connection:
            return {row.life: row.beats for row in connection.execute(replicas.select())}

    def forget(self, life: str) -> None:
        """Forgets a life that has ended."""
        with writing(self._engine) as connection:
            connection.execute(delete(replicas).where(replicas.c.life == life))
