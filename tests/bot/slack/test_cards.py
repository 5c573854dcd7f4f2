"""Whatever is handed over, Slack takes its card and its dialogs, and nothing in it pings anybody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bot.slack.scripted import DIRECTORY

from partnerline.bot.slack.escalations.card import WHY, Beside, card_blocks, card_text
from partnerline.bot.slack.escalations.card_forms import FORMS, FormKind, answer_form, opened_for
from partnerline.bot.slack.escalations.drafting import draft_for
from partnerline.bot.slack.escalations.status_line import status_text
from partnerline.fake_slack.blocks import check_blocks, check_view
from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.escalating.similar import Similar
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Escalation,
    EscalationState,
    Origin,
    Question,
    Reason,
    Reply,
    ReplyKind,
    Step,
    StepKind,
    Turn,
)
from partnerline.knowledge.partners import Directory, Manager, Partner

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
SHORT = st.text(max_size=40)
ODD = [
    "<",
    "&",
    ">",
    "@",
    "\n",
    ". ",
    "*",
    "_",
    "`",
    "🙂",
    "é",
    "<!channel>",
    "<https://evil|x>",
    "@here",
]
LONG = st.builds(
    lambda pieces, times: "".join(pieces) * times,
    st.lists(st.one_of(st.characters(codec="utf-8"), st.sampled_from(ODD)), max_size=20),
    st.sampled_from([0, 1, 7, 400]),
)
CITATION = st.builds(Citation, source=LONG, locator=SHORT, quote=LONG)
DECISION = st.builds(
    Decision,
    wish=LONG,
    what=SHORT,
    facts=st.lists(LONG, max_size=20).map(tuple),
    effects=st.lists(
        st.builds(
            Effect,
            way=LONG,
            unit_price=SHORT,
            total=LONG,
            difference=SHORT,
            off=st.just(Decimal(1)),
        ),
        max_size=12,
    ).map(tuple),
    unknown=st.lists(LONG, max_size=12).map(tuple),
)
ANSWERS = st.builds(
    Answer,
    outcome=st.just("escalated"),
    text=LONG,
    confidence=st.floats(0, 1),
    reason=st.one_of(st.none(), st.sampled_from(Reason)),
    found=st.lists(CITATION, max_size=8).map(tuple),
    citations=st.lists(CITATION, max_size=6).map(tuple),
    doubt=LONG,
    decision=st.one_of(st.none(), DECISION),
)
REPLIES = st.builds(
    Reply,
    id=SHORT,
    escalation_id=st.just("E-1"),
    manager=LONG,
    text=LONG,
    written_at=st.just(NOW),
    kind=st.sampled_from(get_args(ReplyKind)),
)
STEPS = st.builds(
    Step,
    id=SHORT,
    escalation_id=st.just("E-1"),
    kind=st.sampled_from(get_args(StepKind)),
    at=st.just(NOW),
    by=LONG,
    holder=st.sampled_from(["", "m", "slack:U0X", "gone@x"]),
    holder_name=LONG,
    text=LONG,
)
PARTNERS = st.builds(Partner, id=SHORT, name=LONG, tier=LONG, region=SHORT, manager=st.just("m"))
TURNS = st.lists(
    st.builds(Turn, role=st.sampled_from(["user", "assistant"]), text=LONG, author=LONG), max_size=6
).map(tuple)
ESCALATIONS = st.builds(
    Escalation,
    id=st.just("E-1"),
    question_id=st.just("q1"),
    question=st.builds(
        Question,
        text=LONG,
        as_of=st.just(NOW.date()),
        partner=st.one_of(st.none(), PARTNERS),
        history=TURNS,
    ),
    origin=st.builds(
        Origin, door=st.just("slack"), thread=st.just("T/C/1.0"), asker=SHORT, asker_name=LONG
    ),
    answer=ANSWERS,
    state=st.sampled_from(get_args(EscalationState)),
    opened_at=st.just(NOW),
    replies=st.lists(REPLIES, max_size=6).map(tuple),
    steps=st.lists(STEPS, max_size=6).map(tuple),
)
BESIDE = st.builds(
    Beside,
    turns=TURNS,
    link=st.sampled_from(["", "https://vendor.slack.com/archives/C/p1"]),
    similar=st.lists(
        st.builds(Similar, question=LONG, answer=LONG, manager=LONG, at=st.just(NOW)), max_size=5
    ).map(tuple),
)
MANAGERS = st.sampled_from(
    [
        Directory(managers=(Manager(email="m", name="M", slack_user="U0M"),)),
        Directory(managers=tuple(Manager(email=f"{n}@x", name="N" * n) for n in range(120))),
        Directory(),
    ]
)


@given(ESCALATIONS, BESIDE, MANAGERS)
def test_slack_takes_the_card_of_any_escalation(
    escalation: Escalation, beside: Beside, directory: Directory
) -> None:
    assert check_blocks(list(card_blocks(escalation, directory, beside))) == []
    assert 0 < len(card_text(escalation)) <= 3_000


@given(ESCALATIONS, st.sampled_from(get_args(FormKind)))
def test_slack_takes_every_dialog_of_any_escalation(escalation: Escalation, kind: FormKind) -> None:
    view = answer_form(escalation, kind, draft_for(escalation, kind))
    assert check_view(view) == []
    assert opened_for(view["private_metadata"]) == (kind, "E-1")


@settings(max_examples=30)
@given(ESCALATIONS, LONG)
def test_the_reps_line_fits_whatever_happened(escalation: Escalation, expectation: str) -> None:
    assert 0 < len(status_text(escalation, expectation)) <= 3_000


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert WHY[reason]


def test_nothing_a_person_wrote_pings_or_links_on_a_card() -> None:
    nasty = "<!channel> <https://evil|click> @here"
    asked = handed_over(
        question=Question(text=nasty, as_of=NOW.date()),
        origin=Origin(door="slack", thread="T/C/1.0", asker_name="<@U0DANA>"),
        answer=Answer(outcome="escalated", text="", confidence=0.0, doubt="<!here>"),
        replies=(Reply(id="r", escalation_id="E-1", manager=nasty, text=nasty, written_at=NOW),),
        steps=(
            Step(
                id="s",
                escalation_id="E-1",
                kind="handed",
                at=NOW,
                by=nasty,
                holder="x@y",
                holder_name=nasty,
            ),
        ),
    )
    beside = Beside(
        turns=(Turn(role="assistant", text=nasty, author=nasty),),
        similar=(Similar(question=nasty, answer=nasty, manager=nasty, at=NOW),),
    )
    shown = (
        str(card_blocks(asked, DIRECTORY, beside)) + card_text(asked) + status_text(asked, nasty)
    )
    own = shown.replace("<!date^", "").replace("<@U", "")
    assert "<" not in own
    assert "@here" not in shown


def test_what_a_manager_is_told_keeps_its_lines() -> None:
    doubt = "Two guides disagree.\n\nOne says two years."
    answer = Answer(outcome="escalated", text="", confidence=0.0, doubt=doubt)
    shown = sections(handed_over(answer=answer))
    assert "Two guides disagree.\n• One says two years." in shown


def test_a_decision_shows_what_is_known_the_rule_the_effect_and_what_is_unknown() -> None:
    effect = Effect(
        way="22 % off the price now",
        unit_price="714.48 EUR",
        total="28,579.20 EUR",
        difference="8,060.80 EUR less",
        off=Decimal("8060.80"),
    )
    rule = Citation(source="program.pdf", locator="p. 3", quote="Above 20 % the director decides.")
    decision = Decision(
        wish="Acme asks for 22 % off.",
        what="40 pieces of AX-200",
        facts=("Now: 40 × AX-200 at 916.00 EUR each",),
        effects=(effect,),
        unknown=("what it is in USD",),
    )
    asked = handed_over(
        answer=Answer(
            outcome="escalated", text="", confidence=0.0, decision=decision, citations=(rule,)
        )
    )
    shown = str(card_blocks(asked, DIRECTORY))

    assert "Acme asks for 22 % off." in shown
    assert "916.00 EUR each" in shown
    assert "“Above 20 % the director decides.”" in shown
    assert "22 % off the price now: 714.48 EUR each, 28,579.20 EUR in total" in shown
    assert "*UNKNOWN:*" in shown
    assert "what it is in USD" in shown
    assert labels(asked)[:4] == ["Take it", "Approve", "Counter", "Decline"]
    assert "714.48 EUR" in draft_for(asked, "approve")
    assert "can't agree" in draft_for(asked, "refuse")
    assert FORMS["refuse"].reply == "answer"


@pytest.mark.parametrize(
    ("state", "kinds", "expected"),
    [
        ("open", (), ["Take it", "Answer", "Not for us", "Ask back"]),
        ("taken", (), ["Answer", "Not for us", "Ask back"]),
        ("asked", ("question",), ["Answer", "Not for us", "Ask back"]),
        ("answered", ("answer",), ["Add to the answer", "Ask back", "Done"]),
        ("closed", ("answer",), ["Add to the answer"]),
    ],
)
def test_a_card_offers_what_can_be_done_next(
    state: EscalationState, kinds: tuple[ReplyKind, ...], expected: list[str]
) -> None:
    replies = tuple(
        Reply(id=kind, escalation_id="E-1", manager="Dana", text="x", written_at=NOW, kind=kind)
        for kind in kinds
    )
    assert labels(handed_over(state=state, replies=replies)) == expected


def test_a_draft_that_the_card_cannot_show_whole_is_not_sent_with_one_press() -> None:
    def with_quote(quote: str) -> Escalation:
        found = (Citation(source="faq.md", locator="## Warranty", quote=quote),)
        answer = Answer(
            outcome="escalated",
            text="",
            confidence=0.5,
            reason=Reason.LOW_CONFIDENCE,
            found=found,
        )
        return handed_over(answer=answer)

    short = with_quote("The warranty is two years.")
    assert labels(short)[1:3] == ["Send the draft", "Edit and send"]
    assert "The warranty is two years." in str(sections(short))

    long = with_quote("The warranty is " + "very, " * 600 + "long.")
    assert draft_for(long, "answer")
    assert "Send the draft" not in labels(long)


def test_the_thread_is_shown_in_its_last_three_lines_without_the_question() -> None:
    turns = (
        Turn(role="user", text="zeroth"),
        Turn(role="user", text="first"),
        Turn(role="assistant", text="second"),
        Turn(role="assistant", text="third", author="Max"),
        Turn(role="user", text="How long is the warranty?"),
    )
    shown = str(card_blocks(handed_over(), DIRECTORY, Beside(turns=turns)))
    assert "Rep: first\\nBot: second\\nMax: third" in shown
    assert "zeroth" not in shown
    assert shown.count("How long is the warranty?") == 1


def test_a_card_says_who_has_it_since_when_what_was_sent_and_how_many_notes() -> None:
    taken = Step(
        id="s1",
        escalation_id="E-1",
        kind="taken",
        at=NOW,
        by="Dana",
        holder="dana@vendor.example",
        holder_name="Dana",
    )
    note = Step(id="aside:T/C/2", escalation_id="E-1", kind="noted", at=NOW, by="Max", text="hm")
    sent = Reply(
        id="r",
        escalation_id="E-1",
        manager="Dana",
        text="Two years.",
        written_at=NOW + timedelta(hours=1),
    )
    shown = str(
        card_blocks(handed_over(state="answered", steps=(taken, note), replies=(sent,)), DIRECTORY)
    )
    assert f"*Dana has it* since <!date^{int(NOW.timestamp())}^" in shown
    assert "1 note" in shown
    assert "*Answered by Dana*" in shown
    assert ">Two years." in shown


def handed_over(**changed: Any) -> Escalation:
    """A question of a stranger's, handed over."""
    plain = Escalation(
        id="E-1",
        question_id="q1",
        question=Question(text="How long is the warranty?", as_of=NOW.date()),
        origin=Origin(door="slack", thread="T/C/1.0", asker_name="Rita"),
        answer=Answer(outcome="escalated", text="", confidence=0.0),
        state="open",
        opened_at=NOW,
    )
    return replace(plain, **changed)


def sections(escalation: Escalation) -> list[str]:
    shown = card_blocks(escalation, DIRECTORY)
    return [block["text"]["text"] for block in shown if block["type"] == "section"]


def labels(escalation: Escalation) -> list[str]:
    elements = [e for b in card_blocks(escalation, DIRECTORY) for e in b.get("elements", [])]
    return [e["text"]["text"] for e in elements if e["type"] == "button"]
