"""The fake of the Changes port, held to the same tests as the real one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from partnerline.knowledge.changes import Change, ChangeState, Correction, CorrectionState, Seen


class FakeChanges:
    """The changes in memory."""

    def __init__(self) -> None:
        self._look: tuple[date, Mapping[str, Seen]] | None = None
        self._changes: dict[str, Change] = {}

    def last_look(self) -> tuple[date, Mapping[str, Seen]] | None:
        return self._look

    def keep_look(self, day: date, seen: Mapping[str, Seen], change: Change | None) -> None:
        self._look = (day, dict(seen))
        if change is not None:
            self._changes.setdefault(change.id, replace(change, corrections=()))

    def keep_corrections(self, change_id: str, corrections: Sequence[Correction]) -> None:
        change = self._changes[change_id]
        if change.state == "finding":
            self._changes[change_id] = replace(
                change, corrections=tuple(corrections), state="waiting"
            )

    def change(self, change_id: str) -> Change | None:
        return self._changes.get(change_id)

    def changes(self, state: ChangeState | None = None) -> tuple[Change, ...]:
        return tuple(one for one in self._changes.values() if state in (None, one.state))

    def decide(
        self,
        change_id: str,
        decision: Literal["sent", "dismissed", "nothing"],
        by: str,
        at: datetime,
    ) -> bool:
        change = self._changes[change_id]
        if change.state != "waiting":
            return False
        self._changes[change_id] = replace(change, state=decision, decided_by=by)
        return True

    def settle_correction(self, change_id: str, question_id: str, state: CorrectionState) -> None:
        change = self._changes[change_id]
        settled = tuple(
            replace(one, state=state) if one.question_id == question_id else one
            for one in change.corrections
        )
        self._changes[change_id] = replace(change, corrections=settled)

    def corrected(self, question_ids: Sequence[str]) -> Mapping[str, Correction]:
        return {
            one.question_id: one
            for change in self._changes.values()
            for one in change.corrections
            if one.question_id in question_ids and one.state == "sent"
        }
