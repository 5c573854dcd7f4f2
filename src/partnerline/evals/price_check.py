"""Whether a quote is, to the cent, the one expected."""

from collections.abc import Iterator

from partnerline.evals.model import ExpectedPrice
from partnerline.knowledge.pricing.quote import Quote, QuoteLine


def price(expected: ExpectedPrice, quote: Quote | None) -> str:
    """What differs between the quote and what is expected; empty where nothing does."""
    if quote is None:
        return "no quote"
    return "; ".join((*_whole_faults(expected, quote), *_line_faults(expected, quote)))


def _whole_faults(expected: ExpectedPrice, quote: Quote) -> Iterator[str]:
    yield from _differs("currency", expected.currency, quote.currency)
    yield from _differs("total", expected.total, quote.total)


def _line_faults(expected: ExpectedPrice, quote: Quote) -> Iterator[str]:
    if expected.sku is None and expected.quantity is None and expected.unit_price is None:
        return
    line = _line(expected, quote)
    if line is None:
        found = ", ".join(line.sku for line in quote.lines) or "none"
        yield f"no single line for {expected.sku or 'the price'}: lines are {found}"
        return
    yield from _differs("quantity", expected.quantity, line.quantity)
    yield from _differs("unit price", expected.unit_price, line.unit_price)


def _line(expected: ExpectedPrice, quote: Quote) -> QuoteLine | None:
    fitting = [line for line in quote.lines if expected.sku in (None, line.sku)]
    return fitting[0] if len(fitting) == 1 else None


def _differs(name: str, expected: object, given: object) -> Iterator[str]:
    if expected is not None and expected != given:
        yield f"{name} {given}, not {expected}"
