"""A budget turned round: how many of a product an amount buys."""

from collections.abc import Sequence

from partnerline.knowledge.answering import price_replies as replies
from partnerline.knowledge.answering.lines import product_of, solve
from partnerline.knowledge.answering.price_wording import counted, money, priced
from partnerline.knowledge.answering.replying import called, citations, clarify, escalated
from partnerline.knowledge.answering.sight import Sight, request_of
from partnerline.knowledge.answering.wording import cell
from partnerline.knowledge.confidence import Confidence
from partnerline.knowledge.intent.asked import Asked, Budget
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.budget import most_for
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote, QuoteLine
from partnerline.knowledge.pricing.request import Afforded, PackUnclear, TooLittle


def afforded(asked: Asked, sight: Sight, confidence: Confidence) -> Answer:
    """The most that the budget buys with what is left over, or what stands in the way of it."""
    assert asked.budget is not None  # noqa: S101 - the caller asked for one
    if len(asked.wanted) != 1:
        return replies.beyond("It asks what a budget buys of several products at once.")
    wanted, product = asked.wanted[0], product_of(asked.wanted[0])
    outcome = most_for(
        sight.entries(product),
        sight.partner,
        request_of(asked, wanted),
        asked.budget.amount,
        as_of=sight.day,
        rules=sight.rules,
        others=sight.products,
    )
    match outcome:
        case Afforded(quote=quote) | TooLittle(least=quote) if _other_currency(asked.budget, quote):
            return _unconverted(asked.budget, quote)
        case Afforded():
            return _answered(asked.budget, outcome, product, sight, confidence)
        case TooLittle(least=least):
            return clarify(
                f"{money(asked.budget.amount, least.currency)} doesn't buy any of {called(product)}: the least is "
                f"{counted(least.lines[0])} at {money(least.total, least.currency)}.",
                (),
            )
        case PackUnclear(by_list=True):
            return replies.which_pack(asked, 0, product, outcome)
        case _:
            stopped = solve(asked, sight)
            if isinstance(stopped, Answer):
                return stopped
            return escalated(
                "I can't work out for certain how many that buys, so I've asked a person; the reply comes here.",
                f"A budget of {asked.budget.amount} for {product.sku}: an offer or a pack stands in the way.",
            )


def _other_currency(budget: Budget, quote: Quote) -> bool:
    return budget.currency is not None and budget.currency != quote.currency


def _unconverted(budget: Budget, quote: Quote) -> Answer:
    return escalated(
        f"Your prices are in {quote.currency} and the budget is in {budget.currency}; I convert nothing, so I've asked "
        "a person; the reply comes here.",
        f"The budget is in {budget.currency}, the asker's prices are in {quote.currency}.",
    )


def _answered(
    budget: Budget, found: Afforded, product: Product, sight: Sight, confidence: Confidence
) -> Answer:
    quote, entries = found.quote, sight.entries(product)
    bought = _so_many(quote.lines[0], entries)
    parts = [f"{money(budget.amount, quote.currency)} buys **{bought}**, with {money(found.left, quote.currency)} left."]  # fmt: skip
    if found.next_up is not None:
        more = found.next_up
        parts.append(
            f"{_so_many(more.lines[0], entries)} would be {money(more.total, more.currency)}."
        )
    return Answer(
        outcome="answered",
        text=priced(
            (quote,), bands=(), notes=[" ".join(parts)], by_month=False, asked_on=sight.asked_on
        ),
        confidence=confidence.exact,
        citations=citations(quote),
        quote=quote,
        signals={"exact": 1.0},
    )


def _so_many(line: QuoteLine, entries: Sequence[Price]) -> str:
    """How many that is: packs and pieces both where it comes in packs, as nobody said which they count."""
    count, place = line.quantity, (line.price_list, line.cell)
    entry = next((one for one in entries if (one.list.path, one.locator) == place), None)
    if entry is None or (entry.pack_size == 1 and entry.amount_is_for != "pack"):
        return f"{count:,}"
    if entry.pack_size == 1:
        return f"{count:,} × {cell(line.unit)}"
    if line.pack_size == 1:
        return f"{_pieces(count)} ({_packs(count // entry.pack_size, entry.pack_size)})"
    return f"{_packs(count, line.pack_size)} ({_pieces(count * line.pack_size)})"


def _packs(count: int, size: int) -> str:
    return f"{count:,} pack{'' if count == 1 else 's'} of {size:,}"


def _pieces(count: int) -> str:
    return f"{count:,} piece{'' if count == 1 else 's'}"
