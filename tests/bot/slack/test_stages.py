"""The stage itself: one scenario in both transports, one clock for all."""

from tests.bot.slack.conftest import Stage


async def test_a_question_is_answered_in_either_transport(either: Stage) -> None:
    asked = either.slack.say("U0RITA", "C0ACME", "How heavy is it?", mention=True)
    await either.reply(asked)
    await either.quiet()
    ways = {a.transport for d in either.slack.deliveries() for a in d.attempts}
    assert ways == {"socket" if either.socket_mode else "http"}


async def test_slack_and_the_desk_have_the_same_clock(stage: Stage) -> None:
    before = stage.desk.clock()
    stage.clock.move(hours=2)
    asked = stage.slack.say("U0RITA", "C0ACME", "How heavy is it?", mention=True)
    assert (stage.desk.clock() - before).total_seconds() >= 7200
    assert float(asked.ts) - before.timestamp() >= 7200
    await stage.reply(asked)
