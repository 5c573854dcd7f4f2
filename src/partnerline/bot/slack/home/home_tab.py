"""The bot's Home tab as blocks: for a rep their questions and promotions, for a manager the queue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from partnerline.bot.slack.home.prompts import Prompt
from partnerline.bot.slack.web.blocks import button, context, day_text
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert
from partnerline.bot.slack.who.privately import AS_PARTNER, OFFER
from partnerline.knowledge.past import Past
from partnerline.knowledge.pricing.offers import Promotion

WORDS = 140
NAME = 80
MOST = 10
QUEUE = 20
ASK = "home_ask"

STRANGER = (
    "I don't know yet which company you belong to, so I can only answer from what is public. "
    "Ask me anything; the channel team can tell me where you belong."
)
STAFF = (
    "You are one of our own, so I answer you with what every partner may see. Channel managers can ask as a partner: "
    "begin with “as”, its id or name, and a colon."
)
NOTHING_ASKED = "You haven't asked anything yet."
NONE_RUNS = "No promotion runs for you at present."
NONE_WAITS = "Nothing waits for a person."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question on the tab: its words, how it stands with it, where it is."""

    text: str
    state: str
    link: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepsHome:
    """What a rep sees; `partner` and `manager` are names, empty for a stranger and for the vendor's own `staff`."""

    partner: str
    manager: str = ""
    questions: tuple[Line, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    to_try: tuple[Prompt, ...] = ()
    ask_at: str = ""
    staff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagersHome:
    """What a manager sees: the queue, what is overdue first, and how many there are of each kind."""

    waiting: int
    taken: int
    overdue: int
    queue: tuple[Line, ...] = ()


def reps_view(home: RepsHome) -> Json:
    """A rep's tab."""
    return _view(
        _header(f"Partnerline for {home.partner}" if home.partner else "Partnerline"),
        *([] if home.partner else [_section(STAFF if home.staff else STRANGER)]),
        *_asking(home),
        _header("Your questions"),
        *(map(_line, home.questions[:MOST]) if home.questions else [_section(NOTHING_ASKED)]),
        *(_promotions(home.promotions) if home.partner else []),
        *([context(f"Your channel manager: {_short(home.manager, NAME)}")] if home.manager else []),
    )


def managers_view(home: ManagersHome) -> Json:
    """A manager's tab."""
    counts = f"*{home.waiting}* open · *{home.taken}* taken · *{home.overdue}* overdue"
    left = home.waiting + home.taken - len(home.queue[:QUEUE])
    return _view(
        _header("Waiting for a person"),
        _section(counts),
        *(map(_line, home.queue[:QUEUE]) if home.queue else [_section(NONE_WAITS)]),
        *([context(f"…and {left} more.")] if left > 0 else []),
    )


def state_of(past: Past) -> str:
    """How it stands with a question, in a few words."""
    opened = past.escalation
    if opened is None:
        outcome = past.answer.outcome if past.answer else None
        if past.answer and past.answer.text in (OFFER, AS_PARTNER):
            return "can be answered privately" if past.answer.text == OFFER else "answered"
        return {"answered": "answered", "clarify": "waits for your choice"}.get(
            outcome or "", "being looked up" if outcome is None else "answered"
        )
    holder = opened.held.holder_name if opened.held else ""
    who = holder or next((reply.manager for reply in reversed(opened.replies)), "")
    match opened.state:
        case "open":
            return "waits for a channel manager"
        case "taken":
            return f"with {who}" if who else "with a channel manager"
        case "asked":
            return f"{who or 'A channel manager'} asked you something back"
        case "answered":
            return f"answered by {who}" if who else "answered by a channel manager"
        case "closed":
            return "closed"


def due_text(by: datetime, now: datetime) -> str:
    """A deadline as it stands now, in the manager's own time zone as Slack shows it."""
    if by <= now:
        return "*overdue*"
    return (
        f"due <!date^{int(by.timestamp())}^{{date_short_pretty}} at {{time}}, your time"
        f"|{by:%Y-%m-%d %H:%M} UTC>"
    )


def _asking(home: RepsHome) -> Iterable[Json]:
    if home.to_try:
        tries = "\n".join(f"• {_short(one.message, WORDS)}" for one in home.to_try)
        yield _section(f"*Ask me in Messages, or mention me in your channel:*\n{tries}")
    if home.ask_at:
        ask = button("Ask a question", ASK, "ask", primary=True) | {"url": home.ask_at}
        yield {"type": "actions", "elements": [ask]}


def _promotions(running: tuple[Promotion, ...]) -> Iterable[Json]:
    yield _header("Running promotions")
    lines = [_promotion(one) for one in running[:MOST]]
    yield _section("\n".join(lines) if lines else NONE_RUNS)


def _promotion(offer: Promotion) -> str:
    until = f", until {day_text(offer.last_day)}" if offer.last_day else ""
    return f"• *{_short(offer.code, NAME)}* {_short(offer.name, NAME)}{until}"


def _line(line: Line) -> Json:
    words = _short(line.text, WORDS) or "…"
    shown = f"<{line.link}|{words.replace('|', '¦')}>" if line.link else words
    beside = f" · {line.beside}" if line.beside else ""
    return _section(f"{shown}\n_{_short(line.state, NAME)}_{beside}")


def _view(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}


def _header(text: str) -> Json:
    return {"type": "header", "text": {"type": "plain_text", "text": text[:150], "emoji": False}}


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _short(text: str, limit: int) -> str:
    return fitted(" ".join(text.split()), limit, inert)
