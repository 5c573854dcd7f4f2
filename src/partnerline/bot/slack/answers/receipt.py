"""The receipt of a price, as a dialog to open: what each amount rests on, line by line."""

from collections.abc import Iterator

from partnerline.bot.quotes import wording
from partnerline.bot.quotes.paper import Paper, Source, further_citations, sources
from partnerline.bot.slack.web.blocks import source_line
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.knowledge.answering.price_wording import name_beside
from partnerline.knowledge.model import Citation
from partnerline.knowledge.pricing.quote import Quote

MOST_LINES = 90
"""A dialog holds 100 blocks; what doesn't fit is in the files."""
MOST_SUMS = 12
WORDS = 500
NAME = 300
CITED = 8
_SEEN = ("Asked on", "Prices of", "Valid")


def receipt_view(paper: Paper) -> Json:
    """The dialog."""
    shown = [*_sections(paper)]
    left = len(sources(paper)) - MOST_LINES
    more = [_context(f"…and {left} more lines: the PDF and the Excel file have all.")]
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Receipt"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": [
            _context(_head(paper)),
            *_sums(paper),
            *shown,
            *(more if left > 0 else []),
            *_foot(paper),
        ],
    }


def _head(paper: Paper) -> str:
    facts = (f"{label} {text}" for label, text in wording.facts(paper) if label in _SEEN)
    return fitted(" · ".join(facts), 2_900, inert)


def _sums(paper: Paper) -> Iterator[Json]:
    """What it comes to, before what that is made of; nothing where a line says as much."""
    summed = [
        (wording.heading(paper, number), quote)
        for number, quote in enumerate(paper.quotes)
        if len(quote.lines) > 1 or len(wording.sums(quote)) > 1
    ]
    if summed:
        yield _section("\n".join(_sum(heading, quote) for heading, quote in summed[:MOST_SUMS]))
    if summed and len(paper.quotes) > 1:
        yield _context(wording.APART)


def _sum(heading: str, quote: Quote) -> str:
    currency = fitted(quote.currency, 12, inert)
    *parts, whole = (
        f"{part.label}: {wording.figure(part.amount)} {currency}" for part in wording.sums(quote)
    )
    before = f"{fitted(heading, 80, inert)}\n" if heading else ""
    return f"{before}*{whole}*" + (f"\n{' · '.join(parts)}" if parts else "")


def _sections(paper: Paper) -> Iterator[Json]:
    quotes = [quote for quote in paper.quotes for _ in quote.lines]
    for source, quote in list(zip(sources(paper), quotes, strict=True))[:MOST_LINES]:
        yield _section(_line(source, quote))


def _line(source: Source, quote: Quote) -> str:
    line = source.line
    term = f", {wording.term(line)}" if line.term_months else ""
    count = f"{line.quantity:,} × {wording.unit(line)}{term}"
    sum_ = f"*{wording.figure(line.amount)} {inert(quote.currency)}*"
    each = f"{wording.figure(line.unit_price)} net, {wording.list_price(line)} list"
    where = f"{source.price_list}, {line.cell}"
    return "\n".join(
        (
            f"{source.number}. *{fitted(line.sku, NAME, inert)}* {fitted(name_beside(line.sku, line.name), NAME, inert)}",
            f"{fitted(count, NAME, inert)}: {sum_} ({each})",
            f"Applied: {fitted(wording.applied(line), WORDS, inert)}",
            f"From {fitted(where, NAME, inert)}, {wording.line_validity(line, quote)}",
            fitted(" ".join(line.row.split()) or "…", WORDS, quoted),
        )
    )


def _foot(paper: Paper) -> Iterator[Json]:
    further: tuple[Citation, ...] = further_citations(paper)[:CITED]
    if further:
        yield _context("Also cited:", *(source_line(citation) for citation in further))
    yield _context(wording.NOTE)


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _context(*texts: str) -> Json:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text} for text in texts]}
