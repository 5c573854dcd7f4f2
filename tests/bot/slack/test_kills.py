"""Killed with -9 between receipt and reply, a restart answers, once."""

import shutil
from pathlib import Path

import pytest
from tests.bot.slack.kills import Process

from partnerline.fake_slack import FakeSlack

POINTS = [
    "before:claim",
    "before:answer",
    "after:keep_answer",
    "after:begin_delivery",
    "before:end_delivery",
]


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_bot_replies_once_after_its_restart(
    slack: FakeSlack, tmp_path: Path, empty_work: Path, point: str
) -> None:
    shutil.copy(empty_work, tmp_path)
    with Process(tmp_path, slack.url) as bot:
        slack.connect_http(bot.url)
        bot.start(point)
        asked = slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
        assert bot.died()

        bot.start(point)
        slack.wait_for(lambda: slack.replies("C0ACME", asked.ts), timeout=20)
        slack.wait_for(lambda: slack.messages("C0MANAGERS", by_bot=True), timeout=20)
        slack.say("U0RITA", "C0ACME", "hello", thread_ts=asked.ts)
        slack.wait_for(lambda: len(slack.replies("C0ACME", asked.ts)) > 1, timeout=20)

    assert [m.text for m in slack.replies("C0ACME", asked.ts)] == [
        "I'm not sure, so I've asked a person.",
        "Hello!",
    ]
    assert len(slack.messages("C0MANAGERS", by_bot=True)) == 1


def test_a_bot_killed_while_it_carries_a_managers_reply_carries_it_once(
    slack: FakeSlack, tmp_path: Path, empty_work: Path
) -> None:
    shutil.copy(empty_work, tmp_path)
    with Process(tmp_path, slack.url) as bot:
        slack.connect_http(bot.url)
        bot.start("before:reply_delivered")
        asked = slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
        (card,) = slack.wait_for(lambda: slack.messages("C0MANAGERS", by_bot=True), timeout=20)
        said = slack.say("U0DANA", "C0MANAGERS", "Two years.", thread_ts=card.ts)
        assert bot.died()

        bot.start("before:reply_delivered")
        slack.wait_for(lambda: slack.message("C0MANAGERS", said.ts).reactions, timeout=20)

    assert [m.text for m in slack.replies("C0ACME", asked.ts)][1:] == [
        "Dana Vendor (channel manager): Two years."
    ]
