"""Keeps a line of everything that was shown to a rep: to whom, from which documents, decided by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from partnerline.knowledge.model import Answer, Citation, Escalation, Origin, Question, Reply
from partnerline.knowledge.ports import Index, PriceBook
from partnerline.knowledge.ports.audit import Audit, AuditLine, Shown

Digests = Callable[[], Mapping[str, str]]
"""The digests of the index's documents, by their paths, as they are now."""


class IndexDigests:
    """The digests of the index's documents, read again where the index has changed."""

    def __init__(self, index: Index, prices: PriceBook) -> None:
        self._index, self._prices = index, prices
        self._known: tuple[str, Mapping[str, str]] = ("", {})

    def __call__(self) -> Mapping[str, str]:
        """The digests by path."""
        version = self._prices.version()
        if version != self._known[0]:
            documents = self._index.documents()
            self._known = (version, {path: one.digest for path, one in documents.items()})
        return self._known[1]


REPLY = "reply:"
"""What the id of a manager's reply begins with, among ids of questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditor:
    """Writes the lines. `model` is the language model that words answers, where one is set."""

    audit: Audit
    digests: Digests = field(default=dict)
    model: str = ""

    def answered(
        self, question_id: str, question: Question, origin: Origin, answer: Answer, at: datetime
    ) -> None:
        """Keeps what a question was answered with; kept once, however often it is said."""
        self.audit.keep(
            AuditLine(
                id=question_id,
                at=at,
                door=origin.door,
                asker=origin.asker,
                asked_as=question.partner.id if question.partner else None,
                readers=tuple(partner.id for partner in question.readers),
                place=origin.thread,
                question_id=question_id,
                outcome=answer.outcome,
                reason=answer.reason,
                shown=self._shown(answer.citations),
                decided_by=decided_by(answer, self.model),
                confidence=answer.confidence,
            )
        )

    def replied(self, reply: Reply, escalation: Escalation, at: datetime) -> None:
        """Keeps that a manager's reply reached the rep; a person's word has no confidence but their own."""
        question, origin = escalation.question, escalation.origin
        self.audit.keep(
            AuditLine(
                id=REPLY + reply.id,
                at=at,
                door=origin.door,
                asker=origin.asker,
                asked_as=question.partner.id if question.partner else None,
                readers=tuple(partner.id for partner in question.readers),
                place=origin.thread,
                question_id=escalation.question_id,
                outcome="clarify" if reply.kind == "question" else "answered",
                decided_by=f"manager {reply.manager}",
                confidence=1.0,
            )
        )

    def _shown(self, citations: tuple[Citation, ...]) -> tuple[Shown, ...]:
        known = self.digests() if citations else {}
        places = dict.fromkeys((cited.source, cited.locator) for cited in citations)
        return tuple(Shown(source, where, known.get(source, "")) for source, where in places)


def decided_by(answer: Answer, model: str = "") -> str:
    """What an answer's words rest on."""
    if answer.quote or answer.quotes:
        return "price list"
    if answer.outcome != "answered":
        return "rule"
    if answer.signals.get("worded"):
        return f"worded by model {model or 'unnamed'}"
    if answer.signals.get("exact"):
        return "promotions table"
    return "quoted" if answer.citations else "rule"
