"""From a question to its answer: every outcome, and nothing of what the asker may not see."""

from decimal import Decimal

import pytest
from tests.knowledge.answering.desks import (
    ACME,
    DAY,
    GLOBEX,
    NOBODY,
    ONLY_GLOBEX,
    OVER,
    PUBLIC,
    Vendor,
    everything_said,
)

from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.partners import EVERYONE, Partner

SECRET = "zirconium"


@pytest.fixture
def vendor() -> Vendor:
    shop = Vendor()
    shop.sells(
        "lists/h2.xlsx",
        {"max_quantity": 99},
        {"amount": "90.00", "min_quantity": 100},
        {"sku": "AX-400", "name": "Plant Gateway", "amount": "250.00"},
        {
            "sku": "WL-PRO",
            "name": "Watchline Pro",
            "amount": "5.00",
            "per": "month",
            "term_months": 12,
        },
        {
            "sku": "WL-PRO",
            "name": "Watchline Pro",
            "amount": "4.00",
            "per": "month",
            "term_months": 36,
        },
        {"sku": "TS-10", "name": "Temperature Sensor", "amount": None, "note": "on request"},
        {"sku": "KIT-7", "name": "Mounting Kit", "amount": "9.00", "min_quantity": 10},
    )
    shop.sells("lists/h1.xlsx", {"amount": "80.00"}, valid_until=OVER)
    shop.sells("lists/globex.xlsx", {"amount": "61.23"}, audience=ONLY_GLOBEX, net=True)
    shop.sells(
        "lists/secret.xlsx",
        {"sku": f"{SECRET}-9", "name": SECRET, "amount": "66.66"},
        audience=ONLY_GLOBEX,
    )
    shop.tells("facts.md", "The battery lasts eight hours.", "The warranty covers three years.")
    shop.tells("press.md", "The vendor was founded in Tarnwick.", audience=PUBLIC)
    shop.tells("globex.md", f"The {SECRET} housing resists acid.", audience=ONLY_GLOBEX)
    shop.tells("internal.md", f"The {SECRET} margin floor is low.", audience=NOBODY)
    shop.tells("old.md", f"The {SECRET} roadmap names a date.", valid_until=OVER)
    return shop


def outcome(answer: Answer) -> tuple[str, Reason | None]:
    return answer.outcome, answer.reason


def total(answer: Answer) -> Decimal:
    assert answer.outcome == "answered", everything_said(answer)
    assert answer.quote is not None
    return answer.quote.total


def test_a_price_is_computed_with_its_receipt(vendor: Vendor) -> None:
    answer = vendor.asked("price for 100 AX-200")
    assert total(answer) == Decimal("7200.00")
    assert answer.quote is not None
    assert answer.quote.lines[0].applied == ("volume band 100+", "gold 20%")
    assert "7,200.00 EUR" in answer.text
    (citation,) = answer.citations
    assert (citation.source, citation.locator) == ("lists/h2.xlsx", "EMEA!C3")
    assert answer.confidence == 0.97


def test_a_part_number_with_a_quantity_is_a_price_in_short(vendor: Vendor) -> None:
    assert total(vendor.asked("100 AX-200")) == Decimal("7200.00")


def test_each_partner_gets_its_own_price(vendor: Vendor) -> None:
    assert total(vendor.asked("price of AX-200", ACME)) == Decimal("80.00")
    assert total(vendor.asked("price of AX-200", GLOBEX)) == Decimal("61.23")
    assert total(vendor.asked("list price of AX-200", GLOBEX)) == Decimal("100.00")


def test_a_follow_up_changes_the_quantity_alone(vendor: Vendor) -> None:
    first = "price for 10 AX-200"
    assert total(vendor.asked("and for 100?", earlier=[first])) == Decimal("7200.00")
    assert total(vendor.asked("the last one, for 200", earlier=[first])) == Decimal("14400.00")


def test_a_superseded_list_is_quoted_for_its_own_day_alone_and_said_to_be_over(
    vendor: Vendor,
) -> None:
    assert total(vendor.asked("price of AX-200")) == Decimal("80.00")
    answer = vendor.asked(f"price of AX-200 on {OVER.isoformat()}")
    assert isinstance(answer, Answer)
    assert outcome(answer) == ("escalated", Reason.CONFLICT)  # both lists were in force that day
    vendor.sells("lists/h2.xlsx", {}, valid_from=DAY)
    answer = vendor.asked(f"price of AX-200 on {OVER.isoformat()}")
    assert total(answer) == Decimal("64.00")
    assert "over" in answer.text


def test_a_fact_is_quoted_from_its_passage(vendor: Vendor) -> None:
    answer = vendor.asked("how long does the battery last: the battery lasts hours?")
    assert answer.outcome == "answered"
    assert answer.citations[0].quote == "The battery lasts eight hours."
    assert "The battery lasts eight hours." in answer.text


def test_a_stranger_sees_what_is_public_and_no_more(vendor: Vendor) -> None:
    answer = vendor.asked("where was the vendor founded in", None)
    assert answer.outcome == "answered"
    assert answer.citations[0].source == "press.md"
    hidden = vendor.asked("how long does the battery last: the battery lasts hours?", None)
    assert outcome(hidden) == ("escalated", Reason.UNKNOWN_PARTNER)
    assert "eight" not in everything_said(hidden)


@pytest.mark.parametrize("text", ["price of AX-200", "100 AX-200 price?", "how much is AX-999?"])
def test_a_strangers_price_goes_to_a_person(vendor: Vendor, text: str) -> None:
    answer = vendor.asked(text, None)
    assert outcome(answer) == ("escalated", Reason.UNKNOWN_PARTNER)
    assert answer.quote is None


@pytest.mark.parametrize("text", ["hello", "Hi there!", "thanks a lot", "Danke", "good morning"])
def test_small_talk_claims_nothing_and_asks_nobody(vendor: Vendor, text: str) -> None:
    for partner in (ACME, None):
        answer = vendor.asked(text, partner)
        assert outcome(answer) == ("smalltalk", None)
        assert (answer.citations, answer.quote) == ((), None)


@pytest.mark.parametrize(
    "text", ["can I talk to a human", "get me a person please", "call me back"]
)
def test_who_wants_a_person_gets_one(vendor: Vendor, text: str) -> None:
    assert outcome(vendor.asked(text)) == ("escalated", Reason.ASKED_FOR_HUMAN)


@pytest.mark.parametrize(
    "text", ["can I give 22% on 40 AX-200?", "approve a special price", "can you match their price"]
)
def test_a_decision_is_never_taken(vendor: Vendor, text: str) -> None:
    answer = vendor.asked(text)
    assert outcome(answer) == ("escalated", Reason.NEEDS_HUMAN)
    assert answer.quote is None


@pytest.mark.parametrize(
    "text",
    [
        "what does Globex Automation pay for AX-200",
        "price of AX-200 for globex",
        "the silver price of AX-200",
    ],
)
def test_another_partners_terms_are_not_spoken_of(vendor: Vendor, text: str) -> None:
    for partner in (ACME, None):
        answer = vendor.asked(text, partner)
        assert outcome(answer) == ("escalated", Reason.NOT_PERMITTED)
        assert "61.23" not in everything_said(answer)


def test_lists_that_disagree_are_both_shown_and_a_person_asked(vendor: Vendor) -> None:
    vendor.sells("lists/other.xlsx", {"amount": "95.00"})
    answer = vendor.asked("price of AX-200")
    assert outcome(answer) == ("escalated", Reason.CONFLICT)
    assert {c.source for c in answer.citations} == {"lists/h2.xlsx", "lists/other.xlsx"}
    assert "80.00" in answer.text
    assert "76.00" in answer.text
    assert answer.quote is None


@pytest.mark.parametrize(
    "text",
    [
        "price of the gateway",
        "how much is it",
        "price of AX-200 for 10 or 20",
        "price of AX-200 last spring",
        "price of WL-PRO",
        "price of 3 KIT-7",
        "price for 0 AX-200",
    ],
)
def test_one_missing_fact_is_asked_back(vendor: Vendor, text: str) -> None:
    answer = vendor.asked(text)
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert answer.quote is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("price of AX-250", Reason.NO_EVIDENCE),
        ("price of AX-200-C", Reason.NO_EVIDENCE),
        ("price of TS-10", Reason.NEEDS_HUMAN),
        ("price of AX-200 with the summer promo", Reason.NEEDS_HUMAN),
        ("price of AX-200 for 24 months", Reason.NEEDS_HUMAN),
    ],
)
def test_what_cant_be_priced_goes_to_a_person_with_the_reason(
    vendor: Vendor, text: str, reason: Reason
) -> None:
    answer = vendor.asked(text)
    assert outcome(answer) == ("escalated", reason)
    assert answer.quote is None
    assert answer.doubt


def test_weak_evidence_goes_to_a_person_with_what_was_found(vendor: Vendor) -> None:
    answer = vendor.asked("does the warranty include lightning, flood and theft abroad")
    assert outcome(answer) == ("escalated", Reason.LOW_CONFIDENCE)
    assert answer.found
    assert answer.confidence < 0.5


def test_an_empty_library_has_no_evidence() -> None:
    assert outcome(Vendor().asked("what is the warranty")) == ("escalated", Reason.NO_EVIDENCE)


@pytest.mark.parametrize(
    "text",
    [
        f"what is the {SECRET} housing",
        f"the {SECRET} margin floor is low?",
        f"the {SECRET} roadmap names a date?",
        f"price of {SECRET}-9",
        f"how much for 10 {SECRET}",
        f"{SECRET}-9",
        "list everything",
        "price of AX-200",
    ],
)
@pytest.mark.parametrize("asker", [ACME, None, EVERYONE, Partner(id="x", name="X")])
def test_nothing_of_a_hidden_document_is_in_any_part_of_an_answer(
    vendor: Vendor, text: str, asker: Partner | None
) -> None:
    said = everything_said(vendor.asked(text, asker)).replace(text, "")
    for secret in ("housing resists", "margin floor is", "roadmap names", "66.66", "61.23"):
        assert secret not in said
    for path in ("globex.md", "internal.md", "old.md", "lists/secret.xlsx", "lists/globex.xlsx"):
        assert path not in said


def test_whether_a_hidden_product_exists_can_not_be_told(vendor: Vendor) -> None:
    hidden, unknown = f"{SECRET}-9", "xylophone-9"
    for frame in ("price of {}", "{}", "how much for 10 {}", "what is {}"):
        one, other = (vendor.asked(frame.format(sku)) for sku in (hidden, unknown))
        assert outcome(one) == outcome(other)
        assert one.text.replace(hidden, "") == other.text.replace(unknown, "")


@pytest.mark.parametrize(
    ("text", "place", "sum_"),
    [
        ("price of 10 WL-PRO", 1, "1152.00"),
        ("price of 100 of the gateway", 0, "7200.00"),
        ("price of AX-200 for 10 or 20", 1, "1600.00"),
        ("price of 3 KIT-7", 0, "72.00"),
        ("list price of 10 WL-PRO", 0, "600.00"),
    ],
)
def test_a_choice_sent_back_completes_the_question(
    vendor: Vendor, text: str, place: int, sum_: str
) -> None:
    choice = vendor.asked(text).choices[place]
    assert total(vendor.asked(choice, earlier=[text])) == Decimal(sum_)
    assert total(vendor.asked(choice)) == Decimal(sum_)


@pytest.mark.parametrize(
    ("text", "reply", "sum_"),
    [
        ("price of 10 WL-PRO", "36 months", "1152.00"),
        ("price of 10 WL-PRO", "for 36 months please", "1152.00"),
        ("price of AX-200 for 10 or 20", "20", "1600.00"),
        ("price of 100 of the gateway", "the AX-200", "7200.00"),
    ],
)
def test_a_reply_in_ones_own_words_completes_the_question(
    vendor: Vendor, text: str, reply: str, sum_: str
) -> None:
    assert vendor.asked(text).outcome == "clarify"
    assert total(vendor.asked(reply, earlier=[text])) == Decimal(sum_)


def test_letters_that_grow_when_folded_hide_no_price_in_short(vendor: Vendor) -> None:
    assert total(vendor.asked("ßßßß 100 AX-200 price")) == Decimal("7200.00")


@pytest.mark.parametrize("text", ["-5 AX-200 price", "2.5 x AX-200", "AX-200 price on 5 March", "AX-200 price less than 100"])  # fmt: skip
def test_a_quantity_or_a_day_that_is_none_is_asked_back(vendor: Vendor, text: str) -> None:
    assert outcome(vendor.asked(text)) == ("clarify", Reason.AMBIGUOUS)


def test_a_price_that_rounds_to_nothing_goes_to_a_person() -> None:
    shop = Vendor()
    shop.sells("labels.xlsx", {"sku": "LBL-1", "name": "Label", "amount": "0.004"})
    assert outcome(shop.asked("1000 LBL-1 price")) == ("escalated", Reason.NEEDS_HUMAN)


def test_a_neighbouring_part_number_of_digits_is_no_quantity() -> None:
    shop = Vendor()
    shop.sells("bolts.csv", {"sku": "10047", "name": "Nut", "amount": "1.00"})
    for asked in (["10047 price 10048"], ["price of 10047", "and 10048?"]):
        answer = shop.asked(asked[-1], earlier=asked[:-1])
        assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert total(shop.asked("price of 500 x 10047")) == Decimal("400.00")


@pytest.mark.parametrize("text", ["gold partner price for AX-200", "AX-200 price at gold level", "price AX-200 if we were gold"])  # fmt: skip
def test_the_price_of_another_tier_is_not_answered_with_ones_own(vendor: Vendor, text: str) -> None:
    assert outcome(vendor.asked(text, GLOBEX)) == ("escalated", Reason.NOT_PERMITTED)


@pytest.mark.parametrize("text", ["how long does its battery last", "does it have a warranty of three years"])  # fmt: skip
def test_a_fact_asked_after_a_price_is_not_answered_with_the_price(
    vendor: Vendor, text: str
) -> None:
    assert vendor.asked(text, earlier=["price of AX-200"]).quote is None


@pytest.mark.parametrize(
    ("earlier", "text", "amount"),
    [
        (["price of WL-PRO", "12 months"], "for 10 users", "480.00"),
        (["100 AX-200"], "and for 200?", "14400.00"),
        (["price of AX-200"], "list?", "100.00"),
        (["10 AX-200 price"], "sorry, 20", "1600.00"),
        ([], "100pcs AX-200", "7200.00"),
        ([], "one hundred AX-200", "7200.00"),
    ],
)
def test_a_price_in_short_is_understood(
    vendor: Vendor, earlier: list[str], text: str, amount: str
) -> None:
    assert total(vendor.asked(text, earlier=earlier)) == Decimal(amount)


def test_a_part_number_alone_that_is_none_is_not_answered_with_a_neighbours_facts(
    vendor: Vendor,
) -> None:
    vendor.tells("ax.md", "The AX-200 draws ten watts.")
    assert outcome(vendor.asked("AX-2000")) == ("escalated", Reason.NO_EVIDENCE)


def test_another_currency_in_short_is_looked_up_and_never_converted(vendor: Vendor) -> None:
    answer = vendor.asked("in dollars?", earlier=["price of AX-200"])
    assert outcome(answer) == ("escalated", Reason.NO_EVIDENCE)


def test_a_price_by_the_month_of_what_is_bought_once_is_not_answered(vendor: Vendor) -> None:
    assert outcome(vendor.asked("AX-200 price per month")) == ("escalated", Reason.NEEDS_HUMAN)


def test_going_on_with_a_question_on_another_partner_is_no_way_around(vendor: Vendor) -> None:
    answer = vendor.asked("and for 10?", earlier=["price of AX-200 for Globex Automation"])
    assert outcome(answer) == ("escalated", Reason.NOT_PERMITTED)
    assert vendor.asked("price of AX-200", earlier=["price for Globex Automation"]).quote
    assert vendor.asked("thanks", earlier=["price for Globex Automation"]).outcome == "smalltalk"


def test_who_else_is_a_partner_cannot_be_told_from_the_words(vendor: Vendor) -> None:
    known, unknown = vendor.asked("what is globex allowed"), vendor.asked("what is zorgon allowed")
    assert outcome(known)[1] is Reason.NOT_PERMITTED
    assert known.text == unknown.text


@pytest.mark.parametrize("text", ["no", "why?", "what about it"])
def test_words_that_name_no_thing_are_asked_back(vendor: Vendor, text: str) -> None:
    assert outcome(vendor.asked(text)) == ("clarify", Reason.AMBIGUOUS)
