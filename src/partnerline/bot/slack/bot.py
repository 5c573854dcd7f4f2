"""The Slack bot, put together from settings, and its life inside a process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from fastapi import APIRouter
from slack_bolt.async_app import AsyncApp

from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.answers.papering import bring_paper
from partnerline.bot.slack.answers.sharing import offer_channels, share_answer
from partnerline.bot.slack.answers.thumbs import ask_why
from partnerline.bot.slack.asking.asking_aloud import ask_aloud
from partnerline.bot.slack.asking.commanding import run_command
from partnerline.bot.slack.asking.editing import answer_edit, note_deletion
from partnerline.bot.slack.asking.hearing import hear_again, hear_later, sort_out
from partnerline.bot.slack.asking.intake import take_in
from partnerline.bot.slack.asking.quoting import ask_quote
from partnerline.bot.slack.assembly import Beyond, assemble
from partnerline.bot.slack.ending import end_installation
from partnerline.bot.slack.escalations.escalating import fetch_human
from partnerline.bot.slack.escalations.following_up import carry_said
from partnerline.bot.slack.escalations.handling import handle
from partnerline.bot.slack.escalations.noting import choose
from partnerline.bot.slack.escalations.replying import (
    begin_delivery,
    deliver_reply,
    sweep,
    take_reply,
)
from partnerline.bot.slack.escalations.showing import bring_step, show_step
from partnerline.bot.slack.escalations.watching import act_on_time, watch
from partnerline.bot.slack.home.greeting import greet_channel, greet_person, suggest_prompts
from partnerline.bot.slack.home.homing import show_home
from partnerline.bot.slack.installing import make_installer
from partnerline.bot.slack.learning.correcting import (
    bring_digest,
    correct,
    find_corrections,
    look_for_changes,
    send_change,
)
from partnerline.bot.slack.learning.keeping import check_kept, keep_answer, settle_kept, sweep_kept
from partnerline.bot.slack.listeners import register
from partnerline.bot.slack.parts import Pace, Parts
from partnerline.bot.slack.retention import forget_old_runs
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.message import Message
from partnerline.bot.slack.web.transport import Socket, make_app, make_router
from partnerline.bot.slack.who.enrolling import meet_stranger, place_stranger
from partnerline.bot.slack.who.privately import ask_privately
from partnerline.bot.slack.who.roster import Roster
from partnerline.bot.work import Job, Payload
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Enrolments

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
            parts.work.on(kind, _bound(kind, job, parts))
        await parts.roster.look()
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

    async def show_step(self, step_id: str, escalation_id: str) -> None:
        """Shows a step that was taken elsewhere to both sides, once; on the loop of `start`."""
        await show_step(self._parts, step_id, escalation_id)

    async def send_change(self, change_id: str, wish: Payload) -> None:
        """Begins to send what a manager let be sent of a change of the library; on the loop of `start`."""
        run = f"send:{change_id}:console:{wish['by']}"
        await self._parts.work.begin(run, "send_change", {"id": change_id, **wish})

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
            for name, look in _SWEEPS.items():
                try:
                    await look(self._parts)
                except Exception:
                    # The next round may fare better, and what waits stays where it is.
                    logger.exception("Looking for %s failed", name)
            await asyncio.sleep(self._pace.sweep)


JobOfParts = Callable[[Parts, Payload], Awaitable[None]]
_JOBS: dict[str, JobOfParts] = {
    "message": take_in,
    "edited": answer_edit,
    "deleted": note_deletion,
    "fetch_human": fetch_human,
    "hear_later": hear_later,
    "hear_again": hear_again,
    "sort_out": sort_out,
    "take_reply": take_reply,
    "deliver_reply": deliver_reply,
    "handle": handle,
    "choose_said": choose,
    "rep_said": carry_said,
    "show_step": bring_step,
    "on_time": act_on_time,
    "end_installation": end_installation,
    "bring_paper": bring_paper,
    "ask_quote": ask_quote,
    "ask_aloud": ask_aloud,
    "command": run_command,
    "ask_privately": ask_privately,
    "meet_stranger": meet_stranger,
    "place_stranger": place_stranger,
    "ask_why": ask_why,
    "offer_channels": offer_channels,
    "share_answer": share_answer,
    "greet_person": greet_person,
    "greet_channel": greet_channel,
    "suggest_prompts": suggest_prompts,
    "show_home": show_home,
    "keep_answer": keep_answer,
    "check_kept": check_kept,
    "settle_kept": settle_kept,
    "find_corrections": find_corrections,
    "send_change": send_change,
    "correct": correct,
    "bring_digest": bring_digest,
}

_SWEEPS: dict[str, Callable[[Parts], Awaitable[None]]] = {
    "replies that no rep has seen": sweep,
    "what is due": watch,
    "runs that ended long ago": forget_old_runs,
    "kept answers to ask about": sweep_kept,
    "changes of the library": look_for_changes,
}
"""What is looked for from time to time, each whatever becomes of the others."""


def build_slack(
    settings: Settings,
    desk: Desk,
    directory: Callable[[], Directory],
    *,
    enrolments: Enrolments,
    vendor: str = "",
    pace: Pace | None = None,
    beyond: Beyond | None = None,
) -> SlackBot | None:
    """The bot; `None` where no bot token is set. Raises `SettingsError` where Slack would have no way in.

    `directory` gives everybody known at that moment, `enrolments` holds what managers add to it in Slack. `vendor` is
    the name that stands on a quote to take along, `beyond` what other workspaces and replicas need.
    """
    if settings.slack_bot_token is None:
        return None
    if settings.slack_signing_secret is None and settings.slack_app_token is None:
        raise SettingsError(
            "PARTNERLINE_SLACK_BOT_TOKEN is set, but Slack has no way to reach the bot. "
            "Set PARTNERLINE_SLACK_SIGNING_SECRET for HTTP or PARTNERLINE_SLACK_APP_TOKEN for Socket Mode."
        )
    pace = pace or Pace()
    roster = Roster(directory, enrolments)
    parts = assemble(settings, desk, roster, vendor=vendor, pace=pace, beyond=beyond or Beyond())
    secret = settings.slack_signing_secret
    app = make_app(
        parts.api, parts.people, signing_secret=secret.get_secret_value() if secret else ""
    )
    register(app, parts)
    app_token = settings.slack_app_token
    return SlackBot(
        parts,
        router=_router(settings, app if secret else None, parts),
        socket=Socket(app, parts.api, app_token.get_secret_value()) if app_token else None,
        pace=pace,
    )


def _router(settings: Settings, app: AsyncApp | None, parts: Parts) -> APIRouter | None:
    """Slack's one path, and the two pages of an installation; `None` where there is neither."""
    installer = make_installer(settings, parts)
    if app is None and installer is None:
        return None
    router = make_router(app) if app else APIRouter()
    if installer is not None:
        router.include_router(installer.router())
    return router


def _bound(kind: str, job: JobOfParts, parts: Parts) -> Job:
    async def run(payload: Payload) -> None:
        await job(parts, payload)

    async def run_in_order(payload: Payload) -> None:
        message = Message(**payload)
        with parts.order.question(str(message.thread), message.ts):
            await job(parts, payload)

    return run_in_order if kind == "message" else run
