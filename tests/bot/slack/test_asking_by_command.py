"""`/partnerline` and the shortcut in a message's menu, over both ways that Slack can reach the bot."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.bot.slack.conftest import Stage, text_of

from partnerline.bot.slack.asking import asking_aloud, commanding
from partnerline.bot.slack.listeners import ask_shortcut
from partnerline.fake_slack import Channel, Ephemeral, Message

ASK = ask_shortcut.ASK


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


async def opening(stage: Stage, channel: str) -> Message:
    """What the bot put into the channel in somebody's name."""

    def found() -> list[Message]:
        said = stage.slack.messages(channel, by_bot=True)
        return [m for m in said if not m.thread_ts and "asks" in m.text]

    return (await stage.slack.until(found))[0]


async def told(stage: Stage, user: str) -> Ephemeral:
    return (await stage.slack.until(lambda: stage.slack.ephemerals(user)))[-1]


def without_the_bot(stage: Stage) -> None:
    stage.slack.world.add_channel(
        Channel(id="C0TEAM", name="team", kind="private", team_id="T0ACME", members=("U0RITA",))
    )


async def test_a_question_after_the_command_is_posted_as_the_asker_s_and_answered_below(
    either: Stage,
) -> None:
    either.slack.command(
        "U0RITA", "C0ACME", "/partnerline", "How long is the <warranty> &amp; why?"
    )
    asked = await opening(either, "C0ACME")
    reply = await either.reply(asked)

    assert "<@U0RITA> asks" in asked.text
    assert text_of(reply).startswith("For acme: **How long is the <warranty> & why?**")
    assert [q.partner.id for q in either.answerer.asked if q.partner] == ["acme"]
    await either.quiet()
    assert all(delivery.ok for delivery in either.slack.deliveries())


async def test_a_command_sent_again_asks_once(stage: Stage) -> None:
    sent = stage.slack.command("U0RITA", "C0ACME", "/partnerline", "How long is the warranty?")
    await stage.reply(await opening(stage, "C0ACME"))
    stage.slack.redeliver(sent)
    await stage.quiet()

    assert len(stage.answerer.asked) == 1


async def test_where_the_bot_is_not_it_answers_directly_and_says_so(either: Stage) -> None:
    without_the_bot(either)
    either.slack.command("U0RITA", "C0TEAM", "/partnerline", "How long is the warranty?")
    direct = either.slack.world.direct_channel("U0RITA").id
    asked = await opening(either, direct)
    await either.reply(asked)

    assert (await told(either, "U0RITA")).text == asking_aloud.THERE
    assert either.slack.messages("C0TEAM", by_bot=True) == []
    assert either.answerer.asked[0].partner is not None


async def test_the_command_alone_tells_what_can_be_done(either: Stage) -> None:
    either.slack.command("U0RITA", "C0ACME", "/partnerline")
    assert (await told(either, "U0RITA")).text == commanding.HELP
    either.slack.command("U0DANA", "C0ACME", "/partnerline", "help")
    assert (await told(either, "U0DANA")).text == commanding.HELP + commanding.FOR_MANAGERS
    assert either.answerer.asked == []


async def test_a_manager_sets_when_the_bot_speaks_and_everybody_is_told(either: Stage) -> None:
    either.slack.command("U0DANA", "C0ACME", "/partnerline", "listen")
    said = await either.slack.until(lambda: either.slack.messages("C0ACME", by_bot=True))
    assert "I answer every question in this channel" in text_of(said[0])
    assert either.enrolments.mode("C0ACME") == "listen"

    either.slack.command("U0DANA", "C0ACME", "/partnerline", "status")
    assert (await told(either, "U0DANA")).text == commanding.STANDS["listen"]
    either.slack.command("U0DANA", "C0ACME", "/partnerline", "Quiet")
    await either.slack.until(lambda: len(either.slack.messages("C0ACME", by_bot=True)) == 2)
    assert either.enrolments.mode("C0ACME") == "called"


async def test_what_is_so_already_is_said_to_the_manager_alone(stage: Stage) -> None:
    stage.slack.command("U0DANA", "C0ACME", "/partnerline", "quiet")

    assert (await told(stage, "U0DANA")).text == commanding.STANDS["called"]
    assert stage.slack.messages("C0ACME", by_bot=True) == []


@pytest.mark.parametrize("word", ["listen", "quiet", "status"])
async def test_nobody_but_a_manager_may_set_it_or_ask(stage: Stage, word: str) -> None:
    stage.slack.command("U0RITA", "C0ACME", "/partnerline", word)

    assert (await told(stage, "U0RITA")).text == commanding.ONLY_MANAGERS
    assert stage.enrolments.mode("C0ACME") == "called"


async def test_a_direct_conversation_has_no_mode(stage: Stage) -> None:
    direct = stage.slack.world.direct_channel("U0DANA").id
    stage.slack.command("U0DANA", direct, "/partnerline", "listen")

    assert (await told(stage, "U0DANA")).text == commanding.NOT_A_CHANNEL


async def test_the_shortcut_asks_for_who_uses_it_in_the_message_s_thread(either: Stage) -> None:
    said = either.slack.say("U0DANA", "C0ACME", "They wonder how long the warranty is")
    either.slack.shortcut("U0RITA", "C0ACME", said.ts, ASK)
    replies = await either.slack.until(
        lambda: found if len(found := either.slack.replies("C0ACME", said.ts)) == 2 else None
    )

    assert "<@U0RITA> asks" in replies[0].text
    assert text_of(replies[1]).startswith("For acme: **They wonder how long the warranty is**")
    assert (await either.slack.until(lambda: either.answerer.asked))[0].partner is not None


async def test_the_shortcut_s_standing_is_the_user_s_and_not_the_author_s(stage: Stage) -> None:
    said = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?")
    stage.slack.shortcut("U0DANA", "C0ACME", said.ts, ASK)
    (question,) = await stage.slack.until(lambda: stage.answerer.asked)

    assert question.partner is None


async def test_the_shortcut_where_the_bot_is_not_is_answered_directly(stage: Stage) -> None:
    without_the_bot(stage)
    said = stage.slack.say("U0RITA", "C0TEAM", "How long is the warranty?")
    stage.slack.shortcut("U0RITA", "C0TEAM", said.ts, ASK)
    asked = await opening(stage, stage.slack.world.direct_channel("U0RITA").id)
    await stage.reply(asked)

    assert (await told(stage, "U0RITA")).text == asking_aloud.THERE


async def test_an_app_s_message_and_an_empty_one_get_a_plain_word(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    stage.slack.shortcut("U0RITA", "C0ACME", reply.ts, ASK)
    assert (await told(stage, "U0RITA")).text == ask_shortcut.OF_A_BOT
    blank = stage.slack.say("U0RITA", "C0ACME", " ")
    stage.slack.shortcut("U0RITA", "C0ACME", blank.ts, ASK)
    assert await stage.slack.until(
        lambda: stage.slack.ephemerals("U0RITA")[-1].text == ask_shortcut.EMPTY
    )
    assert len(stage.answerer.asked) == 1


def test_the_manifest_has_what_is_listened_for() -> None:
    root = Path(__file__).parents[3]
    manifest = json.loads((root / "manifest.json").read_text(encoding="utf-8"))
    commands = {c["command"] for c in manifest["features"]["slash_commands"]}
    shortcuts = [(s["type"], s["callback_id"]) for s in manifest["features"]["shortcuts"]]
    scopes = set(manifest["oauth_config"]["scopes"]["bot"])

    assert {"/quote", commanding.COMMAND} <= commands
    assert shortcuts == [("message", ASK)]
    assert {"files:read", "commands", "im:write"} <= scopes
