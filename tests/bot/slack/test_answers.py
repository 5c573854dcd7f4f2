"""Questions from Slack, over real HTTP, and what stands in the thread afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.bot.slack.conftest import MANAGERS, PACE, Stage, actions_of, text_of

from partnerline.bot.slack.answers.answering import HINT
from partnerline.bot.slack.who.standings import FOR_STAFF, IN_COMPANY, MET
from partnerline.fake_slack import Delivery, FakeSlack


async def test_a_mention_is_answered_once_in_its_thread(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)

    reply = await stage.reply(asked)
    await stage.quiet()

    assert text_of(reply) == "For acme: **How long is the warranty?**"
    assert reply.text == (
        "For acme: How long is the warranty?\n\nSources: faq/hardware.md, ## Warranty"
    )
    assert "faq/hardware.md · ## Warranty · “two years”" in str(reply.blocks)
    assert actions_of(reply) == ["feedback", "get_human"]
    assert len(stage.slack.replies("C0ACME", asked.ts)) == 1
    assert len(stage.answerer.asked) == 1


async def test_a_direct_message_is_answered_in_its_thread(stage: Stage) -> None:
    asked = stage.slack.tell("U0RITA", "How long is the warranty?")

    assert text_of(await stage.reply(asked)) == "For acme: **How long is the warranty?**"


async def test_a_follow_up_needs_no_mention_and_knows_what_was_asked(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.reply(asked)

    stage.slack.say("U0RITA", "C0ACME", "And for sensors?", thread_ts=asked.ts)
    reply = await stage.reply(asked, count=2)

    assert text_of(reply) == "For acme: **And for sensors?**"
    assert [t.text for t in stage.answerer.asked[-1].history] == ["How long is the warranty?"]


async def test_a_follow_up_is_heard_while_the_first_question_is_still_being_answered(
    stage: Stage,
) -> None:
    stage.slack.fail("users.info", "hang", seconds=0.3)
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.slack.settled()

    stage.slack.say("U0RITA", "C0ACME", "And for sensors?", thread_ts=asked.ts)

    await stage.reply(asked, count=2)


@pytest.mark.parametrize(
    ("user", "text"),
    [("U0RITA", "<@U0DANA> do you know?"), ("U0DANA", "Rita, I'll call you.")],
    ids=["to somebody else", "by a manager"],
)
async def test_people_can_talk_to_each_other_in_a_thread_the_bot_is_in(
    stage: Stage, user: str, text: str
) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.reply(asked)

    stage.slack.say(user, "C0ACME", text, thread_ts=asked.ts)
    await stage.quiet()

    assert len(stage.slack.replies("C0ACME", asked.ts)) == 1


async def test_what_is_not_for_the_bot_is_left_alone_and_acknowledged(stage: Stage) -> None:
    slack = stage.slack
    said = slack.say("U0RITA", "C0ACME", "Lunch, anybody?")
    slack.say("U0DANA", "C0ACME", "Yes!", thread_ts=said.ts)
    slack.edit("U0RITA", "C0ACME", said.ts, "Lunch <@U0BOT>?")
    slack.join("U0RITA", "C0GLOBEX")
    slack.command("U0RITA", "C0ACME", "/unheard-of")
    await stage.quiet()

    assert all(delivery.ok for delivery in slack.deliveries())
    assert slack.messages(by_bot=True) == []


EVENTS: list[dict[str, object]] = [
    {"type": "message", "subtype": "channel_join"},
    {"type": "message", "subtype": "message_deleted", "hidden": True},
    {"type": "message", "bot_id": "B0OTHER", "text": "<@U0BOT> beep"},
    {"type": "message"},
    {"type": "channel_shared"},
    {"type": "channel_unshared"},
    {"type": "channel_id_changed", "old_channel_id": "C1", "new_channel_id": "C2"},
    {"type": "app_uninstalled"},
    {"type": "tokens_revoked"},
    {"type": "something_new"},
]


async def test_every_event_is_taken_at_once(stage: Stage) -> None:
    known = {"user": "U0RITA", "channel": "C0ACME", "ts": "1.2", "channel_type": "channel"}
    for event in EVENTS:
        delivery = await _deliver(stage.slack, {**known, **event})
        assert (delivery.ok, len(delivery.attempts)) == (True, 1), event
    assert stage.slack.messages(by_bot=True) == []


async def test_slack_is_told_that_its_limiting_was_heard(stage: Stage) -> None:
    delivery = stage.slack.deliver({"type": "app_rate_limited", "team_id": "T0VENDOR"})
    await stage.slack.settled()

    assert delivery.ok


@pytest.mark.parametrize("signature", ["bad", "stale"])
async def test_a_request_that_slack_did_not_sign_is_refused_and_not_logged(
    stage: Stage, signature: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    event = {"type": "app_mention", "user": "U0RITA", "channel": "C0ACME", "ts": "1.2"}
    body = {"type": "event_callback", "event_id": "Ev1", "event": event | {"text": "my secret"}}
    delivery = stage.slack.deliver(body, signature=signature)
    await stage.slack.settled()

    assert {attempt.status for attempt in delivery.attempts} == {401}
    assert "my secret" not in caplog.text
    assert stage.answerer.asked == []


async def test_redelivered_and_duplicate_events_make_one_reply(stage: Stage) -> None:
    slack = stage.slack
    asked = slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.reply(asked)
    sent = slack.deliveries()
    assert {d.body["event"]["type"] for d in sent} == {"app_mention", "message"}
    for delivery in sent:
        slack.redeliver(delivery)
        slack.deliver(delivery.body | {"event_id": "Ev0OTHER"})
    await stage.quiet()

    assert len(slack.replies("C0ACME", asked.ts)) == 1
    assert len(stage.answerer.asked) == 1


async def test_events_out_of_order_make_one_reply_each(stage: Stage) -> None:
    slack = stage.slack
    slack.hold()
    asked = [slack.say("U0RITA", "C0ACME", f"Question {n}?", mention=True) for n in range(5)]
    slack.release(backwards=True)
    for message in asked:
        await stage.reply(message)
    await stage.quiet()

    assert [len(slack.replies("C0ACME", m.ts)) for m in asked] == [1] * 5


async def test_a_follow_up_that_comes_before_its_question_is_answered_too(stage: Stage) -> None:
    slack = stage.slack
    slack.hold()
    asked = slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    more = slack.say("U0RITA", "C0ACME", "And what does it weigh?", thread_ts=asked.ts)
    slack.release(backwards=True)
    await stage.reply(asked, count=2)
    await stage.quiet()

    assert {q.text for q in stage.answerer.asked} == {"How long is the warranty?", more.text}
    assert len(slack.replies("C0ACME", asked.ts)) == 2


async def test_people_who_begin_a_thread_before_the_bot_knows_itself_are_left_alone(
    backstage: Stage,
) -> None:
    backstage.slack.fail("auth.test", "500", count=5)
    await backstage.start()
    asked = backstage.slack.say("U0RITA", "C0ACME", "Anybody for lunch?")
    backstage.slack.say("U0RITA", "C0ACME", "What does it cost?", thread_ts=asked.ts)
    await backstage.quiet()

    assert backstage.answerer.asked == []


async def test_people_who_begin_a_thread_among_themselves_are_left_alone(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "Anybody for lunch?")
    stage.slack.say("U0RITA", "C0ACME", "What does it cost?", thread_ts=asked.ts)
    await stage.quiet()

    assert stage.answerer.asked == []


async def test_bare_mentions_and_files_get_a_line_that_helps(stage: Stage) -> None:
    bare = stage.slack.say("U0RITA", "C0ACME", "  ", mention=True)
    assert text_of(await stage.reply(bare)) == HINT

    event = {
        "type": "message",
        "subtype": "file_share",
        "user": "U0RITA",
        "channel": "C0ACME",
        "ts": stage.slack.say("U0RITA", "C0ACME", "see file").ts,
        "text": "<@U0BOT>",
        "files": [{"id": "F1"}],
    }
    await _deliver(stage.slack, event)
    found = await stage.slack.until(
        lambda: [
            m
            for m in stage.slack.messages(by_bot=True)
            if text_of(m).startswith("I couldn't read *the file*")
        ]
    )
    assert len(found) == 1
    assert stage.answerer.asked == []


async def test_what_is_too_long_for_a_question_goes_to_a_person(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "word " * 1_000, mention=True)

    assert "longer than I can read" in text_of(await stage.reply(asked))
    assert "4,000 characters" in str((await stage.card()).blocks)
    assert stage.answerer.asked == []


async def test_entities_links_and_spaces_are_read_as_a_person_reads_them(stage: Stage) -> None:
    stage.slack.say(
        "U0RITA",
        "C0ACME",
        "<@U0BOT>  R&amp;D\u00a0at &lt;5 <https://acme.example/a|our page>, <@U0DANA>?",
    )
    await stage.slack.until(lambda: stage.answerer.asked)

    assert stage.answerer.asked[0].text == (
        "R&D at <5 our page (https://acme.example/a), @someone?"
    )


async def test_a_choice_is_the_next_question_in_the_thread_and_counts_once(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "Which plan?", mention=True)
    clarify = await stage.reply(asked)
    assert actions_of(clarify) == ["choice_0", "choice_1", "get_human"]

    for _ in range(2):
        stage.slack.click("U0RITA", "C0ACME", clarify.ts, "choice_1")
    reply = await stage.reply(asked, count=2)
    await stage.quiet()

    assert text_of(reply) == "> 24 months\n\nFor acme: **24 months**"
    assert [t.text for t in stage.answerer.asked[-1].history] == ["Which plan?"]
    assert len(stage.slack.replies("C0ACME", asked.ts)) == 2


async def test_a_thumb_is_kept_and_a_later_one_takes_its_place(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    thumbs = reply.blocks[2]["elements"][0]
    for side in ("positive_button", "negative_button"):
        value = thumbs[side]["value"]
        stage.slack.click("U0RITA", "C0ACME", reply.ts, "feedback", value=value)
        await stage.slack.settled()

    assert [verdict for _, verdict in stage.record.thumbs.values()] == ["down"]


ASKERS = [
    ("U0RITA", "C0ACME", "acme", ""),
    ("W0GUS", "C0GLOBEX", "globex", ""),
    ("U0RITA", "C0LOUNGE", "a stranger", IN_COMPANY),
    ("W0GUS", "C0LOUNGE", "a stranger", IN_COMPANY),
    ("U0STRANGER", "C0LOUNGE", "a stranger", MET),
    ("U0DANA", "C0ACME", "a stranger", ""),
    ("U0DANA", MANAGERS, "a stranger", FOR_STAFF),
    ("U0GUEST", "C0GENERAL", "a stranger", IN_COMPANY),
]


@pytest.mark.parametrize("full", [True, False], ids=["rich events", "poor events"])
async def test_everybody_is_answered_for_their_own_partner_alone(
    stage: Stage, *, full: bool
) -> None:
    stage.slack.world.full_external_messages = full
    for user, channel, answered_for, note in ASKERS:
        asked = stage.slack.say(user, channel, "How long is the warranty?", mention=True)
        reply = text_of(await stage.reply(asked))

        assert reply.startswith(f"For {answered_for}:"), (user, channel)
        assert reply.partition("\n\n")[2] == note, (user, channel)


async def test_who_is_in_company_gets_the_rest_in_a_direct_message(stage: Stage) -> None:
    asked = stage.slack.tell("W0GUS", "How long is the warranty?")

    assert text_of(await stage.reply(asked)).startswith("For globex:")


async def test_without_partners_everybody_is_enrolled(backstage: Stage) -> None:
    backstage.directory = replace(backstage.directory, partners=(), open=True)
    await backstage.start()
    asked = backstage.slack.say("U0STRANGER", "C0LOUNGE", "How long?", mention=True)

    assert text_of(await backstage.reply(asked)) == "For everyone: **How long?**"


async def test_a_person_slack_will_not_tell_of_is_a_stranger(stage: Stage) -> None:
    event = {
        "type": "app_mention",
        "user": "U0NOBODY",
        "channel": "C0ACME",
        "ts": "1700000000.000100",
        "text": "<@U0BOT> How long?",
    }
    await _deliver(stage.slack, event)
    await stage.slack.until(lambda: stage.answerer.asked)

    assert stage.answerer.asked[0].partner is None


Trouble = Callable[[FakeSlack], None]
TROUBLES: dict[str, Trouble] = {
    "500": lambda slack: slack.fail("*", "500", count=3),
    "html": lambda slack: slack.fail("*", "html", count=3),
    "html with 502": lambda slack: slack.fail("*", "html_502", count=3),
    "reset": lambda slack: slack.fail("*", "reset", count=3),
    "rate limit": lambda slack: slack.fail("*", "ratelimited", count=3, seconds=0),
    "post 500": lambda slack: slack.fail("chat.postMessage", "500", count=3),
    "post reset": lambda slack: slack.fail("chat.postMessage", "reset", count=3),
    "post rate limit": lambda slack: slack.fail(
        "chat.postMessage", "ratelimited", count=2, seconds=1
    ),
    # Longer than the bot waits: Slack posts it after all, when the bot has given up on it.
    "post hangs": lambda slack: slack.fail("chat.postMessage", "hang", seconds=0.6),
    "look-up hangs": lambda slack: slack.fail("users.info", "hang", count=3, seconds=0.8),
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_a_slack_in_trouble_gets_one_reply_when_it_is_back(
    backstage: Stage, trouble: Trouble
) -> None:
    backstage.pace = replace(PACE, settle=0.3)
    await backstage.start()
    first = backstage.slack.tell("U0RITA", "hello")
    await backstage.reply(first)

    trouble(backstage.slack)
    asked = backstage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await backstage.slack.reply("C0ACME", asked.ts, timeout=20)
    await backstage.quiet()

    assert len(backstage.slack.replies("C0ACME", asked.ts)) == 1


async def test_an_event_is_claimed_also_before_slack_says_where_the_bot_is_installed(
    backstage: Stage,
) -> None:
    backstage.slack.fail("auth.test", "500", count=5)
    await backstage.start()
    asked = backstage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await backstage.reply(asked)
    await backstage.quiet()
    assert all(a.ok for d in backstage.slack.deliveries() for a in d.attempts)
    assert len(backstage.slack.replies("C0ACME", asked.ts)) == 1


async def test_slack_hears_that_a_message_was_taken_before_anything_else_is_done(
    stage: Stage,
) -> None:
    stage.slack.fail("users.info", "hang", count=3, seconds=1.0)
    stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.slack.settled()

    assert all(delivery.ok for delivery in stage.slack.deliveries())
    assert stage.answerer.asked == []


async def _deliver(slack: FakeSlack, event: dict[str, object]) -> Delivery:
    body = {
        "type": "event_callback",
        "team_id": "T0VENDOR",
        "api_app_id": "A0BOT",
        "event_id": f"Ev{event.get('ts')}{event['type']}",
        "event": event,
    }
    delivery = slack.deliver(body)
    await slack.settled()
    return delivery
