"""Where a message goes: to the lists, to the documents, to both, or to a person, by its words and its thread."""

from decimal import Decimal

import pytest
from tests.knowledge.answering.desks import GLOBEX, ONLY_GLOBEX, Vendor, everything_said

from partnerline.knowledge.model import Answer, Reason


@pytest.fixture
def vendor() -> Vendor:
    shop = Vendor()
    shop.sells(
        "lists/h2.xlsx",
        {"max_quantity": 99},
        {"amount": "90.00", "min_quantity": 100},
        {"sku": "AX-200-LTE", "name": "Edge Gateway with LTE", "amount": "120.00"},
        {"sku": "AX-400", "name": "Plant Gateway", "amount": "250.00"},
        {"sku": "ANT-LTE", "name": "LTE Antenna", "amount": "20.00"},
    )
    shop.tells(
        "facts.md",
        "The AX-200 weighs 620 g.",
        "The AX-400 weighs 1100 g.",
        "The lead time of the AX-200 is 5 days.",
        "The warranty of the AX-200 is 36 months.",
        "ISO 27001 certificates since 2019.",
        "A lead is reported back within 3 days.",
    )
    return shop


def quoted(answer: Answer) -> Decimal | None:
    return answer.quote.total if answer.quote else None


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (("how much is the AX-200?",), "and its weight?"),
        (("how much is the AX-200?",), "what's its IP rating?"),
        (("how much is the AX-200?",), "what does it include?"),
        (("100 AX-200",), "and the warranty of its housing?"),
        (("how much does the AX-200 weigh?",), "and the AX-400?"),
        (("does the AX-200 have wifi?",), "no I mean the AX-400"),
        ((), "what's the lead time for AX-200?"),
        ((), "do you have ISO 27001?"),
        (("what's the lead time for AX-200?",), "and if I order 500?"),
        (("100 AX-400 please", "and for 200?"), "what happens if no one reports a lead?"),
        (("how much does the AX-200 weigh?", "and the AX-400?"), "how about the 40?"),
    ],
)
def test_a_fact_is_never_answered_with_a_price(
    vendor: Vendor, earlier: tuple[str, ...], text: str
) -> None:
    answer = vendor.asked(text, earlier=earlier)
    assert quoted(answer) is None, everything_said(answer)
    assert "EUR" not in answer.text


@pytest.mark.parametrize(
    ("earlier", "text", "total"),
    [
        (("how much is the AX-200?", "and its weight?"), "and for 500?", "36000.00"),
        (("how much is the AX-200?", "how is the weather today?"), "and for 50?", "4000.00"),
        (("price of 50 AX-200", "and the warranty of its housing?"), "what about 200?", "14400.00"),
        (("how much is the AX-200?", "and its weight?", "and for 500?", "shorter"), "no, the LTE one", "48000.00"),
        (("price for 40 AX-400", "does the price include shipping?"), "ok make it 60", "12000.00"),
        (("does the AX-400 have wifi?",), "how much is it?", "200.00"),
    ],
)  # fmt: skip
def test_a_price_goes_on_past_the_facts_that_were_asked_in_between(
    vendor: Vendor, earlier: tuple[str, ...], text: str, total: str
) -> None:
    answer = vendor.asked(text, earlier=earlier)
    assert quoted(answer) == Decimal(total), everything_said(answer)


@pytest.mark.parametrize(
    ("text", "total", "told"),
    [
        ("price for 100 AX-200 and what's the lead time?", "7200.00", "5 days"),
        ("what does the AX-400 weigh and what does it cost?", "200.00", "1100 g"),
        ("I need a quote for 30 AX-400. Also, do you have ISO 27001?", "6000.00", "since 2019"),
        ("price and lead time for 20 AX-200?", "1600.00", "5 days"),
        ("how much is the AX-200, the weight of the AX-400?", "80.00", "1100 g"),
        ("1. price of 20 AX-200 2. warranty", "1600.00", "36 months"),
    ],
)
def test_a_price_and_a_fact_asked_together_are_both_told(
    vendor: Vendor, text: str, total: str, told: str
) -> None:
    answer = vendor.asked(text)
    assert quoted(answer) == Decimal(total), everything_said(answer)
    assert told in answer.text


def test_prices_asked_one_after_another_have_one_total(vendor: Vendor) -> None:
    answer = vendor.asked("what do 10 AX-200 cost and how much are 10 AX-400?")
    assert quoted(answer) == Decimal("2800.00"), everything_said(answer)


def test_what_cannot_be_made_out_is_asked_back_once_however_it_is_worded(vendor: Vendor) -> None:
    assert vendor.asked("it doesn't work").outcome == "clarify"
    again = vendor.asked("it just doesn't work", earlier=("it doesn't work",))
    assert (again.outcome, again.reason) == ("escalated", Reason.AMBIGUOUS)
    unsure = vendor.asked("no idea", earlier=("price?",))
    assert (unsure.outcome, unsure.reason) == ("escalated", Reason.AMBIGUOUS)


def test_an_answer_that_names_the_product_may_be_asked_what_of_it(vendor: Vendor) -> None:
    answer = vendor.asked("the AX-200", earlier=("a question",))
    assert answer.outcome == "clarify"
    assert "AX-200" in answer.text


@pytest.mark.parametrize("text", ["what does {} pay for 10 AX-200?", "what's {}'s net price for the AX-400?"])  # fmt: skip
def test_a_real_partner_reads_like_a_name_that_nobody_bears(vendor: Vendor, text: str) -> None:
    vendor.sells("lists/globex.xlsx", {"amount": "61.23"}, audience=ONLY_GLOBEX, net=True)
    real, nobody = (vendor.asked(text.format(name)) for name in (GLOBEX.name.split()[0], "Harborview"))  # fmt: skip
    assert (real.text, real.outcome, real.reason) == (nobody.text, nobody.outcome, nobody.reason)
    assert real.reason == Reason.NOT_PERMITTED


@pytest.mark.parametrize("text", ["what does the customer pay for 10 AX-200?", "what do we pay for 10 AX-200?", "today's price for 10 AX-200"])  # fmt: skip
def test_ones_own_price_is_told_however_it_is_asked(vendor: Vendor, text: str) -> None:
    assert quoted(vendor.asked(text)) == Decimal("800.00")


def test_a_wish_for_goods_or_time_is_shown_no_rule_on_discounts(vendor: Vendor) -> None:
    vendor.tells("rules.md", "Further discounts are granted by the channel manager.")
    assert "Further discounts" in vendor.asked("can we get another 5% off?").text
    assert "Further discounts" not in vendor.asked("please let us return 12 opened gateways").text


def test_what_is_handed_over_of_a_message_says_which_of_its_questions_that_is(
    vendor: Vendor,
) -> None:
    answer = vendor.asked("What do 100 AX-200 cost and can I get 10% extra?")
    assert answer.outcome == "escalated"
    assert answer.text.startswith("**7,200.00 EUR**")
    assert "**can I get 10% extra?**" in answer.text
