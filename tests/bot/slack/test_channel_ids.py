"""Channels that Slack gives another id keep all that is known and kept of them."""

from tests.bot.slack.conftest import MANAGERS, Stage, text_of

from partnerline.bot.slack.escalations.card_actions import SEND_SAID
from partnerline.bot.slack.listeners.channels import name_channels


async def test_a_partners_channel_is_theirs_under_its_new_id(stage: Stage) -> None:
    stage.slack.rename_channel_id("C0ACME", "C0ACME2")
    await stage.quiet()
    asked = stage.slack.say("U0RITA", "C0ACME2", "How long?", mention=True)

    assert text_of(await stage.reply(asked)) == "For acme: **How long?**"
    assert dict(stage.enrolments.renamed()) == {"C0ACME": "C0ACME2"}


async def test_a_thread_goes_on_under_the_new_id(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)
    await stage.reply(asked)
    stage.slack.rename_channel_id("C0ACME", "C0ACME2")
    await stage.quiet()
    stage.slack.say("U0RITA", "C0ACME2", "And for sensors?", thread_ts=asked.ts)
    await stage.slack.reply("C0ACME2", asked.ts, count=2)

    assert [t.text for t in stage.answerer.asked[-1].history] == ["How long?"]


async def test_an_open_question_is_answered_where_its_thread_now_is(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    await stage.reply(asked)
    card = await stage.card()
    for channel in ("C0ACME", MANAGERS):
        stage.slack.rename_channel_id(channel, channel + "2")
    await stage.quiet()
    stage.slack.say("U0DANA", MANAGERS + "2", "Two years.", thread_ts=card.ts)
    wish = await stage.slack.reply(MANAGERS + "2", card.ts)
    stage.slack.click("U0DANA", MANAGERS + "2", wish.ts, SEND_SAID)

    def brought() -> bool:
        replies = stage.slack.replies("C0ACME2", asked.ts)
        return any("Two years." in text_of(reply) for reply in replies)

    assert await stage.slack.until(brought)


async def test_the_listening_mode_goes_along(stage: Stage) -> None:
    stage.enrolments.set_mode("C0ACME", "listen", by="Dana", at=stage.desk.clock())
    stage.slack.rename_channel_id("C0ACME", "C0ACME2")
    await stage.quiet()
    asked = stage.slack.say("U0RITA", "C0ACME2", "How long is the warranty?")

    assert text_of(await stage.slack.reply("C0ACME2", asked.ts)).startswith("For acme:")


def test_every_place_that_names_a_channel_is_read() -> None:
    body = {
        "event": {"channel": "C2", "item": {"channel": "C2"}, "text": "C2"},
        "channel": {"id": "C2", "name": "C2"},
        "container": {"channel_id": "C2"},
        "actions": [{"channel": "C3"}],
    }
    name_channels(body, lambda channel: {"C2": "C1"}.get(channel, channel))
    assert body == {
        "event": {"channel": "C1", "item": {"channel": "C1"}, "text": "C2"},
        "channel": {"id": "C1", "name": "C2"},
        "container": {"channel_id": "C1"},
        "actions": [{"channel": "C3"}],
    }
