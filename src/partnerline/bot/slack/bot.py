"""The Slack bot, put together from settings, and its life inside a process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from fastapi import APIRouter

from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.answering import answer_message
from partnerline.bot.slack.client import SlackApi, SlackAway, SlackRefused
from partnerline.bot.slack.delivery import Courier
from partnerline.bot.slack.escalating import fetch_human
from partnerline.bot.slack.hearing import sort_out
from partnerline.bot.slack.listeners import register
from partnerline.bot.slack.papering import bring_paper
from partnerline.bot.slack.parts import Pace, Parts
from partnerline.bot.slack.people import People
from partnerline.bot.slack.quoting import ask_quote
from partnerline.bot.slack.replying import begin_delivery, deliver_reply, sweep, take_reply
from partnerline.bot.slack.transport import Socket, make_app, make_router
from partnerline.bot.work import Job, Payload, Work
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.partners import Directory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackStatus:
    """How it stands with Slack: which ways are set up, whether Slack answers, and its last word where it doesn't."""

    http: bool
    socket: bool
    connected: bool
    managers_channel: bool
    trouble: str | None


class SlackBot:
    """Everything Slack, started and stopped on one event loop."""

    def __init__(
        self, parts: Parts, *, router: APIRouter | None, socket: Socket | None, pace: Pace
    ) -> None:
        self.router = router
        self._parts, self._socket, self._pace = parts, socket, pace
        self._sweeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Takes up what an earlier process left and listens; Slack may be away all the while."""
        parts = self._parts
        await parts.api.open()
        for kind, job in _JOBS.items():
            parts.work.on(kind, _bound(job, parts))
        await parts.work.start()
        await parts.work.retry_failed()
        if self._socket:
            await self._socket.open()
        self._sweeper = asyncio.create_task(self._sweep())

    async def stop(self) -> None:
        """Stops listening, leaves unfinished work for the next start, and closes what is open."""
        if self._sweeper:
            self._sweeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._sweeper
        if self._socket:
            await self._socket.close()
        await self._parts.work.stop()
        await self._parts.api.close()

    async def deliver_reply(self, reply_id: str, escalation_id: str) -> None:
        """Carries a reply that was written elsewhere to the rep's thread, once; on the loop of `start`."""
        await begin_delivery(self._parts, reply_id, escalation_id)

    def status(self) -> SlackStatus:
        """How it stands; asks nobody."""
        return SlackStatus(
            http=self.router is not None,
            socket=self._socket is not None,
            connected=self._socket.connected if self._socket else self._parts.people.installed,
            managers_channel=self._parts.managers_channel is not None,
            trouble=self._parts.api.trouble,
        )

    async def _sweep(self) -> None:
        while True:
            try:
                await self._parts.people.installation()
            except (SlackAway, SlackRefused) as error:
                logger.warning("Slack does not say where the bot is installed: %s", error.args[0])
            try:
                await sweep(self._parts)
            except Exception:
                # The next round may fare better, and what waits stays where it is.
                logger.exception("Looking for replies that no rep has seen failed")
            await asyncio.sleep(self._pace.sweep)


JobOfParts = Callable[[Parts, Payload], Awaitable[None]]
_JOBS: dict[str, JobOfParts] = {
    "message": answer_message,
    "fetch_human": fetch_human,
    "sort_out": sort_out,
    "take_reply": take_reply,
    "deliver_reply": deliver_reply,
    "bring_paper": bring_paper,
    "ask_quote": ask_quote,
}


def build_slack(
    settings: Settings,
    desk: Desk,
    directory: Directory,
    *,
    vendor: str = "",
    pace: Pace | None = None,
) -> SlackBot | None:
    """The bot; `None` where no bot token is set. Raises `SettingsError` where Slack would have no way in.

    `vendor` is the name that stands on a quote to take along.
    """
    if settings.slack_bot_token is None:
        return None
    if settings.slack_signing_secret is None and settings.slack_app_token is None:
        raise SettingsError(
            "PARTNERLINE_SLACK_BOT_TOKEN is set, but Slack has no way to reach the bot. "
            "Set PARTNERLINE_SLACK_SIGNING_SECRET for HTTP or PARTNERLINE_SLACK_APP_TOKEN for Socket Mode."
        )
    pace = pace or Pace()
    token = settings.slack_bot_token.get_secret_value()
    api = SlackApi(token, settings.slack_api_url, timeout=pace.timeout)
    parts = _parts(settings, desk, directory, api, pace, vendor)
    secret = settings.slack_signing_secret
    app = make_app(
        api, parts.people, token=token, signing_secret=secret.get_secret_value() if secret else ""
    )
    register(app, parts)
    app_token = settings.slack_app_token
    return SlackBot(
        parts,
        router=make_router(app) if secret else None,
        socket=Socket(app, api, app_token.get_secret_value()) if app_token else None,
        pace=pace,
    )


def _parts(
    settings: Settings, desk: Desk, directory: Directory, api: SlackApi, pace: Pace, vendor: str
) -> Parts:
    url = settings.database_url
    people = People(api, managers_channel=settings.slack_managers_channel)
    return Parts(
        api=api,
        people=people,
        courier=Courier(api, people, desk.record, desk.clock, settle=pace.settle),
        work=Work(
            settings.home,
            url.get_secret_value() if url else None,
            patience=pace.patience,
            grace=pace.grace,
        ),
        desk=desk,
        directory=directory,
        managers_channel=settings.slack_managers_channel,
        vendor=vendor,
    )


def _bound(job: JobOfParts, parts: Parts) -> Job:
    async def run(payload: Payload) -> None:
        await job(parts, payload)

    return run
