"""Limits on people: who asks too quickly is answered later, in order, and told so once."""

from dataclasses import replace

from tests.bot.slack.conftest import PACE, Stage, text_of

from partnerline.fake_slack import Message

QUICK = replace(PACE, minute=1.0)


def asks(stage: Stage, count: int, user: str = "U0RITA") -> list[Message]:
    return [
        stage.slack.say(user, "C0ACME", f"How long is warranty {n}?", mention=True)
        for n in range(count)
    ]


def put_off(stage: Stage) -> list[Message]:
    return [m for m in stage.slack.messages("C0ACME", by_bot=True) if "I take up to" in text_of(m)]


def answers(stage: Stage) -> list[Message]:
    return [m for m in stage.slack.messages("C0ACME", by_bot=True) if "For acme" in text_of(m)]


async def test_what_is_asked_too_quickly_is_answered_later_and_said_once(backstage: Stage) -> None:
    backstage.pace, backstage.more = QUICK, {"rep_per_minute": 2}
    await backstage.start()
    asked = asks(backstage, 5)
    await backstage.slack.until(lambda: len(answers(backstage)) == 5)
    await backstage.quiet()

    assert len(put_off(backstage)) in (1, 2)  # one in each of the windows that it took
    assert "2 questions a minute from one person and 60 from one company" in text_of(
        put_off(backstage)[0]
    )
    assert {m.thread_ts for m in answers(backstage)} == {m.ts for m in asked}


async def test_all_is_on_record_at_once_and_survives_a_restart(backstage: Stage) -> None:
    backstage.pace, backstage.more = replace(PACE, minute=2.0), {"rep_per_minute": 1}
    await backstage.start()
    asks(backstage, 2)
    await backstage.slack.until(lambda: len(backstage.record.past(None)) == 2)
    await backstage.slack.until(lambda: answers(backstage) and put_off(backstage))
    await backstage.stop()
    assert len(answers(backstage)) == 1
    await backstage.start()
    await backstage.slack.until(lambda: len(answers(backstage)) == 2)


async def test_no_rate_puts_nothing_off(backstage: Stage) -> None:
    backstage.more = {"rep_per_minute": 0, "partner_per_minute": 0}
    await backstage.start()
    asks(backstage, 15)
    await backstage.slack.until(lambda: len(answers(backstage)) == 15)

    assert put_off(backstage) == []
