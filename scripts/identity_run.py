"""Plays identity cases before the bot, and searches what came of it."""

import asyncio
import logging
import re
import socket
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import uvicorn
import yaml
from fastapi import FastAPI
from scripts.identity_world import (
    ASKED,
    GRID,
    HOME,
    LISTED,
    MANAGERS,
    OWN,
    PARTNERS,
    TEAMS,
    Case,
    Key,
    World,
)

from partnerline.bot.bootstrap import now, open_enrolments, opened_desk, opened_index, today
from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.bot import SlackBot, build_slack
from partnerline.bot.slack.parts import Pace
from partnerline.bot.slack.web.blocks import ASK_PRIVATELY
from partnerline.fake_slack import FakeSlack, Message
from partnerline.fake_slack.quick_server import QuickServer
from partnerline.fake_slack.world_spec import world_from
from partnerline.ingest.sync import sync
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Assignment, Enrolments
from partnerline.knowledge.ports.kept import CHECKED_AFTER, KeptAnswer

BATCH = 60
PACE = Pace(timeout=20.0, settle=0.05, sweep=600.0, grace=5.0, post_every=0.0, minute=0.001)
HOLDS_ANSWERS = frozenset({"answers", "escalations", "kept_answers"})
"""Tables whose rows are searched one by one against who may read them, or hold what managers kept."""
LINES = {
    "doc": "The hotline code for the AX-200 is {}.",
    "kept": "The phrase of the escalation desk is {}.",
    "all": "The code of the rebate desk is {}.",
    "public": "The code of the press office is {}.",
}


@dataclass(slots=True)
class Outcome:
    """What became of a case, or of a place that all cases share, whose kind is in brackets."""

    kind: str
    leaks: list[str] = field(default_factory=list)
    silent: bool = False
    due: bool = False
    missed: bool = False


class Heard(logging.Handler):
    """Keeps every line of the log."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one, with its traceback."""
        self.lines.append(self.format(record))


def secrets_of(seed: int) -> dict[Key, str]:
    """What is planted: a word nobody would write by chance, or an amount."""
    keys = [*((p, kind) for p in PARTNERS for kind in OWN), ("", "all"), ("", "public")]
    found = {}
    for number, key in enumerate(keys):
        made = (number * 7919 + seed * 104_729 + 12_345) % 90_000 + 10_000
        found[key] = (
            f"{made // 1000},{made % 1000:03}.{number + 11:02}"
            if key[1] == "price"
            else f"ZQ{made}XV"
        )
    return found


async def play(world: World, home: Path) -> list[Outcome]:
    """Asks every case and gives what became of each, and of the places that all share."""
    secrets, heard = secrets_of(world.seed), Heard()
    settings = _settled(world, home, secrets)
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
    everywhere = Outcome("(log lines)", leaks=_found_in(heard.lines, secrets))
    beside = _stored(home / "record.sqlite", secrets, but=HOLDS_ANSWERS)
    return [
        *outcomes,
        everywhere,
        Outcome("(the record beside answers)", leaks=beside),
        Outcome("(durable work)", leaks=_stored(home / "work.sqlite", secrets)),
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
        _keep(desk, secrets)
        _enrol(world, enrolments)
        bot = build_slack(given, desk, opened.directory, enrolments=enrolments, pace=PACE)
        assert bot is not None
        async with _serving(bot) as url:
            slack.connect_http(url)
            asked = await _ask_all(world, slack, bot)
            posted = {id(case): _outcome(case, message, slack, secrets) for case, message in asked}
            record = [_recorded(desk, asked, secrets), _elsewhere(asked, slack, secrets)]
    enrolments.close()
    return [*posted.values(), *record]


def _settled(world: World, home: Path, secrets: dict[Key, str]) -> Settings:
    """A library with its secrets, read into an index."""
    library = home / "library"
    for (partner, kind), secret in secrets.items():
        if kind == "kept":
            continue
        name = f"{kind}-{partner or 'common'}.{'csv' if kind == 'price' else 'md'}"
        text = (
            f"SKU,Description,List price,Currency\nAX-200,Controller,{secret.replace(',', '')},EUR\n"
            if kind == "price"
            else f"# {kind.capitalize()}\n\n{LINES[kind].format(secret)}\n"
        )
        (library / kind).mkdir(parents=True, exist_ok=True)
        (library / kind / name).write_text(text, encoding="utf-8")
    priced: dict[str, object] = {"kind": "price_list", "prices": "net"}
    rules: list[dict[str, object]] = []
    for p in PARTNERS:
        for kind, more in (("doc", {}), ("price", priced)):
            audience = {"partners": [p]}
            rules.append({"match": f"{kind}/{kind}-{p}.*", "audience": audience, **more})
    rules.append({"match": "public/**", "public": True})
    (library / "library.yaml").write_text(yaml.safe_dump({"documents": rules}))
    partners = [
        {
            "id": p,
            "name": f"{p[2:].capitalize()} Trading",
            "tier": "gold",
            "region": "EMEA",
            "currency": "EUR",
            "slack": {"team_ids": [LISTED[p]], "channels": world.listed[p]},
            "email_domains": [f"{p[2:]}.example"],
        }
        for p in PARTNERS
    ]
    manager = {"email": "dana@vendor.example", "slack_user": "U0DANA"}
    (library / "partners.yaml").write_text(
        yaml.safe_dump({"partners": partners, "managers": [manager]})
    )
    settings = Settings(_env_file=None, home=home, library=library)
    with opened_index(settings) as opened:
        sync(library, index=opened.index, embedder=opened.embedder)
    return settings


def _keep(desk: Desk, secrets: dict[Key, str]) -> None:
    """Keeps one manager's answer for each partner, all to the same question."""
    assert desk.keeping is not None
    for (partner, kind), secret in secrets.items():
        if kind != "kept":
            continue
        desk.keeping.answers.keep(
            KeptAnswer(
                id=f"kept{PARTNERS.index(partner)}",
                question=ASKED["kept"],
                text=LINES["kept"].format(secret),
                audience=Audience(partners=frozenset({partner})),
                manager="Dana",
                answered_on=today() - timedelta(days=1),
                held_on=today() - timedelta(days=1),
                check_on=today() + CHECKED_AFTER,
                escalation_id="E-0",
            )
        )
    desk.keeping.bring()


def _enrol(world: World, enrolments: Enrolments) -> None:
    for subject, known_as, partner in world.words:
        enrolments.assign(
            Assignment(subject=subject, id=known_as, partner_id=partner, by="Dana", at=now())  # type: ignore[arg-type]  # the classes write it as it is
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


def _outcome(case: Case, message: Message, slack: FakeSlack, secrets: dict[Key, str]) -> Outcome:
    """What stands in the case's thread, in the asker's own conversation, and wherever else the presser reads."""
    replies = slack.replies(message.channel, message.ts)
    said = [str(reply) for reply in replies]
    leaks = [
        f"{key} in {case.channel or 'a direct message'}"
        for key in _keys_in(said, secrets) - case.allowed
    ]
    private: list[str] = []
    for user in {case.user, case.press} - {""} if case.press else set():
        there = [str(m) for m in slack.messages(slack.world.direct_channel(user).id, by_bot=True)]
        private += there if user == case.user else []
        may = case.private if user == case.user else frozenset()
        leaks += [f"{key} privately to {user}" for key in _keys_in(there, secrets) - may]
    due, missed = case.due is not None, False
    if case.due is not None:
        missed = case.due not in _keys_in(said, secrets)
    elif case.press == case.user and case.private:
        wanted = {key for key in case.private if key[1] == case.asked}
        due, missed = True, not wanted & _keys_in(private, secrets)
    return Outcome(case.kind, leaks=leaks, silent=not replies, due=due, missed=missed)


def _recorded(
    desk: Desk, asked: Iterable[tuple[Case, Message]], secrets: dict[Key, str]
) -> Outcome:
    """The answers in the record, each against what its thread may hold."""
    allowed: dict[str, frozenset[Key]] = {}
    for case, message in asked:
        # A channel goes by its first id in the record.
        allowed[f"{message.channel.removesuffix('N')}/{message.ts}"] = case.allowed
    private = {case.user: case.private for case, _ in asked if case.press}
    leaks = []
    for past in desk.record.past(None):
        may = allowed.get(past.origin.thread.partition("/")[2])
        may = private.get(past.origin.asker, frozenset()) if may is None else may
        words = [str(past.answer), str(past.escalation.answer if past.escalation else "")]
        leaks += [f"{key} for {past.question_id}" for key in _keys_in(words, secrets) - may]
    return Outcome("(the record)", leaks=leaks)


def _elsewhere(
    asked: Iterable[tuple[Case, Message]], slack: FakeSlack, secrets: dict[Key, str]
) -> Outcome:
    """What was posted anywhere but in a case's own thread, in direct conversations and before the managers."""
    threads = {(message.channel, message.ts) for _, message in asked}
    said = [
        str(message)
        for message in slack.messages(by_bot=True)
        if (message.channel, message.thread_ts or message.ts) not in threads
        and not message.channel.startswith("D")
        and message.channel != MANAGERS
    ]
    said += [str(shown) for shown in slack.ephemerals()]
    return Outcome("(elsewhere in Slack)", leaks=_found_in(said, secrets))


def _keys_in(texts: Iterable[str], secrets: dict[Key, str]) -> set[Key]:
    whole = "\n".join(texts)
    return {
        key
        for key, secret in secrets.items()
        if secret in whole or secret.replace(",", "") in whole
    }


def _found_in(texts: Iterable[str], secrets: dict[Key, str]) -> list[str]:
    return [f"{key}" for key in sorted(_keys_in(texts, secrets))]


def _stored(path: Path, secrets: dict[Key, str], but: frozenset[str] = frozenset()) -> list[str]:
    """What a database holds of any secret, in any column of any table but some."""
    return _found_in(_cells(path, but), secrets)


def _cells(path: Path, but: frozenset[str]) -> Iterator[str]:
    with sqlite3.connect(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        for (table,) in tables:
            if re.fullmatch(r"\w+", table) and table not in but:
                for row in connection.execute(f"SELECT * FROM {table}"):
                    yield " ".join(map(str, row))
