"""Which messages the bot answers without being called: in its threads, and in channels where it listens."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, text_of

from partnerline.bot.slack.web.addressing import bearing_of, is_aside, is_overheard
from partnerline.fake_slack import Message
from partnerline.knowledge.model import Answer, Reason


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


def listen(stage: Stage) -> None:
    stage.enrolments.set_mode("C0ACME", "listen", by="Dana", at=stage.clock.now())


async def began(stage: Stage) -> Message:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    await stage.reply(asked)
    await stage.quiet()
    return asked


QUESTIONS = [
    "What does AX-200 cost?",
    "price for 10 AX-200",
    "How long is the warranty",
    "Customer says too expensive",
    "does it support PoE",
    "was kostet AX-200",
]
TALK = [
    "lunch?",
    "ok will do",
    "thanks, got it",
    "are you free at 3?",
    "did you get my mail?",
    "I'm on holiday next week",
    "great work everybody",
    "when is the meeting?",
]
TO_OTHERS = [
    "<@U0DANA> what does AX-200 cost?",
    "hey <@U0DANA>, can you check?",
    "thanks <@U0DANA>!",
    "@maria can you check",
    "can you look at this, <@U0DANA>?",
    "Dana, could you look at this?",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_told_from_talk(text: str) -> None:
    assert bearing_of(text) == "question"
    assert is_overheard(text)
    assert not is_aside(text, "U0BOT")


@pytest.mark.parametrize("text", TALK)
def test_talk_is_told_from_a_question(text: str) -> None:
    assert bearing_of(text) == "talk"
    assert not is_overheard(text)


@pytest.mark.parametrize("text", TO_OTHERS)
def test_what_is_for_somebody_else_is_told(text: str) -> None:
    assert is_aside(text, "U0BOT")
    assert not is_aside(f"<@U0BOT> {text}", "U0BOT")


@pytest.mark.parametrize(
    "text", ["What is AX-200 @list?", "mail me at a@b.example", "Is it for <@U0X> too?"]
)
def test_a_mention_on_the_way_makes_nothing_an_aside(text: str) -> None:
    assert not is_aside(text, "U0BOT")


async def test_where_it_listens_a_question_is_answered_in_a_thread(either: Stage) -> None:
    listen(either)
    asked = either.slack.say("U0RITA", "C0ACME", "What does AX-200 cost?")
    reply = await either.reply(asked)

    assert text_of(reply).startswith("For acme: **What does AX-200 cost?**")
    either.slack.say("U0RITA", "C0ACME", "And for 200?", thread_ts=asked.ts)
    assert "And for 200?" in text_of(await either.reply(asked, count=2))


async def test_where_it_is_only_called_nobody_else_s_question_is_answered(stage: Stage) -> None:
    for text in QUESTIONS:
        stage.slack.say("U0RITA", "C0ACME", text)
    await stage.quiet()

    assert stage.answerer.asked == []


async def test_where_it_listens_talk_and_what_is_for_others_is_left_alone(stage: Stage) -> None:
    listen(stage)
    for text in (*TALK, *TO_OTHERS):
        stage.slack.say("U0RITA", "C0ACME", text)
    await stage.quiet()

    assert stage.slack.messages("C0ACME", by_bot=True) == []
    assert stage.slack.messages(MANAGERS, by_bot=True) == []


async def test_where_it_listens_managers_talk_among_the_reps(backstage: Stage) -> None:
    members = backstage.slack.world.channels[MANAGERS].members
    backstage.slack.world.add_channel(
        replace(backstage.slack.world.channels["C0ACME"], members=("U0BOT", "U0RITA", *members))
    )
    await backstage.start()
    listen(backstage)
    for user in set(members) - {"U0BOT"}:
        backstage.slack.say(user, "C0ACME", "What does AX-200 cost?")
    await backstage.quiet()

    assert backstage.answerer.asked == []


async def test_in_a_thread_lines_to_colleagues_open_no_card(either: Stage) -> None:
    asked = await began(either)
    for text in (*TALK, *TO_OTHERS):
        either.slack.say("U0RITA", "C0ACME", text, thread_ts=asked.ts)
    await either.quiet()

    assert len(either.slack.replies("C0ACME", asked.ts)) == 1
    assert either.slack.messages(MANAGERS, by_bot=True) == []


async def test_what_is_unclear_is_answered_where_that_is_sure(stage: Stage) -> None:
    asked = await began(stage)
    stage.slack.say("U0RITA", "C0ACME", "Warranty of the sensors", thread_ts=asked.ts)

    assert "Warranty of the sensors" in text_of(await stage.reply(asked, count=2))
    await stage.quiet()
    assert len(stage.record.past(None)) == 2


@pytest.mark.parametrize("outcome", ["escalated", "clarify", "smalltalk"])
async def test_what_is_unclear_and_has_no_answer_is_left_alone(
    stage: Stage, outcome: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await began(stage)
    unsure = Answer(
        outcome=outcome,  # type: ignore[arg-type]  # each of the outcomes that are no answer
        text="Hm",
        confidence=0.1,
        reason=Reason.NO_EVIDENCE,
    )
    monkeypatch.setattr(stage.answerer, "answer", lambda question, listener=None: unsure)
    stage.slack.say("U0RITA", "C0ACME", "I sent them the file", thread_ts=asked.ts)
    await stage.quiet()

    assert len(stage.slack.replies("C0ACME", asked.ts)) == 1
    assert stage.slack.messages(MANAGERS, by_bot=True) == []
    assert len(stage.record.past(None)) == 1


async def test_a_question_in_a_thread_is_never_lost(stage: Stage) -> None:
    asked = await began(stage)
    stage.slack.say("U0RITA", "C0ACME", "Can you escalate that?", thread_ts=asked.ts)
    await stage.reply(asked, count=2)

    assert await stage.card()
