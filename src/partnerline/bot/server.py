"""One process that answers: the console, Slack beside it, and the library kept up to date."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr

from partnerline.bot.bootstrap import Opened, now, vendor_of
from partnerline.bot.console.app import build_console
from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.bot import SlackBot, build_slack
from partnerline.ingest.report import Line
from partnerline.ingest.settled import SettledRules
from partnerline.ingest.sync import sync
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.errors import PartnerlineError
from partnerline.knowledge.model import Escalation, Reply
from partnerline.knowledge.partners import Directory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a serving process is made of."""

    settings: Settings
    desk: Desk
    directory: Directory
    opened: Opened
    token: SecretStr


def make_server(served: Served) -> FastAPI:
    """The application: the console's pages, Slack's one path, and what runs beside them while it is up."""
    vendor = vendor_of(served.settings)
    slack = build_slack(served.settings, served.desk, served.directory, vendor=vendor)
    carrier = _Carrier(served.desk, slack)
    app = build_console(
        desk=served.desk,
        directory=served.directory,
        token=served.token,
        clock=now,
        session=served.settings.console_session,
        secure_cookies=served.settings.secure_cookies,
        vendor=vendor or "Partnerline",
        issuer=vendor,
        on_reply=carrier.carry,
        health=_health(slack),
    )
    if slack is not None and slack.router is not None:
        app.include_router(slack.router)
    app.router.lifespan_context = _lifespan(served, slack, carrier)
    return app


class _Carrier:
    """Takes a reply that was written on the console to the door its question came from."""

    def __init__(self, desk: Desk, slack: SlackBot | None) -> None:
        self._desk, self._slack = desk, slack
        self.loop: asyncio.AbstractEventLoop | None = None

    def carry(self, reply: Reply, escalation: Escalation) -> None:
        """Begins the delivery; what can't be delivered now is found again by Slack's own sweep."""
        if escalation.origin.door != "slack":
            self._desk.record.reply_delivered(reply.id, now())
        elif self._slack is not None and self.loop is not None:
            begun = asyncio.run_coroutine_threadsafe(
                self._slack.deliver_reply(reply.id, escalation.id), self.loop
            )
            begun.result(timeout=10)


def _lifespan(
    served: Served, slack: SlackBot | None, carrier: _Carrier
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        carrier.loop = asyncio.get_running_loop()
        _warm(served.desk)
        async with AsyncExitStack() as stack:
            if slack is not None:
                stack.push_async_callback(slack.stop)  # a start that fails half-way is cleared too
                await slack.start()
            if served.settings.sync_seconds:
                keeper = asyncio.create_task(_keep_up(served))
                stack.push_async_callback(_ended, keeper)
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


def _read_changed(served: Served, rules: SettledRules) -> list[Line]:
    """A line for each document that is new, changed or gone; none while the rules are being changed."""
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
