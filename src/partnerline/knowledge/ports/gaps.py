"""The gaps in what the library says."""

from datetime import datetime
from typing import Protocol

from partnerline.knowledge.gaps import Gap


class Gaps(Protocol):
    """Holds gaps with the questions that show them. Every write can be repeated and changes nothing more."""

    def gaps(self) -> tuple[Gap, ...]:
        """Every gap, the oldest first."""
        ...

    def add(self, gap_id: str, question_id: str, at: datetime) -> None:
        """Puts a question that is in no gap yet into this one, which it opens, or opens again unless it was dismissed."""
        ...

    def check(self, gap_id: str, version: str) -> None:
        """Notes that this version of the library doesn't answer it."""
        ...

    def close(self, gap_id: str, answered_by: str, version: str) -> None:
        """Notes that the library answers it, and where; a gap that was dismissed stays so."""
        ...

    def dismiss(self, gap_id: str, by: str) -> None:
        """Notes that a manager takes it for none."""
        ...
