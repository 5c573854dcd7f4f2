from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.knowledge.escalating.cases import UNSURE, opened

from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.escalating.packets import WHICH, Packet, packet_of
from partnerline.knowledge.escalating.unknowns import (
    BY_WHEN,
    COMPETITOR,
    CUSTOMER,
    REGISTERED,
    VOLUME,
    unsaid,
)
from partnerline.knowledge.model import Citation, Question, Turn

OFF_LIST = Effect(
    way="22 % off the list price, in place of what is taken off now",
    unit_price="893.10 EUR",
    total="35,724.00 EUR",
    difference="916.00 EUR less",
    off=Decimal("916.00"),
)
OFF_NET = Effect(
    way="22 % off the price now",
    unit_price="714.48 EUR",
    total="28,579.20 EUR",
    difference="8,060.80 EUR less",
    off=Decimal("8060.80"),
)
RULE = Citation(source="programme/deals.md", locator="## Discounts", quote="Only a manager may.")
WISH = Decision(
    wish="Acme asks for 22 % off. No document grants it.",
    what="40 × AX-200",
    facts=("Now: 40 × AX-200 at 916.00 EUR each.",),
    effects=(OFF_LIST, OFF_NET),
)


def packet(decision: Decision, text: str = "22 % off 40 AX-200?") -> Packet:
    found = packet_of(opened(text, answer=replace(UNSURE, decision=decision, citations=(RULE,))))
    assert found is not None
    return found


def test_what_is_no_decision_has_no_packet() -> None:
    assert packet_of(opened()) is None


def test_it_has_the_facts_the_rule_and_the_effects() -> None:
    found = packet(WISH)
    assert (found.wish, found.facts, found.rules) == (WISH.wish, WISH.facts, (RULE,))
    assert found.effects == (OFF_LIST, OFF_NET)


def test_what_the_request_does_not_say_is_unknown() -> None:
    assert packet(WISH).unknown == (WHICH, CUSTOMER, COMPETITOR, BY_WHEN, REGISTERED)
    said = "22 % off 40 AX-200 for customer Riverside against a rival, registered, by Friday?"
    one_way = replace(WISH, effects=(OFF_NET,))
    assert packet(one_way, said).unknown == ()


def test_what_could_not_be_computed_is_unknown() -> None:
    lacking = Decision(wish=WISH.wish, unknown=("the price today.",))
    assert packet(lacking).unknown[0] == "the price today"


def test_a_wish_that_is_of_no_price_lacks_nothing_that_could_be_named() -> None:
    wish = Decision(wish="The rep asks for a decision that no document takes.")
    assert packet(wish, "Could you extend our registration by two weeks?").unknown == ()


def test_the_draft_that_approves_gives_the_least_that_may_be_meant() -> None:
    found = packet(WISH)
    assert OFF_LIST.amounts in found.approve
    assert OFF_LIST.way in found.approve
    assert "714.48" not in found.approve


def test_a_way_that_is_dearer_than_today_is_not_approved() -> None:
    dearer = replace(OFF_LIST, off=Decimal(-5), difference="5.00 EUR more")
    assert OFF_NET.amounts in packet(replace(WISH, effects=(dearer, OFF_NET))).approve
    nothing_lower = packet(replace(WISH, effects=(dearer,)))
    assert (
        nothing_lower.approve == "We agree to what you asked for. I will confirm the details here."
    )


@pytest.mark.parametrize("decision", [WISH, Decision(wish="More time.")])
def test_the_draft_that_declines_names_no_amount(decision: Decision) -> None:
    found = packet(decision)
    assert found.decline.startswith("Thank you for asking.")
    assert not any(letter.isdigit() for letter in found.decline)


def test_of_several_products_only_the_total_is_told() -> None:
    assert replace(OFF_NET, unit_price="").amounts == "28,579.20 EUR in total"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("20 % off please", {CUSTOMER, COMPETITOR, VOLUME, BY_WHEN, REGISTERED}),
        ("20 % off for our client Northgate", {COMPETITOR, VOLUME, BY_WHEN, REGISTERED}),
        ("20 % off, customer is Northgate", {COMPETITOR, VOLUME, BY_WHEN, REGISTERED}),
        ("20 % off, the customer wants it", {CUSTOMER, COMPETITOR, VOLUME, BY_WHEN, REGISTERED}),
        ("20 % off to match another vendor", {CUSTOMER, VOLUME, BY_WHEN, REGISTERED}),
        ("20 % off for 50 units", {CUSTOMER, COMPETITOR, BY_WHEN, REGISTERED}),
        ("20 % off before the end of the quarter", {CUSTOMER, COMPETITOR, VOLUME, REGISTERED}),
        ("20 % off, deal is registered", {CUSTOMER, COMPETITOR, VOLUME, BY_WHEN}),
    ],
)
def test_what_is_said_is_not_asked_for(text: str, lacking: set[str]) -> None:
    question = Question(text=text, as_of=date(2026, 11, 23))
    assert set(unsaid(question, counted=False)) == lacking


def test_what_was_said_before_counts_and_what_the_bot_said_does_not() -> None:
    history = (
        Turn(role="user", text="It is for customer Riverside."),
        Turn(role="assistant", text="Is a competitor in the deal?"),
    )
    question = Question(text="20 % off for 5 pcs?", as_of=date(2026, 11, 23), history=history)
    assert set(unsaid(question, counted=True)) == {COMPETITOR, BY_WHEN, REGISTERED}
