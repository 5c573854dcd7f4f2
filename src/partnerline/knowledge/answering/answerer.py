"""The straight line from a question to its answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from partnerline.knowledge.access import (
    asks_about_another,
    asks_for_another_region,
    asks_for_another_tier,
    scope_for,
)
from partnerline.knowledge.answering import packets, wording
from partnerline.knowledge.answering.decided import decided_before
from partnerline.knowledge.answering.lookups import Listener, LookupDesk
from partnerline.knowledge.answering.people import (
    FOR_A_PERSON,
    handed_over,
    said,
    small_talk,
    unsettled,
)
from partnerline.knowledge.answering.price_rereading import reread
from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.answering.routes import Route, Routes, apart, beside_a_decision
from partnerline.knowledge.answering.several import together
from partnerline.knowledge.answering.turns import thread_of, turns_of
from partnerline.knowledge.answering.with_amounts import with_its_amount
from partnerline.knowledge.escalating.discounts import speaks_of_discounts, wishes_something_off
from partnerline.knowledge.intent.facts import fact_beside_a_price
from partnerline.knowledge.intent.following import Understood, understood
from partnerline.knowledge.intent.wishes import (
    wish_of,
)
from partnerline.knowledge.model import Answer, Citation, Question, Reason
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Retriever, Scope
from partnerline.knowledge.words import content_words

ON_DISCOUNTS = "who may grant a further discount or a special price, and under which conditions"
"""What the rule is looked for by that bears on a wish for a lower price, however the wish is worded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Answers questions. What the asker may see on that day is settled before anything is searched."""

    retriever: Retriever
    prices: PriceDesk
    lookups: LookupDesk
    directory: Callable[[], Directory]

    @property
    def words(self) -> bool:
        """Whether a language model words answers, so that there is something to listen to meanwhile."""
        return self.lookups.generator is not None

    def answer(self, question: Question, listener: Listener | None = None) -> Answer:
        """The answer, a question back, or an escalation with its reason.

        `listener` gets each sentence that a language model words, as soon as it was found to stand.
        """
        return self._for_one_question()._answer(question, listener)

    def _for_one_question(self) -> "Answerer":
        """The same, with a language model, where there is one, that has the time of one question."""
        generator = self.lookups.generator
        if generator is None:
            return self
        lookups = replace(self.lookups, generator=generator.for_one_question())
        return replace(self, lookups=lookups)

    def _answer(self, question: Question, listener: Listener | None) -> Answer:
        """The answer, unless the same was asked back before."""
        answer = self._once(question, listener)
        if answer.outcome == "clarify" and self._was_asked_back(question, answer):
            return unsettled(answer)
        return answer

    def ranked(self, question: Question) -> tuple[Citation, ...]:
        """Every passage found for a question, best first, whatever becomes of it."""
        scope = scope_for(question, self.retriever.shelves())
        asked = understood(question, self.prices.catalogs.names(scope))
        return self.lookups.ranked(asked.text, scope)

    def _was_asked_back(self, question: Question, answer: Answer) -> bool:
        """Whether the turn before was asked back, in the same words or about what can't be looked up either.

        A price may have two things missing, one after the other; nobody is asked twice otherwise.
        """
        earlier = [n for n, turn in enumerate(question.history) if turn.role == "user"]
        if not earlier:
            return False
        last = earlier[-1]
        before = replace(
            question, text=question.history[last].text, history=question.history[:last]
        )
        asked = self._once(before, None)
        if asked.outcome != "clarify":
            return False
        scope = scope_for(question, self.retriever.shelves())
        routes = self._routes(question, scope)
        return asked.text == answer.text or not (
            routes.route() != "lookup" or routes.names_a_product()
        )

    def _once(self, question: Question, listener: Listener | None) -> Answer:
        """The answer, whatever was asked back before."""
        scope = scope_for(question, self.retriever.shelves())
        if any(
            asks_about_another(
                replace(question, text=text),
                self.directory(),
                lambda: self.prices.catalogs.products(scope),
            )
            for text in thread_of(question)
        ):
            return self._not_permitted(
                question, scope, "It names another partner, or another's tier."
            )
        routes = self._routes(question, scope)
        wish = routes.route()
        if self._is_of_another_region(wish, question, scope):
            return self._not_permitted(
                question, scope, "It asks for the price of a region that isn't its own."
            )
        if wish in {"price", "offers", "lookup"} and (parts := apart(routes, wish)):
            return together(
                [self._once(replace(question, text=part, history=()), None) for part in parts],
                asked=parts,
            )
        return self._answered(wish, question, scope, listener)

    def _answered(
        self,
        wish: Route,
        question: Question,
        scope: Scope,
        listener: Listener | None,
    ) -> Answer:
        match wish:
            case "smalltalk":
                return small_talk(question.text)
            case "outside":
                return said(wording.OUTSIDE)
            case "person" | "frustration" | "errand":
                return self._for_a_person(wish, question, scope)
            case "decision":
                return self._decided_beside(question, scope)
            case "price" if asks_for_another_tier(
                question, self.directory(), self.prices.catalogs.products(scope)
            ):
                return self._not_permitted(
                    question, scope, "It asks for the price of another's tier."
                )
            case "price":
                return self._priced(question, scope)
            case "offers":
                return self.prices.on_offers(question, scope)
            case "lookup":
                return self._looked_up(question, scope, listener)
            case other:
                assert_never(other)

    def _priced(self, question: Question, scope: Scope) -> Answer:
        routes = self._routes(question, scope)
        question = routes.thread_of_prices()
        answer, generator = self.prices.answer(question, scope), self.lookups.generator
        if answer.outcome == "clarify" and routes.asked.relation == "correction":
            whole = replace(question, text=routes.asked.text, history=())
            alone = self.prices.answer(whole, scope)
            answer = alone if alone.outcome == "answered" else answer
        if generator is not None:
            answer = reread(answer, question, scope, prices=self.prices, generator=generator)
        if answer.decision is not None:
            return packets.with_rule(answer, self._rule_on_discounts(scope))
        fact = fact_beside_a_price(question.text)
        if answer.outcome != "answered" or answer.quote is None or not fact:
            return answer
        skus = dict.fromkeys(line.sku for line in answer.quote.lines)
        beside = f"What is the {fact} of the {' and the '.join(skus)}?"
        told = self._once(replace(question, text=beside, history=()), None)
        return together([answer, told], asked=(question.text, beside))

    def _for_a_person(
        self, wish: Literal["person", "frustration", "errand"], question: Question, scope: Scope
    ) -> Answer:
        """A person is called, and sees what was asked before where the text itself asks nothing."""
        text, reason, doubt = FOR_A_PERSON[wish]
        asked = next(
            (one for one in turns_of(question) if content_words(one) and wish_of(one) == "lookup"),
            question.text,
        )
        return replace(handed_over(text, reason, doubt), found=self.lookups.nearest(asked, scope))

    def _is_of_another_region(self, wish: Route, question: Question, scope: Scope) -> bool:
        """Whether a price or an offer is asked for that is of another region than the asker's."""
        computed = wish in {"price", "offers"}
        if not computed and (wish != "lookup" or wish_of(question.text) != "price"):
            return False
        return asks_for_another_region(
            thread_of(question),
            question.partner,
            self.directory(),
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

    def _looked_up(self, question: Question, scope: Scope, listener: Listener | None) -> Answer:
        """A passage's words, unless they would answer what is no question for the documents."""
        names = self.prices.catalogs.names(scope)
        asked = understood(question, names)
        if self._is_of_a_price(asked, question, scope):
            return self._once(replace(question, text=asked.about, history=()), None)
        answer = with_its_amount(
            question,
            self.lookups.answer(question, scope, asked, names=names, listener=listener),
        )
        if answer.outcome != "answered":
            return answer
        if answer.citations[0].is_answered:
            return answer
        return self.prices.asked_back(question, scope) or answer

    def _is_of_a_price(self, asked: Understood, question: Question, scope: Scope) -> bool:
        """Whether a remark on an answer, "say that again", "where does it stand?", is on a price."""
        if asked.relation not in _ON_THE_ANSWER or not asked.about:
            return False
        return self._routes(question, scope).alone(asked.about) == "price"

    def _decided_beside(self, question: Question, scope: Scope) -> Answer:
        """What a person decides, which sees all that was written, after what else was asked and can be answered."""
        decision = self._decision(question, scope)
        beside = beside_a_decision(self._routes(question, scope))
        told = [self._once(replace(question, text=part, history=()), None) for part in beside]
        answered = [answer for answer in told if answer.outcome == "answered"]
        return together([*answered, decision]) if answered else decision

    def _decision(self, question: Question, scope: Scope) -> Answer:
        """What nobody but a person may grant: the rule that bears on it, and for a product's price its effect."""
        wish = self.prices.wish(question, scope)
        asked = understood(question, self.prices.catalogs.names(scope))
        if wish is None and (kept := decided_before(question, asked, scope, self.lookups)):
            return kept
        wish = wish or handed_over(
            wording.DECISION,
            Reason.NEEDS_HUMAN,
            "The rep asks for a decision that no document takes.",
        )
        nearest = self.lookups.nearest(question.text, scope)
        rule = self._rule_on_discounts(scope) if wishes_something_off(question.text) else None
        ruled = packets.with_rule(wish, rule)
        return ruled if ruled.found else replace(ruled, found=nearest)

    def _rule_on_discounts(self, scope: Scope) -> Citation | None:
        """What the documents say of who may take something off a price."""
        rules = self.lookups.nearest(ON_DISCOUNTS, scope, listed=False)
        return next((found for found in rules if speaks_of_discounts(found.quote)), None)

    def _routes(self, question: Question, scope: Scope) -> Routes:
        asked = understood(question, self.prices.catalogs.names(scope))
        return Routes(prices=self.prices, question=question, scope=scope, asked=asked)

    def _not_permitted(self, question: Question, scope: Scope, doubt: str) -> Answer:
        """What any question reads like that can't be answered, so that the reply tells nothing of what isn't the asker's."""
        unsure = self.lookups.unsure(question, question.text, scope)
        return replace(
            unsure, confidence=0.0, reason=Reason.NOT_PERMITTED, doubt=doubt, found=(), signals={}
        )


_ON_THE_ANSWER = frozenset({"shorter", "longer", "again", "source"})
