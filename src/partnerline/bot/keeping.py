"""Managers' answers that are used again, for every door: kept, brought among the documents, checked, withdrawn."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from partnerline.knowledge.answered import id_of
from partnerline.knowledge.escalating.similar import PastAnswers, Similar, similar_answers
from partnerline.knowledge.keeping import Allowed, KeepWish, Refused, allowed
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.ports import Record
from partnerline.knowledge.ports.kept import CHECKED_AFTER, KeptAnswer, KeptAnswers

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that is kept; `narrowed` where that is for its own partner alone, since it names amounts."""

    answer: KeptAnswer
    for_whom: Allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Keeps managers' answers in the record. Every call can be repeated and changes nothing more.

    `bring` has the index hold what is kept; it raises `IndexUnusable` where another process writes the index just then.
    """

    answers: KeptAnswers
    record: Record
    past: PastAnswers
    clock: Callable[[], datetime]
    bring: Callable[[], int]

    def keep_answer(
        self, reply_id: str, escalation_id: str, wish: KeepWish
    ) -> Kept | Refused | None:
        """Keeps a manager's reply as the manager wished, or says why not; `None` where there is no such answer.

        It isn't found before `bring`.
        """
        escalation = self.record.escalation(escalation_id)
        reply = next((one for one in escalation.replies if one.id == reply_id), None) if escalation else None  # fmt: skip
        if escalation is None or reply is None or reply.kind != "answer":
            return None
        for_whom = allowed(wish, escalation.question, reply.text, self.today())
        if isinstance(for_whom, str):
            return for_whom
        answer = _answer(escalation, reply, for_whom, wish.until)
        self.answers.keep(answer)
        return Kept(answer=self.answers.one(answer.id) or answer, for_whom=for_whom)

    def confirm(self, answer_id: str, *, by: str) -> KeptAnswer | None:
        """Keeps an answer for another ninety days."""
        return self.answers.confirm(answer_id, self.today(), by=by)

    def withdraw(self, answer_id: str, *, by: str) -> KeptAnswer | None:
        """Lets an answer be used no more."""
        return self.answers.withdraw(answer_id, self.today(), by=by)

    def doubt(self, paths: Iterable[str]) -> None:
        """Has managers asked about kept answers that newer documents contradict."""
        for path in paths:
            self.answers.doubt(id_of(path), self.today())
            logger.info(
                "A newer document contradicts the kept answer %s; it is to be checked", id_of(path)
            )

    def similar(self, escalation: Escalation) -> tuple[Similar, ...]:
        """What managers answered to questions like this one; for managers' eyes, as it may be other partners'."""
        return similar_answers(escalation, self.past)

    def today(self) -> date:
        """The vendor's day, where the bot runs."""
        return self.clock().astimezone().date()


def kept_id(reply_id: str) -> str:
    """The id of what is kept of a reply."""
    return hashlib.sha256(f"kept\x1f{reply_id}".encode()).hexdigest()[:20]


def _answer(
    escalation: Escalation, reply: Reply, for_whom: Allowed, until: date | None
) -> KeptAnswer:
    day = reply.written_at.astimezone().date()
    return KeptAnswer(
        id=kept_id(reply.id),
        question=escalation.question.text,
        text=reply.text,
        audience=for_whom.audience,
        manager=reply.manager,
        answered_on=day,
        held_on=day,
        check_on=day + CHECKED_AFTER,
        escalation_id=escalation.id,
        valid_until=until,
    )
