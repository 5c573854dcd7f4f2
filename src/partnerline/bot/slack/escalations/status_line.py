"""What the rep reads of how it stands with their question: one line in their thread, changed at each step."""

from typing import assert_never

from partnerline.bot.slack.escalations.card_state import name_of
from partnerline.bot.slack.web.blocks import context
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert
from partnerline.knowledge.model import Escalation

TO_THEM = "What you write in this thread goes to them; mention me to ask me something."
BOT_AGAIN = "I answer in this thread again."
LIMIT = 900


def status_text(escalation: Escalation, expectation: str) -> str:
    """How it stands, as mrkdwn; `expectation` is a sentence on who has it and when the rep can expect a word."""
    match escalation.state:
        case "open":
            return _asked(escalation, expectation)
        case "taken":
            return f"*Taken by {_holder(escalation)}.* {_by_when(expectation)} {TO_THEM}"
        case "asked":
            return f"*{_writer(escalation)} asks you something back.* {TO_THEM}"
        case "answered":
            return f"*Answered by {_writer(escalation)}.* {TO_THEM}"
        case "closed":
            return _closed(escalation)
        case other:
            assert_never(other)


def status_blocks(text: str) -> tuple[Json, ...]:
    """The line as small print: it is no answer."""
    return (context(text),)


def passed_on_text(escalation: Escalation, expectation: str) -> str:
    """A line of its own for what the rep should not miss: somebody else has it now."""
    who = _holder(escalation)
    return f"Nobody could answer yet, so I've passed it on to {who}. {_by_when(expectation)}"


def _asked(escalation: Escalation, expectation: str) -> str:
    held = escalation.held
    if held is None:
        return f"*Asked.* {fitted(expectation, LIMIT, inert)} The reply comes here."
    if held.kind == "passed_on":
        return f"*Passed on to {_holder(escalation)}.* {_by_when(expectation)}"
    by = f" by {name_of(held.by)}" if held.by else ""
    return f"*Handed to {_holder(escalation)}{by}.* {_by_when(expectation)} {TO_THEM}"


def _by_when(expectation: str) -> str:
    """The part on when, as a sentence of its own: who it is stands before it."""
    when = expectation.rpartition("; ")[2]
    return fitted(when[:1].upper() + when[1:], LIMIT, inert)


def _holder(escalation: Escalation) -> str:
    held = escalation.held
    return name_of(held.holder_name) if held and held.holder_name else "a manager"


def _writer(escalation: Escalation) -> str:
    return name_of(escalation.replies[-1].manager) if escalation.replies else _holder(escalation)


def _closed(escalation: Escalation) -> str:
    last = escalation.replies[-1] if escalation.replies else None
    closed = next((s for s in reversed(escalation.steps) if s.kind == "closed"), None)
    if last is not None and last.kind == "decline":
        return f"*{name_of(last.manager)} has replied; this is closed.* {BOT_AGAIN}"
    by = f" by {name_of(closed.by)}" if closed and closed.by else ""
    answered = next((r for r in reversed(escalation.replies) if r.kind == "answer"), None)
    said = f"Answered by {name_of(answered.manager)}, closed{by}." if answered else f"Closed{by}."
    return f"*{said}* {BOT_AGAIN}"
