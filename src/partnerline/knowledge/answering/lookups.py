"""Answers quoted from the library's passages."""

from dataclasses import dataclass

from partnerline.knowledge.answering import wording
from partnerline.knowledge.confidence import Confidence, signals_of
from partnerline.knowledge.grounding import excerpt, stands_in
from partnerline.knowledge.intent.wishes import leans_on_the_thread, voices_an_objection, wish_of
from partnerline.knowledge.model import Answer, Citation, Question, Reason
from partnerline.knowledge.ports import Embedder, Retriever, Scope
from partnerline.knowledge.retrieval import Retrieved, retrieve
from partnerline.knowledge.words import content_words

FOUND = 3
"""Passages shown to the manager of what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupDesk:
    """Quotes the passage that answers, or hands over what came nearest."""

    embedder: Embedder
    retriever: Retriever
    confidence: Confidence
    threshold: float

    def answer(self, question: Question, scope: Scope) -> Answer:
        """The best passage's words where they are likely to be right, else an escalation."""
        text = in_context(question)
        if not content_words(text):
            return _say_more()
        retrieved = self._retrieved(text, scope)
        signals = signals_of(
            text, retrieved.hits, frequencies=retrieved.frequencies, passages=retrieved.passages
        )
        sure = self.confidence.of(signals) if retrieved.hits else 0.0
        if sure < self.threshold or _would_quote_a_price(text, retrieved):
            return _handed_over(question, retrieved, sure, signals)
        return _quoted(question, text, retrieved, sure, signals)

    def nearest(self, question: Question, scope: Scope) -> tuple[Citation, ...]:
        """What comes nearest to a question that a person will answer, for that person to see."""
        return _found(self._retrieved(in_context(question), scope))

    def _retrieved(self, text: str, scope: Scope) -> Retrieved:
        return retrieve(
            text,
            scope,
            embedder=self.embedder,
            retriever=self.retriever,
            prefer="objections" if voices_an_objection(text) else None,
        )


def in_context(question: Question) -> str:
    """The question's words, with the turn before them where they can't be understood alone."""
    earlier = [turn.text for turn in question.history if turn.role == "user"]
    if earlier and leans_on_the_thread(question.text):
        return f"{earlier[-1]} {question.text}"
    return question.text


def _would_quote_a_price(text: str, retrieved: Retrieved) -> bool:
    """Whether what something costs would be told out of a list's words: amounts are looked up there, never quoted."""
    of_amounts = retrieved.hits[0].document.kind in {"price_list", "promotions"}
    return of_amounts and wish_of(text) == "price"


def _quoted(
    question: Question, text: str, retrieved: Retrieved, sure: float, signals: dict[str, float]
) -> Answer:
    first = retrieved.hits[0]
    words = excerpt(first.passage, text)
    citation = words.citation()
    if not stands_in(citation, [hit.passage for hit in retrieved.hits]):
        return _handed_over(question, retrieved, sure, signals)
    return Answer(
        outcome="answered",
        text=wording.quoted(words),
        confidence=sure,
        citations=(citation,),
        signals=signals,
    )


def _handed_over(
    question: Question, retrieved: Retrieved, sure: float, signals: dict[str, float]
) -> Answer:
    found = _found(retrieved)
    stranger = question.partner is None
    reason = (
        Reason.UNKNOWN_PARTNER
        if stranger
        else Reason.LOW_CONFIDENCE
        if found
        else Reason.NO_EVIDENCE
    )
    text = wording.STRANGER if stranger else wording.UNSURE
    doubt = (
        f"The nearest passages answer it with a chance of {sure:.0%}, which is too little."
        if found
        else "Nothing that this asker may see bears on it."
    )
    return Answer(
        outcome="escalated",
        text=text,
        confidence=sure,
        reason=reason,
        found=found,
        doubt=doubt,
        signals=signals,
    )


def _say_more() -> Answer:
    """A text that names no thing, such as "no" or "why?" out of the blue, fits every passage and none."""
    return Answer(outcome="clarify", text=wording.SAY_MORE, confidence=0.0, reason=Reason.AMBIGUOUS)


def _found(retrieved: Retrieved) -> tuple[Citation, ...]:
    return tuple(
        Citation(source=hit.passage.document, locator=hit.passage.locator, quote=hit.passage.text)
        for hit in retrieved.hits[:FOUND]
    )
