"""Looks at the library and what followed from them, in the record's database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Engine, select, update

from partnerline.knowledge.adapters.changes.codec import (
    decode_change,
    decode_correction,
    decode_seen,
    encode_correction,
    encode_documents,
    encode_seen,
)
from partnerline.knowledge.adapters.changes.tables import changes, corrections, looks
from partnerline.knowledge.adapters.database import reading, writing
from partnerline.knowledge.adapters.index.portions import portions
from partnerline.knowledge.adapters.record import writes
from partnerline.knowledge.changes import Change, ChangeState, Correction, CorrectionState, Look

_LAST = "last"


class SqlChanges:
    """The changes in a database that `migrate` brought up to date.

    A change that nobody wrote raises `KeyError` where something is to be kept for it; a database that fails raises
    `RecordUnusable`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def last_look(self) -> Look | None:
        """The last look; `None` before the first."""
        with reading(self._engine) as connection:
            row = connection.execute(select(looks).where(looks.c.which == _LAST)).mappings().first()
        if row is None:
            return None
        return Look(number=row["number"], day=row["day"], seen=decode_seen(row["seen"]))

    def keep_look(self, look: Look, change: Change | None) -> bool:
        """Takes the place of the look before it, and writes down its change; of several of one number the first."""
        kept = {"number": look.number, "day": look.day, "seen": encode_seen(look.seen)}
        with writing(self._engine) as connection:
            before = (looks.c.which == _LAST) & (looks.c.number == look.number - 1)
            fresh = (
                writes.put(connection, looks, {"which": _LAST, **kept})
                if look.number == 1
                else connection.execute(update(looks).where(before).values(kept)).rowcount == 1
            )
            if fresh and change is not None:
                row = {
                    "id": change.id,
                    "documents": encode_documents(change),
                    "state": change.state,
                    "found_at": change.found_at,
                }
                writes.put(connection, changes, row)
            return fresh

    def keep_corrections(self, change_id: str, found: Sequence[Correction]) -> None:
        """Notes whom a change concerns, once."""
        with writing(self._engine) as connection:
            state = self._state(connection, change_id)
            if state != "finding":
                return
            for correction in found:
                writes.put(connection, corrections, encode_correction(change_id, correction))
            _set(connection, change_id, state="waiting")

    def change(self, change_id: str) -> Change | None:
        """One change."""
        return next(iter(self._changes(changes.c.id == change_id)), None)

    def changes(self, state: ChangeState | None = None) -> tuple[Change, ...]:
        """Changes, oldest first."""
        return self._changes(*(() if state is None else (changes.c.state == state,)))

    def decide(
        self,
        change_id: str,
        decision: Literal["sent", "dismissed", "nothing"],
        by: str,
        at: datetime,
    ) -> bool:
        """Keeps the first word on a change."""
        with writing(self._engine) as connection:
            if self._state(connection, change_id) != "waiting":
                return False
            _set(connection, change_id, state=decision, decided_by=by, decided_at=at)
            return True

    def renew_correction(self, change_id: str, correction: Correction) -> None:
        """Puts a correction in the place of the one of its question that waits."""
        fresh = encode_correction(change_id, correction)
        this = _of(change_id, correction.question_id) & (corrections.c.state == "waiting")
        with writing(self._engine) as connection:
            connection.execute(
                update(corrections).where(this).values(told=fresh["told"], now=fresh["now"])
            )

    def settle_correction(self, change_id: str, question_id: str, state: CorrectionState) -> None:
        """Notes what became of a correction."""
        this = _of(change_id, question_id)
        with writing(self._engine) as connection:
            connection.execute(update(corrections).where(this).values(state=state))

    def corrected(self, question_ids: Sequence[str]) -> Mapping[str, Correction]:
        """The last correction that was sent for each of these questions."""
        found: dict[str, Correction] = {}
        with reading(self._engine) as connection:
            for some in portions(question_ids):
                sent = (
                    select(corrections)
                    .where(corrections.c.question_id.in_(some), corrections.c.state == "sent")
                    .order_by(corrections.c.number)
                )
                for row in connection.execute(sent).mappings():
                    found[row["question_id"]] = decode_correction(row)
        return found

    def _changes(self, *which: ColumnElement[bool]) -> tuple[Change, ...]:
        with reading(self._engine) as connection:
            rows = (
                connection.execute(select(changes).where(*which).order_by(changes.c.number))
                .mappings()
                .all()
            )
            concerned: dict[str, list[Correction]] = defaultdict(list)
            of_these = (
                select(corrections)
                .join(changes, changes.c.id == corrections.c.change_id)
                .where(*which)
                .order_by(corrections.c.number)
            )
            for row in connection.execute(of_these).mappings():
                concerned[row["change_id"]].append(decode_correction(row))
        return tuple(decode_change(row, tuple(concerned[row["id"]])) for row in rows)

    def _state(self, connection: Connection, change_id: str) -> str:
        """The change's state, its row held until the transaction ends."""
        this = select(changes.c.state).where(changes.c.id == change_id).with_for_update()
        state: str | None = connection.execute(this).scalar_one_or_none()
        if state is None:
            raise KeyError(change_id)
        return state


def _of(change_id: str, question_id: str) -> ColumnElement[bool]:
    return (corrections.c.change_id == change_id) & (corrections.c.question_id == question_id)


def _set(connection: Connection, change_id: str, **values: Any) -> None:
    connection.execute(update(changes).where(changes.c.id == change_id).values(**values))
