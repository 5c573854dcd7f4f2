"""Who was shown what: a line for every answer and for every manager's reply that reached its rep."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from partnerline.knowledge.model import Outcome, Reason

Door = Literal["slack", "console", "terminal"]


class Shown(NamedTuple):
    """A place that was shown; `digest` is the document's as it then stood in the index, empty where that isn't known."""

    source: str
    locator: str
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """What was shown to whom, on whose word; never the words of a question or an answer.

    `id` names what the line is about, so the same thing is never in twice. `asked_as` is the partner's id, `None` for a
    stranger and where several read along: those are the `readers`, by their ids. `place` is the conversation behind the
    door; for Slack "team/channel/ts". `decided_by` is "price list", "promotions table", "quoted", "worded by model …",
    "manager …" or "rule".
    """

    id: str
    at: datetime
    door: Door
    asker: str
    asked_as: str | None
    readers: tuple[str, ...] = ()
    place: str
    question_id: str
    outcome: Outcome
    reason: Reason | None = None
    shown: tuple[Shown, ...] = ()
    decided_by: str
    confidence: float


class Audit(Protocol):
    """Holds the lines; they can be added to and read, and nothing else."""

    def keep(self, line: AuditLine) -> None:
        """Adds a line; one whose id is there already changes nothing."""
        ...

    def lines(
        self,
        *,
        since: datetime | None = None,
        partner: str | None = None,
        asker: str | None = None,
    ) -> tuple[AuditLine, ...]:
        """The lines, oldest first; `since` counts itself, and a partner's are also those that it could read along."""
        ...
