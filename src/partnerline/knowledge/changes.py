"""What changed in the library, and who was told a figure or a rule that no longer holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from partnerline.knowledge.model import Answer, Document, Kind
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

How = Literal["new", "changed", "removed", "begins", "ends"]
"""A document is new, has another content, is gone, or has its first day, or the day after its last, by now."""

ChangeState = Literal["finding", "waiting", "sent", "dismissed", "nothing"]
"""Finding: it is not known yet whom it concerns. Waiting: for a manager's word. Nothing: there is nobody to tell."""

CorrectionState = Literal["waiting", "sent", "unreachable", "overtaken"]
"""Unreachable: it can't stand any more where the answer stands. Overtaken: what was told holds again, or was corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """What became of one document; `audience` is whom it is for now, or was for before it went."""

    path: str
    title: str
    kind: Kind
    how: How
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one question was answered with, and what it would be answered with now.

    `told` is the answer that the rep has read, or the last correction of it; `now` is `None` where nothing can be said
    in its place.
    """

    question_id: str
    told: Answer
    now: Answer | None
    state: CorrectionState = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was found changed at one look at the library, and the corrections that follow from it."""

    id: str
    found_at: datetime
    documents: tuple[DocumentChange, ...]
    corrections: tuple[Correction, ...] = ()
    state: ChangeState = "finding"
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A document as it was at the last look."""

    title: str
    kind: Kind
    digest: str
    audience: Audience
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was there at a look, by path; looks are numbered from 1, so that a change that comes back is another one."""

    number: int
    day: date
    seen: Mapping[str, Seen]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDifference:
    """One line of a price as it was told, and as it is now; `now` is `None` where there is none any more."""

    told: QuoteLine
    told_currency: str
    now: QuoteLine | None
    now_currency: str


def seen_of(document: Document) -> Seen:
    """A document as a look keeps it."""
    return Seen(
        title=document.title,
        kind=document.kind,
        digest=document.digest,
        audience=document.audience,
        valid_from=document.valid_from,
        valid_until=document.valid_until,
    )


def document_changes(
    before: Mapping[str, Seen], after: Mapping[str, Seen], *, last: date, today: date
) -> tuple[DocumentChange, ...]:
    """What differs between two looks, on their days, by path."""
    found = []
    for path in sorted(before.keys() | after.keys()):
        how = _how(before.get(path), after.get(path), last, today)
        seen = after.get(path) or before[path]
        if how is not None:
            found.append(
                DocumentChange(
                    path=path, title=seen.title, kind=seen.kind, how=how, audience=seen.audience
                )
            )
    return tuple(found)


def _how(before: Seen | None, after: Seen | None, last: date, today: date) -> How | None:
    if after is None:
        return "removed"
    if before is None:
        return "new"
    if replace(before, title=after.title) != after:
        return "changed"
    if after.valid_from is not None and last < after.valid_from <= today:
        return "begins"
    if after.valid_until is not None and last <= after.valid_until < today:
        return "ends"
    return None


def quotes_of(answer: Answer) -> tuple[Quote, ...]:
    """Every computed price of an answer."""
    return answer.quotes or ((answer.quote,) if answer.quote else ())


def holds_today(answer: Answer, today: date) -> bool:
    """Whether the rep still takes the answer for good: nothing it was told with says that it is over by now."""
    return all(
        quote.valid_until is None or quote.valid_until >= today for quote in quotes_of(answer)
    )


def price_differences(told: Answer, now: Answer) -> tuple[PriceDifference, ...]:
    """The lines of a price that were told and are different now, in their order."""
    current = {_what(line): (line, quote.currency) for quote, line in _lines(now)}
    found = []
    for quote, line in _lines(told):
        other, currency = current.get(_what(line), (None, ""))
        if other is None or _figures(line, quote.currency) != _figures(other, currency):
            found.append(
                PriceDifference(
                    told=line, told_currency=quote.currency, now=other, now_currency=currency
                )
            )
    return tuple(found)


def _lines(answer: Answer) -> list[tuple[Quote, QuoteLine]]:
    return [(quote, line) for quote in quotes_of(answer) for line in quote.lines]


def _what(line: QuoteLine) -> tuple[str, int, str, int | None]:
    return line.sku, line.quantity, line.per, line.term_months


def _figures(line: QuoteLine, currency: str) -> tuple[Decimal, Decimal, str]:
    return line.unit_price, line.amount, currency
