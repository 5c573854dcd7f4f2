"""What of the secrets got where, and whether it may be there."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.identity_world import (
    MANAGERS,
    Case,
    Key,
)

from partnerline.bot.desk import Desk
from partnerline.fake_slack import FakeSlack, Message

HOLDS_ANSWERS = frozenset({"answers", "escalations", "kept_answers"})
"""Tables whose rows are searched one by one against who may read them, or hold what managers kept."""


@dataclass(slots=True)
class Outcome:
    """What became of a case, or of a place that all cases share, whose kind is in brackets."""

    kind: str
    leaks: list[str] = field(default_factory=list)
    silent: bool = False
    due: bool = False
    missed: bool = False


def outcome(case: Case, message: Message, slack: FakeSlack, secrets: dict[Key, str]) -> Outcome:
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


def recorded(desk: Desk, asked: Iterable[tuple[Case, Message]], secrets: dict[Key, str]) -> Outcome:
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


def elsewhere(
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
    return Outcome("(elsewhere in Slack)", leaks=found_in(said, secrets))


def _keys_in(texts: Iterable[str], secrets: dict[Key, str]) -> set[Key]:
    whole = "\n".join(texts)
    return {
        key
        for key, secret in secrets.items()
        if secret in whole or secret.replace(",", "") in whole
    }


def found_in(texts: Iterable[str], secrets: dict[Key, str]) -> list[str]:
    """Whose secrets stand in any of the texts."""
    return [f"{key}" for key in sorted(_keys_in(texts, secrets))]


def stored(path: Path, secrets: dict[Key, str], but: frozenset[str] = frozenset()) -> list[str]:
    """What a database holds of any secret, in any column of any table but some."""
    return found_in(_cells(path, but), secrets)


def _cells(path: Path, but: frozenset[str]) -> Iterator[str]:
    with sqlite3.connect(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        for (table,) in tables:
            if re.fullmatch(r"\w+", table) and table not in but:
                for row in connection.execute(f"SELECT * FROM {table}"):
                    yield " ".join(map(str, row))
