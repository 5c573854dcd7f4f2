"""Deadlines: a reminder, the next in line, a quiet end; told to both sides, and once among all replicas."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
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
from tests.bot.slack.scripted import DIRECTORY

from partnerline.bot.slack.escalations.watching import watch
from partnerline.knowledge.partners import Manager

MAX = Manager(email="max@vendor.example", name="Max Okafor", slack_user="U0MAX", fallback=True)
HOURS = timedelta(hours=1)


@pytest.fixture
async def stage(backstage: Stage) -> Stage:
    backstage.directory = replace(DIRECTORY, managers=(*DIRECTORY.managers, MAX))
    await backstage.start()
    return backstage


async def later(stage: Stage, by: timedelta) -> None:
    """Lets time pass, and two replicas look at once."""
    stage.clock.move(seconds=by.total_seconds())
    assert stage.bot is not None
    parts = stage.bot._parts
    await asyncio.gather(watch(parts), watch(parts))
    await stage.quiet()


async def test_who_has_it_is_reminded_once_before_the_deadline(stage: Stage) -> None:
    await handed_over(stage)
    card = await stage.card()
    await later(stage, HOURS)
    assert stage.slack.replies(MANAGERS, card.ts) == []
    for _ in range(3):
        await later(stage, 1.1 * HOURS if not stage.escalation().steps else 0.1 * HOURS)
    (reminder,) = stage.slack.replies(MANAGERS, card.ts)

    assert "<@U0DANA>: Rita Sale is waiting" in str(reminder.blocks)
    assert [s.kind for s in stage.escalation().steps] == ["reminded"]


async def test_after_the_deadline_the_next_in_line_has_it_and_the_rep_is_told(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    await later(stage, 2.5 * HOURS)
    await later(stage, 2 * HOURS)
    told = await under_card(stage, card, "Passed on to Max Okafor")
    await shows(stage, card, "Passed on to Max Okafor")
    await stands(stage, asked, "Passed on to Max Okafor")
    await reads(stage, asked, "I've passed it on to Max Okafor")

    assert "<@U0MAX>" in str(told.blocks)
    assert [s.kind for s in stage.escalation().steps] == ["reminded", "passed_on"]
    stage.slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(stage, asked, "Taken by Dana Vendor")


async def test_after_the_last_in_line_everybody_is_reminded_day_by_day(stage: Stage) -> None:
    await handed_over(stage)
    card = await stage.card()
    for _ in range(5):
        await later(stage, 5 * HOURS)
    said = [str(m.blocks) for m in stage.slack.replies(MANAGERS, card.ts)]

    assert "<@U0DANA> <@U0MAX>" in said[-1]
    for _ in range(2):
        await later(stage, 24 * HOURS)
    assert len(stage.slack.replies(MANAGERS, card.ts)) == len(said) + 2
    assert stage.escalation().state != "closed"


async def test_what_was_answered_and_is_quiet_is_closed_and_stays_so(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "answer_escalation")
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await stands(stage, asked, "Answered by Dana Vendor")
    await later(stage, 9 * HOURS)
    await stands(stage, asked, "I answer in this thread again")
    await shows(stage, card, "closed, as it was quiet")
    for _ in range(3):
        await later(stage, 48 * HOURS)

    assert stage.escalation().state == "closed"
    assert len(read_so_far(stage, asked)) == 2
    assert stage.slack.replies(MANAGERS, card.ts) == []


async def test_nothing_is_due_while_the_rep_owes_a_word(stage: Stage) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    view = await dialog(stage, card, "ask_back")
    stage.slack.submit("U0DANA", view.id, {"reply": "For how many?"})
    await stands(stage, asked, "asks you something back")
    await later(stage, 72 * HOURS)

    assert stage.slack.replies(MANAGERS, card.ts) == []
    assert stage.escalation().state == "asked"


async def test_the_sweep_looks_at_what_is_due(backstage: Stage) -> None:
    backstage.pace = replace(backstage.pace, sweep=0.05)
    await backstage.start()
    await handed_over(backstage)
    card = await backstage.card()
    backstage.clock.move(hours=3)

    await under_card(backstage, card, "is waiting for an answer")


async def test_a_reminder_that_the_channel_refuses_reaches_who_has_it(stage: Stage) -> None:
    asked = await handed_over(stage)
    await stage.card()
    stage.slack.leave("U0BOT", MANAGERS)
    await later(stage, 2.1 * HOURS)
    mine = stage.slack.direct("U0DANA").id
    (card,) = await stage.slack.until(lambda: stage.slack.messages(mine, by_bot=True))
    stage.slack.click("U0DANA", mine, card.ts, "take_escalation")

    await stands(stage, asked, "Taken by Dana Vendor")
