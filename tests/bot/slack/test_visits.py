"""Who opens the bot is greeted once, in their partner's terms, and finds their questions or the queue at home."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bot.slack.conftest import MANAGERS, Stage, text_of
from tests.bot.slack.speaking import ShowingAnswerer, promotion
from tests.bot.slack.test_blocks import LONG, SHORT

from partnerline.bot.slack.home.home_tab import (
    NOTHING_ASKED,
    Line,
    ManagersHome,
    RepsHome,
    due_text,
    managers_view,
    reps_view,
)
from partnerline.bot.slack.home.prompts import (
    GENERAL,
    MOST,
    as_slack_takes,
    suggested,
    three_to_try,
)
from partnerline.bot.slack.home.welcome import STRANGER, blocks_of, hello_text, welcome_text
from partnerline.fake_slack import Message
from partnerline.fake_slack.blocks import check_blocks, check_view
from partnerline.knowledge.answering.shopfront import Shown
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Product

OTHERS = ("GLOBEX-ONLY", "Globex playbook")


@pytest.fixture(params=["http", "socket"])
async def staged(backstage: Stage, request: pytest.FixtureRequest) -> Stage:
    backstage.socket_mode = request.param == "socket"
    backstage.answerer = ShowingAnswerer()
    await backstage.start()
    return backstage


@pytest.fixture
async def showing(backstage: Stage) -> Stage:
    backstage.answerer = ShowingAnswerer()
    await backstage.start()
    return backstage


async def in_direct(stage: Stage, user: str) -> Message:
    channel = f"D{user[1:]}"
    found = await stage.slack.until(lambda: stage.slack.messages(channel, by_bot=True))
    return found[0]


async def home_of(stage: Stage, user: str) -> str:
    """What the Home tab says, once it was published."""
    before = len(stage.slack.calls("views.publish"))
    stage.slack.open_home(user, "home")
    await stage.slack.until(lambda: len(stage.slack.calls("views.publish")) > before)
    await stage.quiet()
    return str(stage.slack.board.ledger.homes[user].view["blocks"])


async def test_who_opens_the_messages_is_welcomed_once_in_their_partner_s_terms(
    staged: Stage,
) -> None:
    staged.slack.open_home("U0RITA")
    welcome = await in_direct(staged, "U0RITA")
    staged.slack.open_home("U0RITA")
    await staged.quiet()

    assert welcome.thread_ts is None
    said = text_of(welcome)
    for own in ("Acme Resellers", "10 AX-ACME", "ACME-ONLY", "Acme playbook"):
        assert own in said
        assert own in welcome.text
    assert not any(one in said for one in OTHERS)
    assert len(staged.slack.messages(welcome.channel, by_bot=True)) == 1


async def test_a_stranger_is_welcomed_with_what_is_public(showing: Stage) -> None:
    showing.slack.open_home("U0STRANGER")
    said = text_of(await in_direct(showing, "U0STRANGER"))

    assert STRANGER in said
    assert "Public rules" in said
    assert "Something to try:" in said
    assert not any(one in said for one in (*OTHERS, "ACME-ONLY", "Acme"))


async def test_prompts_are_of_their_partner_and_of_what_they_asked(staged: Stage) -> None:
    asked = staged.slack.tell("U0RITA", "How long is the warranty?")
    await staged.reply(asked)
    staged.slack.open_home("U0RITA")
    prompts = await staged.slack.until(lambda: staged.slack.board.ledger.prompts)

    shown = prompts[asked.channel, None]["prompts"]
    assert [one["message"] for one in shown] == [
        "What does the promotion ACME-ONLY give us?",
        "How long is the warranty?",
        "What do 10 AX-ACME cost us?",
        "What does the promotion ACME-TWO give us?",
    ]


async def test_a_partner_s_channel_is_greeted_once_when_the_bot_joins(staged: Stage) -> None:
    for _ in range(2):
        staged.slack.join("U0BOT", "C0ACME")
    await staged.slack.until(lambda: staged.slack.messages("C0ACME", by_bot=True))
    await staged.quiet()

    (hello,) = staged.slack.messages("C0ACME", by_bot=True)
    assert "ACME-ONLY" in text_of(hello)
    assert not any(one in text_of(hello) for one in OTHERS)


@pytest.mark.parametrize("channel", ["C0GENERAL", "C0LOUNGE", MANAGERS])
async def test_a_channel_of_no_partner_is_not_greeted(showing: Stage, channel: str) -> None:
    showing.slack.join("U0BOT", channel)
    await showing.quiet()
    assert showing.slack.messages(channel, by_bot=True) == []


async def test_somebody_else_s_joining_says_nothing(showing: Stage) -> None:
    showing.slack.join("U0MAX", "C0ACME")
    await showing.quiet()
    assert showing.slack.messages("C0ACME", by_bot=True) == []


async def test_a_rep_finds_their_questions_and_their_state_at_home(staged: Stage) -> None:
    assert NOTHING_ASKED in await home_of(staged, "U0RITA")
    for text in ("How long is the warranty?", "Please escalate this", "hello"):
        await staged.reply(staged.slack.tell("U0RITA", text))
    other = staged.slack.say("W0GUS", "C0GLOBEX", "A secret of Globex?", mention=True)
    await staged.reply(other)

    home = await home_of(staged, "U0RITA")
    assert "How long is the warranty?" in home
    assert "_answered_" in home
    assert "Please escalate this" in home
    assert "_waits for a channel manager_" in home
    assert "hello" not in home
    assert "ACME-ONLY" in home
    assert "until 30 Jun 2027" in home
    assert "Your channel manager: Dana Vendor" in home
    assert "/archives/" in home
    assert not any(one in home for one in (*OTHERS, "A secret of Globex"))


async def test_a_manager_finds_the_queue_at_home(staged: Stage) -> None:
    asked = staged.slack.say("U0RITA", "C0ACME", "Please escalate this", mention=True)
    await staged.reply(asked)
    card = await staged.card()
    await staged.quiet()

    home = await home_of(staged, "U0DANA")
    assert "*1* open · *0* taken · *0* overdue" in home
    assert "Acme Resellers · open" in home
    assert card.ts.replace(".", "") in home


async def test_a_stranger_s_home_is_public(showing: Stage) -> None:
    home = await home_of(showing, "U0STRANGER")
    assert "Public rules" in home
    assert not any(one in home for one in (*OTHERS, "ACME-ONLY", "Running promotions"))


async def test_a_bot_that_has_nothing_to_show_greets_all_the_same(stage: Stage) -> None:
    stage.slack.open_home("U0RITA")
    said = text_of(await in_direct(stage, "U0RITA"))
    assert GENERAL[0].message in said


async def test_slack_s_refusal_of_prompts_keeps_the_welcome(showing: Stage) -> None:
    showing.slack.fail("assistant.threads.setSuggestedPrompts", "500", count=2)
    showing.slack.open_home("U0RITA")
    await in_direct(showing, "U0RITA")
    await showing.quiet()
    assert showing.slack.board.ledger.prompts


SHOWNS = st.builds(
    Shown,
    promotions=st.lists(SHORT.map(promotion), max_size=12).map(tuple),
    product=st.one_of(st.none(), st.builds(Product, sku=SHORT, name=LONG)),
    programme=st.lists(LONG, max_size=3).map(tuple),
)
LINES = st.lists(
    st.builds(Line, text=LONG, state=LONG, link=st.sampled_from(["", "https://x.example/p1"])),
    max_size=40,
).map(tuple)


@given(SHOWNS, st.lists(LONG, max_size=6))
def test_slack_takes_any_prompts(shown: Shown, earlier: list[str]) -> None:
    prompts = as_slack_takes(suggested(shown, earlier))
    assert 1 <= len(prompts) <= MOST
    assert all(one["title"] and one["message"] for one in prompts)
    assert 1 <= len(three_to_try(shown)) <= 3


@given(SHOWNS, st.one_of(st.none(), st.builds(Partner, id=SHORT, name=LONG)), LONG)
def test_slack_takes_any_welcome(shown: Shown, partner: Partner | None, vendor: str) -> None:
    for text in (
        welcome_text(shown, partner, vendor=vendor),
        hello_text(shown, partner, vendor=vendor),
    ):
        assert check_blocks(list(blocks_of(text))) == []


@given(LINES, SHOWNS, LONG, LONG)
def test_slack_takes_any_home(
    lines: tuple[Line, ...], shown: Shown, partner: str, manager: str
) -> None:
    home = RepsHome(
        partner=partner,
        manager=manager,
        questions=lines,
        promotions=shown.promotions,
        to_try=three_to_try(shown),
        ask_at="slack://app?team=T&id=A&tab=messages",
    )
    assert check_view(reps_view(home)) == []
    assert check_view(managers_view(ManagersHome(waiting=3, taken=4, overdue=1, queue=lines))) == []


def test_a_deadline_is_said_in_the_reader_s_own_time() -> None:
    now = datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert due_text(now, now) == "*overdue*"
    assert ", your time|2026-07-01 10:00 UTC>" in due_text(now + timedelta(hours=1), now)


def test_a_promotion_says_until_when_it_runs() -> None:
    home = RepsHome(partner="Acme", promotions=(promotion("COLD27", last_day=date(2027, 6, 30)),))
    assert "*COLD27* COLD27 deal, until 30 Jun 2027" in str(reps_view(home))
