"""The words and figures of a quote to take along, the same in every format."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from partnerline.bot.quotes.paper import Paper
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal

TITLE = "Quote"
NOTE = "Every amount is computed from the price lists cited here, and holds for the days named with them."
APART = "The prices below stand beside each other; they don't add up to one total."
OVER = "Not valid"
NOTHING_OFF = "list price, nothing taken off"
NO_LIST_PRICE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One line below the lines: what a part of a quote, or all of it, comes to."""

    label: str
    amount: Decimal
    whole: bool = False


def figure(amount: Decimal) -> str:
    """An amount with at least two decimals and its thousands apart: 1,234.50."""
    return f"{amount:,.{places(amount)}f}"


def list_price(line: QuoteLine) -> str:
    """The list price; a dash where the line has none."""
    return figure(line.list_price) if line.listed else NO_LIST_PRICE


def places(amount: Decimal) -> int:
    """How many decimals an amount is shown with: two, or more where a list has more."""
    exponent = amount.normalize().as_tuple().exponent
    return max(2, -exponent) if isinstance(exponent, int) else 2


def day(value: date) -> str:
    """A day that nobody can read the wrong way round: 3 November 2026."""
    return f"{value.day} {value:%B} {value.year}"


def facts(paper: Paper) -> list[tuple[str, str]]:
    """What stands at the head: for whom, when, and how long it holds."""
    asked = day(paper.asked_on) if paper.asked_on != paper.issued_on else ""
    named = [
        ("For", paper.partner),
        ("Date of issue", day(paper.issued_on)),
        ("Asked on", asked),
        ("Prices of", _each([price_day(quote) for quote in paper.quotes])),
        ("Valid", _each([validity(quote, paper.issued_on) for quote in paper.quotes])),
    ]
    return [(label, text) for label, text in named if text]


def price_day(quote: Quote) -> str:
    """The day that the prices are of; empty where that was not kept."""
    return day(quote.as_of) if quote.as_of else ""


def is_over(quote: Quote, on: date) -> bool:
    """Whether its last day has passed."""
    return quote.valid_until is not None and quote.valid_until < on


def validity(quote: Quote, on: date) -> str:
    """How long it holds, seen from a day; the days that are named count."""
    if quote.valid_until is not None and quote.valid_until < on:
        since = day(quote.valid_until + timedelta(days=1))
        return f"{OVER}: over since {since}, the last day was {day(quote.valid_until)}"
    end = f"until {day(quote.valid_until)}" if quote.valid_until else "until further notice"
    if quote.valid_from is not None and quote.valid_from > on:
        return f"from {day(quote.valid_from)} {end}, not before"
    return end


def line_validity(line: QuoteLine, quote: Quote) -> str:
    """How long a line's price holds: its own last day, else the quote's."""
    until = line.valid_until or quote.valid_until
    return f"until {day(until)}" if until else "until further notice"


def unit(line: QuoteLine) -> str:
    """What the quantity counts."""
    packs = f", packs of {line.pack_size:,}" if line.pack_size > 1 else ""
    return f"{line.unit}{packs}"


def term(line: QuoteLine) -> str:
    """The months that the amount pays for; empty for what is bought once."""
    if line.term_months is None:
        return ""
    return f"{line.term_months} month{'' if line.term_months == 1 else 's'}"


def applied(line: QuoteLine) -> str:
    """Each rule that made the price."""
    return "; ".join(line.applied) or NOTHING_OFF


def sums(quote: Quote) -> list[Sum]:
    """What its parts come to, over the term and a month, and what all of it does."""
    parts = [part for subtotal in quote.subtotals for part in _parts(subtotal)]
    recurs = any(subtotal.kind == "recurring" for subtotal in quote.subtotals)
    label = "Total over the term" if recurs else "Total"
    return [*parts, Sum(label=label, amount=quote.total, whole=True)]


def heading(paper: Paper, number: int) -> str:
    """What stands above a quote's lines where there are several; `number` counts from nought."""
    if len(paper.quotes) == 1:
        return ""
    quote = paper.quotes[number]
    named = [f"{number + 1} of {len(paper.quotes)}", quote.currency, price_day(quote)]
    return " · ".join(part for part in named if part)


def _parts(subtotal: Subtotal) -> list[Sum]:
    if subtotal.kind != "recurring":
        return [Sum(label=subtotal.kind.capitalize(), amount=subtotal.amount)]
    months = subtotal.term_months
    over = f" over {months} month{'' if months == 1 else 's'}" if months else ""
    parts = [Sum(label=f"Recurring{over}", amount=subtotal.amount)]
    if subtotal.a_month is not None:
        parts.append(Sum(label="of which a month", amount=subtotal.a_month))
    return parts


def _each(texts: list[str]) -> str:
    """The text where it is the same for all quotes, else each with the number of its quote."""
    if len(set(texts)) == 1:
        return texts[0]
    numbered = (f"{number}: {text}" for number, text in enumerate(texts, start=1) if text)
    return "; ".join(numbered)
