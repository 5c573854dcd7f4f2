"""The same listeners behind Socket Mode."""

from collections.abc import AsyncIterator

import pytest
from tests.bot.slack.carried import (
    dialog,
    handed_over,
    reads,
    send_under_card,
    shows,
    stands,
    under_card,
)
from tests.bot.slack.conftest import MANAGERS, Stage, text_of


@pytest.fixture
async def socket(backstage: Stage) -> AsyncIterator[Stage]:
    backstage.socket_mode = True
    await backstage.start()
    yield backstage
    await backstage.stop()


async def test_a_question_an_escalation_and_its_answer_go_the_same_way(socket: Stage) -> None:
    slack = socket.slack
    asked = await handed_over(socket)
    card = await socket.card()
    slack.click("U0DANA", MANAGERS, card.ts, "take_escalation")
    await stands(socket, asked, "Taken by Dana Vendor")
    slack.say("U0RITA", "C0ACME", "It is for 50", thread_ts=asked.ts)
    await under_card(socket, card, "It is for 50")
    view = await dialog(socket, card, "answer_escalation")
    slack.submit("U0DANA", view.id, {"reply": "Two years."})
    await reads(socket, asked, "Two years.")
    await send_under_card(socket, card, "And three for sensors.")
    await reads(socket, asked, "And three for sensors.")
    await shows(socket, card, "answered, not closed")
    slack.click("U0DANA", MANAGERS, card.ts, "close_escalation")
    await stands(socket, asked, "closed by Dana Vendor")
    await socket.quiet()

    assert {a.transport for d in slack.deliveries() for a in d.attempts} == {"socket"}
    assert all(d.ok for d in slack.deliveries())


async def test_direct_messages_and_buttons_arrive(socket: Stage) -> None:
    asked = socket.slack.tell("U0RITA", "Which plan?")
    clarify = await socket.reply(asked)
    socket.slack.click("U0RITA", asked.channel, clarify.ts, "choice_0")

    assert text_of(await socket.reply(asked, count=2)) == "> 12 months\n\nFor acme: **12 months**"


async def test_a_forged_dialog_is_refused(socket: Stage) -> None:
    asked = socket.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    await socket.reply(asked)
    card = await socket.card()
    socket.slack.click("U0DANA", MANAGERS, card.ts, "answer_escalation")
    (view,) = await socket.slack.until(socket.slack.open_views)
    view.user = "U0RITA"
    socket.slack.submit("U0RITA", view.id, {"reply": "mine"})
    await socket.quiet()

    assert view.errors == {"reply": "Only people in the managers' channel can answer."}


async def test_redelivered_events_make_one_reply(socket: Stage) -> None:
    asked = socket.slack.say("U0RITA", "C0ACME", "How long?", mention=True)
    await socket.reply(asked)
    for delivery in socket.slack.deliveries():
        socket.slack.redeliver(delivery)
    await socket.quiet()

    assert len(socket.slack.replies("C0ACME", asked.ts)) == 1


async def test_it_connects_as_soon_as_slack_is_back(backstage: Stage) -> None:
    backstage.socket_mode = True
    backstage.slack.fail("apps.connections.open", "500", count=1)
    await backstage.start()
    asked = backstage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)

    await backstage.reply(asked)
    assert backstage.bot is not None
    assert backstage.bot.status().connected


async def test_a_refreshed_connection_loses_nothing(socket: Stage) -> None:
    socket.slack.disconnect_sockets()
    await socket.slack.until(lambda: len(socket.slack.calls("apps.connections.open")) > 1, 15)
    await socket.slack.until(lambda: socket.slack.board.outbox.sockets.connected, 15)
    asked = socket.slack.say("U0RITA", "C0ACME", "How long?", mention=True)

    await socket.reply(asked)
