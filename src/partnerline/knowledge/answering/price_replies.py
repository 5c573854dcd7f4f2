"""What is said where a price request doesn't end in a price: a question back, or a person and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from partnerline.knowledge.answering import price_wording, wording
from partnerline.knowledge.answering.price_wording import name_beside
from partnerline.knowledge.answering.replying import called, citations, cited, clarify, escalated
from partnerline.knowledge.answering.restated import restated, with_product, with_quantity
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.products import Named
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.pricing.price import Per, Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import BelowMinimum, BrokenPack, PackUnclear

CountedWord = Literal["pack", "piece"]
MOST_CHOICES = 6
"""Products that are offered to choose from; of more, the part number is asked for."""


def stranger() -> Answer:
    """A price was asked for by nobody that is known."""
    return Answer(
        outcome="escalated",
        text=wording.STRANGER,
        confidence=0.0,
        reason=Reason.UNKNOWN_PARTNER,
        doubt="A price was asked for by somebody who belongs to no partner that is known.",
    )


def read_along() -> Answer:
    """A price was asked for where several read the answer: nobody's is said there."""
    return Answer(
        outcome="escalated",
        text=wording.READ_ALONG,
        confidence=0.0,
        reason=Reason.NOT_PERMITTED,
        doubt="A price was asked for where others than one partner alone read the answer, so none was computed.",
    )


def beyond(asked: str) -> Answer:
    """More than a price was asked for; `asked` says what."""
    return escalated(
        "That needs more than a price list, so I've asked a person; the reply comes here.", asked
    )


def price_meant(asked: Asked) -> Answer:
    """Products are counted, and what is wanted of them isn't clear."""
    sure = all(isinstance(one.mention, Named) and len(one.quantities) == 1 and not one.uncounted for one in asked.wanted)  # fmt: skip
    return clarify(
        "Is it a price that you want? Then the products and how many of each are enough.",
        [restated(asked)] if sure else [],
    )


def which_day() -> Answer:
    """A day was spoken of, and not named."""
    return clarify(
        "For which day? Give it with its year, as in “1 March 2027”, or leave it out for today's price.",
        (),
    )


def which_of_days(asked: Asked, periods: Sequence[Period]) -> Answer:
    """The words fit several days, and the price isn't the same on them."""
    return clarify(
        "Which day do you mean? The price isn't the same on them.",
        [restated(replace(asked, periods=(period,))) for period in periods],
        shown=[price_wording.days(period.first, period.last) if period.first != period.last else period.first.isoformat() for period in periods],
    )  # fmt: skip


def changed(first: date, last: date, asked: Asked, days: Sequence[date]) -> Answer:
    """The price isn't one over all the days that were asked about; `days` are those it changes on."""
    return clarify(
        f"The price changes between {first} and {last}. Which day do you mean?",
        [
            restated(replace(asked, periods=(Period(first=day, last=day),)))
            for day in days[:MOST_CHOICES]
        ],
        shown=[day.isoformat() for day in days[:MOST_CHOICES]],
    )


def how_many(asked: Asked, place: int, product: Product | None) -> Answer:
    """Several numbers could be the quantity, or the one there is can't be."""
    wanted = asked.wanted[place]
    of = f" of {called(product)}" if product and len(asked.wanted) > 1 else ""
    if len(wanted.quantities) < 2:
        return clarify(f"How many{of} do you mean? It has to be a whole number from one up.", ())
    shown = [f"{number:,}" for number in wanted.quantities]
    choices = (
        [restated(with_quantity(asked, place, number)) for number in wanted.quantities]
        if product
        else []
    )
    return clarify(f"How many{of} do you mean, {' or '.join(shown)}?", choices, shown=shown)


def which(asked: Asked, place: int, products: Sequence[Product]) -> Answer:
    """The words fit several products."""
    if not products or len(products) > MOST_CHOICES:
        return clarify("Which product do you mean? Its part number is enough.", ())
    shown = [
        f"{product.sku}: {name_beside(product.sku, product.name)}" if product.name else product.sku
        for product in products
    ]
    choices = [restated(with_product(asked, place, product)) for product in products]
    return clarify("Which one do you mean?", choices, shown=shown)


def which_at_all() -> Answer:
    """No product is named."""
    return clarify("Which product do you mean? A part number or its name is enough.", ())


def which_term(asked: Asked, product: Product, terms: Sequence[int], months: int | None) -> Answer:
    """The product is priced by its term; `months` is one that it has no price for."""
    length = "" if months is None else price_wording.months(months)
    if not terms:
        return escalated(
            f"{called(product)} isn't priced by a term of {length}, so I've asked a person; the reply comes here.",
            f"A term of {length} was asked for, and no list prices {product.sku} by it.",
        )
    unknown = f"There is no price for {length}. " if length else ""
    return clarify(
        f"{unknown}Over which term?",
        [restated(replace(asked, terms=(term,))) for term in terms],
        shown=[price_wording.months(term) for term in terms],
    )


def not_by_month(product: Product) -> Answer:
    """A monthly price was asked for of something that is bought once."""
    return escalated(
        f"{called(product)} is bought once and has no price by the month, so I've asked a person; the reply comes here.",
        f"A price by the month was asked for, and the lists sell {product.sku} once.",
    )


def other_region(region: str) -> Answer:
    """The price of a region was asked for that isn't the asker's."""
    return escalated(
        wording.UNSURE,
        f"It asks for the price of region {region}, which isn't the asker's.",
        Reason.NOT_PERMITTED,
    )


def which_billing(asked: Asked, billings: Sequence[Per]) -> Answer:
    """There is a price by the month and another by the year, or one of them and the other was asked for."""
    known: list[Literal["month", "year"]] = [
        "month" if one == "month" else "year" for one in billings
    ]
    if len(known) == 1:
        return _only_billed(asked, known[0])
    return clarify(
        "Billed by the month or by the year? The lists have a price for each.",
        [restated(replace(asked, billing=one)) for one in known],
        shown=[f"by the {one}" for one in known],
    )


def _only_billed(asked: Asked, billing: Literal["month", "year"]) -> Answer:
    """Said for all of several things, it would keep the others from what they have."""
    if len(asked.wanted) == 1:
        text = f"There is only a price by the {billing}. Shall I price that?"
        return clarify(text, [restated(replace(asked, billing=billing))])
    return clarify(
        f"Not all of that has a price by the {asked.billing}. Shall I price each as its list has it? Or ask for them one "
        "by one.",
        [restated(replace(asked, billing=None))],
    )


def which_currency(asked: Asked, currencies: Sequence[str]) -> Answer:
    """Lists in several currencies hold it."""
    return clarify(
        "In which currency? There are lists in several.",
        [restated(replace(asked, currency=currency)) for currency in currencies],
        shown=currencies,
    )


def which_region(asked: Asked, regions: Sequence[str]) -> Answer:
    """It has another price in each region."""
    return clarify(
        "For which region? The price isn't the same in all of them.",
        [restated(replace(asked, region=region)) for region in regions],
        shown=regions,
    )


def too_few(asked: Asked, place: int, product: Product, found: BelowMinimum) -> Answer:
    """The smallest quantity with a price is larger."""
    in_packs = found.price.amount_is_for == "pack" and asked.wanted[place].counted_in == "unit"
    return clarify(
        f"The smallest quantity of {called(product)} with a price is {found.minimum:,}"
        f"{' packs' if in_packs else ''}. Shall I price that?",
        [restated(with_quantity(asked, place, found.minimum, "pack" if in_packs else None))],
    )


def broken_pack(asked: Asked, place: int, product: Product, found: BrokenPack) -> Answer:
    """It is sold in whole packs."""
    whole = [number for number in (found.below, found.above) if number]
    return clarify(
        f"{called(product)} is sold in packs of {found.pack_size:,} pieces. "
        f"{' or '.join(f'{number:,}' for number in whole)} pieces?",
        [restated(with_quantity(asked, place, number, "piece")) for number in whole],
        shown=[f"{number:,} pieces" for number in whole],
    )


def which_pack(asked: Asked, place: int, product: Product, found: PackUnclear) -> Answer:
    """Packs or pieces: by the list it can't be told, or by the question."""
    if found.by_list:
        answer = escalated(
            f"The list leaves open how {called(product)} is packed or what its price is for, so I've asked a person; "
            "the reply comes here.",
            f"{found.price.list.path}, {found.price.locator}: unit “{found.price.unit}”, pack size "
            f"{found.price.pack_size}. Say in the list whether the price is for a piece or a pack, and of how many.",
        )
        return replace(answer, found=(cited(found.price),))
    counted: tuple[CountedWord, ...] = ("pack", "piece")
    size = found.price.pack_size
    return clarify(
        f"{found.quantity:,} packs of {called(product)}, or {found.quantity:,} pieces? "
        + (f"A pack holds {size:,}." if size > 1 else ""),
        [restated(with_quantity(asked, place, found.quantity, one)) for one in counted],
        shown=[f"{found.quantity:,} {one}s" for one in counted],
    )


def too_small(product: Product) -> Answer:
    """The unit price is less than half a cent, and rounded to the cent it would be nothing."""
    return escalated(
        f"{called(product)} costs less than half a cent apiece, so I've asked a person; the reply comes here.",
        f"The unit price of {product.sku} rounds to 0.00.",
    )


def on_request(price: Price) -> Answer:
    """The list names the product and no price."""
    answer = escalated(
        f"{wording.cell(price.name or price.sku)} has no price in the list, so I've asked a person; the reply comes "
        "here.",
        f"The list says “{price.note or 'on request'}” in {price.locator}.",
    )
    return replace(answer, found=(cited(price),))


def disagreement(quotes: Sequence[Quote]) -> Answer:
    """Two entries in force give different prices: both are shown, and nobody chooses."""
    found = tuple(citation for quote in quotes for citation in citations(quote))
    return Answer(
        outcome="escalated",
        text=price_wording.disagreeing(quotes),
        confidence=0.0,
        reason=Reason.CONFLICT,
        citations=found,
        found=found,
        doubt="Two entries in force, equally specific, give different prices for the same thing.",
    )


def no_price(doubt: str, *, of: str = "") -> Answer:
    """No list that this asker may see has it; `of` is what was asked for, as it was written."""
    return escalated(
        f"I have no price for {f'“{wording.cell(of)}”' if of else 'that'}, so I've asked a person; the reply comes here.",
        doubt,
        Reason.NO_EVIDENCE,
    )
