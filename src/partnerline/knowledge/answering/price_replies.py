"""What is said where a price request doesn't end in a price: a question back, or a person and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.knowledge.answering import wording
from partnerline.knowledge.intent.requests import Asked
from partnerline.knowledge.model import Answer, Citation, Reason
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote

MOST_CHOICES = 6
"""Products that are offered to choose from; of more, the part number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """A request in words of its own, so that a choice can be asked by itself, whatever stood before it."""

    asked: Asked

    def __call__(
        self,
        sku: str,
        *,
        quantity: int | None = None,
        months: int | None = None,
        currency: str | None = None,
    ) -> str:
        """The request for this product, with what is chosen in place of what was missing."""
        asked = self.asked
        quantity = quantity or (asked.quantities[0] if len(asked.quantities) == 1 else None)
        months = months or (asked.terms[0] if len(asked.terms) == 1 else None)
        currency = currency or asked.currency
        parts = [
            "list price" if asked.list_only else "price",
            f"for {quantity} x {sku}" if quantity else f"for {sku}",
            f"over {months} months" if months else "",
            f"in {currency}" if currency else "",
            f"on {asked.period.first.isoformat()}" if asked.period else "",
        ]
        return " ".join(part for part in parts if part)


def stranger() -> Answer:
    """A price was asked for by nobody that is known."""
    return Answer(
        outcome="escalated",
        text=wording.STRANGER,
        confidence=0.0,
        reason=Reason.UNKNOWN_PARTNER,
        doubt="A price was asked for by somebody who belongs to no partner that is known.",
    )


def beyond(asked: str) -> Answer:
    """More than a price was asked for; `asked` says what."""
    return _escalated(
        "That needs more than a list price, so I've asked a person; the reply comes here.",
        asked,
        Reason.NEEDS_HUMAN,
    )


def several(products: Sequence[Product]) -> Answer:
    """Several products at once."""
    return _escalated(
        "I price one product at a time so far, so I've asked a person; the reply comes here.",
        f"Several products in one question: {', '.join(product.sku for product in products)}.",
        Reason.NEEDS_HUMAN,
    )


def which_day() -> Answer:
    """A day was spoken of, and not named."""
    return _clarify(
        "For which day? Give it with its year, as in “1 March 2027”, or leave it out for today's price.",
        (),
    )


def changed(first: date, last: date) -> Answer:
    """The price isn't one over all the days that were asked about."""
    return _clarify(f"The price changed between {first} and {last}. Which day do you mean?", ())


def how_many(asked: Asked, product: Product | None) -> Answer:
    """Several numbers could be the quantity, or the one there is can't be."""
    if len(asked.quantities) < 2:
        return _clarify("How many do you mean? It has to be a whole number from one up.", ())
    restated, shown = Restated(asked=asked), [f"{number:,}" for number in asked.quantities]
    choices = (
        [restated(product.sku, quantity=number) for number in asked.quantities] if product else []
    )
    return _clarify(f"How many do you mean, {' or '.join(shown)}?", choices, shown=shown)


def which(asked: Asked, products: Sequence[Product]) -> Answer:
    """The words fit several products."""
    if not products or len(products) > MOST_CHOICES:
        return _clarify("Which product do you mean? Its part number is enough.", ())
    restated = Restated(asked=asked)
    shown = [
        f"{product.sku}: {product.name}" if product.name else product.sku for product in products
    ]
    return _clarify(
        "Which one do you mean?", [restated(product.sku) for product in products], shown=shown
    )


def which_at_all() -> Answer:
    """No product is named."""
    return _clarify("Which product do you mean? A part number or its name is enough.", ())


def which_term(asked: Asked, product: Product, terms: Sequence[int], months: int | None) -> Answer:
    """The product is priced by its term; `months` is one that it has no price for."""
    if not terms:
        return _escalated(
            f"{_called(product)} isn't priced by a term of {months} months, so I've asked a person; the reply comes "
            "here.",
            f"A term of {months} months was asked for, and no list prices {product.sku} by it.",
            Reason.NEEDS_HUMAN,
        )
    unknown = "" if months is None else f"There is no price for {months} months. "
    restated = Restated(asked=asked)
    return _clarify(
        f"{unknown}Over which term?",
        [restated(product.sku, months=term) for term in terms],
        shown=[f"{term} months" for term in terms],
    )


def which_currency(asked: Asked, product: Product, currencies: Sequence[str]) -> Answer:
    """Lists in several currencies hold it."""
    restated = Restated(asked=asked)
    return _clarify(
        "In which currency? There are lists in several.",
        [restated(product.sku, currency=currency) for currency in currencies],
        shown=currencies,
    )


def too_few(asked: Asked, product: Product, minimum: int) -> Answer:
    """The smallest quantity with a price is larger."""
    return _clarify(
        f"The smallest quantity of {_called(product)} with a price is {minimum:,}. Shall I price that?",
        [Restated(asked=asked)(product.sku, quantity=minimum)],
    )


def too_small(product: Product) -> Answer:
    """The unit price is less than half a cent, and rounded to the cent it would be nothing."""
    return _escalated(
        f"{_called(product)} costs less than half a cent apiece, so I've asked a person; the reply comes here.",
        f"The unit price of {product.sku} rounds to 0.00.",
        Reason.NEEDS_HUMAN,
    )


def on_request(price: Price) -> Answer:
    """The list names the product and no price."""
    called = wording.cell(price.name or price.sku)
    answer = _escalated(
        f"{called} has no price in the list, so I've asked a person; the reply comes here.",
        f"The list says “{price.note or 'on request'}” in {price.locator}.",
        Reason.NEEDS_HUMAN,
    )
    return replace(
        answer,
        found=(Citation(source=price.list.path, locator=price.locator, quote=price.row_text),),
    )


def disagreement(quotes: Sequence[Quote]) -> Answer:
    """Two entries in force give different prices: both are shown, and nobody chooses."""
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


def no_price(doubt: str) -> Answer:
    """No list that this asker may see has it."""
    return _escalated(
        "I have no price for that, so I've asked a person; the reply comes here.",
        doubt,
        Reason.NO_EVIDENCE,
    )


def _called(product: Product) -> str:
    return wording.cell(product.name or product.sku)


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
