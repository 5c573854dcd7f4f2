"""What the pages say, made of what the record holds: pure, so that every wording can be read and tested here."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import assert_never

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from partnerline.bot.gaps.desk import GapView
from partnerline.bot.quotes.paper import quotes_in
from partnerline.knowledge.changes import Change
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Escalation,
    EscalationState,
    Origin,
    Reason,
    Reply,
    ReplyKind,
    Step,
    Turn,
)
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.quote import Quote

WHY: dict[Reason, str] = {
    Reason.NO_EVIDENCE: "Nothing in the library answers it",
    Reason.LOW_CONFIDENCE: "The bot wasn't sure enough",
    Reason.AMBIGUOUS: "It can be read in more than one way",
    Reason.NOT_PERMITTED: "It asks for more than this asker may see",
    Reason.NEEDS_HUMAN: "It needs a person's decision",
    Reason.ASKED_FOR_HUMAN: "The rep asked for a person",
    Reason.UNKNOWN_PARTNER: "The asker is no partner we know",
    Reason.CONFLICT: "The sources contradict each other",
    Reason.OTHER_LANGUAGE: "It was asked in another language than the documents are written in",
    Reason.BAD_ROW: "The question couldn't be read",
    Reason.FAILED: "The bot failed while answering",
}

OUTCOMES = {
    "answered": "Answered",
    "clarify": "Asks back",
    "escalated": "Handed to a person",
    "smalltalk": "Small talk",
}

PAGES = (
    (("/", "Questions"), ("/questions", "Asked")),
    (("/gaps", "Gaps"), ("/kept", "Kept"), ("/changes", "Changes")),
    (("/people", "People"), ("/audit", "Audit")),
    (("/try", "Try the bot"),),
)
"""The pages that lead everywhere, in the groups they are used in."""

_DOORS = {"slack": "Slack", "console": "the console's trial page", "terminal": "the terminal"}


def is_on(path: str, link: str) -> bool:
    """Whether the page at a path is the one that a link of the head leads to."""
    return path == link


def why(reason: Reason | None) -> str:
    """Why a question was not answered outright, in words."""
    return WHY[reason] if reason is not None else "No reason was noted"


def door(origin: Origin) -> str:
    """The way in by which a question came, in words."""
    return _DOORS[origin.door]


def standing(partner: Partner | None) -> str:
    """What is known of a partner's standing: "gold · EMEA"."""
    if partner is None:
        return "not enrolled"
    return " · ".join(part for part in (partner.tier, partner.region, partner.currency) if part)


def partner_name(partner: Partner | None) -> str:
    """What to call the company that asks, inside a sentence."""
    return partner.name if partner is not None else "a stranger"


def partner_label(partner: Partner | None) -> str:
    """What to call the company that asks, on its own."""
    return partner.name if partner is not None else "Stranger"


def asker(escalation: Escalation) -> str:
    """Who asks, person and company."""
    company = partner_name(escalation.question.partner)
    name = escalation.origin.asker_name
    return f"{name}, {company}" if name else company


def quotes(answer: Answer) -> tuple[Quote, ...]:
    """Every price that an answer shows, each once."""
    first = (answer.quote,) if answer.quote else ()
    return (*first, *(quote for quote in answer.quotes if quote not in first))


def takes_along(answer: Answer | None) -> bool:
    """Whether an answer gives a price that can be taken along."""
    return answer is not None and bool(quotes_in(answer))


def weighed(answer: Answer) -> bool:
    """Whether its confidence says anything: where none was computed it is nought, which would read as a verdict."""
    return answer.confidence > 0


def reply_of(turn: Turn, escalation: Escalation) -> Reply | None:
    """The manager's reply that this turn of the conversation is, where it is one."""
    if turn.role == "user":
        return None
    return next((reply for reply in escalation.replies if reply.text == turn.text), None)


STATES: dict[EscalationState, str] = {
    "open": "Waiting",
    "taken": "Taken",
    "asked": "Waits for the rep",
    "answered": "Answered",
    "closed": "Closed",
}


KINDS: dict[ReplyKind, str] = {
    "answer": "The answer",
    "question": "A question back",
    "decline": "Not for us",
}

DRAFTS = {
    "answer": "the answer it found",
    "approve": "an approval",
    "counter": "another offer",
    "refuse": "a refusal",
    "decline": "that it isn't for us",
}


def step_line(step: Step) -> str:
    """What happened, as a line of the history."""
    by = step.by or "The clock"
    match step.kind:
        case "taken":
            return f"{by} took it"
        case "handed":
            return f"{by} handed it to {step.holder_name}"
        case "passed_on":
            return f"Passed on to {step.holder_name}, as the time was over"
        case "reminded":
            return f"{step.holder_name or 'Whoever has it'} was reminded"
        case "rep_said":
            return f"{by} wrote: {step.text}"
        case "noted":
            return f"{by} noted: {step.text}" if step.text else f"{by} left a note"
        case "closed":
            return f"{by} closed it" if step.by else "Closed, as it was quiet"
        case other:
            assert_never(other)


def times(number: int) -> str:
    """How often: "once", "5 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def partners(view: GapView) -> str:
    """Who asks for what is missing: the partners' names, the first few."""
    names = dict.fromkeys(partner_name(past.question.partner) for past in view.questions)
    shown = list(names)[:3]
    more = [f"{len(names) - 3} more"] if len(names) > 3 else []
    return (
        " and ".join((", ".join((shown + more)[:-1]), (shown + more)[-1]))
        if len(names) > 1
        else shown[0]
    )


def documents(change: Change) -> str:
    """How many documents a change is of."""
    number = len(change.documents)
    return f"{number:,} document{'' if number == 1 else 's'}"


def span(waited: timedelta) -> str:
    """How long something lasted, as people say it: "just now", "12 min", "3 h", "2 days"."""
    minutes = int(waited.total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // (24 * 60)} days"


def ago(then: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "12 min ago"."""
    words = span(now - then)
    return words if words == "just now" else f"{words} ago"


def day(value: date | None) -> str:
    """A day as it is written in a sentence: "23 November 2026"."""
    return f"{value.day} {value:%B %Y}" if value is not None else "without end"


def money(amount: Decimal) -> str:
    """An amount with at least two decimals and its thousands apart: "1,234.50"."""
    exponent = amount.as_tuple().exponent
    return f"{amount:,f}" if isinstance(exponent, int) and exponent <= -2 else f"{amount:,.2f}"


def around_the_sheet(text: str) -> tuple[str, str]:
    """What an answer says before and after its table, for a page that shows the price in one of its own."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.startswith("|")), len(lines))
    after = (line for line in lines[first:] if not line.startswith("|"))
    return "\n".join(lines[:first]), "\n".join(after)


def beside_receipt(answer: Answer) -> tuple[Citation, ...]:
    """The sources that the receipts of its prices don't show already."""
    shown = {
        (line.price_list or quote.price_list, line.cell)
        for quote in quotes(answer)
        for line in quote.lines
    }
    return tuple(cited for cited in answer.citations if (cited.source, cited.locator) not in shown)


def percent(share: float) -> str:
    """A share from 0 to 1 in percent, never rounded up to certainty."""
    return f"{min(int(share * 100 + 0.5), 99) if share < 1 else 100} %"


def verdict(answer: Answer) -> str:
    """What became of a question, and for all but a plain answer why."""
    match answer.outcome:
        case "answered" | "smalltalk":
            return OUTCOMES[answer.outcome]
        case "clarify" | "escalated":
            about = f": {why(answer.reason)}" if answer.reason is not None else ""
            return f"{OUTCOMES[answer.outcome]}{about}"
        case _:
            assert_never(answer.outcome)


def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    # A picture could fetch from anywhere and tell who reads; a link may only lead to a page.
    reader.disable("image")
    reader.validateLink = lambda url: url.lower().startswith(("http://", "https://"))  # type: ignore[method-assign]  # the library's own hook
    return reader


_READER = _markdown()


def markdown(text: str) -> Markup:
    """Markdown as safe HTML: no HTML of its own, no pictures, links to web pages only, headings below the page's."""
    tokens = _READER.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = "h4"
        for child in token.children or ():
            _mark_link(child)
    return Markup(_READER.renderer.render(tokens, _READER.options, {}))  # noqa: S704  the reader above escapes all else


def _mark_link(token: Token) -> None:
    if token.type == "link_open":
        token.attrSet("rel", "noopener noreferrer nofollow")
