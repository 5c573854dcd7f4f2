"""What a quote to take along says, taken from an answer that was given; nothing in it is computed anew."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import EVERYONE
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

Format = Literal["pdf", "xlsx"]
MEDIA_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MOST_IN_A_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A quote made out on `issued_on` for a question of `asked_on`; several `quotes` don't add up to one.

    `vendor` and `partner` are names, empty where there is none to give.
    """

    vendor: str
    partner: str
    asked_on: date
    issued_on: date
    quotes: tuple[Quote, ...]
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a quote's line comes from. `number` counts the lines of all quotes from one."""

    number: int
    line: QuoteLine
    price_list: str


def quotes_in(answer: Answer) -> tuple[Quote, ...]:
    """The prices that an answer gives for certain; none for anything but an answer."""
    if answer.outcome != "answered":
        return ()
    first = (answer.quote,) if answer.quote else ()
    return (*first, *(quote for quote in answer.quotes if quote not in first))


def paper_of(answer: Answer, question: Question, *, vendor: str, issued_on: date) -> Paper | None:
    """The paper of an answer to a question; `None` where it gives no price."""
    quotes = quotes_in(answer)
    if not quotes:
        return None
    partner = question.partner
    return Paper(
        vendor=vendor.strip(),
        partner=partner.name if partner is not None and partner != EVERYONE else "",
        asked_on=question.asked_on or question.as_of,
        issued_on=issued_on,
        quotes=quotes,
        citations=answer.citations,
    )


def sources(paper: Paper) -> tuple[Source, ...]:
    """Every line with the list that it is from, in their order."""
    return tuple(_sources(paper))


def further_citations(paper: Paper) -> tuple[Citation, ...]:
    """What is cited beside the lines' own cells, as a promotion's row, each place once."""
    own = {(source.price_list, source.line.cell) for source in sources(paper)}
    places = {(c.source, c.locator): c for c in reversed(paper.citations)}
    cited = dict.fromkeys((c.source, c.locator) for c in paper.citations)
    return tuple(places[place] for place in cited if place not in own)


def file_name(paper: Paper, kind: Format) -> str:
    """`quote-acme-resellers-2026-11-23.pdf`: nothing in it that a file system or a header could stumble over."""
    parts = ("quote", _plain(paper.partner), paper.issued_on.isoformat())
    return f"{'-'.join(part for part in parts if part)}.{kind}"


def _sources(paper: Paper) -> Iterator[Source]:
    lines = ((quote, line) for quote in paper.quotes for line in quote.lines)
    for number, (quote, line) in enumerate(lines, start=1):
        price_list = line.price_list or quote.price_list
        yield Source(number=number, line=line, price_list=price_list)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:_MOST_IN_A_NAME].strip("-")
