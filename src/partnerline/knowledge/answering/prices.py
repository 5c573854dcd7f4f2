"""Answers that are looked up and computed: what was asked, priced on the day it is about, or what stands in its way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.knowledge.answering import (
    budgets,
    comparisons,
    packets,
    special_offers,
)
from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering.asking import Asking
from partnerline.knowledge.answering.hindrances import offers_unsettled, unsettled
from partnerline.knowledge.answering.lines import Solved, hindrance, product_of, solve
from partnerline.knowledge.answering.price_wording import priced
from partnerline.knowledge.answering.replying import citations, cited, cited_offer
from partnerline.knowledge.answering.shelf_catalog import CatalogShelf
from partnerline.knowledge.answering.sight import Sight, bands_beside, is_for
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.offers_asked import OfferQuestion, asks_about_offers
from partnerline.knowledge.intent.products import Mention, Named, Unclear, Unknown, Unnamed
from partnerline.knowledge.intent.shortly import may_be_an_order, says_little_else, unread
from partnerline.knowledge.intent.wishes import is_price_talk
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.ports import PriceBook, Retriever, Scope
from partnerline.knowledge.pricing.basket import basket
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import PricingRules
from partnerline.knowledge.words import compact, content_words, fold

MOST_UNREAD = 8
"""Words that a price names as left out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDesk:
    """Prices what was asked for, from the lists in scope and from nothing else."""

    book: PriceBook
    retriever: Retriever
    catalogs: CatalogShelf
    confidence: Confidence
    rules: PricingRules

    def asking(self, question: Question) -> Asking:
        """The question before this desk's lists."""
        return Asking(
            question=question,
            book=self.book,
            retriever=self.retriever,
            catalogs=self.catalogs,
            rules=self.rules,
        )

    def concerns(self, question: Question, scope: Scope, *, in_words: bool) -> bool:
        """Whether the question is about a price: one asked `in_words` that names a product, or no thing at all.

        A product with nothing but numbers beside it is a price in short. A price word beside other things, such as a
        competitor or a fee, is for the documents. Whether a stranger's product has a price isn't even looked at.
        """
        asked = self.asking(replace(question, history=())).read(scope)
        mentions = [one.mention for one in asked.wanted] or [Unnamed()]
        named = any(not isinstance(mention, Unnamed) for mention in mentions)
        if in_words and (question.partner is None or named):
            return True
        spans = [span for mention in mentions if not isinstance(mention, Unnamed) for span in mention.spans]  # fmt: skip
        folded = fold(question.text)
        rest = content_words("".join(c for i, c in enumerate(folded) if not _inside(i, spans)))
        if asked.is_an_order or (asked.counts_a_product and says_little_else(question.text, asked)):
            return True
        talk = is_price_talk(rest)
        return talk and (in_words or any(self._is_by_number(m, scope) for m in mentions))

    def is_added_to(self, question: Question, scope: Scope) -> bool:
        """Whether the text adds to what the thread asked the price of: an offer, a budget, a comparison."""
        alone = self.asking(replace(question, history=())).read(scope)
        if not alone.adds_to_a_price:
            return False
        wanted = self.asking(question).read(scope).wanted
        return any(isinstance(one.mention, Named) for one in wanted)

    def asked_back(self, question: Question, scope: Scope) -> Answer | None:
        """A question back where products are counted in words that nobody else should answer; else `None`."""
        asked = self.asking(replace(question, history=())).read(scope)
        if question.partner is None or not may_be_an_order(question.text, asked):
            return None
        return replies.price_meant(asked)

    def is_on_offers(self, question: Question, scope: Scope) -> bool:
        """Whether the question is about promotions themselves, and there is a table of them to tell it from."""
        if question.partner is None or self._offers_asked(question, scope) is None:
            return False
        return not self.asking(question).read(scope).is_an_order

    def on_offers(self, question: Question, scope: Scope) -> Answer:
        """What the promotions table says, of the promotions that are for this asker."""
        asked, asking = self._offers_asked(question, scope), self.asking(question)
        assert asked is not None  # noqa: S101 - the caller has looked
        wanted = asking.read(scope).wanted
        named = [product_of(one) for one in wanted if isinstance(one.mention, Named)]
        return special_offers.on_offers(asked, named, asking.sight(question.as_of), self.confidence)

    def wish(self, question: Question, scope: Scope) -> Answer | None:
        """What a manager needs to decide on a wish about a product's price; `None` where none is named."""
        if question.partner is None:
            return None
        asked = self.asking(question).read(scope)
        if not any(isinstance(one.mention, Named) for one in asked.wanted):
            return None
        return packets.packet(asked, self.asking(question).sight(question.as_of))

    def _offers_asked(self, question: Question, scope: Scope) -> OfferQuestion | None:
        promotions = self.book.promotions(scope)
        return asks_about_offers(question.text, promotions) if promotions else None

    def answer(self, question: Question, scope: Scope) -> Answer:
        """The price, a question back, or an escalation that says what is missing."""
        if question.partner is None:
            return replies.read_along() if question.readers else replies.stranger()
        asking = self.asking(question)
        asked = asking.read(scope)
        if asked.comparison == "days":
            return self._held_against(asking, asked)
        if not asked.periods:
            return self._on(asking, question.as_of, None)
        answers = [self._over(asking, period) for period in asked.periods]
        if len({_essence(answer) for answer in answers}) > 1:
            return replies.which_of_days(asked, asked.periods)
        return answers[-1]

    def _held_against(self, asking: Asking, asked: Asked) -> Answer:
        """Two days side by side, or one and the day that is asked about anyway."""
        days = [period.first for period in asked.periods]
        if not days:
            return replies.which_day()
        if len(days) == 1:
            days.append(asking.question.as_of)
        sights = [asking.sight(day) for day in days]
        if reply := hindrance(asked) or offers_unsettled(asked, sights[0]):
            return reply
        return comparisons.of_days(asked, sights, self.confidence)

    def _over(self, asking: Asking, period: Period) -> Answer:
        """The answer for a span of days: that of its first, unless another day's is another."""
        first = self._on(asking, period.first, period)
        if period.first == period.last:
            return first
        essence, changes = _essence(first), [period.first]
        for day in asking.days_of_change(period):
            other = _essence(self._on(asking, day, Period(first=day, last=day)))
            if other != essence:
                changes.append(day)
                essence = other
        if len(changes) == 1:
            return first
        asked = asking.read(asking.scope(period.first))
        return replies.changed(period.first, period.last, asked, changes)

    def _on(self, asking: Asking, day: date, period: Period | None) -> Answer:
        """The answer on one day, as those see it who may see that day's documents."""
        sight = asking.sight(day)
        asked = replace(asking.read(sight.scope), periods=(period,) if period else ())
        answer = unsettled(asked, sight) or _dated(self._computed(asked, sight), day)
        return with_what_was_unread(answer, unread(asking.question.text, asked))

    def _computed(self, asked: Asked, sight: Sight) -> Answer:
        comparing = asked.comparison is not None
        if reply := hindrance(asked, comparing=comparing):
            return reply
        if asked.budget is not None:
            return budgets.afforded(asked, sight, self.confidence)
        if asked.comparison is not None:
            return comparisons.compared(asked, sight, self.confidence)
        solved = solve(asked, sight)
        return solved if isinstance(solved, Answer) else self._quoted(asked, sight, solved)

    def _quoted(self, asked: Asked, sight: Sight, solved: Solved) -> Answer:
        quotes = basket(solved.quotes)
        if asked.by_month and not any(line.term_months for q in quotes for line in q.lines):
            return replies.not_by_month(product_of(asked.wanted[0]))
        offers, bands = _counted(asked, quotes), _bands(asked, sight, quotes)
        told = [
            *(cited(price) for price in bands),
            *(cited_offer(one) for one in offers),
            *(cited_offer(one) for one in solved.refused if is_for(one, sight.partner)),
        ]
        return Answer(
            outcome="answered",
            text=priced(
                quotes,
                bands=bands,
                notes=solved.notes,
                by_month=asked.by_month,
                asked_on=sight.asked_on,
                offers=offers,
            ),
            confidence=self.confidence.exact,
            citations=tuple(
                dict.fromkeys([*(one for quote in quotes for one in citations(quote)), *told])
            ),
            quote=quotes[0] if len(quotes) == 1 else None,
            quotes=quotes if len(quotes) > 1 else (),
            signals={"exact": 1.0},
        )

    def _is_by_number(self, mention: Mention, scope: Scope) -> bool:
        """Whether a product is named, or a part number that only looks like one of these: "AX-2000" beside an AX-200."""
        match mention:
            case Named():
                return True
            case Unclear(spans=spans):
                return bool(spans)
            case Unknown(written=written):
                begins = re.match(r"[^\W\d_]{2,}", compact(written))
                return bool(begins) and any(
                    compact(product.sku).startswith(begins.group())
                    for product in self.catalogs.products(scope)
                    if begins
                )
            case _:
                return False


def with_what_was_unread(answer: Answer, words: Sequence[str]) -> Answer:
    """A price says which words of the question it leaves out: nothing that was asked for is dropped in silence."""
    if answer.outcome != "answered" or not words:
        return answer
    said = ", ".join(f"“{word}”" for word in words[:MOST_UNREAD])
    return replace(
        answer, text=f"{answer.text}\n\nNot in this price, as I made nothing of it: {said}."
    )


def _dated(answer: Answer, day: date) -> Answer:
    """The answer with the day that its prices were looked up for."""
    return replace(
        answer,
        quote=replace(answer.quote, as_of=day) if answer.quote else None,
        quotes=tuple(replace(quote, as_of=day) for quote in answer.quotes),
    )


def _bands(asked: Asked, sight: Sight, quotes: Sequence[Quote]) -> Sequence[Price]:
    """The bands beside a single piece's price, where nobody said how many."""
    lines = [line for quote in quotes for line in quote.lines]
    if len(lines) != 1 or lines[0].quantity != 1 or asked.list_only:
        return ()
    product = Product(sku=lines[0].sku, name=lines[0].name)
    return bands_beside(lines[0].cell, lines[0].price_list, sight.entries(product), sight.day)


def _counted(asked: Asked, quotes: Sequence[Quote]) -> list[Promotion]:
    """The promotions' rows that took part in a price."""
    applied = {rule for quote in quotes for line in quote.lines for rule in line.applied}
    if not any(rule.startswith("promotion ") for rule in applied):
        return []
    skus = {compact(line.sku) for quote in quotes for line in quote.lines}
    exact = [o for o in asked.promotions if skus & {compact(one) for one in o.applies_to}]
    return exact or list(asked.promotions)


def _essence(answer: Answer) -> tuple[object, ...]:
    """What makes two days' answers the same: how they end, and every amount."""
    quotes = (answer.quote, *answer.quotes)
    amounts = [
        (quote.currency, quote.total, *(line.unit_price for line in quote.lines))
        for quote in quotes
        if quote
    ]
    return (answer.outcome, answer.reason, tuple(amounts), () if amounts else answer.choices)


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
