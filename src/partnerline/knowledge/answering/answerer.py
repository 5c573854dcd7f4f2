"""The straight line from a question to its answer."""

from dataclasses import dataclass, replace
from typing import assert_never

from partnerline.knowledge.access import asks_about_another, scope_of
from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.lookups import LookupDesk
from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.intent.wishes import Wish, is_price_talk, leans_on_the_thread, wish_of
from partnerline.knowledge.model import Answer, Question, Reason
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Retriever, Scope
from partnerline.knowledge.words import content_words, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Answers questions. What the asker may see on that day is settled before anything is searched."""

    retriever: Retriever
    prices: PriceDesk
    lookups: LookupDesk
    directory: Directory

    def answer(self, question: Question) -> Answer:
        """The answer, a question back, or an escalation with its reason."""
        if asks_about_another(question, self.directory):
            return _handed_over(
                wording.NOTHING,
                Reason.NOT_PERMITTED,
                "It names another partner, or another's tier.",
            )
        scope = scope_of(self.retriever.shelves(), question.partner, question.as_of)
        match self._wish(question, scope):
            case "smalltalk":
                return _small_talk(question.text)
            case "person":
                wish = _handed_over(
                    wording.PERSON, Reason.ASKED_FOR_HUMAN, "The rep asked for a person."
                )
                return replace(wish, found=self.lookups.nearest(question, scope))
            case "decision":
                wish = _handed_over(
                    wording.DECISION,
                    Reason.NEEDS_HUMAN,
                    "The rep asks for a decision that no document takes.",
                )
                return replace(wish, found=self.lookups.nearest(question, scope))
            case "price":
                return self.prices.answer(question, scope)
            case "lookup":
                return self.lookups.answer(question, scope)
            case other:
                assert_never(other)

    def _wish(self, question: Question, scope: Scope) -> Wish:
        """What is asked; a part number with a quantity is a price in short, and so is a follow-up on a price."""
        wish = wish_of(question.text)
        if wish not in {"price", "lookup"}:
            return wish
        if self.prices.concerns(question, scope, in_words=wish == "price"):
            return "price"
        earlier = [turn.text for turn in question.history if turn.role == "user"]
        goes_on = leans_on_the_thread(question.text) or is_price_talk(content_words(question.text))
        if earlier and goes_on and wish_of(earlier[-1]) == "price":
            return "price"
        return "lookup"


def _small_talk(text: str) -> Answer:
    thanks = any(
        word in fold(text) for word in ("thank", "thx", "cheers", "danke", "merci", "gracias")
    )
    return Answer(
        outcome="smalltalk", text=wording.THANKS if thanks else wording.GREETING, confidence=1.0
    )


def _handed_over(text: str, reason: Reason, doubt: str) -> Answer:
    return Answer(outcome="escalated", text=text, confidence=0.0, reason=reason, doubt=doubt)
