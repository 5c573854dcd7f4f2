"""The desk: every door brings its questions here, and every manager's reply leaves from here."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from traceback import format_tb
from typing import Protocol

from partnerline.knowledge.model import Answer, Escalation, Origin, Question, Reason, Reply
from partnerline.knowledge.ports import Record, Verdict

logger = logging.getLogger(__name__)

Clock = Callable[[], datetime]


class AnswersQuestions(Protocol):
    """Turns a question into an answer: `Answerer.answer`."""

    def answer(self, question: Question) -> Answer:
        """The answer, an escalation or a question back."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with what became of it."""

    question_id: str
    answer: Answer
    escalation_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Takes questions, keeps the record and hands replies back. Every call can be repeated and changes nothing more."""

    answerer: AnswersQuestions
    record: Record
    clock: Clock

    def take(self, question_id: str, question: Question, origin: Origin) -> bool:
        """Writes a question down before anything else happens; false where it was taken before."""
        return self.record.claim(question_id, question, origin, self.clock())

    def answer(self, question_id: str) -> Answered:
        """The answer to a question that was taken: the one given before, or a new one, written down."""
        given = self.record.answer(question_id)
        if given is None:
            taken = self.record.question(question_id)
            if taken is None:
                raise KeyError(question_id)
            given = self._think(question_id, taken[0])
            self.record.keep_answer(question_id, given, self.clock())
        escalation = self.record.escalation_of(question_id)
        return Answered(
            question_id=question_id,
            answer=given,
            escalation_id=escalation.id if escalation else None,
        )

    def ask(self, question_id: str, question: Question, origin: Origin) -> Answered:
        """Takes a question and answers it, for doors that wait."""
        self.take(question_id, question, origin)
        return self.answer(question_id)

    def reply(self, reply_id: str, escalation_id: str, *, manager: str, text: str) -> Reply | None:
        """Keeps a manager's reply, which closes the escalation; `None` where there is no such escalation.

        A reply of the same id is kept once, so a form sent twice or an event delivered twice changes nothing.
        """
        if self.record.escalation(escalation_id) is None:
            return None
        reply = Reply(
            id=reply_id,
            escalation_id=escalation_id,
            manager=manager,
            text=text,
            written_at=self.clock(),
        )
        self.record.keep_reply(reply)
        return reply

    def feedback(self, question_id: str, asker: str, verdict: Verdict) -> None:
        """Keeps a thumb."""
        self.record.keep_feedback(question_id, asker, verdict, self.clock())

    def fetch_human(self, question_id: str) -> Escalation | None:
        """Hands a question that was answered to a manager all the same; `None` where nobody asked it."""
        return self._hand_over(
            question_id, Reason.ASKED_FOR_HUMAN, "The rep read the answer and asked for a person."
        )

    def unheard(self, question_id: str) -> Escalation | None:
        """Hands over a question whose answer can't be brought to the rep; `None` where nobody waits for one."""
        given = self.record.answer(question_id)
        if given is None or given.outcome == "smalltalk":
            return None
        return self._hand_over(
            question_id,
            Reason.FAILED,
            "The answer could not be posted where the question was asked, so the rep hasn't read it.",
        )

    def _hand_over(self, question_id: str, reason: Reason, doubt: str) -> Escalation | None:
        opened = self.record.escalation_of(question_id)
        taken = self.record.question(question_id)
        if opened is not None or taken is None:
            return opened
        given = self.answer(question_id).answer
        wish = replace(
            given,
            outcome="escalated",
            reason=reason,
            text="I've asked a person; the reply comes here.",
            found=given.citations,
            doubt=doubt,
        )
        self.record.keep_escalation(question_id, wish, self.clock())
        return self.record.escalation_of(question_id)

    def _think(self, question_id: str, question: Question) -> Answer:
        """The answer, or an escalation where the machine itself failed: a question is never lost to a fault."""
        try:
            return self.answerer.answer(question)
        except Exception as error:  # noqa: BLE001 - no fault may lose a question
            # Where it failed and how, without the error's own text: that may repeat the question.
            logger.error(
                "Answering %s failed (%s); it goes to a person\n%s",
                question_id,
                type(error).__name__,
                "".join(format_tb(error.__traceback__)).rstrip(),
            )
            return Answer(
                outcome="escalated",
                text="Something went wrong on my side, so I've asked a person; the reply comes here.",
                confidence=0.0,
                reason=Reason.FAILED,
                doubt="The bot failed while answering; its log has the details.",
            )


def new_id(*parts: str) -> str:
    """A short id that is the same for the same parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
