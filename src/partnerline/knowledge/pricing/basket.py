"""Several lines in one quote."""

from collections.abc import Sequence

from partnerline.knowledge.pricing.quote import Quote, QuoteLine
from partnerline.knowledge.pricing.receipt import quote_with


def basket(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """One quote a currency, in the order in which currencies and lines come; nothing is converted or taken together.

    The same product asked for twice stays two lines: each has the band of its own quantity.
    """
    lines: dict[str, tuple[QuoteLine, ...]] = {}
    for quote in quotes:
        lines[quote.currency] = (*lines.get(quote.currency, ()), *quote.lines)
    return tuple(quote_with(together, currency) for currency, together in lines.items())
