"""`/quote`: the form, and what comes of it, over both ways that Slack can reach the bot."""

import io
from collections.abc import AsyncIterator

import pdfplumber
import pytest
from tests.bot.slack.conftest import Stage, actions_of, text_of

from partnerline.bot.slack.answers.answering import HINT
from partnerline.bot.slack.asking.quoting import NOT_HERE
from partnerline.fake_slack import Channel, Message, View

FILLED = {
    "products": "10 AX-200\n2 TS-10",
    "term": "36",
    "promotion": "COLD27",
    "day": "2027-01-04",
}
QUESTION = "price for 10 x AX-200 and 2 x TS-10 over 36 months with promotion COLD27 on 2027-01-04"


@pytest.fixture(params=["http", "socket"])
async def either(backstage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """A bot on each of the two ways that Slack can reach it."""
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    yield backstage
    await backstage.stop()


async def opened(stage: Stage, user: str, channel: str, text: str = "") -> View:
    stage.slack.command(user, channel, "/quote", text)
    (view,) = await stage.slack.until(stage.slack.open_views)
    return view


async def opening(stage: Stage, channel: str) -> Message:
    """What stands in the channel for the form that was sent."""

    def found() -> list[Message]:
        return [m for m in stage.slack.messages(channel, by_bot=True) if not m.thread_ts]

    (message,) = await stage.slack.until(found)
    return message


async def test_the_form_asks_like_a_message_and_is_answered_below(either: Stage) -> None:
    view = await opened(either, "U0RITA", "C0ACME")
    either.slack.submit("U0RITA", view.id, FILLED)
    asked = await opening(either, "C0ACME")
    reply = await either.reply(asked)

    assert "<@U0RITA> asks for a quote" in asked.text
    assert QUESTION in asked.text
    (question,) = either.answerer.asked
    assert question.text == QUESTION
    assert question.partner is not None
    assert question.partner.id == "acme"
    assert "receipt" in actions_of(reply)
    assert either.slack.open_views() == []
    await either.quiet()
    assert all(delivery.ok for delivery in either.slack.deliveries())


async def test_what_the_form_brought_can_be_taken_along(either: Stage) -> None:
    view = await opened(either, "U0RITA", "C0ACME", "10 AX-200")
    assert view.view["blocks"][0]["element"]["initial_value"] == "10 AX-200"
    either.slack.submit("U0RITA", view.id, {})
    asked = await opening(either, "C0ACME")
    reply = await either.reply(asked)
    either.slack.click("U0RITA", "C0ACME", reply.ts, "quote_pdf")
    (file,) = await either.slack.until(either.slack.files)

    with pdfplumber.open(io.BytesIO(either.slack.download(file.id))) as read:
        assert "Acme Resellers" in read.pages[0].extract_text()
    shown = [m for m in either.slack.replies("C0ACME", asked.ts) if m.files]
    assert [m.ts for m in shown] == [file.message_ts]


async def test_a_follow_up_below_needs_no_mention(stage: Stage) -> None:
    view = await opened(stage, "U0RITA", "C0ACME")
    stage.slack.submit("U0RITA", view.id, FILLED)
    asked = await opening(stage, "C0ACME")
    await stage.reply(asked)
    stage.slack.say("U0RITA", "C0ACME", "And for 200?", thread_ts=asked.ts)

    assert text_of(await stage.reply(asked, count=2)) == "For acme: **And for 200?**"
    assert [turn.text for turn in stage.answerer.asked[-1].history] == [QUESTION]


async def test_a_form_sent_twice_asks_once(stage: Stage) -> None:
    view = await opened(stage, "U0RITA", "C0ACME")
    for _ in range(2):
        stage.slack.submit("U0RITA", view.id, FILLED)
    asked = await opening(stage, "C0ACME")
    await stage.reply(asked)
    await stage.quiet()

    assert len(stage.slack.messages("C0ACME", by_bot=True)) == 2
    assert len(stage.answerer.asked) == 1


async def test_what_is_wrong_is_said_in_the_form(stage: Stage) -> None:
    view = await opened(stage, "U0RITA", "C0ACME")
    stage.slack.submit("U0RITA", view.id, {"products": "10 AX-200", "term": "a while"})
    await stage.quiet()

    assert view.open
    assert list(view.errors) == ["term"]
    assert stage.answerer.asked == []


async def test_in_a_direct_message_it_is_answered_there(either: Stage) -> None:
    direct = either.slack.world.direct_channel("U0RITA").id
    view = await opened(either, "U0RITA", direct)
    either.slack.submit("U0RITA", view.id, {"products": "AX-200", "list": "list"})
    asked = await opening(either, direct)
    await either.reply(asked)

    assert either.answerer.asked[0].text == "list price for AX-200"
    assert either.answerer.asked[0].partner is not None


@pytest.mark.parametrize(
    ("user", "channel", "partner"),
    [("U0RITA", "C0LOUNGE", None), ("W0GUS", "C0GLOBEX", "globex"), ("U0DANA", "C0ACME", None)],
)
async def test_who_fills_it_in_is_who_it_is_answered_for(
    stage: Stage, user: str, channel: str, partner: str | None
) -> None:
    view = await opened(stage, user, channel)
    stage.slack.submit(user, view.id, FILLED)
    await stage.slack.until(lambda: stage.answerer.asked)

    found = stage.answerer.asked[0].partner
    assert (found.id if found else None) == partner


async def test_where_the_bot_is_not_it_says_so_and_opens_nothing(either: Stage) -> None:
    either.slack.world.add_channel(
        Channel(id="C0TEAM", name="team", kind="private", team_id="T0VENDOR", members=("U0RITA",))
    )
    either.slack.command("U0RITA", "C0TEAM", "/quote", "10 AX-200")
    (shown,) = await either.slack.until(lambda: either.slack.ephemerals("U0RITA"))

    assert shown.text == NOT_HERE
    assert either.slack.open_views() == []


async def test_once_it_is_invited_it_opens_at_once(stage: Stage) -> None:
    place = Channel(
        id="C0TEAM", name="team", kind="public", team_id="T0VENDOR", members=("U0RITA",)
    )
    stage.slack.world.add_channel(place)
    stage.slack.command("U0RITA", "C0TEAM", "/quote")
    await stage.slack.until(lambda: stage.slack.ephemerals("U0RITA"))
    stage.slack.world.join("C0TEAM", "U0BOT")
    await opened(stage, "U0RITA", "C0TEAM")


async def test_a_conversation_of_two_others_is_told_by_the_command_s_own_address(
    stage: Stage,
) -> None:
    stage.slack.world.add_channel(
        Channel(
            id="D0OTHERS",
            name="d0others",
            kind="im",
            team_id="T0VENDOR",
            members=("U0RITA", "U0DANA"),
        )
    )
    view = await opened(stage, "U0RITA", "D0OTHERS")
    stage.slack.submit("U0RITA", view.id, FILLED)
    (shown,) = await stage.slack.until(lambda: stage.slack.ephemerals("U0RITA"))

    assert shown.text == NOT_HERE
    assert stage.answerer.asked == []


async def test_a_button_does_the_same_for_who_has_no_command(stage: Stage) -> None:
    bare = stage.slack.say("U0RITA", "C0ACME", " ", mention=True)
    hint = await stage.reply(bare)
    assert text_of(hint) == HINT
    stage.slack.click("U0RITA", "C0ACME", hint.ts, "open_quote")
    (view,) = await stage.slack.until(stage.slack.open_views)
    stage.slack.submit("U0RITA", view.id, FILLED)
    reply = await stage.reply(bare, count=3)

    assert "quote_pdf" in actions_of(reply)
    assert stage.answerer.asked[0].text == QUESTION


@pytest.mark.parametrize("kind", ["500", "reset"])
async def test_a_slack_in_trouble_is_asked_once_it_is_back(stage: Stage, kind: str) -> None:
    view = await opened(stage, "U0RITA", "C0ACME")
    stage.slack.fail("chat.postMessage", kind, count=3)  # type: ignore[arg-type]
    stage.slack.submit("U0RITA", view.id, FILLED)
    asked = await opening(stage, "C0ACME")
    await stage.reply(asked)
    await stage.quiet()

    assert len(stage.slack.messages("C0ACME", by_bot=True)) == 2
