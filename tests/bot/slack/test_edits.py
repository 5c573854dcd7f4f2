"""Edited and deleted questions, over real HTTP; the first of them in both transports."""

from collections.abc import AsyncIterator

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, text_of

from partnerline.bot.slack.asking.editing import LATEST
from partnerline.fake_slack import Message

WARRANTY = "How long is the warranty?"


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


async def asked(stage: Stage, text: str = WARRANTY) -> Message:
    message = stage.slack.say("U0RITA", "C0ACME", text, mention=True)
    await stage.reply(message)
    await stage.quiet()
    return message


def edit(stage: Stage, message: Message, text: str) -> None:
    stage.slack.edit("U0RITA", message.channel, message.ts, f"<@U0BOT> {text}")


async def answer_with(stage: Stage, message: Message, words: str) -> Message:
    def found() -> Message | None:
        said = stage.slack.replies(message.channel, message.ts)
        return next((m for m in said if words in text_of(m)), None)

    return await stage.slack.until(found)


async def test_an_edited_question_is_answered_anew_in_the_place_of_the_first_answer(
    either: Stage,
) -> None:
    first = await asked(either)
    (before,) = either.slack.replies("C0ACME", first.ts)
    edit(either, first, "How long is the battery's life?")
    answer = await answer_with(either, first, "battery")
    await either.quiet()

    assert answer.ts == before.ts
    assert "You edited your question" in text_of(answer)
    assert len(either.slack.replies("C0ACME", first.ts)) == 1
    assert [q.text for q in either.answerer.asked] == [WARRANTY, "How long is the battery's life?"]
    assert either.answerer.asked[1].history == ()
    assert all(delivery.ok for delivery in either.slack.deliveries())


async def test_the_record_keeps_both_and_thumbs_go_to_the_edited_one(stage: Stage) -> None:
    first = await asked(stage)
    edit(stage, first, "How long is the battery's life?")
    answer = await answer_with(stage, first, "battery")
    stage.slack.click("U0RITA", "C0ACME", answer.ts, "feedback")
    await stage.quiet()

    asked_ids = {past.question_id: past.question.text for past in stage.record.past(None)}
    assert set(asked_ids.values()) == {WARRANTY, "How long is the battery's life?"}
    ((question_id, _),) = stage.record.thumbs
    assert asked_ids[question_id] == "How long is the battery's life?"


async def test_an_edit_delivered_twice_is_answered_once(stage: Stage) -> None:
    first = await asked(stage)
    edit(stage, first, "How long is the battery's life?")
    await answer_with(stage, first, "battery")
    for delivery in stage.slack.deliveries("message"):
        stage.slack.redeliver(delivery)
    await stage.quiet()

    assert len(stage.answerer.asked) == 2


async def test_of_several_edits_the_last_wins_also_while_the_first_is_answered(
    stage: Stage,
) -> None:
    stage.slack.fail("chat.postMessage", "hang", count=1, seconds=0.4)
    first = stage.slack.say("U0RITA", "C0ACME", WARRANTY, mention=True)
    await stage.slack.settled()
    for text in ("How heavy?", "How wide?", "How tall is it?"):
        edit(stage, first, text)
    answer = await answer_with(stage, first, "How tall is it?")
    await stage.quiet()

    (only,) = stage.slack.replies("C0ACME", first.ts)
    assert only.ts == answer.ts
    assert "How tall is it?" in text_of(only)


async def test_edits_that_come_backwards_leave_the_last_text(stage: Stage) -> None:
    first = await asked(stage)
    stage.slack.hold()
    edit(stage, first, "How heavy?")
    edit(stage, first, "How tall is it?")
    stage.slack.release(backwards=True)
    await answer_with(stage, first, "How tall is it?")
    await stage.quiet()

    (only,) = stage.slack.replies("C0ACME", first.ts)
    assert "How tall is it?" in text_of(only)


async def test_a_link_s_preview_and_the_same_words_change_nothing(stage: Stage) -> None:
    first = await asked(stage)
    stage.slack.unfurl("C0ACME", first.ts)
    edit(stage, first, f" {WARRANTY} ")
    await stage.quiet()

    assert len(stage.answerer.asked) == 1


async def test_an_edit_after_a_day_is_ignored(stage: Stage) -> None:
    first = await asked(stage)
    stage.clock.move(seconds=LATEST + 60)
    edit(stage, first, "How long is the battery's life?")
    await stage.quiet()

    assert len(stage.answerer.asked) == 1
    assert all(delivery.ok for delivery in stage.slack.deliveries())


async def test_a_bare_mention_that_becomes_a_question_is_answered_where_the_hint_stood(
    stage: Stage,
) -> None:
    first = stage.slack.say("U0RITA", "C0ACME", " ", mention=True)
    hint = await stage.reply(first)
    edit(stage, first, WARRANTY)

    assert (await answer_with(stage, first, WARRANTY)).ts == hint.ts


async def test_what_was_handed_over_and_nobody_has_is_taken_back_where_the_edit_is_answered(
    stage: Stage,
) -> None:
    first = await asked(stage, "Please escalate this")
    await stage.card()
    edit(stage, first, WARRANTY)
    await answer_with(stage, first, WARRANTY)
    await stage.quiet()

    assert stage.escalation().state == "closed"


async def test_what_a_manager_has_gets_the_edit_as_the_rep_s_word(stage: Stage) -> None:
    first = await asked(stage, "Please escalate this")
    await stage.card()
    escalation = stage.escalation()
    stage.desk.step("t", escalation.id, "taken", by="Dana", holder="dana@vendor.example")
    edit(stage, first, "Please escalate this, by Friday")

    def carried() -> list[Message]:
        said = stage.slack.messages(MANAGERS, by_bot=True)
        return [m for m in said if m.thread_ts and "by Friday" in str(m.blocks) + m.text]

    assert await stage.slack.until(carried)
    await stage.quiet()
    assert [step.kind for step in stage.escalation().steps] == ["taken", "rep_said"]
    assert len(stage.answerer.asked) == 1


async def test_a_question_deleted_before_its_answer_is_dropped_and_kept_on_record(
    stage: Stage,
) -> None:
    await asked(stage)
    stage.slack.fail("conversations.info", "hang", count=2, seconds=0.3)
    assert stage.bot is not None
    stage.bot._parts.people.forget()
    second = stage.slack.say("U0RITA", "C0ACME", "How heavy is it?", mention=True)
    await stage.slack.settled()
    stage.slack.delete("U0RITA", "C0ACME", second.ts)
    await stage.quiet()

    assert stage.slack.replies("C0ACME", second.ts) == []
    assert "How heavy is it?" in {past.question.text for past in stage.record.past(None)}


async def test_a_question_deleted_afterwards_leaves_everything_as_it_is(stage: Stage) -> None:
    first = await asked(stage)
    stage.slack.delete("U0RITA", "C0ACME", first.ts)
    await stage.quiet()

    assert len(stage.answerer.asked) == 1
    assert all(delivery.ok for delivery in stage.slack.deliveries())


async def test_in_a_thread_an_edit_into_talk_leaves_the_answer_as_it_was(stage: Stage) -> None:
    first = await asked(stage)
    more = stage.slack.say("U0RITA", "C0ACME", "And for sensors?", thread_ts=first.ts)
    answer = await stage.reply(first, count=2)
    stage.slack.edit("U0RITA", "C0ACME", more.ts, "ok, thanks")
    await stage.quiet()

    assert "And for sensors?" in text_of(answer)
    assert len(stage.answerer.asked) == 2


async def test_what_was_no_question_stays_none_when_it_is_edited(stage: Stage) -> None:
    said = stage.slack.say("U0RITA", "C0ACME", "Lunch at noon")
    edit(stage, said, WARRANTY)
    await stage.quiet()

    assert stage.answerer.asked == []
