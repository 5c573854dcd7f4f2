"""By when somebody owes the rep a word, and what is due now: never silence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, assert_never

from partnerline.knowledge.duty import ALWAYS, WorkingHours
from partnerline.knowledge.escalating.moments import moment
from partnerline.knowledge.escalating.routing import asked_so_far, holder_of, next_in_line
from partnerline.knowledge.escalating.states import after_reply, after_step
from partnerline.knowledge.escalating.topics import topic_of
from partnerline.knowledge.model import Escalation, EscalationState, Reply, Step
from partnerline.knowledge.partners import Directory

Act = Literal["remind", "pass_on", "close"]
"""Remind whoever has it; pass it on to the next in line; close what was answered and is quiet since."""

RESTARTS = frozenset(("taken", "handed", "passed_on"))
"""Steps by which somebody has it anew, with the whole of the deadline."""
NOBODY = "It is with the channel managers; nobody has taken it yet."
OWED = frozenset(("open", "taken"))
"""States in which a manager owes the rep a word."""
_OPEN: EscalationState = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When whoever has it is reminded, and when the deadline is over."""

    remind_at: datetime
    pass_on_at: datetime


def due(escalation: Escalation, directory: Directory, at: datetime) -> Due | None:  # noqa: ARG001 - asked as of a time, as all that is said of it
    """The deadline, from when it last began anew; `None` where no manager owes the rep a word."""
    if escalation.state not in OWED:
        return None
    hours, began = hours_of(escalation, directory), began_at(escalation)
    partner = escalation.question.partner
    within = directory.duty.within(topic_of(escalation), partner.tier if partner else "")
    return Due(
        remind_at=hours.after_working(began, within * directory.duty.remind_after),
        pass_on_at=hours.after_working(began, within),
    )


def what_now(escalation: Escalation, directory: Directory, at: datetime) -> Act | None:
    """What is due by then; `None` for nothing.

    Nobody is reminded outside their hours. After the last in line whoever has it is reminded once on each working day.
    """
    if escalation.state == "answered":
        return "close" if _is_quiet(escalation, directory, at) else None
    deadline = due(escalation, directory, at)
    if deadline is None or at < deadline.remind_at:
        return None
    if at < deadline.pass_on_at:
        return "remind" if _is_first_reminder_due(escalation, directory, at) else None
    if next_in_line(escalation, directory, at) is not None:
        return "pass_on"
    return "remind" if _is_daily_reminder_due(escalation, directory, at) else None


def expectation(escalation: Escalation, directory: Directory, at: datetime) -> str:
    """One sentence: who has it and by when an answer can be expected; empty once it is closed."""
    who = holder_name(escalation, directory)
    match escalation.state:
        case "open" if not who:
            return NOBODY
        case "open":
            return _by_when(f"{who} was asked", escalation, directory, at)
        case "taken":
            return _by_when(f"{who or 'A channel manager'} has it now", escalation, directory, at)
        case "asked":
            return f"{_asker(escalation, who)} waits for your reply here."
        case "answered":
            return f"What you write here goes to {_asker(escalation, who)}."
        case "closed":
            return ""
        case other:
            assert_never(other)


def holder_name(escalation: Escalation, directory: Directory) -> str:
    """What people call whoever has it; empty where nobody is named."""
    held, holder = escalation.held, holder_of(escalation, directory)
    named = held.holder_name if held is not None else ""
    return named or (holder.name if holder is not None else "")


def is_at_the_end_of_the_line(escalation: Escalation, directory: Directory, at: datetime) -> bool:
    """Whether the deadline is over and nobody is left to pass it on to, so that everybody asked is reminded."""
    deadline = due(escalation, directory, at)
    over = deadline is not None and at >= deadline.pass_on_at
    return over and next_in_line(escalation, directory, at) is None


def hours_of(escalation: Escalation, directory: Directory) -> WorkingHours:
    """The working hours that its deadline counts by: of whoever has it, else of whoever was asked first."""
    holder = holder_of(escalation, directory)
    if holder is not None:
        return holder.hours
    return next((manager.hours for manager in asked_so_far(escalation, directory)), ALWAYS)


def began_at(escalation: Escalation) -> datetime:
    """When the deadline last began anew: when it was opened, got into other hands, or the rep said what was asked.

    What the rep adds while a manager owes a word anyway doesn't put the word off.
    """
    began, state = escalation.opened_at, _OPEN
    for event in _in_order(escalation):
        before = state
        if isinstance(event, Reply):
            state = after_reply(event.kind)
            continue
        state = after_step(before, event.kind)
        anew = event.kind in RESTARTS or before not in OWED
        if state in OWED and anew:
            began = event.at
    return began


def overdue_by(escalation: Escalation, directory: Directory, at: datetime) -> timedelta:
    """How much working time has passed since the deadline; none while it isn't over."""
    deadline = due(escalation, directory, at)
    if deadline is None:
        return timedelta()
    return hours_of(escalation, directory).working_time_between(deadline.pass_on_at, at)


def reminded_since(escalation: Escalation, since: datetime) -> bool:
    """Whether a reminder was sent after that."""
    return any(step.kind == "reminded" and step.at >= since for step in escalation.steps)


def _is_first_reminder_due(escalation: Escalation, directory: Directory, at: datetime) -> bool:
    on_duty = hours_of(escalation, directory).on_duty(at)
    return on_duty and not reminded_since(escalation, began_at(escalation))


def _is_daily_reminder_due(escalation: Escalation, directory: Directory, at: datetime) -> bool:
    hours = hours_of(escalation, directory)
    today = hours.day_of(at)
    sent = (step for step in escalation.steps if step.kind == "reminded")
    return hours.on_duty(at) and all(hours.day_of(step.at) != today for step in sent)


def _is_quiet(escalation: Escalation, directory: Directory, at: datetime) -> bool:
    last = max((_at(event) for event in _in_order(escalation)), default=escalation.opened_at)
    return at >= hours_of(escalation, directory).after_working(last, directory.duty.close_after)


def _in_order(escalation: Escalation) -> list[Reply | Step]:
    """Steps and replies by time; of one instant steps first, for a button that sends a reply may take it in one go."""
    return sorted((*escalation.steps, *escalation.replies), key=_at)


def _at(event: Reply | Step) -> datetime:
    return event.written_at if isinstance(event, Reply) else event.at


def _by_when(lead: str, escalation: Escalation, directory: Directory, at: datetime) -> str:
    deadline = due(escalation, directory, at)
    if deadline is None or deadline.pass_on_at <= at:
        return f"{lead}; it is taking longer than it should, and it isn't forgotten."
    when = moment(deadline.pass_on_at, at, hours_of(escalation, directory))
    return f"{lead}; you can expect an answer by {when}."


def _asker(escalation: Escalation, who: str) -> str:
    """Who wrote last, as they are named there."""
    return escalation.replies[-1].manager if escalation.replies else who or "the channel manager"
