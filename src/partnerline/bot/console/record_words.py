"""What the pages on people, on questions of the past and on who was shown what say: pure."""

from collections.abc import Iterable
from datetime import datetime

from partnerline.bot.console.words import OUTCOMES, why
from partnerline.knowledge.model import Answer, Origin
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.past import Judgement, Past
from partnerline.knowledge.ports import ChannelMode
from partnerline.knowledge.ports.audit import AuditLine, Door, Shown
from partnerline.knowledge.ports.enrolment import Subject
from partnerline.knowledge.ports.reps_own import Why

STRANGER = "a stranger"
COMPLAINTS: dict[Why, str] = {
    "wrong": "wrong",
    "out_of_date": "out of date",
    "not_asked": "not what was asked",
    "too_long": "too long",
}
THUMBS = {"up": "Thumb up", "down": "Thumb down"}
JUDGEMENTS: dict[Judgement, str] = {
    "right": "a manager says: right",
    "wrong": "a manager says: wrong",
}
MODES: dict[ChannelMode, str] = {
    "listen": "answers every question",
    "called": "answers where it is called",
}
SUBJECTS: dict[Subject, str] = {"person": "Person", "workspace": "Workspace", "channel": "Channel"}
_DECIDED = {
    "price list": "computed from the price list",
    "promotions table": "from the promotions table",
    "quoted": "quoted from documents",
    "rule": "decided by a rule",
}
_DOORS: dict[Door, str] = {"slack": "Slack", "console": "Console", "terminal": "Terminal"}


def asked_as(past: Past) -> str:
    """As whom a question was asked: a partner, several who read along, or a stranger."""
    question = past.question
    if question.partner is not None:
        return question.partner.name
    if question.readers:
        return f"read by {listed(partner.name for partner in question.readers)}"
    return past.asked_as or STRANGER


def person(origin: Origin) -> str:
    """Who asked: their name, else their id, else the door they came by."""
    return origin.asker_name or origin.asker or _DOORS[origin.door]


def thumb(past: Past, reasons: Iterable[Why]) -> str:
    """What reps thought of an answer, and why where they said; "" where nobody did."""
    if past.thumb is None:
        return ""
    named = [COMPLAINTS[reason] for reason in dict.fromkeys(reasons)]
    return (
        f"{THUMBS[past.thumb]}: {', '.join(named)}"
        if named and past.thumb == "down"
        else THUMBS[past.thumb]
    )


def verdict(answer: Answer | None) -> str:
    """What became of a question, in a word or two."""
    return OUTCOMES[answer.outcome] if answer is not None else "No answer yet"


def shown_as(line: AuditLine, directory: Directory) -> str:
    """As whom somebody was shown something, by the partners' names where they are known."""
    if line.asked_as is not None:
        return partner_of(line.asked_as, directory)
    if line.readers:
        return f"read by {listed(partner_of(one, directory) for one in line.readers)}"
    return STRANGER


def partner_of(partner_id: str, directory: Directory) -> str:
    """A partner's name, or the id of one that nobody knows any more."""
    found = directory.partner(partner_id)
    return found.name if found is not None and found.id == partner_id else partner_id


def outcome(line: AuditLine) -> str:
    """What became of it, and why where it wasn't answered."""
    told = OUTCOMES[line.outcome]
    return f"{told}: {why(line.reason)}" if line.reason else told


def decided(line: AuditLine) -> str:
    """What decided it: a computed price, words of documents, a rule, a model or a person."""
    return _DECIDED.get(line.decided_by, line.decided_by)


def place_shown(shown: Shown) -> str:
    """A place that was shown: the document's path and the place in it."""
    return " · ".join(part for part in shown[:2] if part)


def door(line: AuditLine) -> str:
    """The way in."""
    return _DOORS[line.door]


def minute(then: datetime) -> str:
    """A moment to the minute, where the bot runs."""
    return then.astimezone().strftime("%Y-%m-%d %H:%M")


def standing(partner: Partner) -> str:
    """A partner's tier and region."""
    return " · ".join(part for part in (partner.tier, partner.region) if part)


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: "A, B and C"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last
