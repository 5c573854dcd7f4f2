from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.knowledge.escalating.cases import UNSURE, opened

from partnerline.knowledge.duty import Topic
from partnerline.knowledge.escalating.topics import topic_of
from partnerline.knowledge.model import Citation, Turn
from partnerline.knowledge.pricing.quote import Quote


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What do 100 Edge Gateways cost us?", "pricing"),
        ("Can you do 15 % off for this one?", "pricing"),
        ("Was kosten 20 Sensoren?", "pricing"),
        ("Which promotions are running?", "promotions"),
        ("Does the discount stack with the spring promo?", "promotions"),
        ("Customer says the competitor is better, what do I say?", "objections"),
        ("How do I register a deal?", "program"),
        ("When are rebates paid?", "program"),
        ("Could you extend our deal registration by two weeks?", "program"),
        ("Does the gateway support Modbus?", "product"),
        ("How heavy is it?", "product"),
        ("Hmm, and the other thing?", "other"),
        ("I want to talk to a person please", "other"),
    ],
)
def test_what_a_question_is_about(text: str, topic: Topic) -> None:
    assert topic_of(opened(text)) == topic


def test_what_was_found_decides_where_the_words_do_not() -> None:
    found = Citation(source="programme/rebates-2026.docx", locator="## Rebates", quote="…")
    assert topic_of(opened("And the other thing?")) == "other"
    told = replace(UNSURE, found=(found,))
    assert topic_of(opened("And the other thing?", answer=told)) == "program"


def test_a_computed_price_is_about_prices() -> None:
    quote = Quote(
        currency="EUR",
        lines=(),
        total=Decimal(1),
        price_list="a.csv",
        valid_from=None,
        valid_until=date(2026, 12, 31),
    )
    assert topic_of(opened("50 please", answer=replace(UNSURE, quote=quote))) == "pricing"


def test_who_only_calls_for_a_person_is_about_what_was_asked_before() -> None:
    first = opened("I want to talk to a person please")
    history = (
        Turn(role="user", text="How do I register a deal?"),
        Turn(role="assistant", text="With the form."),
    )
    asked = replace(first, question=replace(first.question, history=history))
    assert topic_of(asked) == "program"
