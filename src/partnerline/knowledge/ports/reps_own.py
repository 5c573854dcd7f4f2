"""What a rep asked before, and what they say was wrong with an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from partnerline.knowledge.past import Past

Why = Literal["wrong", "out_of_date", "not_asked", "too_long"]
"""What was wrong with an answer: what it says, its age, that it answers something else, its length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Why a rep put their thumb down."""

    question_id: str
    asker: str
    why: Why
    at: datetime


class RepsOwn(Protocol):
    """What of the record is a rep's own."""

    def asked_by(self, asker: str, door: str, limit: int) -> tuple[Past, ...]:
        """What somebody asked through a door, the newest first."""
        ...

    def keep_reason(self, question_id: str, asker: str, why: Why, at: datetime) -> None:
        """Keeps why a thumb is down; a person's later reason on the same answer takes the earlier one's place."""
        ...

    def reasons(self, *, since: datetime | None = None) -> tuple[Complaint, ...]:
        """Why thumbs are down, the newest first; `since` counts itself."""
        ...
