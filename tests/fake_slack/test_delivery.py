import pytest

from partnerline.fake_slack import FakeSlack
from partnerline.fake_slack.envelopes import envelope, mention_event, message_event

HANG = -1


async def test_a_mention_arrives_with_its_twin_under_another_event_id(
    slack: FakeSlack, bot
) -> None:  # type: ignore[no-untyped-def]
    message = slack.say("U0DANA", "C0GENERAL", "what is new?", mention=True)
    await slack.settled()
    [mention], [twin] = bot.events("app_mention"), bot.events("message")
    assert mention["event"]["ts"] == twin["event"]["ts"] == message.ts
    assert mention["event_id"] != twin["event_id"]
    assert [d.attempts[0].status for d in slack.deliveries()] == [200, 200]


async def test_a_direct_message_is_no_mention(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    slack.tell("U0RITA", "<@U0BOT> hello")
    await slack.settled()
    assert [b["event"]["channel_type"] for b in bot.heard] == ["im"]


async def test_the_bot_hears_its_own_posts(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    await bot.web_client.chat_postMessage(channel="C0ACME", text="hello")
    await slack.settled()
    event = slack.deliveries("message")[0].body["event"]
    assert (event["bot_id"], event["user"], event["text"]) == ("B0BOT", "U0BOT", "hello")


async def test_a_reply_can_be_waited_for(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    bot.answer = "42"
    asked = slack.say("U0RITA", "C0ACME", "how much?", mention=True)
    assert (await slack.reply("C0ACME", asked.ts)).text == "42"


async def test_an_edit_arrives_as_message_changed(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    ts = slack.say("U0RITA", "C0ACME", "befor").ts
    slack.edit("U0RITA", "C0ACME", ts, "before")
    await slack.settled()
    event = slack.deliveries()[-1].body["event"]
    assert (event["subtype"], event["message"]["text"]) == ("message_changed", "before")
    assert event["previous_message"]["text"] == "befor"


async def test_an_error_is_redelivered_with_retry_headers(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    bot.manners = [500, 503]
    slack.say("U0DANA", "C0GENERAL", "again")
    await slack.settled()
    [delivery] = slack.deliveries("message")
    assert [a.status for a in delivery.attempts] == [500, 503, 200]
    heard = [(r.get("x-slack-retry-num"), r.get("x-slack-retry-reason")) for r in bot.requests]
    assert heard == [(None, None), ("1", "http_error"), ("2", "http_error")]


async def test_a_slow_answer_is_redelivered_as_a_timeout(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    slack.board.outbox.ack_timeout = 0.1
    bot.manners = [HANG]
    slack.say("U0DANA", "C0GENERAL", "slow")
    await slack.settled()
    [delivery] = slack.deliveries()
    assert [a.error for a in delivery.attempts] == ["http_timeout", None]
    assert delivery.attempts[0].elapsed_ms >= 100
    assert bot.requests[-1]["x-slack-retry-reason"] == "http_timeout"


async def test_nobody_there_is_a_failed_connection(slack: FakeSlack) -> None:
    slack.connect_http("http://127.0.0.1:9/slack/events")
    slack.say("U0DANA", "C0GENERAL", "anyone?")
    await slack.settled()
    [delivery] = slack.deliveries()
    assert [a.error for a in delivery.attempts] == ["connection_failed"] * 3
    assert not delivery.ok


@pytest.mark.parametrize("signature", ["bad", "stale"])
async def test_a_bad_or_stale_signature_is_refused_by_bolt(
    slack: FakeSlack, bot, signature
) -> None:  # type: ignore[no-untyped-def]
    message = slack.say("U0DANA", "C0MANAGERS", "x")
    await slack.settled()
    bot.heard.clear()
    event = message_event(slack.world, slack.ledger, message, slack.world.home_install())
    sent = slack.deliver(
        envelope(slack.world, event, "EvForged", 1, slack.world.home_install()), signature=signature
    )
    await slack.settled()
    assert [a.status for a in sent.attempts] == [401] * 3
    assert bot.heard == []


async def test_duplicates_and_disorder_can_be_made(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    slack.hold()
    for text in ("one", "two"):
        slack.say("U0DANA", "C0GENERAL", text)
    slack.release(backwards=True)
    await slack.settled()
    first = slack.deliveries()[0]
    slack.redeliver(first)
    await slack.settled()
    assert [b["event"]["text"] for b in bot.heard] == ["two", "one", "one"]
    assert bot.heard[1]["event_id"] == bot.heard[2]["event_id"]


async def test_a_home_opened_arrives(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    slack.open_home("U0RITA")
    await slack.settled()
    [heard] = bot.events("app_home_opened")
    assert heard["event"]["tab"] == "messages"


def test_an_external_mention_names_the_askers_team_only_inside_the_event(slack: FakeSlack) -> None:
    message = slack.say("U0RITA", "C0ACME", "hi", mention=True)
    mention = mention_event(slack.world, slack.ledger, message, slack.world.home_install())
    body = envelope(slack.world, mention, "Ev1", 1, slack.world.home_install())
    assert (body["team_id"], body["is_ext_shared_channel"]) == ("T0VENDOR", True)
    assert (mention["team"], mention["user_team"]) == ("T0VENDOR", "T0ACME")
    assert mention["user_profile"]["team"] == "T0ACME"
    assert body["authorizations"][0]["team_id"] == "T0VENDOR"


def test_an_external_message_comes_from_the_askers_team(slack: FakeSlack) -> None:
    slack.world.full_external_messages = False
    message = slack.say("U0RITA", "C0ACME", "hi")
    event = message_event(slack.world, slack.ledger, message, slack.world.home_install())
    body = envelope(slack.world, event, "Ev1", 1, slack.world.home_install())
    assert (body["team_id"], event["team"]) == ("T0ACME", "T0ACME")
    assert "user_team" not in event


def test_a_grid_persons_team_is_their_organisation(slack: FakeSlack) -> None:
    message = slack.say("W0GUS", "C0GLOBEX", "hi", mention=True)
    assert (
        mention_event(slack.world, slack.ledger, message, slack.world.home_install())["user_team"]
        == "E0GLOBEX"
    )
