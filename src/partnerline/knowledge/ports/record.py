"""What can't be rebuilt."""

from datetime import datetime
from typing import Literal, Protocol

from partnerline.knowledge.model import (
    Answer,
    Escalation,
    EscalationState,
    Origin,
    Question,
    Reply,
    Step,
    Turn,
)
from partnerline.knowledge.past import PastQuestions
from partnerline.knowledge.ports.reps_own import RepsOwn

Verdict = Literal["up", "down"]


class Record(PastQuestions, RepsOwn, Protocol):
    """Holds what can't be rebuilt: questions, the answers given, escalations, replies, feedback, deliveries.

    Every write is one transaction and can be repeated: the same id written again changes nothing.
    """

    def claim(
        self, question_id: str, question: Question, origin: Origin, asked_at: datetime
    ) -> bool:
        """Writes a question down; false where that id was written before."""
        ...

    def question(self, question_id: str) -> tuple[Question, Origin] | None:
        """A question with its origin, as it was claimed; its partner as the directory has it today."""
        ...

    def turns(self, thread: str, door: str, *, before: datetime | None = None) -> tuple[Turn, ...]:
        """What was said in a thread so far, oldest first: questions, answers and managers' replies."""
        ...

    def keep_answer(self, question_id: str, answer: Answer, at: datetime) -> str | None:
        """Writes the answer down and, where it escalates, opens the escalation and gives its id, in one transaction."""
        ...

    def answer(self, question_id: str) -> Answer | None:
        """The answer given, or `None` while there is none."""
        ...

    def keep_escalation(self, question_id: str, answer: Answer, at: datetime) -> str:
        """Opens an escalation for a question that was answered, with what was found then; gives its id."""
        ...

    def escalation(self, escalation_id: str) -> Escalation | None:
        """One escalation with its replies."""
        ...

    def escalation_of(self, question_id: str) -> Escalation | None:
        """The escalation of a question, if it has one."""
        ...

    def escalations(self, state: EscalationState | None = None) -> tuple[Escalation, ...]:
        """Escalations, oldest first."""
        ...

    def keep_reply(self, reply: Reply) -> bool:
        """Writes a manager's reply down, and what it makes of its escalation; false where that id was written before."""
        ...

    def keep_step(self, step: Step) -> bool:
        """Writes a step down, and what it makes of its escalation; false where that id was written before."""
        ...

    def in_hand(self, thread: str, door: str) -> Escalation | None:
        """The latest escalation of a thread that is with a manager: taken, asked or answered, and not closed."""
        ...

    def reply_delivered(self, reply_id: str, at: datetime) -> None:
        """Notes that the rep can see the reply."""
        ...

    def undelivered_replies(self) -> tuple[Reply, ...]:
        """Replies no rep has seen yet, oldest first."""
        ...

    def keep_feedback(self, question_id: str, asker: str, verdict: Verdict, at: datetime) -> None:
        """Keeps a thumb; a person's later thumb on the same answer takes the earlier one's place."""
        ...

    def begin_delivery(self, key: str, at: datetime) -> str | None:
        """Notes that a message is about to be posted; gives the place it was posted to if it already was.

        Raises `DeliveryInDoubt` where an earlier try began and never said how it ended.
        """
        ...

    def end_delivery(self, key: str, place: str, at: datetime) -> None:
        """Notes where a message was posted."""
        ...

    def delivery_at(self, place: str) -> str | None:
        """The key of the message that was posted to this place."""
        ...


class DeliveryInDoubt(Exception):
    """A message may or may not have been posted: look for it before posting it again."""
