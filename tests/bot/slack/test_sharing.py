"""A private answer is shared with a channel of the asker's own company, and with no other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from tests.bot.slack.conftest import Stage, actions_of, text_of
from tests.bot.slack.scripted import ACME, DIRECTORY, GLOBEX, PRICED, ScriptedAnswerer
from tests.bot.slack.test_blocks import ANSWERS, LONG

from partnerline.bot.slack.answers.share_form import (
    NOWHERE,
    Offered,
    looking_view,
    share_view,
    shared_blocks,
    shared_text,
)
from partnerline.bot.slack.answers.sharing import CHANGED, NOT_NOW
from partnerline.fake_slack import Message
from partnerline.fake_slack.blocks import check_blocks, check_view
from partnerline.fake_slack.ledger import View
from partnerline.knowledge.model import Answer, Question

WARRANTY = "How long is the warranty?"


@pytest.fixture(params=["http", "socket"])
async def staged(backstage: Stage, request: pytest.FixtureRequest) -> Stage:
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    return backstage


class ChangedLibrary(ScriptedAnswerer):
    """Answers as scripted until the library changes: from then on with `now`."""

    now: Answer | None = None

    def answer(self, question: Question) -> Answer:
        return self.now or super().answer(question)


@pytest.fixture
async def changing(backstage: Stage) -> Stage:
    backstage.answerer = ChangedLibrary()
    await backstage.start()
    return backstage


def library(stage: Stage) -> ChangedLibrary:
    assert isinstance(stage.answerer, ChangedLibrary)
    return stage.answerer


async def told(stage: Stage, question: str = WARRANTY) -> Message:
    return await stage.reply(stage.slack.tell("U0RITA", question))


async def dialog(stage: Stage, reply: Message) -> View:
    """The dialog once its channels are known."""
    stage.slack.click("U0RITA", reply.channel, reply.ts, "share_answer")

    def filled() -> list[View]:
        open_ = stage.slack.open_views("U0RITA")
        return [v for v in open_ if "Looking" not in str(v.view["blocks"])]

    return (await stage.slack.until(filled))[-1]


async def shared(stage: Stage, channel: str = "C0ACME") -> Message:
    def posted() -> list[Message]:
        return [m for m in stage.slack.messages(channel, by_bot=True) if not m.thread_ts]

    return (await stage.slack.until(posted))[0]


def options(view: View) -> list[str]:
    blocks = view.view["blocks"]
    return [o["value"] for b in blocks if b["type"] == "input" for o in b["element"]["options"]]


async def test_a_private_answer_is_shared_with_the_asker_s_name(staged: Stage) -> None:
    reply = await told(staged)
    assert actions_of(reply) == ["feedback", "get_human", "share_answer"]
    view = await dialog(staged, reply)
    assert options(view) == ["C0ACME"]

    staged.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    posted = await shared(staged)
    await staged.quiet()

    assert "<@U0RITA>" in str(posted.blocks)
    assert text_of(posted) == f"> {WARRANTY}\n\nFor acme: **{WARRANTY}**"
    assert posted.text.startswith(f"Rita Sale shares an answer of mine to “{WARRANTY}”:")
    assert "faq/hardware.md" in posted.text
    assert actions_of(posted) == []
    thread = staged.slack.replies(reply.channel, str(reply.thread_ts))
    assert thread[-1].text == "Shared with <#C0ACME>."


async def test_it_stands_there_once_however_often_it_is_submitted(stage: Stage) -> None:
    reply = await told(stage)
    for _ in range(2):
        view = await dialog(stage, reply)
        stage.slack.redeliver(stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"}))
        await shared(stage)
        await stage.quiet()
    assert len(stage.slack.messages("C0ACME", by_bot=True)) == 1


async def test_only_private_answers_can_be_shared(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", WARRANTY, mention=True)
    assert "share_answer" not in actions_of(await stage.reply(asked))


async def test_a_stranger_has_nothing_to_share(stage: Stage) -> None:
    asked = stage.slack.tell("U0STRANGER", WARRANTY)
    assert "share_answer" not in actions_of(await stage.reply(asked))


def _lounge(stage: Stage) -> None:
    """The partner's file names a channel where others read along."""
    acme = replace(ACME, channels=frozenset({"C0LOUNGE"}))
    stage.directory = replace(DIRECTORY, partners=(acme, GLOBEX))


def _others_channel(stage: Stage) -> None:
    acme = replace(ACME, channels=frozenset({"C0GLOBEX"}))
    stage.directory = replace(DIRECTORY, partners=(acme, replace(GLOBEX, channels=frozenset())))


def _left(stage: Stage) -> None:
    """Whoever asks is not in the channel."""
    _without(stage, "U0RITA")


def _bot_left(stage: Stage) -> None:
    _without(stage, "U0BOT")


def _without(stage: Stage, user: str) -> None:
    channel = stage.slack.world.channels["C0ACME"]
    members = tuple(m for m in channel.members if m != user)
    stage.slack.world.add_channel(replace(channel, members=members))


@pytest.mark.parametrize("change", [_lounge, _others_channel, _left, _bot_left])
async def test_a_channel_that_others_read_is_not_offered(
    backstage: Stage, change: Callable[[Stage], None]
) -> None:
    change(backstage)
    await backstage.start()
    view = await dialog(backstage, await told(backstage))
    assert options(view) == []
    assert NOWHERE in str(view.view["blocks"])


async def test_a_channel_that_others_joined_since_gets_nothing(stage: Stage) -> None:
    reply = await told(stage)
    view = await dialog(stage, reply)
    channel = stage.slack.world.channels["C0ACME"]
    teams = ("T0ACME", "T0GLOBEX")
    stage.slack.world.add_channel(replace(channel, connected_team_ids=teams))

    stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    await stage.reply(reply, count=2)

    assert stage.slack.messages("C0ACME", by_bot=True) == []


async def test_a_forged_channel_gets_nothing(stage: Stage) -> None:
    reply = await told(stage)
    view = await dialog(stage, reply)
    delivery = stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    await stage.quiet()
    before = len(stage.slack.messages(by_bot=True))
    for channel in ("C0GLOBEX", "C0LOUNGE", "C0MANAGERS", "C0GENERAL"):
        body = chosen_instead(delivery.body, channel)
        stage.slack.board.outbox.send("interactive", body)
    await stage.quiet()

    said = stage.slack.messages(by_bot=True)[before:]
    assert {m.channel for m in said} <= {reply.channel}


async def test_nobody_shares_somebody_else_s_answer(stage: Stage) -> None:
    reply = await told(stage)
    view = await dialog(stage, reply)
    delivery = stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    await stage.quiet()
    before = len(stage.slack.messages(by_bot=True))
    body = chosen_instead(delivery.body, "C0GLOBEX")
    body["user"] = {"id": "W0GUS", "team_id": "T0GLOBEX"}
    stage.slack.board.outbox.send("interactive", body)
    await stage.quiet()
    assert len(stage.slack.messages(by_bot=True)) == before


async def test_a_price_that_changed_since_is_shared_as_it_is_today(changing: Stage) -> None:
    stage = changing
    reply = await told(stage, "price of 10 AX-200")
    view = await dialog(stage, reply)
    assert PRICED.quote is not None
    dearer = replace(PRICED.quote, total=PRICED.quote.total + Decimal(1))
    library(stage).now = replace(PRICED, text="**120,097.00 EUR** in all.", quote=dearer)

    stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    posted = await shared(stage)

    assert "120,097.00 EUR" in text_of(posted)
    assert CHANGED in text_of(posted)
    assert CHANGED in posted.text


async def test_a_price_of_another_day_that_still_holds_is_shared_as_it_was(changing: Stage) -> None:
    stage = changing
    reply = await told(stage, "price of 10 AX-200")
    view = await dialog(stage, reply)
    assert PRICED.quote is not None
    later = replace(PRICED.quote, as_of=(datetime.now(UTC) + timedelta(days=9)).date())
    library(stage).now = replace(PRICED, quote=later)

    stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})

    assert CHANGED not in text_of(await shared(stage))


async def test_what_would_not_be_answered_today_is_not_shared(changing: Stage) -> None:
    stage = changing
    reply = await told(stage)
    view = await dialog(stage, reply)
    library(stage).now = Answer(outcome="escalated", text="…", confidence=0.0)

    stage.slack.submit("U0RITA", view.id, {"channel": "C0ACME"})
    thread = await stage.slack.reply(reply.channel, str(reply.thread_ts), count=2)

    assert thread.text == NOT_NOW
    assert stage.slack.messages("C0ACME", by_bot=True) == []


def test_slack_takes_both_dialogs() -> None:
    assert check_view(looking_view()) == []
    assert check_view(share_view("q1", ())) == []
    many = tuple(Offered(id=f"C{n}", name="n" * 90) for n in range(20))
    assert check_view(share_view("q1", many)) == []


@given(ANSWERS, LONG)
def test_slack_takes_any_answer_that_is_shared(answer: Answer, question: str) -> None:
    assert check_blocks(list(shared_blocks(question, answer, user="U1", note=CHANGED))) == []
    assert 0 < len(shared_text(question, answer, name=question, note=CHANGED)) <= 40_000


def chosen_instead(body: dict[str, object], channel: str) -> dict[str, object]:
    """The same submission with another channel chosen."""
    view = dict(body["view"])  # type: ignore[call-overload]  # a payload is plain data
    option = {"text": {"type": "plain_text", "text": "#x"}, "value": channel}
    chosen = {"channel": {"channel": {"type": "static_select", "selected_option": option}}}
    return {**body, "view": {**view, "state": {"values": chosen}}}
