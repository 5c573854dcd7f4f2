"""While it thinks the bot says so, and the line goes away whatever becomes of the answer."""

import asyncio

import pytest
from tests.bot.slack.conftest import Stage
from tests.bot.slack.speaking import PATIENCE, SlowAnswerer, SpeakingAnswerer, struck

from partnerline.bot.slack.answers.status import STATUS
from partnerline.fake_slack import Message
from partnerline.fake_slack.faults import Kind


@pytest.fixture
async def slow(backstage: Stage) -> Stage:
    backstage.answerer = SlowAnswerer()
    await backstage.start()
    return backstage


def go(stage: Stage) -> None:
    assert isinstance(stage.answerer, SlowAnswerer)
    stage.answerer.go.set()


def status(stage: Stage, asked: Message) -> str:
    shown = stage.slack.board.ledger.statuses.get((asked.channel, asked.thread_ts or asked.ts))
    return str((shown or {}).get("status", ""))


@pytest.mark.parametrize("private", [True, False], ids=["direct", "channel"])
async def test_a_slow_answer_has_a_status_until_it_stands(slow: Stage, *, private: bool) -> None:
    slack, question = slow.slack, "How long is the warranty?"
    asked = (
        slack.tell("U0RITA", question)
        if private
        else slack.say("U0RITA", "C0ACME", question, mention=True)
    )
    await slack.until(lambda: status(slow, asked) == STATUS)
    go(slow)
    await slow.reply(asked)
    await slow.quiet()

    assert status(slow, asked) == ""
    assert len(slack.calls("assistant.threads.setStatus")) == 1


async def test_a_quick_answer_has_no_status(stage: Stage) -> None:
    asked = stage.slack.tell("U0RITA", "How long is the warranty?")
    await stage.reply(asked)
    await stage.quiet()

    assert stage.slack.calls("assistant.threads.setStatus") == []


async def test_with_a_language_model_the_status_is_there_at_once(backstage: Stage) -> None:
    answerer = backstage.answerer = SpeakingAnswerer()
    await backstage.start()
    asked = backstage.slack.tell("U0RITA", "How long is the warranty?")
    await backstage.slack.until(lambda: backstage.slack.calls("assistant.threads.setStatus"))
    answerer.finish()
    await backstage.reply(asked)
    await backstage.quiet()

    assert status(backstage, asked) == ""


@pytest.mark.parametrize("kind", ["500", "hang", "ratelimited", "reset"])
async def test_a_status_that_fails_neither_delays_nor_loses_the_answer(
    slow: Stage, kind: Kind
) -> None:
    slow.slack.fail("assistant.threads.setStatus", kind, count=3, seconds=0.2)
    asked = slow.slack.tell("U0RITA", "How long is the warranty?")
    go(slow)
    await slow.reply(asked)
    await slow.quiet()

    assert status(slow, asked) == ""


async def test_a_status_that_arrives_after_the_answer_is_taken_away(backstage: Stage) -> None:
    answerer = backstage.answerer = SpeakingAnswerer()
    answerer.finish()
    await backstage.start()
    backstage.slack.fail("assistant.threads.setStatus", "slow", seconds=0.3)
    asked = backstage.slack.tell("U0RITA", "How long is the warranty?")
    await backstage.reply(asked)
    await backstage.quiet()

    assert status(backstage, asked) == ""


async def test_the_status_is_taken_away_where_slack_refuses_the_answer(slow: Stage) -> None:
    asked = slow.slack.tell("U0RITA", "How long is the warranty?")
    await slow.slack.until(lambda: status(slow, asked) == STATUS)
    del slow.slack.board.ledger.messages[asked.channel][asked.ts]
    go(slow)
    await slow.quiet()

    assert slow.slack.calls("chat.postMessage")
    assert slow.slack.calls("assistant.threads.setStatus")[-1].args["status"] == ""


async def test_the_status_goes_after_a_crash_and_a_restart(slow: Stage) -> None:
    asked = slow.slack.tell("U0RITA", "How long is the warranty?")
    await slow.slack.until(lambda: status(slow, asked) == STATUS)
    failed = struck(slow.slack)
    slow.slack.fail("chat.postMessage", "500", count=100)
    go(slow)
    await asyncio.to_thread(failed.wait, PATIENCE)
    await slow.stop()
    slow.slack.board.faults.clear()

    await slow.start()
    await slow.reply(asked)
    await slow.quiet()

    assert status(slow, asked) == ""
