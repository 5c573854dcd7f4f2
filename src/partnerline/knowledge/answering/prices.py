"""Answers that are looked up and computed: one product's price, or what stands in its way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering import wording
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.products import (
    Catalog,
    Mention,
    Named,
    Several,
    Unclear,
    Unknown,
    Unnamed,
)
from partnerline.knowledge.intent.requests import Asked, read_request
from partnerline.knowledge.intent.wishes import is_price_talk
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.ports import PriceBook, Retriever, Scope
from partnerline.knowledge.pricing.ladder import (
    BelowMinimum,
    CurrencyNeeded,
    Disagreement,
    NoPrice,
    OnRequest,
    Priced,
    PriceRequest,
    Rounding,
    TermNeeded,
    price_for,
)
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.words import compact, content_words, fold

MOST = 10_000_000
"""The largest quantity that is taken for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDesk:
    """Prices what was asked for, from the lists in scope and from nothing else."""

    book: PriceBook
    retriever: Retriever
    confidence: Confidence
    rounding: Rounding

    def concerns(self, question: Question, scope: Scope, *, in_words: bool) -> bool:
        """Whether the question is about a price: one asked `in_words` that names a product, or no thing at all.

        A product with nothing but numbers beside it is a price in short. A price word beside other things, such as a
        competitor or a fee, is for the documents. Whether a stranger's product has a price isn't even looked at.
        """
        products = self.book.products(scope)
        mention = read_request(question.text, (), Catalog(products)).mention
        if in_words and (question.partner is None or not isinstance(mention, Unnamed)):
            return True
        spans = () if isinstance(mention, Unnamed) else mention.spans
        rest = content_words(
            "".join(c for i, c in enumerate(fold(question.text)) if not _inside(i, spans))
        )
        return is_price_talk(rest) and (in_words or _is_by_number(mention, products))

    def answer(self, question: Question, scope: Scope) -> Answer:
        """The price, a question back, or an escalation that says what is missing."""
        if question.partner is None:
            return replies.stranger()
        asked = self._asked(question, scope)
        if asked.period is not None:
            scope = scope_of(self.retriever.shelves(), question.partner, asked.period.first)
            asked = self._asked(question, scope)
        match asked.mention:
            case Named(product=product):
                return _hindrance(asked, product) or self._price(question, asked, product, scope)
            case Unclear(choices=products):
                return _hindrance(asked, None) or replies.which(asked, products)
            case Several(products=products):
                return _hindrance(asked, None) or replies.several(products)
            case Unknown(written=written):
                return replies.no_price(
                    f"No list that this asker may see has the part number “{written}”."
                )
            case Unnamed():
                return _hindrance(asked, None) or replies.which_at_all()
            case other:
                assert_never(other)

    def _asked(self, question: Question, scope: Scope) -> Asked:
        earlier = [turn.text for turn in question.history if turn.role == "user"]
        return read_request(question.text, earlier, Catalog(self.book.products(scope)))

    def _price(self, question: Question, asked: Asked, product: Product, scope: Scope) -> Answer:
        entries = self.book.prices(product.sku, scope)
        on = asked.period.first if asked.period else question.as_of
        outcome = self._priced(question, asked, entries, on)
        if asked.period and any(
            other != outcome for other in self._on_other_days(question, asked, product)
        ):
            return replies.changed(asked.period.first, asked.period.last)
        match outcome:
            case Quote() if _rounds_away(outcome):
                return replies.too_small(product)
            case Quote():
                return self._quoted(question, asked, outcome, entries, on)
            case NoPrice():
                return replies.no_price(
                    f"No list in force on {on} has a price of {product.sku} for this asker."
                )
            case OnRequest(price=price):
                return replies.on_request(price)
            case TermNeeded(terms=terms, asked=months):
                return replies.which_term(asked, product, terms, months)
            case CurrencyNeeded(currencies=currencies):
                return replies.which_currency(asked, product, currencies)
            case BelowMinimum(minimum=minimum):
                return replies.too_few(asked, product, minimum)
            case Disagreement(quotes=quotes):
                return replies.disagreement(quotes)
            case other:
                assert_never(other)

    def _priced(
        self, question: Question, asked: Asked, entries: Sequence[Price], on: date
    ) -> Priced:
        request = PriceRequest(
            quantity=asked.quantities[0] if asked.quantities else None,
            term_months=asked.terms[0] if asked.terms else None,
            list_only=asked.list_only,
            currency=asked.currency,
        )
        return price_for(entries, question.partner, request, as_of=on, rounding=self.rounding)

    def _on_other_days(
        self, question: Question, asked: Asked, product: Product
    ) -> Iterator[Priced]:
        """What comes of the same request on every later day of the period, from the lists of that day."""
        if asked.period is None:
            return
        shelves, day = self.retriever.shelves(), asked.period.first
        known: dict[Scope, tuple[Price, ...]] = {}
        while day < asked.period.last:
            day += timedelta(days=1)
            scope = scope_of(shelves, question.partner, day)
            if scope not in known:
                known[scope] = self.book.prices(product.sku, scope)
            yield self._priced(question, asked, known[scope], day)

    def _quoted(
        self, question: Question, asked: Asked, quote: Quote, entries: Sequence[Price], on: date
    ) -> Answer:
        line = quote.lines[0]
        bands = () if asked.list_only else _bands_beside(quote, entries, on)
        return Answer(
            outcome="answered",
            text=wording.priced(quote, bands, asked_on=question.asked_on or question.as_of),
            confidence=self.confidence.exact,
            citations=(Citation(source=quote.price_list, locator=line.cell, quote=line.row),),
            quote=quote,
            signals={"exact": 1.0},
        )


def _bands_beside(quote: Quote, entries: Sequence[Price], on: date) -> list[Price]:
    """The entries that differ from the quoted one by their band alone, itself among them."""
    cell = quote.lines[0].cell
    own = next(
        entry for entry in entries if (entry.list.path, entry.locator) == (quote.price_list, cell)
    )
    return [
        entry
        for entry in entries
        if entry.holds_on(on)
        and (entry.list, entry.tier, entry.term_months, entry.currency)
        == (own.list, own.tier, own.term_months, own.currency)
    ]


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _hindrance(asked: Asked, product: Product | None) -> Answer | None:
    """What keeps a request from being computed at all."""
    if asked.beyond is not None:
        return replies.beyond(asked.beyond)
    if asked.vague_day is not None:
        return replies.which_day()
    if asked.uncounted or (product is not None and _may_be_number(asked, product)):
        return replies.how_many(replace(asked, quantities=()), product)
    if len(asked.quantities) > 1 or any(not 1 <= number <= MOST for number in asked.quantities):
        return replies.how_many(asked, product)
    if len(asked.terms) > 1 and product is not None:
        return replies.which_term(asked, product, asked.terms, None)
    return None


def _is_by_number(mention: Mention, products: Sequence[Product]) -> bool:
    """Whether a product is named, or a part number that only looks like one of these: "AX-2000" beside an AX-200."""
    match mention:
        case Named():
            return True
        case Unclear(spans=spans):
            return bool(spans)
        case Unknown(written=written):
            begins = re.match(r"[^\W\d_]{2,}", compact(written))
            return bool(begins) and any(
                compact(product.sku).startswith(begins.group()) for product in products if begins
            )
        case _:
            return False


def _may_be_number(asked: Asked, product: Product) -> bool:
    """Whether a quantity may be another part number: "10047 and 10048", where part numbers are digits alone."""
    return product.sku.isdigit() and any(
        len(str(number)) == len(product.sku) > 3 and str(number)[:-2] == product.sku[:-2]
        for number in asked.quantities
    )


def _rounds_away(quote: Quote) -> bool:
    """Whether rounding to the cent leaves nothing of a price: it is too small to be quoted by the unit."""
    return any(line.unit_price == 0 and line.list_price > 0 for line in quote.lines)
