"""The fake of the Changes port, held to the same tests as the real one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from partnerline.knowledge.changes import Change, ChangeState, Correction, CorrectionState, Look


class FakeChanges:
    """The changes in memory."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._changes: dict[str, Change] = {}

    def last_look(self) -> Look | None:
        return self._look

    def keep_look(self, look: Look, change: Change | None) -> bool:
        if look.number != (self._look.number if self._look else 0) + 1:
            return False
        self._look = look
        if change is not None:
            self._changes.setdefault(change.id, replace(change, corrections=()))
        return True

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

    def renew_correction(self, change_id: str, correction: Correction) -> None:
        change = self._changes[change_id]
        renewed = tuple(
            correction
            if (one.question_id, one.state) == (correction.question_id, "waiting")
            else one
            for one in change.corrections
        )
        self._changes[change_id] = replace(change, corrections=renewed)

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
