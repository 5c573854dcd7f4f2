"""What the library looked like at the last look, and what followed from its changes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, Protocol

from partnerline.knowledge.changes import Change, ChangeState, Correction, CorrectionState, Seen


class Changes(Protocol):
    """Holds looks at the library and the changes that they found. Every write can be repeated and changes nothing more."""

    def last_look(self) -> tuple[date, Mapping[str, Seen]] | None:
        """The day of the last look and what was there, by path; `None` before the first."""
        ...

    def keep_look(self, day: date, seen: Mapping[str, Seen], change: Change | None) -> None:
        """Takes the place of the last look and writes down the change that this one found, in one transaction."""
        ...

    def keep_corrections(self, change_id: str, corrections: Sequence[Correction]) -> None:
        """Notes whom a change concerns, once; it then waits for a word."""
        ...

    def change(self, change_id: str) -> Change | None:
        """One change."""
        ...

    def changes(self, state: ChangeState | None = None) -> tuple[Change, ...]:
        """Changes, oldest first."""
        ...

    def decide(
        self,
        change_id: str,
        decision: Literal["sent", "dismissed", "nothing"],
        by: str,
        at: datetime,
    ) -> bool:
        """Keeps the word on a change that waits for one: a manager's, or none is needed; false where it was decided before."""
        ...

    def settle_correction(self, change_id: str, question_id: str, state: CorrectionState) -> None:
        """Notes what became of a correction."""
        ...

    def corrected(self, question_ids: Sequence[str]) -> Mapping[str, Correction]:
        """The last correction that was sent for each of these questions that had one."""
        ...
