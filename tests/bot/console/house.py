"""A console with a small vendor behind it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from fastapi import FastAPI
from tests.bot.console.vendor import ANSWERS, UNSURE
from tests.fakes import FakeAudit, FakeEnrolments, FakeRecord

from partnerline.bot.auditing import Auditor
from partnerline.bot.console import build_console
from partnerline.bot.corrections.door import ChangesDoor
from partnerline.bot.desk import Desk, new_id
from partnerline.bot.gaps.desk import GapDesk
from partnerline.bot.keeping import Keeping
from partnerline.knowledge.model import Answer, Escalation, Origin, Question, Reply
from partnerline.knowledge.partners import Directory, Manager, Partner

TOKEN = "correct horse battery staple"


@dataclass
class Clock:
    """A clock that moves when told."""

    now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class ScriptedAnswerer:
    """Answers from a script, hands over what isn't in it, and remembers what it was asked."""

    asked: list[Question] = field(default_factory=list)
    script: dict[str, Answer] = field(default_factory=lambda: dict(ANSWERS))

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.script.get(question.text, UNSURE)


@dataclass
class House:
    """A console with what stands behind it, for looking at and for changing."""

    clock: Clock = field(default_factory=Clock)
    answerer: ScriptedAnswerer = field(default_factory=ScriptedAnswerer)
    directory: Directory = field(
        default_factory=lambda: Directory(
            partners=(
                Partner(
                    id="acme",
                    name="Acme Resellers",
                    tier="gold",
                    region="EMEA",
                    currency="EUR",
                    manager="dana@vendor.example",
                ),
                Partner(id="odd", name='Öd & "Söhne" <b>GmbH</b>', tier="silver", region="EMEA"),
            ),
            managers=(
                Manager(email="dana@vendor.example", name="Dana Ortiz"),
                Manager(email="zoe@vendor.example", name="Zoë O'Neil <zoe>"),
            ),
        )
    )
    delivered: list[Reply] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    gaps: GapDesk | None = None
    changes: ChangesDoor | None = None
    keeping: Keeping | None = None
    audit: FakeAudit = field(default_factory=FakeAudit)
    enrolments: FakeEnrolments = field(default_factory=FakeEnrolments)
    slack_is_down: bool = False
    well: dict[str, object] = field(default_factory=lambda: {"status": "ok", "documents": 25})
    secure_cookies: bool = False
    token: str = TOKEN

    def __post_init__(self) -> None:
        self.record = FakeRecord(self.directory)
        self.desk = Desk(
            answerer=self.answerer,
            record=self.record,
            clock=self.clock,
            audit=Auditor(audit=self.audit),
        )
        self.app = self.console()

    def console(self) -> FastAPI:
        return build_console(
            desk=self.desk,
            directory=lambda: self.directory,
            token=self.token,
            clock=self.clock,
            session=timedelta(hours=12),
            secure_cookies=self.secure_cookies,
            vendor="Tarnwick Instruments",
            issuer="Tarnwick Instruments",
            on_reply=self._deliver,
            on_step=self._show,
            gaps=self.gaps,
            changes=self.changes,
            keeping=self.keeping,
            audit=self.audit,
            enrolments=self.enrolments,
            health=lambda: self.well,
        )

    def _deliver(self, reply: Reply, escalation: Escalation) -> None:
        if self.slack_is_down:
            raise ConnectionError("secret detail")
        self.delivered.append(reply)

    def _show(self, step_id: str, escalation: Escalation) -> None:
        if self.slack_is_down:
            raise ConnectionError("secret detail")
        self.shown.append(step_id)

    def slack_question(self, text: str, *, thread: str = "T1/C1/1.0", **changes: object) -> str:
        """A question from Slack that was handed over; gives its escalation's id."""
        question = Question(
            text=text, as_of=self.clock().date(), partner=self.directory.partner("acme")
        )
        question = replace(question, **changes)
        origin = Origin(door="slack", thread=thread, asker="U1", asker_name="Ana Sousa")
        escalation_id = self.desk.ask(new_id(thread, text), question, origin).escalation_id
        assert escalation_id is not None
        return escalation_id
