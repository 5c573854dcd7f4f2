"""Whatever is answered, Slack takes its blocks."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bot.slack.scripted import DIRECTORY

from partnerline.bot.slack.blocks import MARKDOWN, answer_blocks, fallback, reply_blocks
from partnerline.bot.slack.card import WHY, answer_form, card_blocks, card_text
from partnerline.fake_slack.blocks import check_blocks, check_view
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Escalation,
    Origin,
    Question,
    Reason,
    Reply,
)
from partnerline.knowledge.partners import Directory, Manager, Partner

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SHORT = st.text(max_size=40)
LONG = st.builds(
    lambda text, times: text * times,
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("<&>@\n. ")), max_size=60
    ),
    st.sampled_from([0, 1, 7, 400]),
)
CITATIONS = st.lists(st.builds(Citation, source=LONG, locator=SHORT, quote=LONG), max_size=12).map(
    tuple
)
ANSWERS = st.builds(
    Answer,
    outcome=st.sampled_from(["answered", "clarify", "escalated", "smalltalk"]),
    text=LONG,
    confidence=st.floats(0, 1),
    reason=st.one_of(st.none(), st.sampled_from(Reason)),
    citations=CITATIONS,
    choices=st.lists(LONG, max_size=12).map(tuple),
    found=CITATIONS,
    doubt=LONG,
)
REPLIES = st.builds(
    Reply,
    id=SHORT,
    escalation_id=SHORT,
    manager=LONG,
    text=LONG,
    written_at=st.just(NOW),
)
PARTNERS = st.builds(Partner, id=SHORT, name=LONG, tier=SHORT, region=SHORT, manager=st.just("m"))
ESCALATIONS = st.builds(
    Escalation,
    id=st.just("e1"),
    question_id=st.just("q1"),
    question=st.builds(
        Question, text=LONG, as_of=st.just(NOW.date()), partner=st.one_of(st.none(), PARTNERS)
    ),
    origin=st.builds(
        Origin, door=st.just("slack"), thread=st.just("T/C/1.0"), asker=SHORT, asker_name=LONG
    ),
    answer=ANSWERS,
    state=st.sampled_from(["open", "answered"]),
    opened_at=st.just(NOW),
    replies=st.lists(REPLIES, max_size=14).map(tuple),
)
DUTY = Directory(managers=(Manager(email="m", name="M", slack_user="U0M"),))


@given(ANSWERS, st.sampled_from(["", "> 12 months"]), st.sampled_from(["", "_A note._"]))
def test_slack_takes_the_blocks_of_any_answer(answer: Answer, before: str, after: str) -> None:
    blocks = list(answer_blocks("q1", answer, before=before, after=after))
    assert check_blocks(blocks) == []
    assert len(blocks[0]["text"]) <= MARKDOWN
    assert blocks[0]["text"].endswith(after)
    assert 0 < len(fallback(answer.text)) <= 3_000


@given(ESCALATIONS)
def test_slack_takes_the_card_and_the_dialog_of_any_escalation(escalation: Escalation) -> None:
    assert check_blocks(list(card_blocks(escalation, DUTY))) == []
    assert check_view(answer_form(escalation)) == []
    assert card_text(escalation)


@given(REPLIES)
def test_slack_takes_any_reply(reply: Reply) -> None:
    assert check_blocks(list(reply_blocks(reply))) == []


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert WHY[reason]


@pytest.mark.parametrize(
    ("outcome", "actions"),
    [
        ("answered", {"feedback", "get_human"}),
        ("clarify", {"choice_0", "get_human"}),
        ("escalated", set()),
        ("smalltalk", set()),
    ],
)
def test_an_answer_offers_what_can_be_done_next(outcome: str, actions: set[str]) -> None:
    answer = Answer(outcome=outcome, text="x", confidence=0.5, choices=("A",))  # type: ignore[arg-type]
    elements = [e for b in answer_blocks("q1", answer) for e in b.get("elements", [])]
    assert {e["action_id"] for e in elements if "action_id" in e} == actions


def test_a_source_is_named_once_and_five_at_most() -> None:
    cited = tuple(
        Citation(source=f"{n % 7}.md", locator="p. 1", quote="the words") for n in range(20)
    )
    answer = Answer(outcome="answered", text="x", confidence=0.9, citations=cited)
    (context,) = [b for b in answer_blocks("q1", answer) if b["type"] == "context"]
    assert [e["text"] for e in context["elements"]] == [
        f"{n}.md · p. 1 · “the words”" for n in range(5)
    ]


def test_nothing_a_person_wrote_pings_or_links_on_a_card() -> None:
    escalation = Escalation(
        id="e1",
        question_id="q1",
        question=Question(text="<!channel> <https://evil|click> @here", as_of=NOW.date()),
        origin=Origin(door="slack", thread="T/C/1.0", asker_name="<@U0DANA>"),
        answer=Answer(outcome="escalated", text="", confidence=0.0, doubt="<!here>"),
        state="open",
        opened_at=NOW,
    )
    shown = str(card_blocks(escalation, DIRECTORY)) + card_text(escalation)
    assert "<" not in shown
    assert "@here" not in shown


PACKET = """Acme Resellers wishes for 22 % off. No document grants it.
Now: 40 × AX-200 at 916.00 EUR each, 36,640.00 EUR in total.

IF APPROVED off the price now: 714.48 EUR each, 8,060.80 EUR less."""


def test_what_a_manager_decides_on_keeps_its_lines() -> None:
    blocks = card_blocks(escalation(PACKET), DIRECTORY)
    shown = [block["text"]["text"] for block in blocks if block["type"] == "section"]
    assert (
        "Acme Resellers wishes for 22 % off. No document grants it.\n"
        "• Now: 40 × AX-200 at 916.00 EUR each, 36,640.00 EUR in total.\n"
        "• IF APPROVED off the price now: 714.48 EUR each, 8,060.80 EUR less."
    ) in shown


def test_a_card_without_a_doubt_has_no_empty_lines() -> None:
    assert not check_blocks(list(card_blocks(escalation(""), DIRECTORY)))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**81,200.00 EUR** for 100 × AX-200.", "81,200.00 EUR for 100 × AX-200."),
        (
            "| Item | Qty |\n| --- | ---: |\n| TS-10 \\| probe (pc) | 2 |",
            "Item · Qty\nTS-10 | probe (pc) · 2",
        ),
        (
            "## Terms\n\n*net* price of `AX_200_B`, item #5",
            "Terms\n\nnet price of AX_200_B, item #5",
        ),
        (
            r"**Ana\-Lena \(EMEA\)** (channel manager): yes",
            "Ana-Lena (EMEA) (channel manager): yes",
        ),
        ("2 * 3 and price_lists/a_b.xlsx", "2 * 3 and price_lists/a_b.xlsx"),
        (r"\<!channel> **@here**", "&lt;!channel&gt; @\u2060here"),
    ],
)
def test_a_notification_is_plain_words(text: str, plain: str) -> None:
    assert fallback(text) == plain


def escalation(doubt: str) -> Escalation:
    answer = Answer(
        outcome="escalated", text="…", confidence=0.0, reason=Reason.NEEDS_HUMAN, doubt=doubt
    )
    return Escalation(
        id="e1",
        question_id="q1",
        question=Question(text="22% on 40 AX-200?", as_of=NOW.date()),
        answer=answer,
        origin=Origin(door="slack", thread="T0/C0/1.0", asker="U0RITA"),
        opened_at=NOW,
        state="open",
    )


def test_a_source_that_the_text_names_is_not_said_twice() -> None:
    named = Citation(source="promotions.xlsx", locator="P!A6", quote="COLD27")
    other = Citation(source="faq.md", locator="# Promotions", quote="They never combine.")
    answer = Answer(
        outcome="answered",
        text="12 % off. Source: promotions.xlsx, P!A6.",
        confidence=0.9,
        citations=(named, other),
    )
    (small,) = [block for block in answer_blocks("q1", answer) if block["type"] == "context"]
    assert [piece["text"].split(" · ")[0] for piece in small["elements"]] == ["faq.md"]
