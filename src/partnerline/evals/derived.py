"""Figures that an answer may say though they stand nowhere: what follows from its own prices by adding and taking away."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.comparison import compare
from partnerline.knowledge.pricing.quote import Quote

_AMOUNT = re.compile(r"\d{1,3}(?:[,. ']\d{3})+(?!\d)|\d+")


def derived(answer: Answer, asked: str) -> Iterator[str]:
    """How many things it names, what its prices differ by, and what is left of an amount that was asked about."""
    quotes = [quote for quote in (answer.quote, *answer.quotes) if quote]
    lines = sum(len(quote.lines) for quote in quotes)
    yield from map(str, {lines, len(answer.citations)} | set(range(1, len(answer.citations))))
    for one, other in permutations(quotes, 2):
        yield from _differences(one, other)
    for amount in _amounts(asked):
        for quote in quotes:
            yield from _of_a_budget(amount, quote) if amount > quote.total else ()


def _differences(one: Quote, other: Quote) -> Iterator[str]:
    held = compare(one, other)
    if held is not None:
        known = (held.total, held.percent, held.unit, held.unit_percent)
        yield from (str(abs(figure)) for figure in known if figure is not None)


def _of_a_budget(amount: Decimal, quote: Quote) -> Iterator[str]:
    """What is left of it, and what one more would come to."""
    line = quote.lines[0]
    yield str(amount - quote.total)
    yield str(line.quantity + 1)
    yield str(line.unit_price * (line.quantity + 1))


def _amounts(asked: str) -> Sequence[Decimal]:
    return [Decimal(re.sub(r"\D", "", match)) for match in _AMOUNT.findall(asked)]
