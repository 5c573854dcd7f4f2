"""What a rep reads: an answer, its sources, and what they can do next, as blocks."""

import re
from datetime import date

from partnerline.bot.quotes.paper import quotes_in
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut, fitted, inert, literal, quiet
from partnerline.knowledge.model import Answer, Citation, Reply

MARKDOWN = 12_000
FALLBACK = 3_000
SOURCES = 5
SOURCE = 400
QUOTE = 140
BUTTON = 75
CHOICES = 5
SPOKEN_SOURCE = 160

GET_HUMAN = "get_human"
RECEIPT, PDF, EXCEL = "receipt", "quote_pdf", "quote_xlsx"
OPEN_QUOTE = "open_quote"
FEEDBACK = "feedback"
SHARE = "share_answer"
ASK_PRIVATELY = "ask_privately"
CHOICE = re.compile(r"^choice_\d+$")

_MARKUP = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # an escaped character is itself
    r"|^#{1,6}\s+|`+|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}(?!\w))",
    re.MULTILINE,
)
_RULE = re.compile(r"\s*[-:| ]*-[-:| ]*")
_CELL_END = re.compile(r"(?<!\\)\|")


def answer_blocks(
    question_id: str,
    answer: Answer,
    *,
    before: str = "",
    after: str = "",
    private: bool = False,
    offered: bool = False,
) -> tuple[Json, ...]:
    """An answer; `before` and `after` are Markdown of our own around it. A price's sources are in its receipt.

    What was answered in private can be shared with a channel; `offered` is that the rest can be had in private.
    """
    said = _said(answer.text, MARKDOWN - len(before) - len(after) - 4)
    text = "\n\n".join(part for part in (before, said, after) if part)
    priced, answered = bool(quotes_in(answer)), answer.outcome == "answered"
    return tuple(
        block
        for block in (
            markdown(text),
            None if priced else sources_block(answer),
            *(_choices(question_id, answer.choices) if answer.outcome == "clarify" else ()),
            _feedback(question_id) if answered else None,
            _next(question_id, priced=priced, private=private and answered, offered=offered)
            if answer.outcome in ("answered", "clarify")
            else None,
        )
        if block is not None
    )


def answer_text(answer: Answer, *, before: str = "", after: str = "") -> str:
    """The same as plain words, for notifications and screen readers: the point, then sources and choices."""
    sources = list(dict.fromkeys(_spoken(one) for one in answer.citations))[:SOURCES]
    choices = [cut(" ".join(c.split()), BUTTON) for c in answer.choices[:CHOICES]]
    behind = [
        f"Sources: {'; '.join(sources)}" if sources and not quotes_in(answer) else "",
        f"Choose: {' / '.join(choices)}" if choices and answer.outcome == "clarify" else "",
    ]
    tail = [fitted(one, FALLBACK, inert) for one in behind if one]
    tail += [fallback(after)] if after else []
    room = FALLBACK - sum(len(one) + 2 for one in tail)
    point = "\n\n".join(part for part in (before, answer.text) if part)
    return "\n\n".join((fallback(point, room), *tail))


def quote_button() -> Json:
    """The way to the quote form for people whose own workspace knows no command of ours."""
    return {"type": "actions", "elements": [button("Build a quote", OPEN_QUOTE, "new")]}


def reply_blocks(reply: Reply) -> tuple[Json, ...]:
    """A manager's reply, with their name."""
    return (markdown(reply_text(reply)),)


def reply_text(reply: Reply) -> str:
    """A manager's reply as Markdown."""
    return f"**{literal(reply.manager)}** (channel manager): {quiet(reply.text)}"


def markdown(text: str) -> Json:
    """A block of standard Markdown."""
    return {"type": "markdown", "text": cut(text, MARKDOWN) if text.strip() else "…"}


def fallback(text: str, limit: int = FALLBACK) -> str:
    """Markdown as plain words, for notifications and screen readers; a part number stays as it is."""
    lines = (_row(line) for line in text.splitlines() if not _RULE.fullmatch(line))
    words = _MARKUP.sub(lambda found: found[1] or "", "\n".join(lines))
    return fitted(words.strip(), limit, inert) or "…"


def context(*texts: str) -> Json:
    """Small print, a piece for each text; they are mrkdwn."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": t} for t in texts]}


def button(label: str, action_id: str, value: str, *, primary: bool = False) -> Json:
    """A button."""
    shown = {
        "type": "plain_text",
        "text": cut(" ".join(label.split()) or "…", BUTTON),
        "emoji": False,
    }
    style = {"style": "primary"} if primary else {}
    return {"type": "button", "text": shown, "action_id": action_id, "value": value} | style


def source_lines(citations: tuple[Citation, ...]) -> list[str]:
    """Where it stands, as mrkdwn, one line a place, the first few."""
    seen = dict.fromkeys((c.source, c.locator) for c in citations)
    first = {(c.source, c.locator): c for c in reversed(citations)}
    return [source_line(first[place]) for place in list(seen)[:SOURCES]]


def source_line(citation: Citation) -> str:
    """Where something stands, how old that is and what it says, as mrkdwn."""
    where = _where(citation, " · ")
    quote = cut(" ".join(citation.quote.split()), QUOTE)
    shown = fitted(where, SOURCE, inert) + _aged(citation)
    return f"{shown} · “{inert(quote)}”" if quote else shown


def day_text(day: date) -> str:
    """A day as people write it: 1 Jul 2026."""
    return f"{day.day} {day:%b} {day.year}"


def _row(line: str) -> str:
    """A table's row as its cells, one after the other; any other line as it is."""
    if not line.startswith("|"):
        return line
    cells = (cell.strip() for cell in _CELL_END.split(line))
    return " · ".join(cell for cell in cells if cell)


def _said(text: str, room: int) -> str:
    # Quieting adds a character at each ping, so what is cut is what was quieted.
    return cut(quiet(text) if text.strip() else "…", room)


def sources_block(answer: Answer) -> Json | None:
    """What the text doesn't name itself, in full; of what it names, how old it is."""
    unnamed = [one for one in answer.citations if not _is_named(one, answer)]
    named = [one for one in answer.citations if _is_named(one, answer) and _aged(one)]
    ages = dict.fromkeys(fitted(one.source, SOURCE, inert) + _aged(one) for one in named)
    lines = [*source_lines(tuple(unnamed)), *ages][:SOURCES]
    return context(*lines) if lines else None


def _is_named(cited: Citation, answer: Answer) -> bool:
    return bool(cited.locator) and _where(cited, ", ") in answer.text


def _where(citation: Citation, glue: str) -> str:
    """Where something stands; of a manager's kept answer who gave it and when."""
    source = "" if citation.is_answered else citation.source
    return glue.join(part for part in (source, citation.locator) if part) or "…"


def _aged(citation: Citation) -> str:
    if citation.day is None or citation.is_answered:  # which says itself when it was given
        return ""
    return f" · as of {day_text(citation.day)}"


def _spoken(citation: Citation) -> str:
    where = _where(citation, ", ")
    return cut(" ".join(where.split()), SPOKEN_SOURCE) + _aged(citation).replace(" · ", ", ")


def _choices(question_id: str, choices: tuple[str, ...]) -> tuple[Json, ...]:
    if not choices:
        return ()
    buttons = [
        button(choice, f"choice_{number}", f"{question_id}:{number}")
        for number, choice in enumerate(choices[:CHOICES])
    ]
    left = len(choices) - len(buttons)
    more = (context(f"…or {left} more: write which one you mean."),) if left else ()
    return ({"type": "actions", "elements": buttons}, *more)


def _feedback(question_id: str) -> Json:
    element = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": _thumb("Good answer", f"up:{question_id}"),
        "negative_button": _thumb("Bad answer", f"down:{question_id}"),
    }
    return {"type": "context_actions", "elements": [element]}


def _thumb(label: str, value: str) -> Json:
    shown = {"type": "plain_text", "text": label}
    return {"text": shown, "accessibility_label": label, "value": value}


def _next(question_id: str, *, priced: bool, private: bool, offered: bool) -> Json:
    first = (("Answer me privately", ASK_PRIVATELY),) if offered else ()
    along = (("Receipt", RECEIPT), ("PDF", PDF), ("Excel", EXCEL)) if priced else ()
    on = (("Share with channel", SHARE),) if private else ()
    buttons = [
        button(label, action, question_id)
        for label, action in (*first, *along, ("Get a human", GET_HUMAN), *on)
    ]
    return {"type": "actions", "elements": buttons}
