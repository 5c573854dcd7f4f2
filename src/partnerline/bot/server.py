"""One process that answers: the console, Slack beside it, and the library kept up to date."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from fastapi import FastAPI
from pydantic import SecretStr

from partnerline.bot.bootstrap import Opened, now, open_enrolments, vendor_of
from partnerline.bot.console.app import build_console
from partnerline.bot.corrections.door import ChangesDoor
from partnerline.bot.desk import Desk
from partnerline.bot.gaps.desk import GapDesk
from partnerline.bot.learning import Learning
from partnerline.bot.settings import Settings
from partnerline.bot.slack.assembly import Beyond
from partnerline.bot.slack.bot import SlackBot, build_slack
from partnerline.ingest.report import Line
from partnerline.ingest.settled import SettledRules
from partnerline.ingest.sync import sync
from partnerline.knowledge.adapters.enrolments import SqlEnrolments
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.errors import PartnerlineError
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports.changes import Changes

logger = logging.getLogger(__name__)
LEARN_SECONDS = 60.0
"""Between two looks for questions that nobody could answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a serving process is made of."""

    settings: Settings
    desk: Desk
    directory: Directory
    opened: Opened
    token: SecretStr
    beyond: Beyond = field(default_factory=Beyond)
    learning: Learning | None = None


def make_server(served: Served) -> FastAPI:
    """The application: the console's pages, Slack's one path, and what runs beside them while it is up."""
    vendor, learning = vendor_of(served.settings), served.learning
    enrolments = open_enrolments(served.settings)
    slack = build_slack(
        served.settings,
        served.desk,
        served.opened.directory,
        enrolments=enrolments,
        vendor=vendor,
        beyond=replace(served.beyond, corrections=learning.corrections if learning else None),
    )
    carrier = _Carrier(served.desk, slack, learning.corrections.changes if learning else None)
    app = build_console(
        desk=served.desk,
        directory=served.opened.directory,
        token=served.token,
        clock=now,
        session=served.settings.console_session,
        secure_cookies=served.settings.secure_cookies,
        vendor=vendor or "Partnerline",
        issuer=vendor,
        on_reply=carrier.carry,
        on_step=carrier.show,
        health=_health(slack),
        gaps=learning.gaps if learning else None,
        changes=ChangesDoor(desk=learning.corrections, send=carrier.send) if learning else None,
        keeping=served.desk.keeping,
        audit=served.desk.audit.audit if served.desk.audit else None,
        enrolments=enrolments,
    )
    if slack is not None and slack.router is not None:
        app.include_router(slack.router)
    app.router.lifespan_context = _lifespan(served, slack, carrier, enrolments)
    return app


class _Carrier:
    """Takes what was done on the console to the door that a question came from."""

    def __init__(self, desk: Desk, slack: SlackBot | None, changes: Changes | None) -> None:
        self._desk, self._slack, self._changes = desk, slack, changes
        self.loop: asyncio.AbstractEventLoop | None = None

    def carry(self, reply: Reply, escalation: Escalation) -> None:
        """Begins the delivery; what can't be delivered now is found again by Slack's own sweep."""
        if escalation.origin.door != "slack":
            self._desk.delivered(reply.id, escalation.id)
        elif self._slack is not None:
            self._begin(self._slack.deliver_reply(reply.id, escalation.id))

    def show(self, step_id: str, escalation: Escalation) -> None:
        """Begins to show a step that was taken on the console where the question came from."""
        if escalation.origin.door == "slack" and self._slack is not None:
            self._begin(self._slack.show_step(step_id, escalation.id))

    def send(self, change_id: str, manager: str, corrections: bool, digest: bool) -> None:  # noqa: FBT001 - the page's two answers
        """Begins to send what a manager let be sent; where there is no Slack there is nobody to tell."""
        if self._slack is not None:
            wish = {"by": manager, "corrections": corrections, "digest": digest}
            self._begin(self._slack.send_change(change_id, wish))
        elif self._changes is not None:
            said: Literal["sent", "dismissed"] = "sent" if corrections or digest else "dismissed"
            self._changes.decide(change_id, said, manager, now())

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begins work on the bot's loop; durable once this returns."""
        if self.loop is None:
            work.close()
            return
        asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=10)


def _lifespan(
    served: Served, slack: SlackBot | None, carrier: _Carrier, enrolments: SqlEnrolments
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        carrier.loop = asyncio.get_running_loop()
        _warm(served.desk)
        async with AsyncExitStack() as stack:
            stack.callback(enrolments.close)
            if slack is not None:
                stack.push_async_callback(slack.stop)  # a start that fails half-way is cleared too
                await slack.start()
            if served.settings.sync_seconds:
                keeper = asyncio.create_task(_keep_up(served))
                stack.push_async_callback(_ended, keeper)
            if served.learning is not None:
                learner = asyncio.create_task(_learn(served.learning.gaps))
                stack.push_async_callback(_ended, learner)
            yield

    return lifespan


def _warm(desk: Desk) -> None:
    """Begins to import what a language model's provider needs: the first rep would else wait seconds for it."""
    generator = desk.answerer.lookups.generator if isinstance(desk.answerer, Answerer) else None
    if generator is not None:
        generator.warm()


async def _ended(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _keep_up(served: Served) -> None:
    """Reads changed documents into the index while it serves; a reading that fails is tried again at the next round."""
    rules = SettledRules(served.settings.library)
    while True:
        await asyncio.sleep(served.settings.sync_seconds)
        try:
            lines = await asyncio.to_thread(_read_changed, served, rules)
        except PartnerlineError as error:
            logger.warning("The library was not read: %s", error)
            continue
        except Exception:
            logger.exception("Reading the library failed; the next round tries again")
            continue
        for line in lines:
            logger.info("Library: %s %s", line.status, line.path)


async def _learn(gaps: GapDesk) -> None:
    """Keeps the gaps up to date; what fails is tried again at the next round."""
    while True:
        try:
            await asyncio.to_thread(gaps.keep_up)
        except Exception:
            logger.exception("Gathering unanswered questions failed; the next round tries again")
        await asyncio.sleep(LEARN_SECONDS)


def _read_changed(served: Served, rules: SettledRules) -> list[Line]:
    """A line for each document that is new, changed or gone; none while the rules are being changed."""
    if served.desk.keeping is not None:
        served.desk.keeping.bring()
    settled = rules.read()
    if settled is None:
        logger.info("The library's rules have changed; they count once they stand still")
        return []
    report = sync(
        served.settings.library,
        index=served.opened.index,
        embedder=served.opened.embedder,
        rules=settled,
    )
    return [line for line in report.lines if line.status in {"new", "changed", "removed"}]


def _health(slack: SlackBot | None) -> Callable[[], Mapping[str, object]]:
    def health() -> Mapping[str, object]:
        if slack is None:
            return {"slack": "not configured"}
        status = slack.status()
        return {
            "slack": "connected" if status.connected else "waiting",
            "slack_trouble": status.trouble,
        }

    return health
