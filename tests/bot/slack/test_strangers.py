"""Somebody unknown: the managers are told once, and let them in with two clicks."""

import pytest
from tests.bot.slack.conftest import MANAGERS, Stage, actions_of, text_of

from partnerline.bot.slack.who.enrolling import CHOOSE, NOT_YOURS
from partnerline.bot.slack.who.standings import MET, UNMET
from partnerline.bot.slack.who.stranger_card import ASSIGN, BELONGS, KEEP
from partnerline.fake_slack import Message


def cards(stage: Stage) -> list[Message]:
    return [m for m in stage.slack.messages(MANAGERS, by_bot=True) if not m.thread_ts]


async def met(stage: Stage, user: str = "U0STRANGER", channel: str = "C0LOUNGE") -> Message:
    asked = stage.slack.say(user, channel, "How long is the warranty?", mention=True)
    assert MET in text_of(await stage.reply(asked))
    return asked


async def place(stage: Stage, choice: str | None, button: str = ASSIGN, by: str = "U0DANA") -> None:
    card = await stage.card()
    if choice:
        stage.slack.click(by, MANAGERS, card.ts, BELONGS, value=choice)
    stage.slack.click(by, MANAGERS, card.ts, button)
    await stage.quiet()


async def test_managers_are_told_once_of_somebody_unknown(stage: Stage) -> None:
    await met(stage)
    await stage.card()
    await met(stage)
    stage.slack.tell("U0STRANGER", "And in private?")
    await stage.quiet()

    (card,) = cards(stage)
    shown = str(card.blocks)
    assert "Sam Stranger of workspace T0OTHER, in <#C0LOUNGE>, isn't known" in shown
    assert actions_of(card) == [BELONGS, ASSIGN, KEEP]
    assert {"person:acme", "workspace:globex", "channel:acme"} <= {
        option["value"]
        for block in card.blocks
        for element in block.get("elements", [])
        for group in element.get("option_groups", [])
        for option in group["options"]
    }
    assert "warranty" not in shown


async def test_whoever_is_let_in_is_told_and_answered_anew(stage: Stage) -> None:
    asked = await met(stage)
    await place(stage, "workspace:acme")

    told, again = stage.slack.replies("C0LOUNGE", asked.ts)[1:]
    assert text_of(told) == (
        "**Dana Vendor** has let you in as Acme Resellers. Here is your question again."
    )
    assert text_of(again).startswith("> How long is the warranty?")
    assert [p.id for p in stage.answerer.asked[-1].readers] == ["acme", "globex"]
    assert "Assigned to Acme Resellers by Dana Vendor." in str(cards(stage)[0].blocks)
    assert actions_of(cards(stage)[0]) == []
    (word,) = stage.enrolments.assignments()
    assert (word.subject, word.id, word.partner_id, word.by) == (
        "workspace",
        "T0OTHER",
        "acme",
        "Dana Vendor",
    )
    private = stage.slack.tell("U0STRANGER", "How long?")
    assert text_of(await stage.reply(private)) == "For acme: **How long?**"


async def test_a_person_let_in_alone_does_not_let_their_workspace_in(stage: Stage) -> None:
    await met(stage)
    await place(stage, "person:globex")

    private = stage.slack.tell("U0STRANGER", "How long?")
    assert text_of(await stage.reply(private)) == "For globex: **How long?**"
    asked = stage.slack.say("U0RITA", "C0LOUNGE", "How long?", mention=True)
    await stage.reply(asked)
    assert stage.answerer.asked[-1].readers == ()


async def test_a_guest_is_let_in_with_a_channel(stage: Stage) -> None:
    stage.slack.change_user("U0GUEST", email="gale@elsewhere.example")
    await met(stage, "U0GUEST", "C0GENERAL")
    await place(stage, "channel:acme")

    asked = stage.slack.say("U0GUEST", "C0GENERAL", "How long?", mention=True)
    assert text_of(await stage.reply(asked)) == "For acme: **How long?**"


async def test_whoever_is_kept_a_stranger_stays_one_and_nobody_is_told_again(stage: Stage) -> None:
    await met(stage)
    await place(stage, None, KEEP)
    asked = stage.slack.say("U0STRANGER", "C0LOUNGE", "How long?", mention=True)

    assert text_of(await stage.reply(asked)).endswith(UNMET)
    assert "Kept as a stranger by Dana Vendor." in str(cards(stage)[0].blocks)
    assert len(cards(stage)) == 1


async def test_only_managers_decide_and_only_with_a_choice(stage: Stage) -> None:
    await met(stage)
    stage.slack.world.join(MANAGERS, "U0GUEST")
    await place(stage, "person:acme", by="U0GUEST")
    assert [e.text for e in stage.slack.ephemerals("U0GUEST")] == [NOT_YOURS]
    await place(stage, None)
    assert [e.text for e in stage.slack.ephemerals("U0DANA")] == [CHOOSE]
    assert stage.enrolments.assignments() == ()
    assert actions_of(cards(stage)[0]) == [BELONGS, ASSIGN, KEEP]


async def test_a_decision_stands_though_another_manager_presses_at_once(stage: Stage) -> None:
    asked = await met(stage)
    card = await stage.card()
    for user, partner in (("U0DANA", "acme"), ("U0MAX", "globex")):
        stage.slack.click(user, MANAGERS, card.ts, BELONGS, value=f"person:{partner}")
        stage.slack.click(user, MANAGERS, card.ts, ASSIGN)
        stage.slack.click(user, MANAGERS, card.ts, ASSIGN)
    await stage.quiet()

    assert len({word.partner_id for word in stage.enrolments.assignments()}) == 1
    assert len(stage.slack.replies("C0LOUNGE", asked.ts)) == 3


async def test_a_question_that_waited_for_it_is_closed(stage: Stage) -> None:
    asked = stage.slack.say("U0STRANGER", "C0LOUNGE", "Please escalate: unknown", mention=True)
    await stage.reply(asked)
    await stage.quiet()
    card = next(c for c in cards(stage) if "isn't known" in str(c.blocks))
    stage.slack.click("U0DANA", MANAGERS, card.ts, BELONGS, value="person:acme")
    stage.slack.click("U0DANA", MANAGERS, card.ts, ASSIGN)
    await stage.quiet()

    first, second = stage.record.escalations()
    assert (first.state, second.state) == ("closed", "open")


@pytest.mark.parametrize("user", ["U0RITA", "U0DANA", "W0GUS"])
async def test_nobody_known_is_shown_to_the_managers(stage: Stage, user: str) -> None:
    asked = stage.slack.say(user, "C0LOUNGE", "How long?", mention=True)
    await stage.reply(asked)
    await stage.quiet()
    assert cards(stage) == []


async def test_without_a_managers_channel_a_stranger_is_told_whom_to_ask(backstage: Stage) -> None:
    backstage.managers_channel = None
    await backstage.start()
    asked = backstage.slack.say("U0STRANGER", "C0LOUNGE", "How long?", mention=True)
    assert text_of(await backstage.reply(asked)).endswith(UNMET)
