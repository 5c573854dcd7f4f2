"""What a rep reads: short Markdown, the point first."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from partnerline.knowledge.grounding import Excerpt
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

GREETING = (
    "Hello! Ask me for a price (“100 AX-200 for us”), a product fact, an answer to an objection or a programme rule. "
    "I quote the vendor's own documents, and fetch a person when I'm not sure."
)
THANKS = "You're welcome. I'm here when the next question comes."
PERSON = "I've asked your channel manager to step in; the reply comes here."
DECISION = "That is for a person to decide, and I don't grant anything myself. I've asked; the reply comes here."
UNSURE = "I can't answer that for certain, so I've asked a person; the reply comes here."
"""One text for every question that is handed over because of what was or wasn't found, or mustn't be looked for.

Where it differed, a rep could tell from it who else is a partner and what else there is.
"""
SAY_MORE = "What would you like to know? A product, a rule or what the customer said is enough."
STRANGER = (
    "I can only share public material here until I know which partner you're with. I've asked a person to take a look; "
    "the reply comes here."
)


_NUMBERING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")


def money(amount: Decimal, currency: str) -> str:
    """An amount as it is read: 81,200.00 EUR."""
    return f"{figure(amount)} {currency}"


def figure(amount: Decimal) -> str:
    """An amount's figure with its cents; digits beyond the cent are kept where a list has them."""
    shown = amount if amount != round(amount, 2) else amount.quantize(Decimal("0.01"))
    return f"{shown:,f}"


def days(first: date | None, last: date | None) -> str:
    """A span of days as it is read; both count."""
    if first and last:
        return f"{first.isoformat()} to {last.isoformat()}"
    if first:
        return f"from {first.isoformat()} until further notice"
    return f"until {last.isoformat()}" if last else "until further notice"


def priced(quote: Quote, bands: Sequence[Price], *, asked_on: date) -> str:
    """A computed price: the sum, the table, the receipt."""
    line = quote.lines[0]
    what = f"{line.quantity:,} × {cell(line.name or line.sku)}"
    term = f" over {line.term_months} months" if line.term_months else ""
    parts = [f"**{money(quote.total, quote.currency)}** for {what}{term}.", _table(quote)]
    if line.quantity == 1 and len(bands) > 1:
        parts.append("Bands: " + ", ".join(_band(price) for price in bands) + ".")
    held = days(quote.valid_from, quote.valid_until)
    over = quote.valid_until is not None and quote.valid_until < asked_on
    standing = f"This price is over: it held {held}." if over else f"Holds {held}."
    parts.append(f"{standing} Source: {cell(quote.price_list)}, {cell(line.cell)}.")
    return "\n\n".join(parts)


def _table(quote: Quote) -> str:
    currency = quote.currency
    head = f"| Item | Qty | List, {currency} | Net, {currency} | Amount, {currency} |\n| --- | ---: | ---: | ---: | ---: |"
    body = "\n".join(_row(line) for line in quote.lines)
    rules = "; ".join(dict.fromkeys(rule for line in quote.lines for rule in line.applied))
    return f"{head}\n{body}" + (
        f"\n\nApplied: {cell(rules)}." if rules else "\n\nNothing taken off the list price."
    )


def _row(line: QuoteLine) -> str:
    item = f"{cell(line.sku)} ({cell(line.unit)})"
    amounts = " | ".join(
        figure(amount) for amount in (line.list_price, line.unit_price, line.amount)
    )
    return f"| {item} | {line.quantity:,} | {amounts} |"


def _band(price: Price) -> str:
    start = (
        f"{price.min_quantity}+"
        if price.max_quantity is None
        else f"{price.min_quantity}–{price.max_quantity}"
    )
    shown = "on request" if price.amount is None else money(price.amount, price.currency)
    return f"{start} at {shown} {'' if price.tier else 'list'}".strip()


def disagreeing(quotes: Sequence[Quote]) -> str:
    """Two lists in force that give different prices: both, and no choice."""
    shown = "\n".join(
        f"- {money(quote.lines[0].unit_price, quote.currency)} each in {cell(quote.price_list)}, {cell(quote.lines[0].cell)}"
        for quote in quotes
    )
    return (
        f"Two prices in force disagree, so I don't choose between them:\n\n{shown}\n\n"
        "I've asked a person which one holds; the reply comes here."
    )


def quoted(excerpt: Excerpt) -> str:
    """A passage's own words with where they stand."""
    passage = excerpt.passage
    heading = _NUMBERING.sub("", plain(passage.headings[-1])) if passage.headings else ""
    lead = (
        f"**{heading}**\n\n"
        if heading and not excerpt.text.casefold().startswith(heading.casefold())
        else ""
    )
    return f"{lead}{excerpt.text}\n\n— {cell(passage.document)}, {plain(passage.locator)}"


def choices(names: Sequence[str]) -> str:
    """The ways to complete a question, as a list."""
    return "\n".join(f"- {plain(name)}" for name in names)


def cell(text: str) -> str:
    """Text inside a table or a line: no pipe, no line break."""
    return re.sub(r"\s+", " ", text).replace("|", "/").strip()


def plain(text: str) -> str:
    """One line of text."""
    return re.sub(r"\s+", " ", text).strip()
