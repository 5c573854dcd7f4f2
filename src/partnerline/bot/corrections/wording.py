"""The words of a correction and of a digest, as Markdown."""

from collections.abc import Sequence
from datetime import date

from partnerline.knowledge.answering.price_wording import days, money, months
from partnerline.knowledge.answering.wording import cell
from partnerline.knowledge.changes import (
    Change,
    Correction,
    DocumentChange,
    How,
    PriceDifference,
    price_differences,
    quotes_of,
)
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.quote import QuoteLine

MOST = 20
"""Documents that a digest names; the rest is counted."""
QUOTED = 300

_HOW: dict[How, str] = {
    "new": "New",
    "changed": "Changed",
    "removed": "No longer valid",
    "begins": "In force from now on",
    "ends": "Over",
}
GONE = "I can't give you one in its place, so please don't use it. Ask me again, or press *Get a human*."


def correction_text(correction: Correction, told_on: date) -> str:
    """What the rep reads in their thread: what was told, what holds now, and where that stands."""
    head = f"**A correction to what I told you on {_day(told_on)}.**"
    if quotes_of(correction.told):
        return f"{head} {_priced(correction)}"
    first = correction.told.citations[0] if correction.told.citations else None
    was = (
        f"I quoted {cell(first.source)}, {cell(first.locator)}: “{_short(first.quote)}”. "
        if first
        else ""
    )
    if correction.now is None:
        return f"{head} {was}That no longer stands there, and I have nothing in its place. Ask me again, or press *Get a human*."
    return f"{head} {was}That has changed since. Now:\n\n{correction.now.text}"


def correction_line(correction: Correction, partner: str) -> str:
    """A correction on one line, for the manager who looks it over."""
    if not quotes_of(correction.told):
        first = correction.told.citations[0] if correction.told.citations else None
        what = f"{first.source}, {first.locator}" if first else "an answer"
        return f"{partner}: {what}, {'answered anew' if correction.now else 'nothing in its place'}"
    differences = _differences(correction)
    shown = "; ".join(_line(one) for one in differences[:3])
    more = f" and {len(differences) - 3} more" if len(differences) > 3 else ""
    return f"{partner}: {shown}{more}"


def digest_text(change: Change, partner: Partner | None) -> str:
    """What changed among the documents that a partner may see; empty where nothing did."""
    seen = [one for one in change.documents if one.audience.admits(partner)]
    if not seen:
        return ""
    lines = [f"- {_HOW[one.how]}: {_named(one)}" for one in seen[:MOST]]
    more = [f"- and {len(seen) - MOST} more"] if len(seen) > MOST else []
    return "\n".join(
        (
            "**What changed in the documents you can see**",
            "",
            *lines,
            *more,
            "",
            "Ask me for any of it; prices are always those of the day.",
        )
    )


def document_lines(documents: Sequence[DocumentChange], most: int) -> list[str]:
    """Documents and what became of them, a line each, the first few."""
    lines = [f"{_HOW[one.how]}: {one.path}" for one in documents[:most]]
    return [*lines, f"and {len(documents) - most} more"] if len(documents) > most else lines


def _priced(correction: Correction) -> str:
    differences = _differences(correction)
    rows = "\n".join(
        f"| {cell(_asked(one.told))} | {_price(one.told, one.told_currency)} "
        f"| {_price(one.now, one.now_currency) if one.now else 'no price any more'} |"
        for one in differences
    )
    table = f"| | I told you | now |\n| --- | --- | --- |\n{rows}"
    sources = dict.fromkeys(
        f"{cell(one.now.price_list)}, {cell(one.now.cell)}, valid {days(one.now.valid_from, one.now.valid_until)}"
        for one in differences
        if one.now is not None
    )
    below = [f"— {source}" for source in sources]
    gone = [GONE] if any(one.now is None for one in differences) else []
    return "\n\n".join(("The price list has changed since.", table, *below, *gone))


def _differences(correction: Correction) -> tuple[PriceDifference, ...]:
    if correction.now is not None:
        return price_differences(correction.told, correction.now)
    return tuple(
        PriceDifference(told=line, told_currency=quote.currency, now=None, now_currency="")
        for quote in quotes_of(correction.told)
        for line in quote.lines
    )


def _line(one: PriceDifference) -> str:
    now = _price(one.now, one.now_currency) if one.now else "no price any more"
    return f"{_asked(one.told)}: {_price(one.told, one.told_currency)} → {now}"


def _asked(line: QuoteLine) -> str:
    over = f", {months(line.term_months)}" if line.term_months else ""
    return f"{line.quantity:,} × {line.sku}{over}"


def _price(line: QuoteLine, currency: str) -> str:
    if line.quantity == 1 and line.amount == line.unit_price:
        return money(line.amount, currency)
    return f"{money(line.unit_price, currency)} each, {money(line.amount, currency)}"


def _named(one: DocumentChange) -> str:
    return cell(f"{one.title} ({one.path})" if one.title else one.path)


def _short(text: str) -> str:
    flat = cell(" ".join(text.split()))
    return flat if len(flat) <= QUOTED else f"{flat[:QUOTED].rstrip()} …"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
