"""What managers answered and let be used again, and all that they ever answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports.embedding import ModelIdentity, Vectors

KeptState = Literal["kept", "to_check", "withdrawn"]
"""Kept: it is used. To check: it is used, and managers are asked whether it still holds. Withdrawn: it isn't used."""

CHECKED_AFTER = timedelta(days=90)
"""How long a manager's word is taken to hold before it is asked for again."""
PATIENCE = timedelta(days=14)
"""How long an answer is still used after that was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """A manager's answer that others may be given too.

    `manager` and `by` are names: who answered, and whose word it last was that it holds, or doesn't, on `held_on`.
    `valid_until` is the last day the manager gave. `check_on` is the day managers are asked whether it still holds,
    and `asked_on` the day they were.
    """

    id: str
    question: str
    text: str
    audience: Audience
    manager: str
    answered_on: date
    held_on: date
    check_on: date
    escalation_id: str
    valid_until: date | None = None
    state: KeptState = "kept"
    asked_on: date | None = None
    by: str = ""

    @property
    def last_day(self) -> date:
        """The last day it is used, should nobody say another word."""
        waited = self.check_on + PATIENCE
        return waited if self.valid_until is None else min(waited, self.valid_until)

    def holds_on(self, day: date) -> bool:
        """Whether it is used on that day."""
        return self.state != "withdrawn" and day <= self.last_day

    def is_due(self, day: date) -> bool:
        """Whether managers are to be asked on that day whether it still holds."""
        over = self.valid_until is not None and self.valid_until < day
        return (
            self.state != "withdrawn"
            and self.asked_on is None
            and self.check_on <= day
            and not over
        )


class KeptAnswers(Protocol):
    """Holds what managers let be used again. Every write can be repeated; an id that nobody kept gives `None`."""

    def keep(self, answer: KeptAnswer) -> bool:
        """Keeps an answer; false, and nothing changed, where that id was kept before."""
        ...

    def kept(self) -> tuple[KeptAnswer, ...]:
        """Every answer that was ever kept, the withdrawn ones too, oldest first."""
        ...

    def one(self, answer_id: str) -> KeptAnswer | None:
        """One of them."""
        ...

    def due(self, day: date) -> tuple[KeptAnswer, ...]:
        """Those that managers are to be asked about on that day, oldest first."""
        ...

    def doubt(self, answer_id: str, on: date) -> KeptAnswer | None:
        """Has managers asked from that day on whether it still holds, before its time; one they are asked of stays so."""
        ...

    def asked(self, answer_id: str, on: date) -> KeptAnswer | None:
        """Notes that managers were asked; the first day counts, and one that isn't due on it any more stays as it is."""
        ...

    def confirm(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        """Keeps it for another ninety days from that day; one that was withdrawn stays so."""
        ...

    def withdraw(self, answer_id: str, on: date, *, by: str) -> KeptAnswer | None:
        """Lets it be used no more; the first to say so counts."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What a manager answered to a question that was handed over; `number` rises with every reply."""

    number: int
    escalation_id: str
    question: str
    text: str
    manager: str
    at: datetime


class GivenAnswers(Protocol):
    """Reads what managers ever answered, kept or not, and remembers what a model made of the questions."""

    def after(self, number: int) -> tuple[GivenAnswer, ...]:
        """The answers of a higher number, lowest first; a question back or a refusal is none."""
        ...

    def vectors(self, model: ModelIdentity, after: int) -> Mapping[int, Vectors]:
        """The vectors `(dimensions,)` of the questions to answers of a higher number, as far as they are remembered."""
        ...

    def remember(self, model: ModelIdentity, vectors: Mapping[int, Vectors]) -> None:
        """Remembers vectors by the answers' numbers; another model's are forgotten."""
        ...
