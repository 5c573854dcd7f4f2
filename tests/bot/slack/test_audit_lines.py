"""What was shown in Slack leaves a line for each answer and each reply that arrived, and no words."""

from tests.bot.slack.conftest import MANAGERS, Stage

from partnerline.knowledge.model import Reason
from partnerline.knowledge.ports.audit import Shown

SECRET = "How long is the warranty of the orange prototype?"


async def test_an_answer_leaves_one_line_without_its_words(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", SECRET, mention=True)
    await stage.reply(asked)
    for delivery in stage.slack.deliveries():
        stage.slack.redeliver(delivery)
    await stage.quiet()

    (line,) = stage.audit.lines()
    assert (line.door, line.asker, line.asked_as, line.outcome) == (
        "slack",
        "U0RITA",
        "acme",
        "answered",
    )
    assert line.place == f"T0VENDOR/C0ACME/{asked.ts}"
    assert line.shown == (Shown("faq/hardware.md", "## Warranty"),)
    assert line.decided_by == "quoted"
    assert "orange" not in repr(line)
    assert "two years" not in repr(line)


async def test_a_price_is_decided_by_its_list_and_a_stranger_has_no_partner(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "price for 10 AX-200", mention=True)
    await stage.reply(asked)
    other = stage.slack.tell("U0SAM" if "U0SAM" in stage.slack.world.users else "U0DANA", "hello")
    await stage.reply(other)
    await stage.quiet()

    price, greeting = stage.audit.lines()
    assert (price.decided_by, price.asked_as) == ("price list", "acme")
    assert greeting.decided_by == "rule"
    assert greeting.asked_as is None


async def test_a_manager_s_reply_leaves_a_line_once_it_has_arrived(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    await stage.reply(asked)
    card = await stage.card()
    stage.slack.click("U0DANA", MANAGERS, card.ts, "answer_escalation")
    (view,) = await stage.slack.until(stage.slack.open_views)
    stage.slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await stage.slack.until(lambda: len(stage.audit.lines()) == 2)
    await stage.quiet()

    handed, replied = stage.audit.lines()
    assert (handed.outcome, handed.reason) == ("escalated", Reason.LOW_CONFIDENCE)
    assert replied.decided_by == "manager Dana Vendor"
    assert replied.question_id == handed.question_id
    assert replied.id.startswith("reply:")
    assert "Two years" not in repr(replied)
