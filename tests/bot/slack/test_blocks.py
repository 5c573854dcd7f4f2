"""Whatever is answered, Slack takes its blocks."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.bot.slack.web.blocks import (
    MARKDOWN,
    answer_blocks,
    answer_text,
    fallback,
    reply_blocks,
)
from partnerline.fake_slack.blocks import check_blocks
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Reason,
    Reply,
)

_ALIVE = re.compile(r"<[!@#h]|@(?:here|channel|everyone)\b")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
SHORT = st.text(max_size=40)
LONG = st.builds(
    lambda text, times: text * times,
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("<&>@\n. ")), max_size=60
    ),
    st.sampled_from([0, 1, 7, 400]),
)
ODD = st.sampled_from(
    [
        "| a | b |\n| --- | --- |\n" + "| <!here> | *x* |\n" * 200,
        "> line\n" * 200,
        "<https://evil.example|click> <@U0DANA> @channel",
        "\u202eright to left \u0000\ufeff\U0001f469\u200d\U0001f4bb e\u0301" * 20,
        "```\nunclosed",
    ]
)
CITATIONS = st.lists(
    st.builds(
        Citation,
        source=st.one_of(LONG, ODD),
        locator=SHORT,
        quote=st.one_of(LONG, ODD),
        day=st.one_of(st.none(), st.dates()),
    ),
    max_size=30,
).map(tuple)
ANSWERS = st.builds(
    Answer,
    outcome=st.sampled_from(["answered", "clarify", "escalated", "smalltalk"]),
    text=st.one_of(LONG, ODD),
    confidence=st.floats(0, 1),
    reason=st.one_of(st.none(), st.sampled_from(Reason)),
    citations=CITATIONS,
    choices=st.one_of(st.lists(LONG, max_size=12), st.lists(SHORT, min_size=60, max_size=60)).map(
        tuple
    ),
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


@given(
    ANSWERS, st.sampled_from(["", "> 12 months"]), st.sampled_from(["", "_A note._"]), st.booleans()
)
def test_slack_takes_the_blocks_of_any_answer(
    answer: Answer, before: str, after: str, private: bool
) -> None:
    blocks = list(answer_blocks("q1", answer, before=before, after=after, private=private))
    assert check_blocks(blocks) == []
    assert len(blocks[0]["text"]) <= MARKDOWN
    assert blocks[0]["text"].endswith(after)
    assert 0 < len(fallback(answer.text)) <= 3_000
    spoken = answer_text(answer, before=before, after=after)
    assert 0 < len(spoken) <= 3_000
    assert not _ALIVE.search(spoken)


def test_the_spoken_answer_holds_the_point_the_sources_and_the_choices() -> None:
    cited = Citation(source="faq.md", locator="## Terms", quote="…", day=date(2026, 7, 1))
    answer = Answer(
        outcome="clarify",
        text="**For how long?** It decides.\n\n" + "A lot of words. " * 400,
        confidence=0.5,
        citations=(cited,),
        choices=("12 months", "24 months"),
    )
    spoken = answer_text(answer, before="> before", after="_A note._")
    assert spoken.startswith("&gt; before\n\nFor how long? It decides.")
    assert "Sources: faq.md, ## Terms, as of 1 Jul 2026" in spoken
    assert "Choose: 12 months / 24 months" in spoken
    assert spoken.endswith("A note.")
    assert len(spoken) <= 3_000


def test_a_source_says_how_old_it_is() -> None:
    dated = Citation(source="a.md", locator="p. 1", quote="the words", day=date(2026, 7, 1))
    named = Citation(source="b.xlsx", locator="P!A6", quote="COLD27", day=date(2026, 10, 1))
    answer = Answer(
        outcome="answered",
        text="12 % off. Source: b.xlsx, P!A6.",
        confidence=0.9,
        citations=(dated, named),
    )
    (small,) = [block for block in answer_blocks("q1", answer) if block["type"] == "context"]
    assert [piece["text"] for piece in small["elements"]] == [
        "a.md · p. 1 · as of 1 Jul 2026 · “the words”",
        "b.xlsx · as of 1 Oct 2026",
    ]


def test_choices_that_find_no_button_are_counted() -> None:
    answer = Answer(
        outcome="clarify",
        text="Which?",
        confidence=0.5,
        choices=tuple(f"No. {n}" for n in range(60)),
    )
    shown = answer_blocks("q1", answer)
    (buttons,) = [b for b in shown if b["type"] == "actions" and len(b["elements"]) == 5]
    assert "…or 55 more: write which one you mean." in str(shown)
    assert buttons["elements"][0]["text"]["text"] == "No. 0"


@given(REPLIES)
def test_slack_takes_any_reply(reply: Reply) -> None:
    assert check_blocks(list(reply_blocks(reply))) == []


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


PACKET = """Acme Resellers wishes for 22 % off. No document grants it.
Now: 40 × AX-200 at 916.00 EUR each, 36,640.00 EUR in total.

IF APPROVED off the price now: 714.48 EUR each, 8,060.80 EUR less."""


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
