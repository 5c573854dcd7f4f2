"""The buttons of a card, one by one: what they do, for whom, and once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.bot.slack.carried import (
    buttons,
    dialog,
    handed_over,
    read_so_far,
    reads,
    shows,
    stands,
    under_card,
    whispered,
)
from tests.bot.slack.conftest import MANAGERS, Stage, text_of
from tests.bot.slack.scripted import DIRECTORY

from partnerline.bot.slack.escalations.card_forms import NOT_FOR_US
from partnerline.bot.slack.escalations.claiming import CLOSED
from partnerline.bot.slack.listeners.answer_form import UNFINISHED
from partnerline.knowledge.decision import Decision
from partnerline.knowledge.model import Answer, Citation, Question, Reason
from partnerline.knowledge.partners import Manager

MAX = Manager(email="max@vendor.example", name="Max Okafor", slack_user="U0MAX")
BOTH = replace(DIRECTORY, managers=(*DIRECTORY.managers, MAX))


class Drafting:
    """Hands over what has a draft, and where it says so a decision."""

    def answer(self, question: Question) -> Answer:
        quote = "The warranty is two years."
        plain = Answer(
            outcome="escalated",
            text="I've asked a person.",
            confidence=0.4,
            reason=Reason.LOW_CONFIDENCE,
            found=(Citation(source="faq.md", locator="## Warranty", quote=quote),),
        )
        if "22 %" not in question.text:
            return plain
        return replace(
            plain, reason=Reason.NEEDS_HUMAN, decision=Decision(wish="Acme asks for 22 % off.")
        )


@pytest.fixture
async def stage(backstage: Stage) -> Stage:
    backstage.directory = BOTH
    backstage.answerer = Drafting()  # type: ignore[assignment]  # it answers as the scripted one does
    await backstage.start()
    return backstage


async def test_who_takes_it_is_named_on_both_sides_once(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    for _ in range(2):
        stage.slack.click("U0MAX", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Max Okafor")
    shown = await shows(stage, card, "Max Okafor has it")
    await stage.quiet()

    assert "Take it" not in shown
    assert [s.kind for s in stage.escalation().steps] == ["taken"]
    assert len(stage.slack.replies("C0ACME", asked.ts)) == 2


async def test_of_two_who_take_it_at_once_one_has_it_and_the_other_reads_who(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    for user in ("U0DANA", "U0MAX"):
        stage.slack.click(user, MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by")
    await stage.quiet()
    (taken,) = stage.escalation().steps
    other = "U0MAX" if taken.holder == "dana@vendor.example" else "U0DANA"

    (told,) = whispered(stage, other)
    assert taken.holder_name in told
    assert "has it" in told


async def test_a_draft_is_sent_once_however_often_and_by_whomever_it_is_pressed(
    stage: Stage,
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    for user in ("U0DANA", "U0DANA", "U0MAX"):
        stage.slack.click(user, MANAGERS, card.ts, "send_draft")
    reply = await reads(stage, asked, "The warranty is two years.")
    await stands(stage, asked, "Answered by")
    await stage.quiet()

    assert "(channel manager)" in text_of(reply)
    assert len(read_so_far(stage, asked)) == 2
    assert stage.escalation().state == "answered"
    assert buttons(stage.slack.message(MANAGERS, card.ts)) == [
        "Add to the answer",
        "Ask back",
        "Done",
    ]


async def test_the_dialog_opens_with_the_draft_and_its_words_are_sent(stage: Stage) -> None:
    asked = await handed_over(stage)
    view = await dialog(stage, await stage.card(), "answer_escalation")
    (field,) = [b for b in view.view["blocks"] if b.get("block_id") == "reply"]
    assert "The warranty is two years." in field["element"]["initial_value"]
    stage.slack.submit("U0DANA", view.id, {"reply": "Three years for you."})

    assert "Three years for you." in text_of(await reads(stage, asked, "channel manager"))


async def test_a_question_back_is_asked_in_the_managers_name(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "ask_back")
    stage.slack.submit("U0DANA", view.id, {"reply": "For how many?"})

    assert "Dana Vendor" in text_of(await reads(stage, asked, "For how many?"))
    await stands(stage, asked, "Dana Vendor asks you something back")
    await shows(stage, card, "Asked back by Dana Vendor")
    await stage.quiet()
    assert stage.escalation().state == "asked"


async def test_not_for_us_is_said_politely_and_closes_it(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "decline_escalation")
    stage.slack.submit("U0DANA", view.id)

    assert NOT_FOR_US in text_of(await reads(stage, asked, "channel manager"))
    await stands(stage, asked, "I answer in this thread again")
    await stage.quiet()
    assert stage.escalation().state == "closed"
    stage.slack.say("U0RITA", "C0ACME", "Please escalate that again?", thread_ts=asked.ts)
    await stage.card(count=2)


async def test_it_is_handed_to_a_colleague_who_is_called_and_the_rep_is_told(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Dana")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "hand_escalation", value="max@vendor.example")
    await stands(stage, asked, "Handed to Max Okafor by Dana Vendor")
    await under_card(stage, card, "<@U0MAX>")
    await shows(stage, card, "Handed to Max Okafor")

    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stage.slack.until(lambda: whispered(stage, "U0DANA"))
    stage.slack.click("U0MAX", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Max Okafor")
    await stage.quiet()
    assert [s.kind for s in stage.escalation().steps] == ["taken", "handed", "taken"]


async def test_who_has_it_alone_opens_its_dialogs(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    opened = await dialog(stage, card, "answer_escalation", "U0MAX")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Dana Vendor")
    stage.slack.click("U0MAX", MANAGERS, card.ts, "answer_escalation")
    await stage.slack.until(lambda: whispered(stage, "U0MAX"))
    stage.slack.submit("U0MAX", opened.id, {"reply": "Mine."})
    await stage.quiet()

    assert "Dana Vendor has this one" in opened.errors["reply"]
    assert len(stage.slack.open_views("U0MAX")) == 1
    assert len(read_so_far(stage, asked)) == 1


async def test_done_gives_the_thread_back_to_the_bot(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    stage.slack.click("U0DANA", MANAGERS, card.ts, "send_draft")
    await shows(stage, card, "answered, not closed")
    stage.slack.click("U0DANA", MANAGERS, card.ts, "close_escalation")
    await stands(stage, asked, "closed by Dana Vendor")
    shown = await shows(stage, card, "closed by Dana Vendor")

    assert "Done" not in shown
    stage.slack.say("U0RITA", "C0ACME", "Please escalate this too?", thread_ts=asked.ts)
    await stage.card(count=2)


async def test_an_answer_can_be_kept_for_others_until_a_day(stage: Stage) -> None:
    asked = await handed_over(stage)
    view = await dialog(stage, await stage.card(), "answer_escalation")
    over = (stage.clock.now() - timedelta(days=2)).date().isoformat()
    stage.slack.submit("U0DANA", view.id, {"reply": "x", "keep": "tier", "until": over})
    await stage.slack.until(lambda: view.errors)
    assert view.errors == {"until": "That day is over."}

    (field,) = [b for b in view.view["blocks"] if b.get("block_id") == "keep"]
    offered = [option["value"] for option in field["element"]["options"]]
    assert offered == ["partner", "tier", "region", "everyone"]
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years.", "keep": "tier"})
    await reads(stage, asked, "Two years.")
    (reply,) = stage.escalation().replies
    assert stage.bot is not None
    assert await stage.bot._parts.work.knows(f"keep:{reply.id}")


async def test_a_decision_is_approved_countered_or_declined_each_with_its_draft(
    stage: Stage,
) -> None:
    asked = await handed_over(stage, about="22 % off")
    card = await stage.card()
    assert {"Approve", "Counter", "Decline"} <= set(buttons(card))
    assert "Send the draft" not in buttons(card)
    words = {}
    for action in ("approve_escalation", "counter_escalation", "refuse_escalation"):
        view = await dialog(stage, card, action)
        (field,) = [b for b in view.view["blocks"] if b.get("block_id") == "reply"]
        words[action] = field["element"]["initial_value"]
    assert len(set(words.values())) == 3
    stage.slack.submit("U0DANA", view.id)

    assert "agree" in text_of(await reads(stage, asked, "channel manager"))
    await stands(stage, asked, "Answered by Dana Vendor")


@pytest.mark.parametrize(
    "action", ["take_escalation", "send_draft", "answer_escalation", "hand_escalation"]
)
async def test_nobody_but_managers_can_press_and_nowhere_but_on_the_card(
    stage: Stage, action: str
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    value = "max@vendor.example" if action == "hand_escalation" else None
    copied = stage.slack.board.bots_message("C0ACME", "card", card.blocks)
    stage.slack.board.post(copied)
    stage.slack.click("U0RITA", "C0ACME", copied.ts, action, value=value)
    stage.slack.click("U0DANA", "C0ACME", copied.ts, action, value=value)
    elsewhere = stage.slack.board.bots_message(MANAGERS, "card", card.blocks)
    stage.slack.board.post(elsewhere)
    stage.slack.click("U0DANA", MANAGERS, elsewhere.ts, action, value=value)
    # Somebody whose client still shows the card, though they have left the channel.
    channel = stage.slack.world.channels[MANAGERS]
    stage.slack.world.add_channel(replace(channel, members=(*channel.members, "U0RITA")))
    stage.slack.hold()
    stage.slack.click("U0RITA", MANAGERS, card.ts, action, value=value)
    stage.slack.world.add_channel(channel)
    stage.slack.release()
    await stage.quiet()

    assert stage.escalation().steps == ()
    assert stage.escalation().replies == ()
    assert stage.slack.open_views() == []
    assert len(read_so_far(stage, asked)) == 1


async def test_nobody_can_hand_it_to_somebody_who_is_no_manager(backstage: Stage) -> None:
    backstage.directory = replace(DIRECTORY, managers=())
    await backstage.start()
    await handed_over(backstage)
    card = await backstage.card()
    backstage.slack.click("U0DANA", MANAGERS, card.ts, "hand_escalation", value="U0RITA")
    (told,) = await backstage.slack.until(lambda: whispered(backstage, "U0DANA"))

    assert "could not find that person" in told
    assert backstage.escalation().steps == ()


async def test_without_a_managers_channel_the_card_goes_to_the_right_manager_and_moves_on(
    backstage: Stage,
) -> None:
    backstage.managers_channel, backstage.directory = None, BOTH
    await backstage.start()
    asked = await handed_over(backstage)
    slack = backstage.slack
    (card,) = await slack.until(lambda: slack.messages("D0DANA", by_bot=True))
    assert "Rita Sale, Acme Resellers" in str(card.blocks)

    slack.click("U0DANA", "D0DANA", card.ts, "hand_escalation", value="max@vendor.example")
    await stands(backstage, asked, "Handed to Max Okafor")
    (theirs, *_) = await slack.until(lambda: slack.messages("D0MAX", by_bot=True))
    slack.say("U0MAX", "D0MAX", "Two years.", thread_ts=theirs.ts)
    question = await under_card(backstage, theirs, "Send to the rep")
    slack.click("U0MAX", "D0MAX", question.ts, "send_said")

    assert "Max Okafor" in text_of(await reads(backstage, asked, "Two years."))
    await shows(backstage, card, "Answered by Max Okafor")
    await shows(backstage, theirs, "Answered by Max Okafor")


async def test_another_question_in_a_managers_direct_conversation_is_answered(
    backstage: Stage,
) -> None:
    backstage.managers_channel = None
    await backstage.start()
    asked = backstage.slack.tell("U0DANA", "How long is the warranty?")
    answer = await backstage.reply(asked)
    backstage.slack.tell("U0DANA", "And of sensors?", thread_ts=asked.ts)

    assert "How long" in text_of(answer)
    assert "And of sensors?" in text_of(await backstage.reply(asked, count=2))


async def test_an_offer_instead_has_to_be_named(stage: Stage) -> None:
    await handed_over(stage, about="22 % off")
    view = await dialog(stage, await stage.card(), "counter_escalation")
    stage.slack.submit("U0DANA", view.id, {})
    await stage.slack.until(lambda: stage.slack.open_views("U0DANA")[-1].errors)

    assert stage.slack.open_views("U0DANA")[-1].errors == {"reply": UNFINISHED}
    assert stage.escalation().replies == ()


async def test_a_dialog_that_outlived_its_question_does_not_open_it_again(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    late = await dialog(stage, card, "ask_back", "U0MAX")
    view = await dialog(stage, card, "decline_escalation")
    stage.slack.submit("U0DANA", view.id, {"reply": NOT_FOR_US})
    await stands(stage, asked, "this is closed")
    stage.slack.submit("U0MAX", late.id, {"reply": "Which one?"})
    await stage.slack.until(lambda: stage.slack.open_views("U0MAX")[-1].errors)

    assert stage.slack.open_views("U0MAX")[-1].errors == {"reply": CLOSED}
    assert stage.escalation().state == "closed"
