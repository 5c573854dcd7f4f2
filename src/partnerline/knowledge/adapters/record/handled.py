"""Escalations with all that managers wrote and did, read in three statements however many there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from partnerline.knowledge.adapters.record import rows
from partnerline.knowledge.adapters.record.tables import escalations, questions, replies, steps
from partnerline.knowledge.model import Escalation, Reply, Step
from partnerline.knowledge.partners import Directory


@dataclass(frozen=True, slots=True)
class Handling:
    """What managers wrote and did, by escalation, oldest first."""

    replies: Mapping[str, list[Reply]] = field(default_factory=lambda: defaultdict(list))
    steps: Mapping[str, list[Step]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, connection: Connection, ids: Select[tuple[str]]) -> "Handling":
        """Reads it for the escalations of these ids."""
        known = cls()
        for row in _those(connection, replies, replies.c.written_at, ids):
            known.replies[row["escalation_id"]].append(rows.reply_of(row))
        for row in _those(connection, steps, steps.c.at, ids):
            known.steps[row["escalation_id"]].append(rows.step_of(row))
        return known

    def with_it(self, row: rows.Row, directory: Directory) -> Escalation:
        """The escalation of a question's row that holds its escalation too."""
        escalation_id = row["escalation_id"]
        return rows.escalation_of(
            row,
            directory,
            tuple(self.replies.get(escalation_id, ())),
            tuple(self.steps.get(escalation_id, ())),
        )


def read_escalations(
    connection: Connection, directory: Directory, *which: ColumnElement[bool]
) -> tuple[Escalation, ...]:
    """Escalations, oldest first; `which` speaks of them and their questions."""
    columns = (escalations.c.answer, escalations.c.state, escalations.c.opened_at)
    opened = (
        select(questions, escalations.c.id.label("escalation_id"), *columns)
        .join(escalations, escalations.c.question_id == questions.c.id)
        .where(*which)
        .order_by(escalations.c.opened_at, escalations.c.number)
    )
    found = connection.execute(opened).mappings().all()
    if not found:
        return ()
    ids = select(escalations.c.id).join(questions).where(*which)
    handling = Handling.of(connection, ids)
    return tuple(handling.with_it(row, directory) for row in found)


def _those(
    connection: Connection, table: Table, at: ColumnElement[object], ids: Select[tuple[str]]
) -> list[rows.Row]:
    chosen = select(table).where(table.c.escalation_id.in_(ids)).order_by(at, table.c.number)
    return list(connection.execute(chosen).mappings())
