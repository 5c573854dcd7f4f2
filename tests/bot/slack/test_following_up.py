"""What a rep writes while a person has their question goes to that person, and nowhere else."""

from dataclasses import replace

from tests.bot.slack.carried import (
    dialog,
    handed_over,
    read_so_far,
    reads,
    shows,
    stands,
    under_card,
)
from tests.bot.slack.conftest import MANAGERS, Stage

from partnerline.fake_slack import Message


async def taken(stage: Stage) -> tuple[Message, Message]:
    """A question that Dana has taken, and its card."""
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Dana Vendor")
    return asked, card


async def test_the_reps_next_message_reaches_who_has_it_and_the_bot_keeps_out(stage: Stage) -> None:
    asked, card = await taken(stage)
    said = stage.slack.say("U0RITA", "C0ACME", "It is for <b>50</b>", thread_ts=asked.ts)
    told = await under_card(stage, card, "Rita Sale writes")
    await stage.quiet()

    assert "<@U0DANA>" in str(told.blocks)
    assert ">It is for &lt;b&gt;50&lt;/b&gt;" in str(told.blocks)
    assert len(stage.answerer.asked) == 1
    assert len(read_so_far(stage, asked)) == 1
    assert stage.slack.message("C0ACME", said.ts).reactions == {"white_check_mark": ["U0BOT"]}
    assert [s.kind for s in stage.escalation().steps] == ["taken", "rep_said"]


async def test_a_message_delivered_twice_is_told_once(stage: Stage) -> None:
    asked, card = await taken(stage)
    stage.slack.say("U0RITA", "C0ACME", "For 50", thread_ts=asked.ts)
    await under_card(stage, card, "For 50")
    for delivery in stage.slack.deliveries("message"):
        stage.slack.redeliver(delivery)
    await stage.quiet()

    told = [m for m in stage.slack.replies(MANAGERS, card.ts) if "For 50" in str(m.blocks)]
    assert len(told) == 1


async def test_an_edit_of_the_question_is_told_as_one(stage: Stage) -> None:
    asked, card = await taken(stage)
    stage.slack.edit("U0RITA", "C0ACME", asked.ts, "<@U0BOT> Please escalate the other one")
    told = await under_card(stage, card, "Rita Sale edited what they asked:")

    assert ">Please escalate the other one" in str(told.blocks)


async def test_the_bot_answers_whoever_mentions_it_all_the_same(stage: Stage) -> None:
    asked, card = await taken(stage)
    stage.slack.say("U0RITA", "C0ACME", "How long?", thread_ts=asked.ts, mention=True)
    await reads(stage, asked, "For acme: **How long?**")
    await stage.quiet()

    assert stage.slack.replies(MANAGERS, card.ts) == []
    assert [s.kind for s in stage.escalation().steps] == ["taken"]


async def test_before_anybody_has_it_the_bot_goes_on_answering(stage: Stage) -> None:
    asked = await handed_over(stage)
    stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", thread_ts=asked.ts)

    await reads(stage, asked, "For acme: **How long is the warranty?**")


async def test_what_is_no_question_reaches_the_card_before_anybody_has_it(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    said = stage.slack.say("U0RITA", "C0ACME", "Escalate quickly, for a clinic", thread_ts=asked.ts)
    await under_card(stage, card, ">Escalate quickly, for a clinic")
    await stage.quiet()

    assert stage.escalation().state == "open"
    assert len(read_so_far(stage, asked)) == 1
    assert stage.slack.message("C0ACME", said.ts).reactions == {"white_check_mark": ["U0BOT"]}


async def test_an_answer_to_a_question_back_gives_the_manager_the_next_word(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "ask_back")
    stage.slack.submit("U0DANA", view.id, {"reply": "Is it for resale?"})
    await stands(stage, asked, "asks you something back")
    stage.slack.say("U0RITA", "C0ACME", "yes", thread_ts=asked.ts)
    await under_card(stage, card, ">yes")
    await stands(stage, asked, "Taken by Dana Vendor")

    assert stage.escalation().state == "taken"


async def test_thanks_are_shown_and_call_nobody(stage: Stage) -> None:
    asked, card = await taken(stage)
    view = await dialog(stage, card, "answer_escalation")
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await stands(stage, asked, "Answered by")
    stage.slack.say("U0RITA", "C0ACME", "Thanks!", thread_ts=asked.ts)
    told = await under_card(stage, card, ">Thanks!")
    await stage.quiet()

    assert "<@U0DANA>" not in str(told.blocks)
    assert stage.escalation().state == "answered"
    assert [s.kind for s in stage.escalation().steps][-1] == "noted"


async def test_a_colleague_at_the_same_partner_is_heard_and_nobody_else(stage: Stage) -> None:
    colleague = replace(stage.slack.world.users["U0RITA"], id="U0RON", real_name="Ron Sale")
    stage.slack.world.add_user(colleague)
    stage.slack.world.join("C0ACME", "U0RON")
    stage.slack.world.join("C0ACME", "U0MAX")
    asked, card = await taken(stage)
    stage.slack.say("U0RON", "C0ACME", "It is for Berlin", thread_ts=asked.ts)
    await under_card(stage, card, "Ron Sale writes")
    stage.slack.say("U0MAX", "C0ACME", "Hi Rita, nice to see you", thread_ts=asked.ts)
    await stage.quiet()

    assert "nice to see you" not in str([m.blocks for m in stage.slack.messages(MANAGERS)])
    assert len(stage.answerer.asked) == 1


async def test_what_a_rep_writes_reaches_no_other_partner(stage: Stage) -> None:
    asked, card = await taken(stage)
    gus = await handed_over(stage, "W0GUS", "C0GLOBEX", about="globex's question")
    stage.slack.say("U0RITA", "C0ACME", "acme's secret", thread_ts=asked.ts)
    await under_card(stage, card, "acme's secret")
    await stage.quiet()

    elsewhere = [m for m in stage.slack.messages(by_bot=True) if m.channel != MANAGERS]
    assert "acme's secret" not in str([(m.text, m.blocks) for m in elsewhere])
    assert len(stage.slack.replies("C0GLOBEX", gus.ts)) == 2


async def test_a_file_is_named_and_stays_in_the_reps_thread(stage: Stage) -> None:
    asked, card = await taken(stage)
    event = {
        "type": "message",
        "subtype": "file_share",
        "user": "U0RITA",
        "channel": "C0ACME",
        "ts": stage.slack.ledger.next_ts(),
        "thread_ts": asked.ts,
        "text": "",
        "files": [{"id": "F1"}],
    }
    stage.slack.deliver(
        {"type": "event_callback", "team_id": "T0VENDOR", "event_id": "Ev9", "event": event}
    )
    told = await under_card(stage, card, "an attachment")

    assert "<@U0DANA>" in str(told.blocks)


async def test_after_it_was_closed_the_bot_answers_again(stage: Stage) -> None:
    asked, card = await taken(stage)
    stage.slack.click("U0DANA", MANAGERS, card.ts, "answer_escalation")
    view = (await stage.slack.until(stage.slack.open_views))[-1]
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await shows(stage, card, "answered, not closed")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "close_escalation")
    await stands(stage, asked, "closed by Dana Vendor")
    stage.slack.say("U0RITA", "C0ACME", "How long for sensors?", thread_ts=asked.ts)

    await reads(stage, asked, "For acme: **How long for sensors?**")
