"""Answers that are looked up and computed: one product's price, or what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.answering import wording
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.products import Catalog, Named, Several, Unclear, Unknown, Unnamed
from partnerline.knowledge.intent.requests import Asked, read_request
from partnerline.knowledge.intent.wishes import is_price_talk
from partnerline.knowledge.model import Answer, Citation, Question, Reason
from partnerline.knowledge.ports import PriceBook, Retriever, Scope
from partnerline.knowledge.pricing.ladder import (
    BelowMinimum,
    CurrencyNeeded,
    Disagreement,
    NoPrice,
    OnRequest,
    PriceRequest,
    Rounding,
    TermNeeded,
    price_for,
)
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.words import content_words

MOST_CHOICES = 6


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
        mention = read_request(question.text, (), Catalog(self.book.products(scope))).mention
        if in_words and (question.partner is None or not isinstance(mention, Unnamed)):
            return True
        spans = mention.spans if isinstance(mention, Named) else ()
        rest = content_words(
            "".join(c for i, c in enumerate(question.text) if not _inside(i, spans))
        )
        return is_price_talk(rest) and (in_words or isinstance(mention, Named))

    def answer(self, question: Question, scope: Scope) -> Answer:
        """The price, a question back, or an escalation that says what is missing."""
        earlier = [turn.text for turn in question.history if turn.role == "user"]
        asked = read_request(question.text, earlier, Catalog(self.book.products(scope)))
        if asked.period is not None:
            scope = scope_of(self.retriever.shelves(), question.partner, asked.period.first)
            asked = read_request(question.text, earlier, Catalog(self.book.products(scope)))
        hindrance = _hindrance(question, asked)
        if hindrance is not None:
            return hindrance
        match asked.mention:
            case Named(product=product):
                return self._price(question, asked, product, scope)
            case Unclear(choices=products):
                return _which(products)
            case Several(products=products):
                return _escalated(
                    "I price one product at a time so far, so I've asked a person; the reply comes here.",
                    f"Several products in one question: {', '.join(product.sku for product in products)}.",
                    Reason.NEEDS_HUMAN,
                )
            case Unknown(written=written):
                return _no_price(
                    f"No list that this asker may see has the part number “{written}”."
                )
            case Unnamed():
                return _clarify(
                    "Which product do you mean? A part number or its name is enough.", ()
                )
            case other:
                assert_never(other)

    def _price(self, question: Question, asked: Asked, product: Product, scope: Scope) -> Answer:
        request = PriceRequest(
            quantity=asked.quantities[0] if asked.quantities else None,
            term_months=asked.terms[0] if asked.terms else None,
            list_only=asked.list_only,
            currency=asked.currency,
        )
        entries = self.book.prices(product.sku, scope)
        on = asked.period.first if asked.period else question.as_of
        outcome = price_for(entries, question.partner, request, as_of=on, rounding=self.rounding)
        if asked.period and asked.period.last != asked.period.first:
            later_scope = scope_of(self.retriever.shelves(), question.partner, asked.period.last)
            later = self.book.prices(product.sku, later_scope)
            last = price_for(
                later, question.partner, request, as_of=asked.period.last, rounding=self.rounding
            )
            if last != outcome:
                return _clarify(
                    f"The price changed between {asked.period.first} and {asked.period.last}. Which day do you mean?",
                    (),
                )
        match outcome:
            case Quote():
                return self._quoted(question, asked, outcome, entries, on)
            case NoPrice():
                return _no_price(
                    f"No list in force on {on} has a price of {product.sku} for this asker.",
                )
            case OnRequest(price=price):
                return replace(
                    _escalated(
                        f"{wording.cell(price.name or price.sku)} is priced on request, so I've asked a person; "
                        "the reply comes here.",
                        f"The list says “{price.note or 'on request'}” in {price.locator}.",
                        Reason.NEEDS_HUMAN,
                    ),
                    found=(_cited(price),),
                )
            case TermNeeded(terms=terms, asked=months):
                return _which_term(product, terms, months)
            case CurrencyNeeded(currencies=currencies):
                return _clarify(
                    "In which currency? There are lists in several.",
                    tuple(f"in {currency}" for currency in currencies),
                )
            case BelowMinimum(minimum=minimum):
                return _clarify(
                    f"The smallest quantity with a price is {minimum}. Shall I price that?",
                    (f"price for {minimum} {product.sku}",),
                )
            case Disagreement(quotes=quotes):
                return _disagreement(quotes)
            case other:
                assert_never(other)

    def _quoted(
        self, question: Question, asked: Asked, quote: Quote, entries: Sequence[Price], on: date
    ) -> Answer:
        line = quote.lines[0]
        own = next(e for e in entries if e.locator == line.cell and e.list.path == quote.price_list)
        bands = [
            entry
            for entry in entries
            if entry.list == own.list
            and entry.holds_on(on)
            and (entry.tier, entry.term_months, entry.currency)
            == (own.tier, own.term_months, own.currency)
        ]
        return Answer(
            outcome="answered",
            text=wording.priced(
                quote,
                [] if asked.list_only else bands,
                asked_on=question.asked_on or question.as_of,
            ),
            confidence=self.confidence.exact,
            citations=(Citation(source=quote.price_list, locator=line.cell, quote=line.row),),
            quote=quote,
            signals={"exact": 1.0},
        )


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _hindrance(question: Question, asked: Asked) -> Answer | None:
    """What keeps a request from being computed at all, whatever the product."""
    if question.partner is None:
        return Answer(
            outcome="escalated",
            text=wording.STRANGER,
            confidence=0.0,
            reason=Reason.UNKNOWN_PARTNER,
            doubt="A price was asked for by somebody who belongs to no partner that is known.",
        )
    if asked.beyond is not None:
        return _escalated(
            "That needs more than a list price, so I've asked a person; the reply comes here.",
            asked.beyond,
            Reason.NEEDS_HUMAN,
        )
    if asked.vague_day is not None:
        return _clarify(
            "For which day? Give it with its year, as in “1 March 2027”, or leave it out for today's price.",
            (),
        )
    if len(asked.quantities) > 1:
        shown = " or ".join(str(number) for number in asked.quantities)
        return _clarify(
            f"How many do you mean, {shown}?", tuple(str(number) for number in asked.quantities)
        )
    if asked.quantities and not 1 <= asked.quantities[0] <= 10_000_000:
        return _clarify("How many do you mean? It has to be a whole number from one up.", ())
    if len(asked.terms) > 1:
        return _clarify(
            "Which term do you mean?", tuple(f"{months} months" for months in asked.terms)
        )
    return None


def _which(products: Sequence[Product]) -> Answer:
    if not products or len(products) > MOST_CHOICES:
        return _clarify("Which product do you mean? Its part number is enough.", ())
    shown = tuple(
        f"{product.sku}: {product.name}" if product.name else product.sku for product in products
    )
    return _clarify(
        "Which one do you mean?", tuple(product.sku for product in products), shown=shown
    )


def _which_term(product: Product, terms: Sequence[int], asked: int | None) -> Answer:
    if not terms:
        return _escalated(
            f"{wording.cell(product.name or product.sku)} isn't priced by a term of {asked} months, so I've asked a "
            "person; the reply comes here.",
            f"A term of {asked} months was asked for, and no list prices {product.sku} by it.",
            Reason.NEEDS_HUMAN,
        )
    unknown = "" if asked is None else f"There is no price for {asked} months. "
    return _clarify(f"{unknown}Over which term?", tuple(f"{months} months" for months in terms))


def _disagreement(quotes: Sequence[Quote]) -> Answer:
    cited = tuple(
        Citation(source=quote.price_list, locator=quote.lines[0].cell, quote=quote.lines[0].row)
        for quote in quotes
    )
    return Answer(
        outcome="escalated",
        text=wording.disagreeing(quotes),
        confidence=0.0,
        reason=Reason.CONFLICT,
        citations=cited,
        found=cited,
        doubt="Two entries in force, equally specific, give different prices for the same thing.",
    )


def _no_price(doubt: str) -> Answer:
    return _escalated(
        "I have no price for that, so I've asked a person; the reply comes here.",
        doubt,
        Reason.NO_EVIDENCE,
    )


def _cited(price: Price) -> Citation:
    return Citation(source=price.list.path, locator=price.locator, quote=price.row_text)


def _clarify(text: str, choices: Sequence[str], *, shown: Sequence[str] | None = None) -> Answer:
    listed = f"\n\n{wording.choices(shown or choices)}" if choices else ""
    return Answer(
        outcome="clarify",
        text=text + listed,
        confidence=0.0,
        reason=Reason.AMBIGUOUS,
        choices=tuple(choices),
    )


def _escalated(text: str, doubt: str, reason: Reason) -> Answer:
    return Answer(outcome="escalated", text=text, confidence=0.0, reason=reason, doubt=doubt)
