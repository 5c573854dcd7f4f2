"""A language model's sentences stand in the thread while it words the rest, and the answer then stands in their place."""

import asyncio
from dataclasses import replace

import pytest
from tests.bot.slack.conftest import Stage, actions_of, text_of
from tests.bot.slack.speaking import FINAL, FIRST, PATIENCE, SECOND, SpeakingAnswerer, struck

from partnerline.bot.slack.web.starts import MOST, SECONDS, Starts
from partnerline.fake_slack import FakeSlack, Message
from partnerline.fake_slack.faults import Kind
from partnerline.knowledge.model import Answer, Reason

TOLD = "It is two years. Sensors have three.\n\n— faq/hardware.md, ## Warranty"


@pytest.fixture(params=["http", "socket"])
async def speaking(backstage: Stage, request: pytest.FixtureRequest) -> Stage:
    """A stage with a language model, in both transports."""
    backstage.socket_mode = request.param == "socket"
    backstage.answerer = SpeakingAnswerer()
    await backstage.start()
    return backstage


@pytest.fixture
async def model(backstage: Stage) -> Stage:
    """The same, in one."""
    backstage.answerer = SpeakingAnswerer()
    await backstage.start()
    return backstage


def answerer(stage: Stage) -> SpeakingAnswerer:
    assert isinstance(stage.answerer, SpeakingAnswerer)
    return stage.answerer


def ask(stage: Stage) -> Message:
    return stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)


async def streaming(slack: FakeSlack, asked: Message, *sentences: str) -> Message:
    """The message that streams, once it says these sentences."""

    def found() -> list[Message]:
        said = [m for m in slack.replies(asked.channel, asked.ts) if m.streaming]
        return [m for m in said if all(one in m.text for one in sentences)]

    return (await slack.until(found))[0]


async def test_sentences_stand_as_they_come_and_the_answer_takes_their_place(
    speaking: Stage,
) -> None:
    asked = ask(speaking)
    first = await streaming(speaking.slack, asked, FIRST)
    assert SECOND not in first.text
    answerer(speaking).go.release()
    await streaming(speaking.slack, asked, FIRST, SECOND)
    answerer(speaking).finish()
    await speaking.quiet()

    (reply,) = speaking.slack.replies("C0ACME", asked.ts)
    assert (reply.ts, reply.streaming) == (first.ts, False)
    assert text_of(reply) == FINAL.text
    assert TOLD in reply.text
    assert actions_of(reply) == ["feedback", "get_human"]
    (begun,) = speaking.slack.calls("chat.startStream")
    assert (begun.args["recipient_user_id"], begun.args["recipient_team_id"]) == (
        "U0RITA",
        "T0ACME",
    )


async def test_a_thumb_and_a_human_work_on_what_was_streamed(model: Stage) -> None:
    asked = ask(model)
    await streaming(model.slack, asked, FIRST)
    answerer(model).finish()
    await model.quiet()
    (reply,) = model.slack.replies("C0ACME", asked.ts)

    model.slack.click("U0RITA", "C0ACME", reply.ts, "get_human")

    await model.card()


async def test_what_is_ready_at_once_is_posted_and_not_streamed(model: Stage) -> None:
    answerer(model).finish()
    asked = ask(model)
    reply = await model.reply(asked)
    await model.quiet()

    assert text_of(reply) == FINAL.text
    assert model.slack.calls("chat.startStream") == []


async def test_a_price_is_posted_and_not_streamed(model: Stage) -> None:
    asked = model.slack.say("U0RITA", "C0ACME", "price of 10 AX-200", mention=True)
    await model.reply(asked)
    assert model.slack.calls("chat.startStream") == []


async def test_sentences_that_fell_are_replaced_by_what_stands(model: Stage) -> None:
    answerer(model).final = Answer(
        outcome="escalated",
        text="I'm not sure, so I've asked a person.",
        confidence=0.1,
        reason=Reason.LOW_CONFIDENCE,
    )
    asked = ask(model)
    await streaming(model.slack, asked, FIRST)
    answerer(model).finish()
    await model.card()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert FIRST not in str(reply.blocks) + reply.text
    assert text_of(reply) == "I'm not sure, so I've asked a person."


@pytest.mark.parametrize("kind", ["500", "html", "reset", "lost"])
async def test_a_stream_that_may_not_have_begun_ends_as_one_message(
    model: Stage, kind: Kind
) -> None:
    failed = struck(model.slack)
    model.slack.fail("chat.startStream", kind)
    asked = ask(model)
    await asyncio.to_thread(failed.wait, PATIENCE)
    answerer(model).finish()
    await model.reply(asked)
    await model.quiet()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert (text_of(reply), reply.streaming) == (FINAL.text, False)


@pytest.mark.parametrize("method", ["chat.appendStream", "chat.stopStream", "chat.update"])
async def test_trouble_on_the_way_loses_nothing_and_says_nothing_twice(
    model: Stage, method: str
) -> None:
    model.slack.fail(method, "500")
    asked = ask(model)
    await streaming(model.slack, asked, FIRST)
    answerer(model).go.release()
    answerer(model).finish()
    await model.quiet()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert (text_of(reply), reply.streaming) == (FINAL.text, False)


async def test_a_stream_that_slack_ended_is_finished_all_the_same(model: Stage) -> None:
    asked = ask(model)
    begun = await streaming(model.slack, asked, FIRST)
    model.slack.board.rewrite(begun, streaming=False)
    answerer(model).finish()
    await model.quiet()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert text_of(reply) == FINAL.text


async def test_a_stream_that_was_deleted_is_posted_anew(model: Stage) -> None:
    asked = ask(model)
    begun = await streaming(model.slack, asked, FIRST)
    del model.slack.board.ledger.messages["C0ACME"][begun.ts]
    answerer(model).finish()
    await model.quiet()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert text_of(reply) == FINAL.text


async def test_a_bot_that_dies_while_it_streams_finishes_that_message_after_its_restart(
    model: Stage,
) -> None:
    asked = ask(model)
    begun = await streaming(model.slack, asked, FIRST)
    stopped = answerer(model)
    await model.stop()
    stopped.finish()
    model.answerer = SpeakingAnswerer()
    answerer(model).finish()

    await model.start()
    await model.reply(asked)
    await model.quiet()

    (reply,) = model.slack.replies("C0ACME", asked.ts)
    assert (reply.ts, text_of(reply), reply.streaming) == (begun.ts, FINAL.text, False)
    assert len(model.slack.calls("chat.startStream")) == 1


async def test_two_questions_of_a_thread_stream_into_a_message_each(model: Stage) -> None:
    asked = ask(model)
    await streaming(model.slack, asked, FIRST)
    model.slack.say("U0RITA", "C0ACME", "And the warranty of sensors?", thread_ts=asked.ts)
    answerer(model).finish()
    await model.reply(asked, count=2)
    await model.quiet()

    replies = model.slack.replies("C0ACME", asked.ts)
    assert [text_of(one) for one in replies] == [FINAL.text] * 2


async def test_near_slack_s_limit_an_answer_is_posted(model: Stage) -> None:
    assert model.bot is not None
    model.bot._parts.starts.most = 0
    asked = ask(model)
    answerer(model).finish()
    reply = await model.reply(asked)

    assert text_of(reply) == FINAL.text
    assert model.slack.calls("chat.startStream") == []


def test_a_minute_holds_so_many_starts_of_each_workspace() -> None:
    now = [0.0]
    starts = Starts(clock=lambda: now[0])
    assert [starts.take("T1") for _ in range(MOST + 1)] == [True] * MOST + [False]
    assert starts.take("T2")
    now[0] = SECONDS
    assert starts.take("T1")


async def test_nothing_in_a_streamed_sentence_pings_anybody(backstage: Stage) -> None:
    backstage.answerer = SpeakingAnswerer(replace(FINAL, text="@channel"))
    await backstage.start()
    asked = ask(backstage)
    await streaming(backstage.slack, asked, FIRST)
    answerer(backstage).finish()
    await backstage.quiet()
    (reply,) = backstage.slack.replies("C0ACME", asked.ts)
    assert "@channel" not in reply.text + str(reply.blocks)
