"""Killed with -9 between receipt and reply, a restart answers, once."""

import shutil
from pathlib import Path

import pytest
from tests.bot.slack.kills import Process

from partnerline.fake_slack import FakeSlack, Message

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
        slack.say("U0RITA", "C0ACME", "hello", thread_ts=asked.ts, mention=True)
        slack.wait_for(lambda: "Hello!" in read(slack, asked), timeout=20)

    assert read(slack, asked) == ["I'm not sure, so I've asked a person.", "Hello!"]
    assert len(lines(slack, asked)) == 1
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
        (question,) = slack.wait_for(lambda: slack.replies("C0MANAGERS", card.ts), timeout=20)
        slack.click("U0DANA", "C0MANAGERS", question.ts, "send_said")
        assert bot.died()

        bot.start("before:reply_delivered")
        slack.wait_for(lambda: slack.message("C0MANAGERS", said.ts).reactions, timeout=20)

    assert read(slack, asked)[1:] == ["Dana Vendor (channel manager): Two years."]


@pytest.mark.parametrize(
    ("point", "action"),
    [
        ("before:keep_step", "take_escalation"),
        ("after:keep_step", "take_escalation"),
        ("after:keep_step", "hand_escalation"),
    ],
)
def test_a_bot_killed_while_somebody_takes_a_question_shows_it_once(
    slack: FakeSlack, tmp_path: Path, empty_work: Path, point: str, action: str
) -> None:
    shutil.copy(empty_work, tmp_path)
    value = "dana@vendor.example" if action == "hand_escalation" else None
    words = "Taken by Dana" if action == "take_escalation" else "Handed to Dana"
    with Process(tmp_path, slack.url) as bot:
        slack.connect_http(bot.url)
        bot.start(point)
        asked = slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
        (card,) = slack.wait_for(lambda: slack.messages("C0MANAGERS", by_bot=True), timeout=20)
        slack.wait_for(lambda: lines(slack, asked), timeout=20)
        slack.click("U0DANA", "C0MANAGERS", card.ts, action, value=value)
        assert bot.died()

        bot.start(point)
        slack.wait_for(lambda: words in str(lines(slack, asked)), timeout=20)
        slack.wait_for(
            lambda: "Dana" in str(slack.message("C0MANAGERS", card.ts).blocks), timeout=20
        )

    assert len(lines(slack, asked)) == 1
    called = slack.replies("C0MANAGERS", card.ts)
    assert len(called) == (1 if action == "hand_escalation" else 0)


def test_a_bot_killed_while_it_tells_what_a_rep_wrote_tells_it_once(
    slack: FakeSlack, tmp_path: Path, empty_work: Path
) -> None:
    shutil.copy(empty_work, tmp_path)
    with Process(tmp_path, slack.url) as bot:
        slack.connect_http(bot.url)
        bot.start()
        asked = slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
        (card,) = slack.wait_for(lambda: slack.messages("C0MANAGERS", by_bot=True), timeout=20)
        slack.wait_for(lambda: lines(slack, asked), timeout=20)
        slack.click("U0DANA", "C0MANAGERS", card.ts, "take_escalation")
        slack.wait_for(lambda: "Taken by Dana" in str(lines(slack, asked)), timeout=20)
        slack.fail("chat.postMessage", "500", count=2)
        slack.say("U0RITA", "C0ACME", "It is for 50", thread_ts=asked.ts)
        slack.wait_for(lambda: all(d.ok for d in slack.deliveries()), timeout=20)
        bot.kill()

        bot.start()
        slack.wait_for(lambda: slack.replies("C0MANAGERS", card.ts), timeout=20)

    (told,) = slack.replies("C0MANAGERS", card.ts)
    assert ">It is for 50" in told.text
    assert read(slack, asked) == ["I'm not sure, so I've asked a person."]


def lines(slack: FakeSlack, asked: Message) -> list[str]:
    """The rep's line on how it stands, of which there is one."""
    here = slack.replies(asked.channel, asked.ts)
    return [m.text for m in here if [b["type"] for b in m.blocks] == ["context"]]


def read(slack: FakeSlack, asked: Message) -> list[str]:
    """What the rep has read, but for that line."""
    lines_here = lines(slack, asked)
    here = slack.replies(asked.channel, asked.ts)
    return [m.text for m in here if m.text not in lines_here]
