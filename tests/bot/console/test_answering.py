"""What helps a manager to answer: drafts, the packet of a decision, answers of the past; and what is kept of an answer."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from tests.bot.console.house import House
from tests.bot.console.vendor import BOILING, UNSURE
from tests.bot.console.visitor import Visitor
from tests.fakes import FakeEmbedder
from tests.fakes.kept import FakeGivenAnswers, FakeKeptAnswers

from partnerline.bot.keeping import Keeping
from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.errors import IndexUnusable
from partnerline.knowledge.escalating.similar import PastAnswers
from partnerline.knowledge.model import Citation, Reason
from partnerline.knowledge.ports.kept import GivenAnswer, KeptAnswer

WISH = "Can I give 22 % on 40 AX-200?"
DECISION = replace(
    UNSURE,
    reason=Reason.NEEDS_HUMAN,
    doubt="",
    citations=(
        Citation(source="program/rules.md", locator="## Discounts", quote="Above 20 % ask."),
    ),
    decision=Decision(
        wish="22 % off 40 AX-200",
        what="40 pieces of AX-200",
        facts=("List price 10.00 EUR",),
        effects=(
            Effect(
                way="22 % off the list price",
                unit_price="7.80 EUR",
                total="312.00 EUR",
                difference="8.00 EUR less",
                off=Decimal("8.00"),
            ),
        ),
        unknown=("whether a deal is registered.",),
    ),
)


@pytest.fixture
def house() -> House:
    house = House()
    house.answerer.script[WISH] = DECISION
    house.keeping = _keeping(house)
    house.app = house.console()
    return house


def _keeping(house: House, *given: GivenAnswer) -> Keeping:
    return Keeping(
        answers=FakeKeptAnswers(),
        record=house.record,
        past=PastAnswers(FakeGivenAnswers(given), FakeEmbedder()),
        clock=house.clock,
        bring=lambda: 1,
    )


def _page(house: House, text: str = BOILING, **changes: object) -> str:
    return f"/escalations/{house.slack_question(text, **changes)}"


def _kept(house: House) -> tuple[KeptAnswer, ...]:
    assert house.keeping is not None
    return house.keeping.answers.kept()


def test_an_answer_starts_from_what_was_found(manager: Visitor, house: House) -> None:
    page = _page(house)
    links = [a["href"] for a in manager.open(page).page.select(".starts a")]
    assert links == [f"{page}?draft=answer#answer", f"{page}?draft=decline#answer"]
    fields = manager.open(f"{page}?draft=answer").form(f"{page}/reply")
    assert "This is what our documents say:" in fields["text"]
    assert "(datasheets/ax-400-series.pdf, p. 2)" in fields["text"]
    assert fields["kind"] == "answer"
    assert house.delivered == []


def test_a_draft_is_only_words_in_the_box_until_somebody_sends_it(
    manager: Visitor, house: House
) -> None:
    page = _page(house)
    manager.open(f"{page}?draft=decline").fill(f"{page}/reply", manager="Dana Ortiz")
    (reply,) = house.delivered
    assert reply.kind == "decline"
    assert house.record.escalations()[0].state == "closed"


@pytest.mark.parametrize("named", ["", "approve", "<script>"])
def test_a_draft_that_is_not_there_leaves_the_box_empty(
    manager: Visitor, house: House, named: str
) -> None:
    page = _page(house)
    assert manager.open(f"{page}?draft={named}").form(f"{page}/reply")["text"] == ""


def test_a_decision_is_shown_with_its_rule_its_effect_and_what_is_unknown(
    manager: Visitor, house: House
) -> None:
    page = _page(house, WISH)
    manager.open(page)
    rows = {
        term.get_text(): term.find_next("dd").get_text()
        for term in manager.page.select(".decision dt")
    }
    assert rows["Wish"] == "22 % off 40 AX-200"
    assert rows["Facts"] == "List price 10.00 EUR"
    assert rows["Effect"] == "22 % off the list price: 7.80 EUR each, 312.00 EUR in total"
    assert rows["Unknown"] == "whether a deal is registered"
    assert "program/rules.md ## Discounts Above 20 % ask." in manager.text
    names = [a["href"].split("=")[1] for a in manager.page.select(".starts a")]
    assert names == ["approve#answer", "counter#answer", "refuse#answer", "decline#answer"]


@pytest.mark.parametrize(
    ("named", "begins"),
    [
        ("approve", "Approved: 40 pieces of AX-200, 22 % off the list price."),
        ("refuse", "Thank you for asking. We can't agree to this one."),
    ],
)
def test_the_letters_of_a_decision_are_answers(
    manager: Visitor, house: House, named: str, begins: str
) -> None:
    page = _page(house, WISH)
    manager.open(f"{page}?draft={named}").fill(f"{page}/reply", manager="Dana Ortiz")
    (reply,) = house.delivered
    assert reply.text.startswith(begins)
    assert reply.kind == "answer"


def test_what_managers_answered_to_the_like_stands_beside(manager: Visitor, house: House) -> None:
    earlier = GivenAnswer(
        number=1,
        escalation_id="E-EARLIER",
        question=BOILING,
        text="No, 70 °C at most.",
        manager="Zoë",
        at=house.clock(),
    )
    house.keeping = _keeping(house, earlier)
    with Visitor(house.console()) as other:
        other.log_in(house.token)
        text = other.open(_page(house)).text
    assert f"Answered before {BOILING} No, 70 °C at most. Zoë, 23 November 2026" in text
    assert "Answered before" not in manager.open(_page(house, "Other?", thread="T1/C1/2.0")).text


@pytest.mark.parametrize(
    ("kind", "state"), [("answer", "answered"), ("question", "asked"), ("decline", "closed")]
)
def test_each_kind_of_reply_reaches_the_rep_and_says_what_happens_next(
    manager: Visitor, house: House, kind: str, state: str
) -> None:
    page = _page(house)
    manager.open(page).fill(f"{page}/reply", manager="Dana Ortiz", text="Hm.", kind=kind)
    assert [reply.kind for reply in house.delivered] == [kind]
    assert house.record.escalations()[0].state == state


def test_a_reply_of_no_kind_is_refused(manager: Visitor, house: House) -> None:
    page = _page(house)
    manager.open(page).fill(f"{page}/reply", manager="Dana Ortiz", text="Hm.", kind="shout")
    assert manager.status == 422
    assert house.delivered == []


def test_an_answer_is_kept_for_whom_and_until_when_the_manager_says(
    manager: Visitor, house: House
) -> None:
    page = _page(house)
    manager.open(page).fill(
        f"{page}/reply", manager="Dana Ortiz", text="No.", keep="tier", until="2026-12-31"
    )
    assert "Sent to Ana Sousa, Acme Resellers." in manager.text
    assert "I use this answer for gold partners until 31 December 2026" in manager.text
    (kept,) = _kept(house)
    assert kept.audience.tiers == frozenset({"gold"})
    assert (kept.text, kept.manager) == ("No.", "Dana Ortiz")


def test_without_a_wish_nothing_is_kept(manager: Visitor, house: House) -> None:
    page = _page(house)
    manager.open(page).fill(f"{page}/reply", manager="Dana Ortiz", text="No.")
    assert _kept(house) == ()


def test_a_form_sent_twice_keeps_one_answer(manager: Visitor, house: House) -> None:
    page = _page(house)
    fields = manager.open(page).form(f"{page}/reply")
    fields |= {"manager": "Dana Ortiz", "text": "No.", "keep": "everyone"}
    for _ in range(2):
        manager.post(f"{page}/reply", fields)
        assert "I use this answer for every enrolled partner" in manager.text
    assert len(_kept(house)) == 1


def test_an_answer_that_names_amounts_is_kept_for_its_partner_alone(
    manager: Visitor, house: House
) -> None:
    page = _page(house)
    manager.open(page).fill(
        f"{page}/reply", manager="Dana Ortiz", text="It is 12.50 EUR each.", keep="everyone"
    )
    assert "It names amounts, so it is kept for Acme Resellers alone" in manager.text
    assert _kept(house)[0].audience.partners == frozenset({"acme"})


def test_amounts_for_a_stranger_are_sent_and_not_kept(manager: Visitor, house: House) -> None:
    page = _page(house, partner=None)
    assert [o["value"] for o in manager.open(page).page.select("#keep option")] == ["", "everyone"]
    manager.fill(f"{page}/reply", manager="Dana Ortiz", text="It is 12.50 EUR.", keep="everyone")
    assert "The answer is not kept for others: it names amounts" in manager.text
    assert [reply.text for reply in house.delivered] == ["It is 12.50 EUR."]
    assert _kept(house) == ()


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"until": "2026-11-22"}, "That day has passed."),
        ({"until": "soon"}, "Write the day like 2026-12-31"),
        ({"kind": "question"}, "Only an answer is kept."),
    ],
)
def test_a_wish_that_can_t_be_granted_is_said_before_anything_is_sent(
    manager: Visitor, house: House, fields: dict[str, str], problem: str
) -> None:
    page = _page(house)
    manager.open(page).fill(
        f"{page}/reply", **{"manager": "Dana Ortiz", "text": "No.", "keep": "tier"} | fields
    )
    assert manager.status == 422
    assert problem in manager.text
    assert manager.form(f"{page}/reply")["keep"] == "tier"
    assert house.delivered == []


def test_today_is_a_last_day_that_can_be_given(manager: Visitor, house: House) -> None:
    assert house.keeping is not None
    day = house.keeping.today().isoformat()
    page = _page(house)
    manager.open(page).fill(
        f"{page}/reply", manager="Dana Ortiz", text="No.", keep="partner", until=day
    )
    assert _kept(house)[0].last_day.isoformat() == day


def test_an_index_that_can_t_be_written_now_loses_nothing(manager: Visitor, house: House) -> None:
    def fails() -> int:
        raise IndexUnusable("secret detail")

    assert house.keeping is not None
    house.keeping = replace(house.keeping, bring=fails)
    with Visitor(house.console()) as other:
        page = _page(house)
        other.log_in(house.token).open(page)
        other.fill(f"{page}/reply", manager="Dana Ortiz", text="No.", keep="tier")
        assert "I use this answer for gold partners" in other.text
        assert "secret detail" not in other.text
    assert len(_kept(house)) == 1


def test_where_nothing_can_be_kept_nothing_is_offered(house: House) -> None:
    house.keeping = None
    with Visitor(house.console()) as other:
        page = _page(house)
        assert not other.log_in(house.token).open(page).page.select("#keep")
        other.fill(f"{page}/reply", manager="Dana Ortiz", text="No.", keep="tier")
        assert "Sent to Ana Sousa, Acme Resellers." in other.text


def _keep_one(manager: Visitor, house: House) -> KeptAnswer:
    page = _page(house)
    manager.open(page).fill(
        f"{page}/reply", manager="Dana Ortiz", text="No, **70 °C**.", keep="tier"
    )
    return _kept(house)[0]


def test_without_kept_answers_the_page_says_how_they_come(manager: Visitor) -> None:
    assert "Nothing is kept yet." in manager.open("/kept").text


def test_a_kept_answer_is_shown_with_who_said_it_for_whom_and_when_it_is_checked(
    manager: Visitor, house: House
) -> None:
    _keep_one(manager, house)
    text = manager.open("/kept").text
    assert f"{BOILING} No, 70 °C ." in text
    assert "answered by Dana Ortiz, 23 November 2026 for gold partners" in text
    assert "checked again on 21 February 2027" in text


def test_a_manager_says_that_an_answer_still_holds(manager: Visitor, house: House) -> None:
    kept = _keep_one(manager, house)
    house.clock.pass_(days=91)
    manager.log_in(house.token)
    assert "to be checked" in manager.open("/kept").text
    manager.fill(f"/kept/{kept.id}", manager="Zoë O'Neil <zoe>", act="confirm")
    assert "It is used for another ninety days." in manager.text
    (now,) = _kept(house)
    assert (now.by, now.check_on) == ("Zoë O'Neil <zoe>", kept.check_on + timedelta(days=91))


def test_a_withdrawn_answer_isn_t_used_and_says_who_withdrew_it(
    manager: Visitor, house: House
) -> None:
    kept = _keep_one(manager, house)
    manager.open("/kept").fill(f"/kept/{kept.id}", manager="Zoë O'Neil <zoe>", act="withdraw")
    assert "It isn't used any more." in manager.text
    assert "Nothing is kept yet." in manager.text
    assert "withdrawn by Zoë O'Neil <zoe>, 23 November 2026" in manager.text
    assert _kept(house)[0].state == "withdrawn"


def test_nobody_decides_on_a_kept_answer_without_a_name_or_where_there_is_none(
    manager: Visitor, house: House
) -> None:
    path = f"/kept/{_keep_one(manager, house).id}"
    fields = manager.open("/kept").form(path)
    said = fields | {"manager": "Dana Ortiz"}
    assert (
        "Choose your name first"
        in manager.post(path, said | {"manager": "M", "act": "withdraw"}).text
    )
    assert manager.post(path, said | {"act": "burn"}).status == 422
    assert manager.post("/kept/nothing", said | {"act": "confirm"}).status == 404
    assert _kept(house)[0].state == "kept"
