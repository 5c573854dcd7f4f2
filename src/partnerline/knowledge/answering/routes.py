"""Where a question goes, by its own words and by the turns that it goes on with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.intent.facts import (
    asks_for_a_fact,
    counts_things,
    is_bare_count,
    names_a_fact,
)
from partnerline.knowledge.intent.following import Understood, understood
from partnerline.knowledge.intent.leaning import begins_as_a_follow_up
from partnerline.knowledge.intent.price_wishes import asks_for_a_price, beyond_a_price
from partnerline.knowledge.intent.products import Mention, Named, Unclear
from partnerline.knowledge.intent.replies_to_answers import remark_of
from partnerline.knowledge.intent.wishes import (
    Wish,
    asks_what_to_say,
    is_price_talk,
    leans_on_the_thread,
    wants_all,
    wish_of,
)
from partnerline.knowledge.model import Question
from partnerline.knowledge.ports import Scope
from partnerline.knowledge.words import content_words, fold

Route = Wish | Literal["offers"]
RECENT = 4
"""Earlier turns of a rep that a price may have been asked for in."""
_BESIDE_THE_MATTER = frozenset(("smalltalk", "person", "frustration", "outside"))
"""What a thread goes on past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Tells what a question asks for, in one asker's scope."""

    prices: PriceDesk
    question: Question
    scope: Scope
    asked: Understood

    def route(self) -> Route:
        """What is asked; a part number with a quantity is a price in short, and so is a follow-up on a price."""
        alone = self.alone(self.question.text)
        if alone not in {"price", "lookup"}:
            return alone
        if self.prices.is_on_offers(self.question, self.scope):
            return "offers"
        if self._asks_a_fact(alone):
            return "lookup"
        if alone == "price":
            return "price"
        return self._by_the_thread() or ("price" if self._adds_to_a_price() else "lookup")

    def alone(self, text: str) -> Wish:
        """What a turn asks for by itself."""
        wish = wish_of(text)
        if wish == "price" and asks_what_to_say(text):
            return "lookup"
        if wish not in {"price", "lookup"}:
            return wish
        if wish == "lookup" and asks_for_a_fact(text) and not counts_things(text):
            return "lookup"
        alone = replace(self.question, text=text, history=())
        priced = self.prices.concerns(alone, self.scope, in_words=wish == "price")
        return "price" if priced else "lookup"

    def _asks_a_fact(self, alone: Wish) -> bool:
        """Whether a fact is asked for, by the text itself or of the thread's question."""
        text = self.question.text
        if alone == "lookup" and asks_for_a_fact(text):
            return not self._adds_to_a_price()
        if counts_things(text) or not self._goes_on():
            return False
        _, before = next(self._turns(), (0, ""))
        if not before or self.alone(before) != "lookup":
            return False
        if not asks_for_a_price(fold(text)):
            return alone == "price" and self.alone(self.asked.text) == "lookup"
        return not self._is_named(self.asked.text)

    def _goes_on(self) -> bool:
        return self.asked.relation in {"follow_up", "correction"}

    def names_a_product(self) -> bool:
        """Whether the question itself names something that has a price."""
        return self._is_named(self.question.text)

    def _is_named(self, text: str) -> bool:
        """Whether the text names something that has a price."""
        return self._names(text, Named)

    def _names(self, text: str, *kinds: type[Mention]) -> bool:
        alone = replace(self.question, text=text, history=())
        wanted = self.prices.asking(alone).read(self.scope).wanted
        return any(isinstance(one.mention, kinds) for one in wanted)

    def _by_the_thread(self) -> Route | None:
        """What the turns ask that the text goes on with; a bare number goes past the facts that were asked in between."""
        later = self.question.text
        bare = is_bare_count(later) or wants_all(later)
        if not self._may_be_priced():
            return None
        for place, turn in self._turns():
            if not _goes_on_with_it(later):
                return None
            before: Route = self.alone(turn)
            told = asks_for_a_price(fold(turn)) and self._is_named(turn)
            if before == "price" and place and not told:
                before = self._earlier(place)
            if before != "lookup":
                return "price" if before in {"price", "offers"} else "lookup"
            bare = bare or is_bare_count(turn)
            if asks_for_a_fact(turn) and not bare:
                return "lookup"
            later = turn
        return None

    def thread_of_prices(self) -> Question:
        """The question as it is priced: without the facts asked in between, which name nothing that has a price."""
        kept = [t for t in self.question.history if t.role != "user" or not self._is_beside(t.text)]
        return replace(self.question, history=tuple(kept))

    def _is_beside(self, text: str) -> bool:
        """Whether an earlier turn asked for a fact alone, of what the thread had named already."""
        on_top = beyond_a_price(text) is not None and _OF_THE_PRICE.search(fold(text)) is not None
        if counts_things(text) or not (on_top or asks_for_a_fact(text)):
            return False
        kinds = (Named,) if leans_on_the_thread(text) or on_top else (Named, Unclear)
        return not self._names(text, *kinds)

    def _may_be_priced(self) -> bool:
        """Whether the text goes on with the thread, or says anything that a price is read from."""
        text = self.question.text
        talk = counts_things(text) or is_price_talk(content_words(text)) or wants_all(text)
        if talk or self.asked.relation != "new" or begins_as_a_follow_up(text):
            return True
        return self._names(text, Named, Unclear) or self.prices.is_added_to(
            self.question, self.scope
        )

    def _earlier(self, place: int) -> Route:
        """Where the turn at that place of the thread went."""
        turn, before = self.question.history[place], self.question.history[:place]
        question = replace(self.question, text=turn.text, history=before)
        names = self.prices.catalogs.names(self.scope)
        return replace(self, question=question, asked=understood(question, names)).route()

    def _turns(self) -> Iterator[tuple[int, str]]:
        """The rep's earlier turns with their places, the latest first, less what was said beside the matter."""
        for place, turn in reversed(list(enumerate(self.question.history))):
            beside = turn.role != "user" or wish_of(turn.text) in _BESIDE_THE_MATTER
            if not beside and remark_of(turn.text) is None:
                yield place, turn.text

    def _adds_to_a_price(self) -> bool:
        """Whether the text names an offer, a comparison or the like for a price that the thread asked for."""
        text = self.question.text
        if self.asked.relation == "new" and names_a_fact(text):
            return False
        earlier = [turn.text for turn in self.question.history if turn.role == "user"][-RECENT:]
        asked = any(self.alone(turn) == "price" for turn in earlier)
        return asked and self.prices.is_added_to(self.question, self.scope)


def _goes_on_with_it(text: str) -> bool:
    if wish_of(text) not in {"price", "lookup"}:
        return False
    folded = fold(text)
    leans = leans_on_the_thread(text) or wants_all(text) or _OF_THE_PRICE.search(folded) is not None
    return leans or is_price_talk(content_words(text))


_OF_THE_PRICE = re.compile(
    r"\b(?:the|that|this|your) (?:price|quote|quotation|offer|total|amount)\b"
)


def apart(routes: Routes, wish: Route) -> tuple[str, ...]:
    """The questions of one message that go different ways, or are looked up one by one; none where it is answered whole.

    Prices that are asked for one after another stay together: one may lean on the other, and they have one total.
    """
    parts = routes.asked.parts
    if len(parts) < 2:
        return ()
    wishes = [routes.alone(part) for part in parts]
    if (wish != "lookup" and len(set(wishes)) == 1) or (wish == "offers" and "price" not in wishes):
        return ()
    grouped: list[str] = []
    for place, (part, one) in enumerate(zip(parts, wishes, strict=True)):
        if place and one == "price" == wishes[place - 1]:
            grouped[-1] = f"{grouped[-1]} {part}"
        else:
            grouped.append(part)
    return tuple(grouped) if len(grouped) > 1 else ()


def beside_a_decision(routes: Routes) -> tuple[str, ...]:
    """The questions of a message that ask by themselves for a price or a fact, where it also asks for a decision."""
    parts = [part for part in routes.asked.parts if part.rstrip().endswith("?")]
    wishes = {part: routes.alone(part) for part in parts}
    return tuple(
        part
        for part, wish in wishes.items()
        if wish == "price" or (wish == "lookup" and not leans_on_the_thread(part))
    )
