"""What managers write in a card's thread: asked about once, sent or kept."""

from tests.bot.slack.carried import (
    dialog,
    handed_over,
    read_so_far,
    reads,
    send_under_card,
    shows,
    stands,
    under_card,
    whispered,
)
from tests.bot.slack.conftest import MANAGERS, Stage

from partnerline.bot.slack.escalations.replying import NOT_SENT
from partnerline.fake_slack import Message


def questions(stage: Stage, card: Message) -> list[Message]:
    """Where the bot asks, under a card, whom what was written is for."""
    under = stage.slack.replies(MANAGERS, card.ts)
    return [m for m in under if "Send to the rep, or note" in str(m.blocks)]


async def test_nothing_is_sent_before_its_writer_says_so(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0DANA", MANAGERS, "Two years, I think", thread_ts=card.ts)
    question = await under_card(stage, card, "<@U0DANA> Send to the rep")
    await stage.quiet()
    assert len(read_so_far(stage, asked)) == 1
    assert "1 note" in str(stage.slack.message(MANAGERS, card.ts).blocks)

    stage.slack.click("U0DANA", MANAGERS, question.ts, "send_said")
    await reads(stage, asked, "Two years, I think")
    await stage.quiet()
    assert "1 note" not in str(stage.slack.message(MANAGERS, card.ts).blocks)


async def test_it_asks_once_and_keeps_to_what_was_said(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await send_under_card(stage, card, "First part")
    await reads(stage, asked, "First part")
    stage.slack.say("U0DANA", MANAGERS, "second part", thread_ts=card.ts)
    await reads(stage, asked, "second part")
    await under_card(stage, card, "What Dana Vendor writes in this thread goes to the rep")
    await stage.quiet()

    assert questions(stage, card) == []


async def test_all_that_waited_is_sent_in_the_order_it_was_written(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    for part in ("one", "two", "three"):
        stage.slack.say("U0DANA", MANAGERS, f"part {part}", thread_ts=card.ts)
        await stage.quiet()
    (question,) = questions(stage, card)
    stage.slack.click("U0DANA", MANAGERS, question.ts, "send_said")
    await reads(stage, asked, "part three")
    await stage.quiet()

    assert [text.rpartition(" ")[2] for text in read_so_far(stage, asked)[1:]] == [
        "one",
        "two",
        "three",
    ]


async def test_a_note_stays_and_so_does_the_next(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0DANA", MANAGERS, "what a customer", thread_ts=card.ts)
    question = await under_card(stage, card, "Send to the rep")
    for _ in range(2):
        stage.slack.click("U0DANA", MANAGERS, question.ts, "keep_said")
    await under_card(stage, card, "What Dana Vendor writes in this thread stays among us")
    stage.slack.say("U0DANA", MANAGERS, "really", thread_ts=card.ts)
    await shows(stage, card, "2 notes")
    await stage.quiet()

    assert len(read_so_far(stage, asked)) == 1
    assert stage.escalation().state == "open"
    view = await dialog(stage, card, "answer_escalation")
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await reads(stage, asked, "Two years.")
    await stage.quiet()
    assert len(read_so_far(stage, asked)) == 2


async def test_the_first_word_counts_where_both_buttons_are_pressed(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0DANA", MANAGERS, "a note", thread_ts=card.ts)
    question = await under_card(stage, card, "Send to the rep")
    stage.slack.hold()
    stage.slack.click("U0DANA", MANAGERS, question.ts, "keep_said")
    stage.slack.click("U0DANA", MANAGERS, question.ts, "send_said")
    stage.slack.release()
    await stage.quiet()

    (choice,) = [s for s in stage.escalation().steps if s.id.startswith(("sends:", "keeps:"))]
    sent = len(read_so_far(stage, asked)) == 2
    assert sent == choice.id.startswith("sends:")


async def test_only_the_writer_says_whom_their_words_are_for(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0DANA", MANAGERS, "what a customer", thread_ts=card.ts)
    question = await under_card(stage, card, "Send to the rep")
    stage.slack.click("U0MAX", MANAGERS, question.ts, "send_said")
    (told,) = await stage.slack.until(lambda: whispered(stage, "U0MAX"))
    await stage.quiet()

    assert "the one who wrote" in told
    assert len(read_so_far(stage, asked)) == 1


async def test_talk_among_managers_is_kept_and_never_asked_about(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0MAX", MANAGERS, "<@U0DANA> is this yours?", thread_ts=card.ts)
    await shows(stage, card, "1 note")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Dana Vendor")
    stage.slack.say("U0MAX", MANAGERS, "what a customer!", thread_ts=card.ts)
    await shows(stage, card, "2 notes")
    await stage.quiet()

    assert questions(stage, card) == []
    assert len(read_so_far(stage, asked)) == 1


async def test_what_is_written_after_it_was_closed_stays(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await send_under_card(stage, card, "Two years.")
    await shows(stage, card, "answered, not closed")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "close_escalation")
    await stands(stage, asked, "closed by Dana Vendor")
    stage.slack.say("U0DANA", MANAGERS, "pfew", thread_ts=card.ts)
    await shows(stage, card, "1 note")
    await stage.quiet()

    assert len(read_so_far(stage, asked)) == 2
    assert stage.escalation().state == "closed"


async def test_who_chose_to_send_hears_that_a_colleague_has_it_by_now(stage: Stage) -> None:
    stage.slack.world.join(MANAGERS, "U0MAX")
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.say("U0DANA", MANAGERS, "Two years", thread_ts=card.ts)
    question = await under_card(stage, card, "<@U0DANA> Send to the rep")
    stage.slack.click("U0MAX", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by")
    stage.slack.click("U0DANA", MANAGERS, question.ts, "send_said")
    await stage.slack.until(lambda: whispered(stage, "U0DANA"))
    stage.slack.say("U0DANA", MANAGERS, "or three", thread_ts=card.ts)
    told = await stage.slack.until(lambda: whispered(stage, "U0DANA")[1:])

    assert "has it" in told[0]
    assert told[0].endswith(NOT_SENT)
    assert len(read_so_far(stage, asked)) == 1
