"""Plays identity cases before the bot, and searches what came of it."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from scripts.identity_library import keep, secrets_of, settled
from scripts.identity_search import (
    HOLDS_ANSWERS,
    Outcome,
    elsewhere,
    found_in,
    outcome,
    recorded,
    stored,
)
from scripts.identity_world import (
    GRID,
    HOME,
    MANAGERS,
    PARTNERS,
    TEAMS,
    Case,
    Key,
    World,
)

from partnerline.bot.bootstrap import now, open_enrolments, opened_desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.bot import SlackBot, build_slack
from partnerline.bot.slack.parts import Pace
from partnerline.bot.slack.web.blocks import ASK_PRIVATELY
from partnerline.fake_slack import FakeSlack, Message
from partnerline.fake_slack.quick_server import QuickServer
from partnerline.fake_slack.world_spec import world_from
from partnerline.knowledge.ports import Assignment, Enrolments

BATCH = 60
PACE = Pace(timeout=20.0, settle=0.05, sweep=600.0, grace=5.0, post_every=0.0, minute=0.001)


class Heard(logging.Handler):
    """Keeps every line of the log."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one, with its traceback."""
        self.lines.append(self.format(record))


async def play(world: World, home: Path) -> list[Outcome]:
    """Asks every case and gives what became of each, and of the places that all share."""
    secrets, heard = secrets_of(world.seed), Heard()
    settings = settled(world, home, secrets)
    root = logging.getLogger()
    root.addHandler(heard)
    before = root.level
    root.setLevel(logging.INFO)  # as `partnerline serve` does
    try:
        with FakeSlack(world_from(_spec(world)), ack_timeout=30.0) as slack:
            outcomes = await _played(world, settings, slack, secrets)
    finally:
        root.setLevel(before)
        root.removeHandler(heard)
    everywhere = Outcome("(log lines)", leaks=found_in(heard.lines, secrets))
    beside = stored(home / "record.sqlite", secrets, but=HOLDS_ANSWERS)
    return [
        *outcomes,
        everywhere,
        Outcome("(the record beside answers)", leaks=beside),
        Outcome("(durable work)", leaks=stored(home / "work.sqlite", secrets)),
    ]


async def _played(
    world: World, settings: Settings, slack: FakeSlack, secrets: dict[Key, str]
) -> list[Outcome]:
    given = Settings(
        **settings.model_dump(exclude_unset=True)
        | {
            "slack_bot_token": slack.bot_token,
            "slack_signing_secret": slack.signing_secret,
            "slack_managers_channel": MANAGERS,
            "slack_api_url": slack.url,
        },
        _env_file=None,
    )
    enrolments = open_enrolments(settings)
    with opened_desk(settings) as (desk, _, opened):
        keep(desk, secrets)
        _enrol(world, enrolments)
        bot = build_slack(given, desk, opened.directory, enrolments=enrolments, pace=PACE)
        assert bot is not None
        async with _serving(bot) as url:
            slack.connect_http(url)
            asked = await _ask_all(world, slack, bot)
            posted = {id(case): outcome(case, message, slack, secrets) for case, message in asked}
            record = [recorded(desk, asked, secrets), elsewhere(asked, slack, secrets)]
    enrolments.close()
    return [*posted.values(), *record]


def _enrol(world: World, enrolments: Enrolments) -> None:
    for subject, known_as, partner in world.words:
        enrolments.assign(
            Assignment(subject=subject, id=known_as, partner_id=partner, by="Dana", at=now())
        )


def _spec(world: World) -> dict[str, Any]:
    teams = [{"id": TEAMS[p], "name": p, "enterprise_id": GRID.get(p)} for p in PARTNERS]
    teams += [{"id": organisation, "name": organisation} for organisation in GRID.values()]
    pending = {c: tuple(teams) for c, teams in world.pending.items()}
    channels = [
        row | ({"pending_team_ids": pending[row["id"]]} if row["id"] in pending else {})
        for row in world.channels
    ]
    people = [{"id": "U0DANA", "name": "dana", "channels": [MANAGERS]}, *world.users]
    return {
        "teams": [*teams, {"id": "T0STRANGE", "name": "Strangers"}],
        "users": people,
        "channels": channels,
    }


@asynccontextmanager
async def _serving(bot: SlackBot) -> AsyncIterator[str]:
    assert bot.router is not None
    await bot.start()
    app = FastAPI()
    app.include_router(bot.router)
    place = socket.create_server(("127.0.0.1", 0))
    server = QuickServer(uvicorn.Config(app, log_level="error", ws="none"))
    task = asyncio.create_task(server.serve(sockets=[place]))
    try:
        yield f"http://127.0.0.1:{place.getsockname()[1]}/slack/events"
    finally:
        server.stop()
        await task
        place.close()
        await bot.stop()


async def _ask_all(world: World, slack: FakeSlack, bot: SlackBot) -> list[tuple[Case, Message]]:
    """Asks everything, a batch at a time, and presses where a case says so."""
    for old, new in world.renamed.items():
        slack.rename_channel_id(old, new)
    await _quiet(slack, bot)
    asked = []
    for start in range(0, len(world.cases), BATCH):
        batch = [(case, _say(slack, case, start)) for case in world.cases[start : start + BATCH]]
        await _quiet(slack, bot)
        for case, message in batch:
            for reply in slack.replies(message.channel, message.ts):
                if case.press and ASK_PRIVATELY in str(reply.blocks):
                    slack.click(case.press, message.channel, reply.ts, ASK_PRIVATELY)
        await _quiet(slack, bot)
        asked += batch
    return asked


def _say(slack: FakeSlack, case: Case, number: int) -> Message:
    if case.forged is None:
        if not case.channel:
            return slack.tell(case.user, case.text)
        return slack.say(case.user, case.channel, case.text, mention=True)
    channel = case.channel or slack.world.direct_channel(case.user).id
    said = slack.say(
        case.user, channel, "Good morning"
    )  # so that there is a message to answer under
    event = {
        "type": "app_mention",
        "user": case.user,
        "channel": channel,
        "ts": said.ts,
        "event_ts": said.ts,
        "text": f"<@{slack.world.bot_user_id}> {case.text}",
    }
    slack.deliver(
        {
            "type": "event_callback",
            "team_id": HOME,
            "api_app_id": slack.world.app_id,
            "event_id": f"EvFORGED{number}{said.ts}",
            "event": event | case.forged,
        }
    )
    return said


async def _quiet(slack: FakeSlack, bot: SlackBot) -> None:
    await slack.settled(300)
    await bot._parts.work.idle()
    await slack.settled(300)
