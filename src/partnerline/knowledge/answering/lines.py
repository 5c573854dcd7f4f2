"""Prices each thing of a request, or says what keeps the whole from being priced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from partnerline.knowledge.answering import offer_replies, price_wording
from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering.offer_rows import under_one_code
from partnerline.knowledge.answering.replying import called, clarify
from partnerline.knowledge.answering.sight import Sight, request_of
from partnerline.knowledge.intent.asked import Asked, Wanted
from partnerline.knowledge.intent.products import Named, Unclear, Unknown, Unnamed
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.basket import basket
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    BelowMinimum,
    BillingNeeded,
    BrokenPack,
    CurrencyNeeded,
    Disagreement,
    NoPrice,
    OfferRefused,
    OnRequest,
    PackUnclear,
    Priced,
    RegionNeeded,
    TermNeeded,
)

MOST = 10_000_000
"""The largest quantity that is taken for one."""
MOST_LINES = 100
"""The most things that one question may ask the price of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """Every thing's price in the order asked, and what is to be said before them: of the promotions `refused`."""

    quotes: tuple[Quote, ...]
    notes: tuple[str, ...] = ()
    refused: tuple[Promotion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One thing of the request with what came of it; `refused` is the offer that doesn't count for it."""

    place: int
    product: Product
    outcome: Priced
    refused: OfferRefused | None = None


def hindrance(asked: Asked, *, comparing: bool = False) -> Answer | None:
    """What keeps a request from being computed at all, whatever the lists say."""
    if not asked.wanted:
        return replies.which_at_all()
    if len(asked.wanted) > MOST_LINES:
        return clarify(f"That is more than {MOST_LINES} items. Please send them in parts.", ())
    named = (_unnamed(asked, place, one) for place, one in enumerate(asked.wanted))
    if reply := next((reply for reply in named if reply), None):
        return reply
    most = len(asked.wanted[0].quantities) if comparing else 1
    counted = (_uncounted(asked, place, one, most) for place, one in enumerate(asked.wanted))
    if reply := next((reply for reply in counted if reply), None):
        return reply
    if len(asked.terms) > 1 and not comparing:
        return replies.which_term(asked, product_of(asked.wanted[0]), asked.terms, None)
    return None


def product_of(wanted: Wanted) -> Product:
    """The product of a thing that was found to be named."""
    assert isinstance(wanted.mention, Named)  # noqa: S101 - `hindrance` has sorted the others out
    return wanted.mention.product


def _unnamed(asked: Asked, place: int, wanted: Wanted) -> Answer | None:
    match wanted.mention:
        case Named():
            return None
        case Unclear(choices=products):
            return replies.which(asked, place, products)
        case Unknown(written=written):
            return replies.no_price(
                f"No list that this asker may see has the part number “{written}”.", of=written
            )
        case Unnamed():
            return replies.which_at_all()
        case other:
            assert_never(other)


def _uncounted(asked: Asked, place: int, wanted: Wanted, most: int) -> Answer | None:
    """What is asked back where the quantity isn't one that can be had; `most` is how many there may be of it."""
    numbers = wanted.quantities
    if wanted.uncounted or _may_be_part_number(wanted):
        return replies.how_many(_without_counts(asked, place), place, product_of(wanted))
    if len(numbers) > max(most, 1) or any(not 1 <= number <= MOST for number in numbers):
        return replies.how_many(asked, place, product_of(wanted))
    return None


def _may_be_part_number(wanted: Wanted) -> bool:
    """Whether a quantity may be another part number: "10047 and 10048", where part numbers are digits alone."""
    sku = product_of(wanted).sku
    return sku.isdigit() and any(
        len(str(number)) == len(sku) > 3 and str(number)[:-2] == sku[:-2]
        for number in wanted.quantities
    )


def _without_counts(asked: Asked, place: int) -> Asked:
    wanted = replace(asked.wanted[place], quantities=())
    return replace(asked, wanted=(*asked.wanted[:place], wanted, *asked.wanted[place + 1 :]))


def solve(asked: Asked, sight: Sight) -> Solved | Answer:
    """Every thing's price, or the reply to what is missing first; what could be priced is then shown with it."""
    lines = [_line(asked, sight, place, one) for place, one in enumerate(asked.wanted)]
    lines = [_bought_once(asked, sight, line, lines) for line in lines]
    quotes = tuple(line.outcome for line in lines if isinstance(line.outcome, Quote))
    for line in lines:
        if reply := _reply(asked, sight, line):
            return _with_the_rest(reply, quotes, sight) if quotes else reply
    offers = (line.refused.promotion for line in lines if line.refused)
    refused = tuple(dict.fromkeys(offer for offer in offers if offer))
    notes = (*((offer_replies.ONLY_APPROVED,) if asked.open_deal else ()), *_notes(lines))
    return Solved(quotes=quotes, notes=notes, refused=refused)


def _line(asked: Asked, sight: Sight, place: int, wanted: Wanted) -> _Line:
    product = product_of(wanted)
    outcome = under_one_code(
        [
            (offer, sight.price(product, request_of(asked, wanted, offer)))
            for offer in asked.promotions or (None,)
        ]
    )
    if not isinstance(outcome, OfferRefused) or outcome.why == "product_unclear":
        return _Line(place=place, product=product, outcome=outcome)
    return _Line(place=place, product=product, outcome=outcome.without, refused=outcome)


def _bought_once(asked: Asked, sight: Sight, line: _Line, lines: Sequence[_Line]) -> _Line:
    """The line without the term, where the term is another line's and this thing is bought once."""
    if line.outcome != TermNeeded(terms=(), asked=asked.terms[0] if asked.terms else None):
        return line
    if not any(
        isinstance(one.outcome, Quote) and one.outcome.lines[0].term_months for one in lines
    ):
        return line
    return _line(replace(asked, terms=()), sight, line.place, asked.wanted[line.place])


def _notes(lines: Sequence[_Line]) -> tuple[str, ...]:
    """Why an offer isn't counted; one that counts for some of the lines needs no word on the others."""
    refused = [line for line in lines if line.refused]
    if len(lines) == 1:
        return tuple(offer_replies.not_counted(line.refused) for line in refused if line.refused)
    others = [
        line
        for line in refused
        if line.refused and (line.refused.why != "product" or len(refused) == len(lines))
    ]
    return tuple(
        f"{called(line.product)}: {offer_replies.not_counted(line.refused)}"
        for line in others
        if line.refused
    )


def _reply(asked: Asked, sight: Sight, line: _Line) -> Answer | None:  # noqa: C901 - one case a kind of outcome
    """What is said where the line has no price; `None` where it has one."""
    place, product = line.place, line.product
    match line.outcome:
        case Quote():
            return replies.too_small(product) if rounds_away(line.outcome) else None
        case NoPrice():
            return replies.no_price(
                f"No list in force on {sight.day} has a price of {product.sku} for this asker."
            )
        case OnRequest(price=price):
            return replies.on_request(price)
        case TermNeeded(terms=terms, asked=months):
            return replies.which_term(asked, product, terms, months)
        case BillingNeeded(billings=billings):
            return replies.which_billing(asked, billings)
        case CurrencyNeeded(currencies=currencies):
            return replies.which_currency(asked, currencies)
        case RegionNeeded(regions=regions):
            return replies.which_region(asked, regions)
        case BelowMinimum():
            return replies.too_few(asked, place, product, line.outcome)
        case BrokenPack():
            return replies.broken_pack(asked, place, product, line.outcome)
        case PackUnclear():
            return replies.which_pack(asked, place, product, line.outcome)
        case OfferRefused(promotion=promotion):
            return offer_replies.unclear_offer(promotion, product) if promotion else None
        case Disagreement(quotes=quotes):
            return replies.disagreement(quotes)
        case other:
            assert_never(other)


def _with_the_rest(reply: Answer, quotes: Sequence[Quote], sight: Sight) -> Answer:
    """An escalation shows what could be priced, so that nobody has to wait for that."""
    if reply.outcome != "escalated":
        return reply
    rest = price_wording.priced(
        basket(quotes), bands=(), notes=(), by_month=False, asked_on=sight.asked_on
    )
    return replace(reply, text=f"{reply.text}\n\nWhat I can price of it:\n\n{rest}")


def rounds_away(quote: Quote) -> bool:
    """Whether rounding to the cent leaves nothing of a price: it is too small to be quoted by the unit."""
    return any(line.unit_price == 0 and line.list_price > 0 for line in quote.lines)
