"""Questions of the past: what was asked, what became of it, and what people thought of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from partnerline.knowledge.model import Answer, Escalation, Origin, Question, Reason, Reply

Judgement = Literal["right", "wrong"]
"""What a manager says of an answer, or of handing a question over."""

Which = Literal["all", "unanswered", "thumbs_up", "thumbs_down", "labelled"]
"""Of the questions of the past: all; those the bot gave no answer to; those whose answer somebody liked and nobody
disliked, or that somebody disliked; those whose answer is known to be right or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A question that was asked. Its history is its thread as it stood then, its partner as the directory has it today.

    `asked_as` is the id of the partner that asked, also where the directory doesn't know it any more. `answer` is
    `None` while there is none. `thumb` is what reps thought: down where any of them did. `judgement` is what managers
    thought: wrong where any of them did. `escalation` is there where a person was asked, with all that person wrote.
    """

    question_id: str
    question: Question
    origin: Origin
    asked_at: datetime
    asked_as: str | None = None
    answer: Answer | None = None
    thumb: Literal["up", "down"] | None = None
    judgement: Judgement | None = None
    escalation: Escalation | None = None

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What managers answered; a question back or a refusal is no answer."""
        written = self.escalation.replies if self.escalation else ()
        return tuple(reply for reply in written if reply.kind == "answer")

    @property
    def was_not_enough(self) -> bool:
        """Whether the rep read an answer, fetched a person all the same, and that person answered."""
        fetched = self.escalation
        return (
            fetched is not None
            and fetched.answer.reason is Reason.ASKED_FOR_HUMAN
            and self.answer is not None
            and self.answer.outcome == "answered"
            and bool(self.replies)
        )

    @property
    def right(self) -> bool | None:
        """Whether the answer was right, as far as people said; `None` where nobody did, or where none was given.

        A manager's word counts before a rep's, and a rep who fetched a person was not helped, whatever the thumb.
        """
        if self.answer is None or self.answer.outcome != "answered":
            return None
        if self.judgement is not None:
            return self.judgement == "right"
        if self.was_not_enough:
            return False
        return None if self.thumb is None else self.thumb == "up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An answer that was given and is known to be right or wrong, with the numbers its confidence rested on.

    `kind` is "price" where amounts were computed, "knowledge" where documents were quoted.
    """

    question_id: str
    signals: Mapping[str, float]
    confidence: float
    right: bool
    kind: Literal["price", "knowledge"]


def labelled_of(past: Past) -> Labelled | None:
    """The label of a question; `None` where its answer isn't known to be right or wrong."""
    answer, right = past.answer, past.right
    if answer is None or right is None:
        return None
    computed = bool(answer.quote or answer.quotes) or "exact" in answer.signals
    return Labelled(
        question_id=past.question_id,
        signals=answer.signals,
        confidence=answer.confidence,
        right=right,
        kind="price" if computed else "knowledge",
    )


class PastQuestions(Protocol):
    """What of the record is read to learn from, and what managers' verdicts add to it."""

    def past(
        self, limit: int | None, *, since: datetime | None = None, which: Which = "all"
    ) -> tuple[Past, ...]:
        """Questions of the past, the newest first; `None` for as many as there are. `since` counts itself."""
        ...

    def past_question(self, question_id: str) -> Past | None:
        """One question of the past."""
        ...

    def labelled(self) -> tuple[Labelled, ...]:
        """Every answer that is known to be right or wrong, the newest first."""
        ...

    def keep_judgement(
        self, question_id: str, manager: str, judgement: Judgement, at: datetime
    ) -> None:
        """Keeps a manager's verdict; that manager's later one on the same question takes the earlier one's place."""
        ...
