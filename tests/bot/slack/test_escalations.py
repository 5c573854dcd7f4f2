"""From a question that is handed over to the manager's words in the rep's thread."""

from dataclasses import replace

import pytest
from tests.bot.slack.carried import (
    dialog,
    handed_over,
    read_so_far,
    reads,
    send_under_card,
    shows,
    stands,
    under_card,
)
from tests.bot.slack.conftest import MANAGERS, Stage, actions_of, text_of
from tests.bot.slack.scripted import DIRECTORY

from partnerline.bot.slack.escalations.noting import NO_FILES
from partnerline.bot.slack.escalations.replying import sweep


async def test_the_card_says_who_asks_what_was_found_and_why_it_comes(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    shown = str(card.blocks)

    assert "Rita Sale, Acme Resellers (gold, EMEA) asks" in shown
    assert "<@U0DANA>" in shown
    assert "&gt;Please escalate" not in shown
    assert ">Please escalate &lt;b&gt;this&lt;/b&gt;" in shown
    assert "what I found is not certain enough" in shown
    assert "'text': 'Two guides disagree.'" in shown
    assert "faq/hardware.md" in shown
    assert "Nobody has it yet" in shown
    assert f"/archives/C0ACME/p{asked.ts.replace('.', '')}|The rep's thread>" in shown
    assert {"take_escalation", "answer_escalation", "ask_back"} <= set(actions_of(card))
    assert read_so_far(stage, asked) == ["I'm not sure, so I've asked a person."]


async def test_the_rep_is_told_what_to_expect(stage: Stage) -> None:
    asked = await handed_over(stage)

    assert "Dana Vendor was asked; you can expect an answer by" in await stands(
        stage, asked, "Asked"
    )


async def test_a_card_goes_without_a_link_where_slack_gives_none(stage: Stage) -> None:
    stage.slack.fail("chat.getPermalink", "500", count=4)
    await handed_over(stage)

    assert "The rep's thread" not in str((await stage.card()).blocks)


async def test_a_reply_in_the_cards_thread_reaches_the_rep_with_the_managers_name(
    stage: Stage,
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    said = await send_under_card(stage, card, "Yes &amp; <!channel> gets 20 % off")
    reply = await reads(stage, asked, "gets 20 % off")
    await stage.quiet()

    assert text_of(reply) == "**Dana Vendor** (channel manager): Yes & gets 20 % off"
    assert stage.escalation().state == "answered"
    assert stage.record.undelivered_replies() == ()
    assert "Answered by Dana Vendor" in await shows(stage, card, "Answered by")
    assert "Answered by Dana Vendor" in await stands(stage, asked, "Answered")
    assert stage.slack.message(MANAGERS, said.ts).reactions == {"white_check_mark": ["U0BOT"]}


async def test_a_reply_counts_though_the_record_does_not_know_its_card_yet(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await stage.quiet()
    monkeypatch.setattr(stage.record, "delivery_at", lambda place: None)
    await send_under_card(stage, card, "Yes")

    assert text_of(await reads(stage, asked, "channel manager")).endswith("Yes")


async def test_a_follow_up_to_a_managers_own_question_is_answered(stage: Stage) -> None:
    asked = stage.slack.say("U0MAX", MANAGERS, "How long?", mention=True)
    await stage.reply(asked)
    stage.slack.say("U0MAX", MANAGERS, "And sensors?", thread_ts=asked.ts)

    assert text_of(await stage.reply(asked, count=2)).startswith("For a stranger: **And sensors?**")


async def test_a_manager_nobody_has_listed_answers_by_the_name_slack_has(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await send_under_card(stage, card, "@here Yes", user="U0MAX")

    reply = await reads(stage, asked, "channel manager")
    assert text_of(reply) == "**Max Okafor** (channel manager): @\u2060here Yes"


async def test_a_managers_reply_delivered_again_by_slack_stands_once(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await send_under_card(stage, card, "Yes")
    await reads(stage, asked, "Yes")
    for delivery in stage.slack.deliveries():
        stage.slack.redeliver(delivery)
    await stage.quiet()

    assert len(read_so_far(stage, asked)) == 2
    assert len(stage.slack.replies("C0ACME", asked.ts)) == 3


async def test_the_dialog_brings_an_answer_too_and_twice_sent_counts_once(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "answer_escalation", "U0MAX")
    assert "Please escalate" in str(view.view["blocks"])
    sent = stage.slack.submit("U0MAX", view.id, {"reply": "Two years."})
    reply = await reads(stage, asked, "Two years.")
    stage.slack.redeliver(sent)
    await stage.quiet()

    assert text_of(reply) == "**Max Okafor** (channel manager): Two years."
    assert stage.slack.open_views() == []
    assert len(read_so_far(stage, asked)) == 2


async def test_only_people_of_the_managers_channel_can_send_the_dialog(stage: Stage) -> None:
    asked = await handed_over(stage)
    view = await dialog(stage, await stage.card(), "answer_escalation")
    view.user = "U0RITA"
    stage.slack.submit("U0RITA", view.id, {"reply": "I grant myself 90 % off"})
    await stage.quiet()

    assert view.errors == {"reply": "Only people in the managers' channel can answer."}
    assert len(read_so_far(stage, asked)) == 1
    assert stage.escalation().state == "open"


async def test_the_answer_button_is_dead_outside_the_managers_channel(stage: Stage) -> None:
    await handed_over(stage)
    card = await stage.card()
    copied = stage.slack.board.bots_message("C0ACME", "card", card.blocks)
    stage.slack.board.post(copied)
    stage.slack.click("U0RITA", "C0ACME", copied.ts, "answer_escalation")
    await stage.quiet()

    assert stage.slack.open_views() == []
    assert stage.slack.calls("views.open") == []


async def test_get_a_human_brings_a_card_and_says_so_once(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    for _ in range(2):
        stage.slack.click("U0RITA", "C0ACME", reply.ts, "get_human")
    await stands(stage, asked, "Asked")
    card = await stage.card()
    await stage.quiet()

    assert "the rep asked for a person" in str(card.blocks)
    assert "Bot: For acme: **How long is the warranty?**" in str(card.blocks)
    assert len(stage.slack.replies("C0ACME", asked.ts)) == 2
    assert len(stage.slack.messages(MANAGERS, by_bot=True)) == 1
    await send_under_card(stage, card, "Two years, really.")
    await reads(stage, asked, "Two years, really.")


async def test_a_button_carried_to_another_channel_does_nothing(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    copied = stage.slack.board.bots_message("C0GLOBEX", "copy", reply.blocks)
    stage.slack.board.post(copied)
    stage.slack.click("W0GUS", "C0GLOBEX", copied.ts, "get_human")
    stage.slack.click("W0GUS", "C0GLOBEX", copied.ts, "feedback", value=None)
    await stage.quiet()

    assert stage.record.escalations() == ()
    assert stage.record.thumbs == {}


async def test_where_nobody_can_be_reached_in_slack_the_question_waits_for_the_console(
    backstage: Stage,
) -> None:
    backstage.managers_channel = None
    unknown = tuple(replace(manager, slack_user=None) for manager in DIRECTORY.managers)
    backstage.directory = replace(DIRECTORY, managers=unknown)
    await backstage.start()
    asked = await handed_over(backstage)
    await backstage.quiet()

    assert backstage.escalation().state == "open"
    assert {m.channel for m in backstage.slack.messages(by_bot=True)} == {"C0ACME"}
    assert "asked a person" in text_of(await backstage.reply(asked))


async def test_a_reply_written_on_the_console_reaches_the_thread_once(stage: Stage) -> None:
    asked = await handed_over(stage)
    escalation = stage.escalation()
    reply = stage.desk.reply("r1", escalation.id, manager="Dana Vendor", text="From the console.")
    assert reply is not None
    assert stage.bot is not None
    for _ in range(3):
        await stage.bot.deliver_reply("r1", escalation.id)
    await reads(stage, asked, "From the console.")
    await stage.quiet()

    assert len(read_so_far(stage, asked)) == 2
    assert stage.record.undelivered_replies() == ()


async def test_a_step_taken_on_the_console_is_shown_on_both_sides(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await stage.quiet()
    who = {"by": "Dana Vendor", "holder": "dana@vendor.example", "holder_name": "Dana Vendor"}
    stage.desk.step("console-1", stage.escalation().id, "taken", **who)
    assert stage.bot is not None
    for _ in range(2):
        await stage.bot.show_step("console-1", stage.escalation().id)

    await stands(stage, asked, "Taken by Dana Vendor")
    await shows(stage, card, "Dana Vendor has it")


async def test_a_reply_nobody_carried_is_found_at_the_next_start(stage: Stage) -> None:
    asked = await handed_over(stage)
    await stage.quiet()
    await stage.stop()
    stage.desk.reply("r1", stage.escalation().id, manager="Dana Vendor", text="Late.")
    await stage.start()

    await reads(stage, asked, "Late.")


async def test_a_reply_is_found_by_the_sweep_while_the_bot_runs(backstage: Stage) -> None:
    backstage.pace = replace(backstage.pace, sweep=0.05)
    await backstage.start()
    asked = await handed_over(backstage)
    backstage.desk.reply("r1", backstage.escalation().id, manager="Dana Vendor", text="Swept.")

    await reads(backstage, asked, "Swept.")


async def test_managers_hear_of_a_reply_that_slack_will_not_take(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    channel = stage.slack.world.channels["C0ACME"]
    alone = tuple(m for m in channel.members if m != "U0BOT")
    stage.slack.world.add_channel(replace(channel, members=alone))
    await send_under_card(stage, card, "Yes")
    told = await under_card(stage, card, "Slack would not take")

    assert "<@U0DANA>" in str(told.blocks)
    assert "the rep hasn't seen it" in str(told.blocks)
    assert len(read_so_far(stage, asked)) == 1
    assert len(stage.record.undelivered_replies()) == 1
    await shows(stage, card, "answered, not closed")


async def test_a_reply_that_slack_refused_comes_once_the_bot_is_invited_back(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.leave("U0BOT", "C0ACME")
    await send_under_card(stage, card, "Yes, two")
    await under_card(stage, card, "Slack would not take")
    await stage.quiet()
    stage.slack.world.join("C0ACME", "U0BOT")
    assert stage.bot is not None
    for hours in (0.5, 1, 1):
        stage.clock.move(hours=hours)
        await sweep(stage.bot._parts)
        await stage.quiet()
        assert len(read_so_far(stage, asked)) == (1 if hours == 0.5 else 2)

    assert stage.record.undelivered_replies() == ()


async def test_a_card_that_the_managers_channel_refuses_goes_to_who_is_to_answer(
    stage: Stage,
) -> None:
    stage.slack.leave("U0BOT", MANAGERS)
    asked = await handed_over(stage)
    (card,) = await stage.slack.until(
        lambda: stage.slack.messages(by_bot=True, channel=dana(stage))
    )
    stage.slack.click("U0DANA", card.channel, card.ts, "take_escalation")

    await stands(stage, asked, "Taken by Dana Vendor")
    await shows(stage, card, "Dana Vendor has it")


def dana(stage: Stage) -> str:
    """Dana's direct conversation with the bot."""
    return stage.slack.direct("U0DANA").id


async def test_an_answer_that_slack_will_not_take_goes_to_a_person(stage: Stage) -> None:
    channel = stage.slack.world.channels["C0ACME"]
    stage.slack.hold()
    stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    alone = tuple(m for m in channel.members if m != "U0BOT")
    stage.slack.world.add_channel(replace(channel, members=alone))
    stage.slack.release()

    assert "the rep hasn't read it" in str((await stage.card()).blocks)


async def test_nobody_is_asked_where_the_question_was_withdrawn(stage: Stage) -> None:
    stage.slack.hold()
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    del stage.slack.ledger.messages["C0ACME"][asked.ts]
    stage.slack.release()
    await stage.quiet()

    assert len(stage.answerer.asked) == 1
    assert stage.record.escalations() == ()


async def test_the_card_of_a_follow_up_shows_what_was_asked_before(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "Warranty of <b>gateways</b>?", mention=True)
    await stage.reply(asked)
    stage.slack.say("U0RITA", "C0ACME", "And escalate it for sensors?", thread_ts=asked.ts)

    shown = str((await stage.card()).blocks)

    assert "*The thread so far:*" in shown
    assert "Warranty of &lt;b&gt;gateways&lt;/b&gt;?" in shown


async def test_a_manager_hears_that_a_file_under_a_card_stays_there(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    event = {
        "type": "message",
        "subtype": "file_share",
        "user": "U0DANA",
        "channel": MANAGERS,
        "ts": stage.slack.ledger.next_ts(),
        "thread_ts": card.ts,
        "parent_user_id": "U0BOT",
        "text": "See the sheet.",
        "files": [{"id": "F1"}],
    }
    stage.slack.deliver(
        {"type": "event_callback", "team_id": "T0VENDOR", "event_id": "Ev1", "event": event}
    )
    question = await under_card(stage, card, "Send to the rep")
    stage.slack.click("U0DANA", MANAGERS, question.ts, "send_said")
    told = await under_card(stage, card, "attachments")

    await reads(stage, asked, "See the sheet.")
    assert text_of(told) == NO_FILES


async def test_a_managers_question_outside_a_card_is_an_ordinary_question(stage: Stage) -> None:
    asked = stage.slack.say("U0DANA", MANAGERS, "How long is the warranty?", mention=True)

    assert text_of(await stage.reply(asked)).startswith(
        "For a stranger: **How long is the warranty?**"
    )


async def test_no_thread_ever_gets_what_was_written_for_another(stage: Stage) -> None:
    rita = stage.slack.say("U0RITA", "C0ACME", "escalate: acme's question", mention=True)
    gus = stage.slack.say("W0GUS", "C0GLOBEX", "escalate: globex's question", mention=True)
    sam = stage.slack.say("U0STRANGER", "C0LOUNGE", "escalate: sam's question", mention=True)
    for message in (rita, gus, sam):
        await stage.reply(message)
    await stage.card(count=4)  # of three questions, and of who is unknown
    for name in ("acme", "globex", "sam"):
        cards = [m for m in stage.slack.messages(MANAGERS, by_bot=True) if not m.thread_ts]
        (card,) = [m for m in cards if f"{name}'s question" in str(m.blocks)]
        await send_under_card(stage, card, f"for {name} alone")
    for message, name in ((rita, "acme"), (gus, "globex"), (sam, "sam")):
        reply = await reads(stage, message, "channel manager")
        assert text_of(reply).endswith(f"for {name} alone")
    await stage.quiet()

    for message, others in (
        (rita, ("globex", "sam")),
        (gus, ("acme", "sam")),
        (sam, ("acme", "globex")),
    ):
        said = str([(m.text, m.blocks) for m in stage.slack.messages(message.channel, by_bot=True)])
        assert not any(f"for {name} alone" in said for name in others)


async def test_a_question_in_company_tells_the_managers_so(stage: Stage) -> None:
    await handed_over(stage, "U0RITA", "C0LOUNGE")

    assert "Rita Sale of Acme Resellers, where others read along" in str(
        (await stage.card()).blocks
    )
