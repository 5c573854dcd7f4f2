"""What a manager does on the console is seen in Slack: in the rep's thread, in the rep's line and on the card."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.bot.console.visitor import Visitor
from tests.bot.slack.carried import handed_over, read_so_far, reads, shows, stands
from tests.bot.slack.conftest import Stage

from partnerline.bot.console import build_console
from partnerline.bot.server import _Carrier
from partnerline.knowledge.partners import Manager

LEO = Manager(email="leo@vendor.example", name="Leo Vendor", slack_user="U0LEO")


class Office:
    """A manager at the console of a started stage."""

    def __init__(self, stage: Stage) -> None:
        carrier = _Carrier(stage.desk, stage.bot, None)
        carrier.loop = asyncio.get_running_loop()
        app = build_console(
            desk=stage.desk,
            directory=lambda: stage.directory,
            token="t",
            clock=stage.clock.now,
            session=timedelta(hours=1),
            secure_cookies=False,
            vendor="Tarnwick Instruments",
            on_reply=carrier.carry,
            on_step=carrier.show,
            health=dict,
            enrolments=stage.enrolments,
        )
        self.visitor = Visitor(app)

    async def sends(self, stage: Stage, form: str, **fields: str) -> str:
        """Fills in a form of the one question's page; gives what is read afterwards."""
        page = f"/escalations/{stage.escalation().id}"

        def send() -> str:
            if self.visitor.open(page).path == "/login":
                self.visitor.log_in("t").open(page)
            self.visitor.fill(f"{page}/{form}", **fields)
            return self.visitor.text

        return await asyncio.to_thread(send)


@pytest.fixture
async def office(stage: Stage) -> Iterator[Office]:
    office = Office(stage)
    with office.visitor:
        yield office


async def test_a_reply_from_the_console_reaches_the_rep_and_both_sides_say_so(
    stage: Stage, office: Office
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    said = await office.sends(stage, "reply", manager="Dana Vendor", text="From the console.")

    assert "Sent to Rita Sale, Acme Resellers." in said
    await reads(stage, asked, "From the console.")
    await stands(stage, asked, "Answered by Dana Vendor")
    await shows(stage, card, "Answered by Dana Vendor")
    await stage.quiet()
    assert len(read_so_far(stage, asked)) == 2
    assert stage.record.undelivered_replies() == ()


async def test_a_question_back_from_the_console_has_the_rep_s_answer_go_to_the_manager(
    stage: Stage, office: Office
) -> None:
    asked = await handed_over(stage)
    await stage.card()
    await office.sends(stage, "reply", manager="Dana Vendor", text="How many?", kind="question")
    await reads(stage, asked, "How many?")
    await stage.quiet()
    stage.slack.say("U0RITA", "C0ACME", "Forty", thread_ts=asked.ts)
    await stage.quiet()

    assert [step.text for step in stage.escalation().steps if step.kind == "rep_said"] == ["Forty"]
    assert len(stage.answerer.asked) == 1


async def test_a_question_that_is_taken_and_closed_on_the_console_shows_it_in_slack(
    stage: Stage, office: Office
) -> None:
    asked = await handed_over(stage)
    card = await stage.card()
    assert "has it now" in await office.sends(stage, "step", manager="Dana Vendor", act="taken")
    await stands(stage, asked, "Taken by Dana Vendor")
    await shows(stage, card, "Dana Vendor has it")
    await office.sends(stage, "step", manager="Dana Vendor", act="closed")
    await shows(stage, card, "closed by Dana Vendor")


async def test_what_is_handed_on_at_the_console_calls_the_other_under_the_card(
    backstage: Stage,
) -> None:
    managers = (*backstage.directory.managers, LEO)
    backstage.directory = replace(backstage.directory, managers=managers)
    await backstage.start()
    await handed_over(backstage)
    card = await backstage.card()
    office = Office(backstage)
    with office.visitor:
        await office.sends(backstage, "step", manager="Dana Vendor", act="handed", to="Leo Vendor")
    await shows(backstage, card, "Handed to Leo Vendor")
    assert backstage.escalation().held.holder == LEO.email


async def test_of_the_card_and_the_console_one_gives_it_away(stage: Stage, office: Office) -> None:
    await handed_over(stage)
    await stage.card()
    who = {"by": "Mia Vendor", "holder": "slack:U0MIA", "holder_name": "Mia Vendor"}
    stage.desk.step("elsewhere", stage.escalation().id, "taken", **who)
    said = await office.sends(stage, "reply", manager="Dana Vendor", text="Me too.")

    assert "Mia Vendor has it." in said
    assert stage.escalation().replies == ()
