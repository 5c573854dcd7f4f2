"""The straight line from a question to its answer."""

import re
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from partnerline.knowledge.access import (
    asks_about_another,
    asks_for_another_region,
    asks_for_another_tier,
    scope_of,
)
from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.lookups import LookupDesk
from partnerline.knowledge.answering.packets import speaks_of_discounts
from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.intent.wishes import (
    Wish,
    asks_a_fact,
    is_price_talk,
    leans_on_the_thread,
    wish_of,
)
from partnerline.knowledge.model import Answer, Question, Reason
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Retriever, Scope
from partnerline.knowledge.words import content_words, fold

ON_DISCOUNTS = "who may grant a further discount or a special price, and under which conditions"
"""What the rule is looked for by that bears on a wish for a lower price, however the wish is worded."""
RECENT = 4
"""Earlier turns of a rep that a price may have been asked for in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Answers questions. What the asker may see on that day is settled before anything is searched."""

    retriever: Retriever
    prices: PriceDesk
    lookups: LookupDesk
    directory: Directory

    def answer(self, question: Question) -> Answer:
        """The answer, a question back, or an escalation with its reason."""
        scope = scope_of(self.retriever.shelves(), question.partner, question.as_of)
        if any(
            asks_about_another(
                replace(question, text=text),
                self.directory,
                lambda: self.prices.catalogs.products(scope),
            )
            for text in _thread_of(question)
        ):
            return _not_permitted(question, "It names another partner, or another's tier.")
        wish = self._wish(question, scope)
        if self._is_of_another_region(wish, question, scope):
            return _not_permitted(question, "It asks for the price of a region that isn't its own.")
        return self._answered(wish, question, scope)

    def _answered(self, wish: Wish | Literal["offers"], question: Question, scope: Scope) -> Answer:
        match wish:
            case "smalltalk":
                return _small_talk(question.text)
            case "person":
                passed_on = _handed_over(
                    wording.PERSON, Reason.ASKED_FOR_HUMAN, "The rep asked for a person."
                )
                return replace(passed_on, found=self.lookups.nearest(question, scope))
            case "decision":
                return self._decision(question, scope)
            case "price" if asks_for_another_tier(
                question, self.directory, self.prices.catalogs.products(scope)
            ):
                return _not_permitted(question, "It asks for the price of another's tier.")
            case "price":
                return self.prices.answer(question, scope)
            case "offers":
                return self.prices.on_offers(question, scope)
            case "lookup":
                return self._looked_up(question, scope)
            case other:
                assert_never(other)

    def _is_of_another_region(
        self, wish: Wish | Literal["offers"], question: Question, scope: Scope
    ) -> bool:
        """Whether a price or an offer is asked for that is of another region than the asker's."""
        computed = wish in {"price", "offers"}
        if not computed and (wish != "lookup" or wish_of(question.text) != "price"):
            return False
        return asks_for_another_region(
            _thread_of(question),
            question.partner,
            self.directory,
            lambda: self._names(scope),
            in_passing=computed,
        )

    def _names(self, scope: Scope) -> list[str]:
        """What products and promotions are called, which may be called after places."""
        products = self.prices.catalogs.products(scope)
        offers = self.prices.book.promotions(scope)
        return [
            *(f"{one.sku} {one.name}" for one in products),
            *(f"{one.code} {one.name}" for one in offers),
        ]

    def _looked_up(self, question: Question, scope: Scope) -> Answer:
        """A passage's words, unless they would answer what is no question for the documents."""
        answer = _with_its_amount(question, self.lookups.answer(question, scope))
        if answer.outcome != "answered":
            return answer
        return self.prices.asked_back(question, scope) or answer

    def _decision(self, question: Question, scope: Scope) -> Answer:
        """What nobody but a person may grant: the rule that bears on it, and for a product's price its effect."""
        wish = self.prices.wish(question, scope) or _handed_over(
            wording.DECISION,
            Reason.NEEDS_HUMAN,
            "The rep asks for a decision that no document takes.",
        )
        nearest = self.lookups.nearest(question, scope)
        rules = (*nearest, *self.lookups.nearest(replace(question, text=ON_DISCOUNTS, history=()), scope))  # fmt: skip
        rule = next((found for found in rules if speaks_of_discounts(found.quote)), None)
        return replace(
            wish,
            text=wording.with_rule(wish.text, rule) if rule else wish.text,
            citations=(rule,) if rule else (),
            found=(*wish.found, *((rule,) if rule else () if wish.found else nearest)),
        )

    def _wish(self, question: Question, scope: Scope) -> Wish | Literal["offers"]:
        """What is asked; a part number with a quantity is a price in short, and so is a follow-up on a price."""
        wish = self._wish_alone(question.text, question, scope)
        if wish in {"price", "lookup"} and self.prices.is_on_offers(question, scope):
            return "offers"
        if wish != "lookup":
            return wish
        for turn in _thread_of(question)[1:]:
            before = self._wish_alone(turn, question, scope)
            if before != "lookup":
                return "price" if before == "price" else "lookup"
        return "price" if self._adds_to_a_price(question, scope) else "lookup"

    def _adds_to_a_price(self, question: Question, scope: Scope) -> bool:
        """Whether the text names an offer, a comparison or the like for a price that the thread asked for."""
        earlier = [turn.text for turn in question.history if turn.role == "user"][-RECENT:]
        asked = any(self._wish_alone(turn, question, scope) == "price" for turn in earlier)
        return asked and self.prices.is_added_to(question, scope)

    def _wish_alone(self, text: str, question: Question, scope: Scope) -> Wish:
        """What a turn asks for by itself."""
        wish = wish_of(text)
        if wish not in {"price", "lookup"}:
            return wish
        alone = replace(question, text=text, history=())
        return "price" if self.prices.concerns(alone, scope, in_words=wish == "price") else "lookup"


def _thread_of(question: Question) -> list[str]:
    """The question and the user's turns that it goes on with, the latest first."""
    thread = [question.text]
    for turn in reversed([turn.text for turn in question.history if turn.role == "user"]):
        if not _goes_on(thread[-1]):
            break
        thread.append(turn)
    return thread


def _goes_on(text: str) -> bool:
    """Whether the text goes on with what the turn before it asked."""
    if wish_of(text) not in {"price", "lookup"}:
        return False
    leans = leans_on_the_thread(text) and not asks_a_fact(text)
    return leans or is_price_talk(content_words(text))


_MONEY = re.compile(
    r"[€$£]|\b(?:eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?)\b|\d\s?(?:%|percent|per cent)"
    r"|\b(?:free|no charge|no extra (?:cost|charge)|at no cost|included|costs? nothing)\b"
)


def _with_its_amount(question: Question, answer: Answer) -> Answer:
    """The answer, unless what something costs was asked for and the passage names no amount at all."""
    if answer.outcome != "answered" or wish_of(question.text) != "price":
        return answer
    if _MONEY.search(fold(answer.text)):
        return answer
    unsure = _handed_over(
        wording.UNSURE,
        Reason.NO_EVIDENCE,
        "What it costs was asked for, and what was found names no amount.",
    )
    return replace(unsure, found=answer.citations, signals=answer.signals)


def _small_talk(text: str) -> Answer:
    thanks = any(
        word in fold(text) for word in ("thank", "thx", "cheers", "danke", "merci", "gracias")
    )
    return Answer(
        outcome="smalltalk", text=wording.THANKS if thanks else wording.GREETING, confidence=1.0
    )


def _not_permitted(question: Question, doubt: str) -> Answer:
    """One text for whatever isn't the asker's to see, so that it tells nothing of it."""
    text = wording.STRANGER if question.partner is None else wording.UNSURE
    return _handed_over(text, Reason.NOT_PERMITTED, doubt)


def _handed_over(text: str, reason: Reason, doubt: str) -> Answer:
    return Answer(outcome="escalated", text=text, confidence=0.0, reason=reason, doubt=doubt)
