"""Prices held against each other: quantities, products, terms, bands, own and list price, with and without an offer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, assert_never

from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering.lines import Solved, product_of, solve
from partnerline.knowledge.answering.price_wording import (
    counted,
    days,
    figure,
    money,
    months,
    sources,
)
from partnerline.knowledge.answering.replying import called, citations
from partnerline.knowledge.answering.sight import Sight, request_of
from partnerline.knowledge.answering.wording import cell
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.bands import band_table
from partnerline.knowledge.pricing.basket import basket
from partnerline.knowledge.pricing.comparison import compare
from partnerline.knowledge.pricing.quote import Quote


class Head(NamedTuple):
    """What stands before a price in the table, and what is said of it: more "at 100" than "at 10"."""

    shown: str
    said: str


Column = tuple[Head, Asked]
"""A price's head, and the request that it comes from."""
LIST, YOURS = Head("list price", "at the list price"), Head("yours", "at your price")
WITHOUT = Head("without", "without")


def compared(asked: Asked, sight: Sight, confidence: Confidence) -> Answer:
    """The prices side by side and their difference, or what stands in the way of one of them."""
    assert asked.comparison is not None  # noqa: S101 - the caller asked for one
    match asked.comparison:
        case "bands":
            return _of_bands(asked, sight, confidence)
        case "quantities":
            return _side_by_side(_quantities(asked), sight, confidence)
        case "products":
            return _side_by_side(_products(asked), sight, confidence)
        case "terms":
            return _side_by_side(_terms(asked), sight, confidence)
        case "list":
            own, at_list = replace(asked, list_only=False), replace(asked, list_only=True, promotions=(), deal=False)  # fmt: skip
            return _side_by_side([(LIST, at_list), (YOURS, own)], sight, confidence)
        case "promotion":
            without = replace(asked, promotions=(), deal=False)
            return _side_by_side([(WITHOUT, without), (_offered(asked), asked)], sight, confidence)
        case "days":
            return _side_by_side([(_on(sight), asked)], sight, confidence)
        case other:
            assert_never(other)


def of_days(asked: Asked, sights: Sequence[Sight], confidence: Confidence) -> Answer:
    """The same request on several days."""
    answer = _answer([(_on(sight), solve(asked, sight)) for sight in sights], confidence)
    if len(answer.quotes) != len(sights):
        return answer
    dated = zip(answer.quotes, sights, strict=True)
    return replace(answer, quotes=tuple(replace(quote, as_of=sight.day) for quote, sight in dated))


def _on(sight: Sight) -> Head:
    return Head(str(sight.day), f"on {sight.day}")


def _offered(asked: Asked) -> Head:
    offer = "the promotion" if asked.promotions else "the registered deal"
    return Head("with it", f"with {offer}")


def _quantities(asked: Asked) -> Iterator[Column]:
    first = asked.wanted[0]
    numbers = first.quantities if len(first.quantities) > 1 else (1, *first.quantities)
    for number in dict.fromkeys(numbers):
        only = replace(first, quantities=(number,), uncounted=False)
        head = Head(f"{number:,}", f"at {number:,}")
        yield head, replace(asked, wanted=(only, *asked.wanted[1:]))


def _products(asked: Asked) -> Iterator[Column]:
    """Each product at the quantity that was said of it, or of any of them."""
    said = next((one.quantities for one in asked.wanted if one.quantities), ())
    for one in asked.wanted:
        wanted = replace(one, quantities=one.quantities or said)
        sku = cell(product_of(one).sku)
        yield Head(sku, f"for {sku}"), replace(asked, wanted=(wanted,))


def _terms(asked: Asked) -> Iterator[Column]:
    for term in asked.terms:
        yield Head(months(term), f"over {months(term)}"), replace(asked, terms=(term,))


def _side_by_side(columns: Sequence[Column] | Iterator[Column], sight: Sight, confidence: Confidence) -> Answer:  # fmt: skip
    return _answer([(head, solve(asked, sight)) for head, asked in columns], confidence)


def _answer(columns: Sequence[tuple[Head, Solved | Answer]], confidence: Confidence) -> Answer:
    quotes: list[Quote] = []
    notes: list[str] = []
    for _, solved in columns:
        if isinstance(solved, Answer):
            return solved
        quotes += basket(solved.quotes)
        notes += [note for note in solved.notes if note not in notes]
    heads = [head for head, _ in columns]
    if len(quotes) != len(heads):
        heads = [_counted(quote) for quote in quotes]
    parts = [*notes, _difference(quotes, heads), _table(quotes, heads), _sources(quotes)]
    return _answered("\n\n".join(part for part in parts if part), quotes, confidence)


def _counted(quote: Quote) -> Head:
    shown = counted(quote.lines[0])
    return Head(shown, f"for {shown}")


def _answered(text: str, quotes: Sequence[Quote], confidence: Confidence) -> Answer:
    return Answer(
        outcome="answered",
        text=text,
        confidence=confidence.exact,
        citations=tuple(dict.fromkeys(one for quote in quotes for one in citations(quote))),
        quotes=tuple(quotes),
        signals={"exact": 1.0},
    )


def _difference(quotes: Sequence[Quote], heads: Sequence[Head]) -> str:
    """The point of a comparison of two, in a sentence; of more, which is the least."""
    if len(quotes) != 2:
        return _least(quotes, heads)
    held = compare(quotes[0], quotes[1])
    if held is None:
        return "They are in different currencies, and nothing is converted."
    one, other = heads
    by = f"{_more_or_less(held.total, held.currency)}** in total {other.said} than"
    parts = [f"**{by} {one.said}" if held.total else f"**The same** in total {other.said} as {one.said}"]  # fmt: skip
    if held.unit is not None:
        by = f" ({held.unit_percent:+f} %)" if held.unit and held.unit_percent is not None else ""
        parts.append(f"{_more_or_less(held.unit, held.currency)} each{by}")
    return "; ".join(parts) + "."


def _more_or_less(amount: Decimal, currency: str) -> str:
    if not amount:
        return "the same"
    return f"{money(abs(amount), currency)} {'more' if amount > 0 else 'less'}"


def _least(quotes: Sequence[Quote], heads: Sequence[Head]) -> str:
    if len({quote.currency for quote in quotes}) != 1:
        return ""
    least = min(range(len(quotes)), key=lambda i: quotes[i].total)
    return f"The least in total is **{heads[least].shown}** at {money(quotes[least].total, quotes[least].currency)}."  # fmt: skip


def _table(quotes: Sequence[Quote], heads: Sequence[Head]) -> str:
    rows = [
        f"| {head.shown} | {_units(quote)} | {money(quote.total, quote.currency)} |"
        for head, quote in zip(heads, quotes, strict=True)
    ]
    return "\n".join(["| | Net each | Total |", "| --- | ---: | ---: |", *rows])


def _units(quote: Quote) -> str:
    return ", ".join(f"{figure(line.unit_price)} ({cell(line.unit)})" for line in quote.lines)


def _sources(quotes: Sequence[Quote]) -> str:
    held = dict.fromkeys(days(quote.valid_from, quote.valid_until) for quote in quotes)
    places = sources(line for quote in quotes for line in quote.lines)
    return f"Holds {'; '.join(held)}. Source: {places}."


def _of_bands(asked: Asked, sight: Sight, confidence: Confidence) -> Answer:
    """A product's price in each of its bands; where there is only one, that is said."""
    if len(asked.wanted) != 1:
        return replies.beyond("It asks for the bands of several products at once.")
    wanted = asked.wanted[0]
    product = product_of(wanted)
    alone = solve(replace(asked, wanted=(replace(wanted, quantities=(), uncounted=False),)), sight)
    request = replace(request_of(asked, wanted), quantity=None)
    bands = band_table(sight.entries(product), sight.partner, request, as_of=sight.day, rules=sight.rules, others=sight.products)  # fmt: skip
    if not bands:
        return (
            alone
            if isinstance(alone, Answer)
            else _answer([(Head("1", "at 1"), alone)], confidence)
        )
    quotes = [band.quote for band in bands]
    cheapest = min(bands, key=lambda band: band.quote.lines[0].unit_price)
    currency = cheapest.quote.currency
    each = money(cheapest.quote.lines[0].unit_price, currency)
    point = (
        f"**{called(product)}** is cheapest from **{cheapest.first:,}** on: {each} each."
        if len(bands) > 1
        else f"**{called(product)}** has one price whatever the quantity: {each} each."
    )
    heads = [f"{band.first:,}+" if band.last is None else f"{band.first:,}–{band.last:,}" for band in bands]  # fmt: skip
    rows = [
        f"| {head} | {money(quote.lines[0].unit_price, quote.currency)} |"
        for head, quote in zip(heads, quotes, strict=True)
    ]
    table = "\n".join(["| Quantity | Net each |", "| --- | ---: |", *rows])
    return _answered("\n\n".join([point, table, _sources(quotes)]), quotes, confidence)
