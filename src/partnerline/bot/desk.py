"""The desk: every door brings its questions here, and every manager's reply leaves from here."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from traceback import format_tb
from typing import Protocol, runtime_checkable

from partnerline.bot.auditing import Auditor
from partnerline.bot.keeping import Keeping
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.answering.lookups import Listener
from partnerline.knowledge.answering.shopfront import LibraryShopfront, Shopfront, dated
from partnerline.knowledge.model import (
    Answer,
    Escalation,
    Origin,
    Question,
    Reason,
    Reply,
    ReplyKind,
    Step,
    StepKind,
)
from partnerline.knowledge.ports import Record, Verdict

logger = logging.getLogger(__name__)

Clock = Callable[[], datetime]


class AnswersQuestions(Protocol):
    """Turns a question into an answer: `Answerer.answer`."""

    def answer(self, question: Question) -> Answer:
        """The answer, an escalation or a question back."""
        ...


@runtime_checkable
class AnswersAloud(Protocol):
    """Can be listened to while it answers: `Answerer` where `words` says that a language model is set."""

    @property
    def words(self) -> bool:
        """Whether there is anything to listen to."""
        ...

    def answer(self, question: Question, listener: Listener | None = None) -> Answer:
        """The answer; the listener gets each sentence that was found to stand."""
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
    audit: Auditor | None = None
    keeping: Keeping | None = None

    def take(self, question_id: str, question: Question, origin: Origin) -> bool:
        """Writes a question down before anything else happens; false where it was taken before."""
        return self.record.claim(question_id, question, origin, self.clock())

    @property
    def words(self) -> bool:
        """Whether a language model words answers, which takes a while and can be listened to."""
        return isinstance(self.answerer, AnswersAloud) and self.answerer.words

    @property
    def shopfront(self) -> Shopfront | None:
        """What can be shown to somebody before they ask; `None` where the answerer has nothing to show."""
        if isinstance(self.answerer, Answerer):
            return LibraryShopfront(answerer=self.answerer)
        return self.answerer if isinstance(self.answerer, Shopfront) else None

    def answer(
        self,
        question_id: str,
        listener: Listener | None = None,
        *,
        instead: Callable[[Question, Answer], Answer] | None = None,
    ) -> Answered:
        """The answer to a question that was taken: the one given before, or a new one, written down.

        `listener` gets each sentence that a language model words, on the thread that asks; none is an answer yet.
        `instead` gives what a new answer is changed to before it is written down.
        """
        given = self.record.answer(question_id)
        taken = self.record.question(question_id)
        if taken is None:
            raise KeyError(question_id)
        if given is None:
            given = self._think(question_id, taken[0], listener)
            given = instead(taken[0], given) if instead else given
            self.record.keep_answer(question_id, given, self.clock())
            self._doubt(given)
        if self.audit is not None:
            self.audit.answered(question_id, *taken, given, self.clock())
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

    def answer_if_sure(self, question_id: str, question: Question, origin: Origin) -> bool:
        """Takes and answers what may be no question, where there is an answer to it; else nothing of it is kept."""
        if self.record.question(question_id) is None:
            answer = self._think(question_id, question)
            if answer.outcome != "answered":
                return False
            self.take(question_id, question, origin)
            self.record.keep_answer(question_id, answer, self.clock())
            self._doubt(answer)
        return True

    def reply(
        self,
        reply_id: str,
        escalation_id: str,
        *,
        manager: str,
        text: str,
        kind: ReplyKind = "answer",
    ) -> Reply | None:
        """Keeps what a manager writes to the rep; `None` where there is no such escalation.

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
            kind=kind,
        )
        self.record.keep_reply(reply)
        return reply

    def delivered(self, reply_id: str, escalation_id: str) -> None:
        """Notes that the rep can see a manager's reply."""
        self.record.reply_delivered(reply_id, self.clock())
        escalation = self.record.escalation(escalation_id)
        reply = (
            next((r for r in escalation.replies if r.id == reply_id), None) if escalation else None
        )
        if self.audit is not None and escalation and reply:
            self.audit.replied(reply, escalation, self.clock())

    def step(
        self,
        step_id: str,
        escalation_id: str,
        kind: StepKind,
        *,
        by: str = "",
        holder: str = "",
        holder_name: str = "",
        text: str = "",
    ) -> Escalation | None:
        """Keeps what happened to an escalation and gives it as it then is; `None` where there is no such escalation.

        A step of the same id is kept once, so a button pressed twice or an event delivered twice changes nothing.
        """
        if self.record.escalation(escalation_id) is None:
            return None
        step = Step(
            id=step_id,
            escalation_id=escalation_id,
            kind=kind,
            at=self.clock(),
            by=by,
            holder=holder,
            holder_name=holder_name,
            text=text,
        )
        self.record.keep_step(step)
        return self.record.escalation(escalation_id)

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

    def look_up(self, question: Question, listener: Listener | None = None) -> Answer:
        """What would be answered now, with the age of its sources; nothing is written down."""
        answerer, front = self.answerer, self.shopfront
        if listener is not None and isinstance(answerer, AnswersAloud):
            answer = answerer.answer(question, listener)
        else:
            answer = answerer.answer(question)
        return dated(answer, front) if front else answer

    def _doubt(self, given: Answer) -> None:
        """Has managers look again at kept answers that lost to a newer document."""
        if self.keeping is not None and given.outdated:
            self.keeping.doubt(given.outdated)

    def _think(
        self, question_id: str, question: Question, listener: Listener | None = None
    ) -> Answer:
        """The answer, or an escalation where the machine itself failed: a question is never lost to a fault."""
        try:
            return self.look_up(question, listener)
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
