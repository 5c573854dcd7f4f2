"""What tests of escalations say: two offices, three managers, and questions that were handed over."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from partnerline.knowledge.duty import Deadline, Duty, WorkingHours
from partnerline.knowledge.escalating.states import after_reply, after_step
from partnerline.knowledge.model import (
    Answer,
    Escalation,
    EscalationState,
    Origin,
    Question,
    Reason,
    Reply,
    ReplyKind,
    Step,
    StepKind,
)
from partnerline.knowledge.partners import Directory, Manager, Partner

WEEK = frozenset(range(5))
BERLIN = WorkingHours(days=WEEK, start=time(9), end=time(17), zone="Europe/Berlin")
CHICAGO = WorkingHours(days=WEEK, start=time(8), end=time(17), zone="America/Chicago")
DANA = Manager(
    email="dana@v.example",
    name="Dana Weiss",
    slack_user="U0DANA",
    partners=frozenset({"acme"}),
    hours=BERLIN,
)
MIGUEL = Manager(
    email="miguel@v.example",
    name="Miguel Ortega",
    slack_user="U0MIGUEL",
    topics=frozenset({"pricing"}),
    hours=CHICAGO,
)
LENA = Manager(email="lena@v.example", name="Lena Frei", hours=BERLIN, fallback=True)
ACME = Partner(id="acme", name="Acme", tier="gold", manager="dana@v.example")
GLOBEX = Partner(id="globex", name="Globex", tier="silver")
DUTY = Duty(
    deadlines=(Deadline(within=timedelta(hours=2), tiers=frozenset({"gold"})),),
    close_after=timedelta(hours=8),
)
DIRECTORY = Directory(partners=(ACME, GLOBEX), managers=(DANA, MIGUEL, LENA), duty=DUTY)
UNSURE = Answer(
    outcome="escalated", text="I've asked.", confidence=0.1, reason=Reason.LOW_CONFIDENCE
)


def berlin(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of November 2026 there; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


MONDAY = berlin(23, 10)


def opened(
    text: str = "What is the list price of an AX-200?",
    *,
    partner: Partner | None = ACME,
    at: datetime = MONDAY,
    answer: Answer = UNSURE,
) -> Escalation:
    return Escalation(
        id="E-1",
        question_id="q1",
        question=Question(text=text, as_of=date(2026, 11, 23), partner=partner),
        origin=Origin(door="slack", thread="T/C/1"),
        answer=answer,
        state="open",
        opened_at=at,
    )


def stepped(kind: StepKind, at: datetime, who: Manager | None = None) -> Step:
    key, name = (who.email, who.name) if who else ("", "")
    return Step(
        id=f"{kind} {at}", escalation_id="E-1", kind=kind, at=at, holder=key, holder_name=name
    )


def replied(kind: ReplyKind, at: datetime, who: Manager = DANA) -> Reply:
    return Reply(
        id=f"{kind} {at}",
        escalation_id="E-1",
        manager=who.name,
        text="Yes.",
        written_at=at,
        kind=kind,
    )


def gone_on(first: Escalation, events: Sequence[Step | Reply]) -> Escalation:
    """The escalation after these events, in the state that they make of it."""
    state: EscalationState = first.state
    for event in events:
        state = (
            after_reply(event.kind) if isinstance(event, Reply) else after_step(state, event.kind)
        )
    return Escalation(
        id=first.id,
        question_id=first.question_id,
        question=first.question,
        origin=first.origin,
        answer=first.answer,
        state=state,
        opened_at=first.opened_at,
        replies=tuple(one for one in events if isinstance(one, Reply)),
        steps=tuple(one for one in events if isinstance(one, Step)),
    )
