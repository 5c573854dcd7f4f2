"""The Slack bot's settings, its state, its manifest, and a record that does not answer."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from tests.bot.slack.conftest import Stage, text_of
from tests.bot.slack.scripted import DIRECTORY
from tests.fakes import FakeEnrolments

from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.asking.commanding import COMMAND as ASK
from partnerline.bot.slack.asking.quote_form import COMMAND as QUOTE
from partnerline.bot.slack.bot import SlackStatus, build_slack
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.transport import PATH
from partnerline.knowledge.errors import RecordUnusable, SettingsError
from partnerline.knowledge.model import Answer

MANIFEST = Path(__file__).parents[3] / "manifest.json"


def test_without_a_token_there_is_no_bot_and_without_a_way_in_a_mend(tmp_path: Path) -> None:
    desk: Desk = Stage(slack=None, home=tmp_path).desk  # type: ignore[arg-type]  # nothing asks Slack here
    none = FakeEnrolments()
    assert (
        build_slack(Settings(_env_file=None, home=tmp_path), desk, DIRECTORY, enrolments=none)
        is None
    )
    lonely = Settings(_env_file=None, home=tmp_path, slack_bot_token="xoxb-1")
    with pytest.raises(SettingsError, match="PARTNERLINE_SLACK_SIGNING_SECRET"):
        build_slack(lonely, desk, DIRECTORY, enrolments=none)


async def test_the_state_says_which_ways_are_open_and_what_slack_last_said(stage: Stage) -> None:
    assert stage.bot is not None
    asked = stage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)
    await stage.reply(asked)
    assert stage.bot.status() == SlackStatus(
        http=True, socket=False, connected=True, managers_channel=True, trouble=None
    )

    api = stage.bot._parts.api
    stage.slack.fail("chat.postMessage", "500")
    with pytest.raises(SlackAway):
        await api.write("chat.postMessage", channel="C0ACME", text="hi")
    assert stage.bot.status().trouble == "internal_error"
    with pytest.raises(SlackRefused, match="channel_not_found"):
        await api.write("chat.postMessage", channel="C0NOWHERE", text="hi")
    assert stage.bot.status().trouble == "channel_not_found"


async def test_a_record_that_fails_for_a_moment_loses_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, failures = stage.record.keep_answer, iter(range(3))

    def failing(question_id: str, answer: Answer, at: object) -> str | None:
        if next(failures, None) is not None:
            raise RecordUnusable("the database is locked. Wait.")
        return keep(question_id, answer, at)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(stage.record, "keep_answer", failing)
    asked = stage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)

    assert text_of(await stage.reply(asked)) == "For acme: **How long?**"


async def test_oversized_and_unmeasured_requests_are_turned_away(stage: Stage) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"{}"

    async with httpx.AsyncClient() as client:
        large = await client.post(stage.url, content=b"x" * 1_000_001)
        unmeasured = await client.post(stage.url, content=chunks())
        odd = await client.post(stage.url, content=b"\xff\xfe")
    assert (large.status_code, unmeasured.status_code, odd.status_code) == (413, 411, 400)


def test_the_manifest_asks_for_what_the_bot_uses_and_points_at_its_path() -> None:
    manifest = json.loads(MANIFEST.read_text())
    events = manifest["settings"]["event_subscriptions"]
    kinds = ("channels", "groups", "im", "mpim")
    assert {"app_mention", *(f"message.{kind}" for kind in kinds)} <= set(events["bot_events"])
    assert events["request_url"].endswith(PATH)
    assert manifest["settings"]["interactivity"]["request_url"].endswith(PATH)
    assert {
        "chat:write",
        "users:read",
        "users:read.email",
        "groups:read",
        "commands",
        "files:read",
        "files:write",
        "im:write",
        "mpim:read",
    } <= set(manifest["oauth_config"]["scopes"]["bot"])
    commands = manifest["features"]["slash_commands"]
    assert {one["command"] for one in commands} == {QUOTE, ASK}
    assert {one["url"] for one in commands} == {events["request_url"]}
