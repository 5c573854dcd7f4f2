"""What the library looked like at the last look, and what followed from its changes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

from partnerline.knowledge.changes import Change, ChangeState, Correction, CorrectionState, Look


class Changes(Protocol):
    """Holds looks at the library and the changes that they found. Every write can be repeated and changes nothing more."""

    def last_look(self) -> Look | None:
        """The last look; `None` before the first."""
        ...

    def keep_look(self, look: Look, change: Change | None) -> bool:
        """Takes the place of the look before it and writes down the change that it found, in one transaction.

        False, and nothing is written, where another process has kept a look of that number.
        """
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

    def renew_correction(self, change_id: str, correction: Correction) -> None:
        """Puts a correction in the place of the one of its question that waits: the library may have changed again."""
        ...

    def settle_correction(self, change_id: str, question_id: str, state: CorrectionState) -> None:
        """Notes what became of a correction."""
        ...

    def corrected(self, question_ids: Sequence[str]) -> Mapping[str, Correction]:
        """The last correction that was sent for each of these questions that had one."""
        ...
