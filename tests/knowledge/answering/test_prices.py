"""From a price question to its sum: several things, offers, packs, days, comparisons and budgets, each from the lists."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.knowledge.answering.desks import (
    ACME,
    DAY,
    GLOBEX,
    ONLY_GLOBEX,
    OVER,
    Vendor,
    everything_said,
)

from partnerline.knowledge.answering.price_wording import name_beside
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.partners import EVERYONE

LATER = DAY + timedelta(days=30)


@pytest.fixture
def vendor() -> Vendor:
    shop = Vendor()
    shop.sells(
        "lists/h2.xlsx",
        {"max_quantity": 99},
        {"amount": "90.00", "min_quantity": 100},
        {"sku": "AX-400", "name": "Plant Gateway", "amount": "250.00"},
        {"sku": "TS-10", "name": "Temperature Sensor", "amount": "40.00"},
        {"sku": "PR-5", "name": "Probe", "amount": "3.00", "pack_size": 10},
        {"sku": "GL-1", "name": "Glove", "amount": "8.00", "pack_size": 100, "unit": "box", "amount_is_for": "pack"},
        {"sku": "CB-9", "name": "Clip", "amount": "8.00", "pack_size": 50, "amount_is_for": "unclear"},
        {"sku": "WL-PRO", "name": "Watchline Pro", "amount": "4.00", "per": "month", "term_months": 36},
        {"sku": "WL-PRO", "name": "Watchline Pro", "amount": "5.00", "per": "month", "term_months": 12},
        {"sku": "SUP-1", "name": "Support Desk", "amount": "10.00", "per": "month"},
        {"sku": "SUP-1", "name": "Support Desk", "amount": "100.00", "per": "year"},
        {"sku": "NO-1", "name": "Bracket", "amount": None, "note": "on request"},
    )  # fmt: skip
    shop.sells("lists/globex.xlsx", {"amount": "61.23"}, audience=ONLY_GLOBEX, net=True)
    shop.offers(
        "promotions.xlsx",
        {"code": "COLD27", "name": "Cold-chain winter", "applies_to": ("TS-10",), "percent": Decimal("0.10"), "min_quantity": 50, "last_day": LATER},
        {"code": "SWITCH27", "name": "Switch to Plant", "applies_to": ("AX-400",), "fixed": Decimal("180.00"), "currency": "EUR"},
        {"code": "OLD25", "name": "Autumn start", "applies_to": ("TS-10",), "percent": Decimal("0.30"), "last_day": OVER},
        {"code": "APAC1", "name": "Far east", "applies_to": ("TS-10",), "percent": Decimal("0.50"), "regions": frozenset({"APAC"})},
    )  # fmt: skip
    return shop


def outcome(answer: Answer) -> tuple[str, Reason | None]:
    return answer.outcome, answer.reason


def total(answer: Answer) -> Decimal:
    assert answer.outcome == "answered", everything_said(answer)
    assert answer.quote is not None, everything_said(answer)
    return answer.quote.total


def test_several_products_are_added_up_line_by_line(vendor: Vendor) -> None:
    answer = vendor.asked("price for 100 AX-200, 2 AX-400 and 10 TS-10")
    assert total(answer) == Decimal("7200.00") + Decimal("400.00") + Decimal("320.00")
    assert answer.quote is not None
    assert [line.quantity for line in answer.quote.lines] == [100, 2, 10]
    assert {citation.locator for citation in answer.citations} == {"EMEA!C3", "EMEA!C4", "EMEA!C5"}
    assert "7,920.00 EUR" in answer.text


def test_one_off_and_recurring_are_told_apart(vendor: Vendor) -> None:
    answer = vendor.asked("price for 1 AX-400 and 10 WL-PRO over 36 months")
    assert total(answer) == Decimal("200.00") + Decimal("1152.00")
    assert answer.quote is not None
    kinds = {one.kind: (one.amount, one.a_month) for one in answer.quote.subtotals}
    assert kinds["recurring"] == (Decimal("1152.00"), Decimal("32.00"))
    assert "in all for 2 items: 200.00 EUR one-off, 1,152.00 EUR over 36 months" in answer.text
    assert "32.00 EUR a month" in answer.text


def test_what_one_item_lacks_keeps_the_rest_on_show(vendor: Vendor) -> None:
    answer = vendor.asked("price for 2 AX-400 and 3 NO-1")
    assert outcome(answer) == ("escalated", Reason.NEEDS_HUMAN)
    assert answer.quote is None
    assert "400.00" in answer.text


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("price for 50 TS-10 with COLD27", "1440.00"),
        ("50 TS-10 with the cold-chain winter promo", "1440.00"),
        ("price for 5 AX-400 with promotion SWITCH27", "900.00"),
        ("price for 10 AX-400 with our approved deal registration", "1880.00"),
    ],
)
def test_an_offer_that_is_named_counts(vendor: Vendor, text: str, sum_: str) -> None:
    answer = vendor.asked(text)
    assert total(answer) == Decimal(sum_)
    assert answer.quote is not None
    assert answer.quote.lines[0].applied[-1].startswith(("promotion", "registered deal"))


@pytest.mark.parametrize(
    ("text", "sum_", "why"),
    [
        ("price for 50 TS-10 with OLD25", "1600.00", "ended"),
        ("price for 10 TS-10 with COLD27", "320.00", "50 or more"),
        ("price for 10 AX-200 with COLD27", "800.00", "isn't for this product"),
        ("list price for 50 TS-10 with COLD27", "2000.00", "list price"),
    ],
)
def test_an_offer_that_doesnt_count_is_said_before_the_price_without_it(
    vendor: Vendor, text: str, sum_: str, why: str
) -> None:
    answer = vendor.asked(text)
    assert total(answer) == Decimal(sum_)
    assert why in answer.text


def test_a_deal_that_isnt_approved_takes_nothing_off(vendor: Vendor) -> None:
    for said in ("our pending deal registration", "a deal reg that was rejected"):
        answer = vendor.asked(f"price for 10 AX-400 with {said}")
        assert total(answer) == Decimal("2000.00")
        assert "once it is approved" in answer.text


def test_an_offer_is_never_counted_unasked(vendor: Vendor) -> None:
    assert total(vendor.asked("price for 50 TS-10")) == Decimal("1600.00")


def test_a_promotion_and_a_deal_are_never_counted_together(vendor: Vendor) -> None:
    answer = vendor.asked("price for 50 TS-10 with COLD27 and our registered deal")
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert [total(vendor.asked(choice)) for choice in answer.choices] == [Decimal("1440.00"), Decimal("1504.00")]  # fmt: skip


def test_an_unknown_promotion_is_asked_back_with_those_that_run_for_the_asker(
    vendor: Vendor,
) -> None:
    answer = vendor.asked("price for 50 TS-10 with the easter promo")
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert "COLD27" in answer.text
    assert "OLD25" not in answer.text
    assert "APAC1" not in answer.text


def test_packs_are_kept_whole(vendor: Vendor) -> None:
    assert total(vendor.asked("price for 30 PR-5")) == Decimal("72.00")
    broken = vendor.asked("price for 25 PR-5")
    assert outcome(broken) == ("clarify", Reason.AMBIGUOUS)
    assert [total(vendor.asked(c)) for c in broken.choices] == [Decimal("48.00"), Decimal("72.00")]
    assert total(vendor.asked("price for 2 boxes of GL-1")) == Decimal("12.80")
    open_ = vendor.asked("price for 200 GL-1")
    assert outcome(open_) == ("clarify", Reason.AMBIGUOUS)
    assert [total(vendor.asked(c)) for c in open_.choices] == [Decimal("1280.00"), Decimal("12.80")]
    assert outcome(vendor.asked("price for 50 CB-9")) == ("escalated", Reason.NEEDS_HUMAN)


def test_by_the_month_or_by_the_year_is_asked_back(vendor: Vendor) -> None:
    answer = vendor.asked("price for 1 SUP-1 over 12 months")
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert {total(vendor.asked(choice)) for choice in answer.choices} == {Decimal("96.00"), Decimal("80.00")}  # fmt: skip


def test_a_quantity_is_held_against_another(vendor: Vendor) -> None:
    answer = vendor.asked("difference between 10 and 100 AX-200?")
    assert answer.outcome == "answered", everything_said(answer)
    assert [quote.total for quote in answer.quotes] == [Decimal("800.00"), Decimal("7200.00")]
    assert "8.00 EUR less each" in answer.text
    less = vendor.asked("how much less is the AX-200 at 100?")
    assert [quote.total for quote in less.quotes] == [Decimal("80.00"), Decimal("7200.00")]


def test_terms_bands_and_the_list_price_are_held_against_each_other(vendor: Vendor) -> None:
    terms = vendor.asked("10 WL-PRO: 12 months vs 36 months, what's the price difference?")
    assert [q.total for q in terms.quotes] == [Decimal("480.00"), Decimal("1152.00")]
    bands = vendor.asked("which band is cheaper for the AX-200?")
    assert [q.lines[0].unit_price for q in bands.quotes] == [Decimal("80.00"), Decimal("72.00")]
    assert "100" in bands.text
    saved = vendor.asked("how much do we save off list on 10 AX-400?")
    assert [q.total for q in saved.quotes] == [Decimal("2500.00"), Decimal("2000.00")]


@pytest.mark.parametrize(
    ("text", "quantity", "left"),
    [
        ("how many AX-400 can I get for 5,000 €?", 25, "0.00"),
        ("how many AX-200 can I get for 7,500 EUR", 104, "12.00"),
        ("how many PR-5 do I get for 100 EUR", 40, "4.00"),
    ],
)
def test_a_budget_is_turned_round(vendor: Vendor, text: str, quantity: int, left: str) -> None:
    answer = vendor.asked(text)
    assert answer.quote is not None, everything_said(answer)
    assert answer.quote.lines[0].quantity == quantity
    assert f"{left} EUR left" in answer.text


def test_a_budget_in_another_currency_is_not_converted(vendor: Vendor) -> None:
    answer = vendor.asked("how many AX-400 can I get for $5,000?")
    assert outcome(answer) == ("escalated", Reason.NEEDS_HUMAN)


def test_a_wished_discount_goes_to_a_person_with_its_effect(vendor: Vendor) -> None:
    vendor.tells(
        "programme.md", "Discounts beyond the tier are granted by the channel manager alone."
    )
    answer = vendor.asked("can I give 22% on 40 AX-200?")
    assert outcome(answer) == ("escalated", Reason.NEEDS_HUMAN)
    assert answer.quote is None
    assert "3,120.00 EUR in total" in answer.doubt
    assert "62.40 EUR each" in answer.doubt
    assert "granted by the channel manager alone" in answer.text
    assert "78.00" not in answer.text


def test_what_is_asked_beside_a_decision_is_answered_and_the_packet_stays_whole(
    vendor: Vendor,
) -> None:
    answer = vendor.asked("What do 40 AX-200 cost? And can I give 22%?")
    assert answer.outcome == "escalated"
    assert answer.quote is not None
    assert answer.quote.lines[0].quantity == 40
    assert answer.decision is not None
    assert answer.decision.what.startswith("40 × ")


def test_what_is_told_of_a_deal_beside_a_decision_is_no_question(vendor: Vendor) -> None:
    answer = vendor.asked("The customer takes 40 AX-200. Can I give 22%?")
    assert (answer.outcome, answer.quote) == ("escalated", None)


def test_a_decision_has_its_parts_each_amount_computed(vendor: Vendor) -> None:
    vendor.tells(
        "programme.md", "Discounts beyond the tier are granted by the channel manager alone."
    )
    answer = vendor.asked("can I give 22% on 40 AX-200?")
    decision = answer.decision
    assert decision is not None
    assert decision.wish == "Acme Resellers (gold) asks for 22 % off. No document grants it."
    assert decision.what.startswith("40 × ")
    assert [rule.source for rule in answer.citations] == ["programme.md"]
    off_list, off_net = decision.effects
    assert (off_list.unit_price, off_list.total) == ("78.00 EUR", "3,120.00 EUR")
    assert (off_list.off, off_list.difference) == (Decimal("80.00"), "80.00 EUR less")
    assert (off_net.unit_price, off_net.total) == ("62.40 EUR", "2,496.00 EUR")
    assert decision.unknown == ()


def test_a_wished_price_is_reckoned_for_all_that_is_bought(vendor: Vendor) -> None:
    decision = vendor.asked("can you do AX-200 for 70 EUR each if they take 40?").decision
    assert decision is not None
    (effect,) = decision.effects
    assert (effect.way, effect.total) == ("at 70.00 EUR each", "2,800.00 EUR")
    assert effect.difference == "400.00 EUR less"


def test_what_is_wished_in_another_currency_is_unknown(vendor: Vendor) -> None:
    decision = vendor.asked("can you do AX-200 for 70 USD each if they take 40?").decision
    assert decision is not None
    assert decision.effects == ()
    assert decision.unknown == ("what that is in EUR; nothing is converted.",)


def test_a_wish_without_a_price_says_that_the_price_is_unknown(vendor: Vendor) -> None:
    decision = vendor.asked("can I give 22% on the NO-1?").decision
    assert decision is not None
    assert decision.effects == ()


def test_what_is_answered_has_no_decision(vendor: Vendor) -> None:
    assert vendor.asked("price for 100 AX-200").decision is None


@pytest.mark.parametrize("text", ["what promotions are running?", "any special offers?"])
def test_running_promotions_are_listed_for_whom_they_are(vendor: Vendor, text: str) -> None:
    answer = vendor.asked(text)
    assert answer.outcome == "answered"
    assert "COLD27" in answer.text
    assert "SWITCH27" in answer.text
    assert "OLD25" not in answer.text
    assert "APAC1" not in everything_said(answer)


def test_one_promotion_is_told_by_its_days(vendor: Vendor) -> None:
    assert "runs" in vendor.asked("is COLD27 still on?").text
    assert "over" in vendor.asked("is OLD25 still running?").text
    assert "never combine" in vendor.asked("does COLD27 stack with the deal registration?").text


def test_a_day_that_may_be_two_is_asked_back_only_where_it_matters() -> None:
    shop = Vendor()
    shop.sells("lists/old.xlsx", {"amount": "90.00"}, valid_until=date(2026, 6, 30))
    shop.sells("lists/new.xlsx", {"amount": "100.00"}, valid_from=date(2026, 7, 1))
    asked = shop.asked("price of AX-200 in march")
    assert outcome(asked) == ("clarify", Reason.AMBIGUOUS)
    assert [total(shop.asked(c)) for c in asked.choices] == [Decimal("72.00"), Decimal("80.00")]
    assert total(shop.asked("what was the price of AX-200 in march?")) == Decimal("72.00")
    assert total(shop.asked("price of 2 AX-200 for an order next week")) == Decimal("160.00")
    spans = shop.asked("price of AX-200 in q2 and q3 2026")
    assert spans.outcome == "clarify"


def test_the_regions_of_one_list_are_never_mixed() -> None:
    shop = Vendor()
    shop.sells(
        "lists/all.csv",
        {"amount": "100.00", "region": "EMEA"},
        {"amount": "120.00", "region": "NA"},
    )
    assert total(shop.asked("price of AX-200")) == Decimal("80.00")
    answer = shop.asked("price of AX-200", EVERYONE)
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert [total(shop.asked(c, EVERYONE)) for c in answer.choices] == [Decimal("100.00"), Decimal("120.00")]  # fmt: skip


def test_a_net_price_takes_no_promotion(vendor: Vendor) -> None:
    vendor.offers("more.csv", {"code": "ALL5", "name": "Everything five", "applies_to": ("AX-200",), "percent": Decimal("0.05")})  # fmt: skip
    answer = vendor.asked("price for 10 AX-200 with ALL5", GLOBEX)
    assert total(answer) == Decimal("612.30")
    assert "net price" in answer.text
    assert total(vendor.asked("price for 10 AX-200 with ALL5", ACME)) == Decimal("760.00")


@pytest.mark.parametrize(
    ("earlier", "text", "sum_"),
    [
        ("price for 50 TS-10", "what if we use COLD27?", "1440.00"),
        ("price for 50 TS-10", "with promo code COLD27?", "1440.00"),
        ("price for 10 AX-400", "and with our registered deal", "1880.00"),
        ("price for 10 AX-400", "the last one, for 20", "4000.00"),
    ],
)
def test_what_is_added_in_the_thread_is_priced(
    vendor: Vendor, earlier: str, text: str, sum_: str
) -> None:
    assert total(vendor.asked(text, earlier=[earlier])) == Decimal(sum_)


@pytest.fixture
def columns() -> Vendor:
    shop = Vendor()
    shop.sells(
        "lists/tiers.xlsx",
        {"max_quantity": 99},
        {"amount": "90.00", "min_quantity": 100},
        {"amount": "70.00", "tier": "gold"},
        {"sku": "AX-400", "name": "Plant Gateway", "amount": "200.00", "tier": "gold"},
        {"sku": "GL-1", "name": "Glove", "amount": "8.00", "pack_size": 6, "unit": "box of 6", "amount_is_for": "pack"},
        {"sku": "BG-1", "name": "Swab", "amount": "8.00", "pack_size": 6, "unit": "bag", "amount_is_for": "unclear", "min_quantity": 12},
        {"sku": "MO-1", "name": "Cloud Seat", "amount": "5.00", "per": "month"},
        {"sku": "SUP-1", "name": "Support Desk", "amount": "10.00", "per": "month"},
        {"sku": "SUP-1", "name": "Support Desk", "amount": "100.00", "per": "year"},
    )  # fmt: skip
    shop.offers("promotions.xlsx", {"code": "PLANT27", "name": "Plant days", "applies_to": ("AX-400",), "percent": Decimal("0.10")})  # fmt: skip
    return shop


def test_beside_a_tiers_price_stands_the_list_price_of_the_band_or_a_dash(columns: Vendor) -> None:
    assert "| 10 | 100.00 | 70.00 | 700.00 |" in columns.asked("price for 10 AX-200").text
    assert "| 100 | 90.00 | 70.00 | 7,000.00 |" in columns.asked("price for 100 AX-200").text
    without = columns.asked("price for 10 AX-400")
    assert "| 10 | – | 200.00 | 2,000.00 |" in without.text
    assert without.quote is not None
    assert not without.quote.lines[0].listed


def test_a_wished_discount_off_the_list_is_worked_out_where_there_is_a_list_price(
    columns: Vendor,
) -> None:
    listed, unlisted = (columns.asked(f"can I give 22% on 10 {sku}?") for sku in ("AX-200", "AX-400"))  # fmt: skip
    assert "list 100.00 EUR" in listed.doubt
    assert "78.00 EUR each, 780.00 EUR in total, 80.00 EUR more" in listed.doubt
    assert "156.00 EUR each" in unlisted.doubt
    assert "list" not in unlisted.doubt


def test_the_billing_there_is_not_is_asked_back(columns: Vendor) -> None:
    answer = columns.asked("price for 3 MO-1 billed yearly")
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert "only a price by the month. Shall I price that?" in answer.text
    assert [total(columns.asked(choice)) for choice in answer.choices] == [Decimal("12.00")]
    assert total(columns.asked("price for 2 SUP-1 billed yearly")) == Decimal("160.00")
    several = columns.asked("price for 1 AX-200 and 3 MO-1 billed yearly")
    assert outcome(several) == ("clarify", Reason.AMBIGUOUS)
    assert [total(columns.asked(choice)) for choice in several.choices] == [Decimal("82.00")]


def test_one_period_is_not_said_to_be_a_term(columns: Vendor) -> None:
    month = columns.asked("price for 3 MO-1").text
    assert "for 3 × Cloud Seat for 1 month." in month
    assert "for 2 × Support Desk for 12 months." in columns.asked("price for 2 SUP-1 billed yearly").text  # fmt: skip
    assert "over 6 months." in columns.asked("price for 3 MO-1 over 6 months").text
    both = columns.asked("price for 3 MO-1 and 1 AX-200").text
    assert "each per month, 1 month)" in both
    assert "12.00 EUR a month" in both
    assert "1 months" not in month + both


def test_a_budget_says_whether_it_buys_packs_or_pieces(vendor: Vendor, columns: Vendor) -> None:
    packs = columns.asked("how many GL-1 can I get for 1,350 EUR?")
    assert "buys **210 packs of 6 (1,260 pieces)**, with 6.00 EUR left" in packs.text
    assert "211 packs of 6 (1,266 pieces) would be 1,350.40 EUR" in packs.text
    pieces = vendor.asked("how many PR-5 do I get for 100 EUR")
    assert "buys **40 pieces (4 packs of 10)**" in pieces.text
    for open_ in (vendor.asked("how many CB-9 for 100 EUR"), columns.asked("how many BG-1 can I get for 100 EUR?")):  # fmt: skip
        assert outcome(open_) == ("escalated", Reason.NEEDS_HUMAN)
        assert "whether the price is for a piece or a pack" in open_.doubt


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("difference between 10 and 100 AX-200?", "more** in total at 100 than at 10; the same each."),
        ("AX-200 vs AX-400 price difference", "130.00 EUR more** in total for AX-400 than for AX-200; 130.00 EUR more each (+185.7 %)."),
        ("3 MO-1: 12 months vs 36 months, what's the price difference?", "more** in total over 36 months than over 12 months; the same each."),
        ("how much do we save off list on 10 AX-200?", "300.00 EUR less** in total at your price than at the list price; 30.00 EUR less each (-30.0 %)."),
        ("how much do we save with PLANT27 on 10 AX-400?", "200.00 EUR less** in total with the promotion than without; 20.00 EUR less each (-10.0 %)."),
        ("price of 10 AX-200 today vs on 1 September 2026, difference?", "**The same** in total on 2026-09-01 as on 2026-07-15; the same each."),
    ],
)  # fmt: skip
def test_a_comparison_is_said_as_people_say_it(columns: Vendor, text: str, said: str) -> None:
    assert said in columns.asked(text).text


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("AX-400 edge gateway", "edge gateway"),
        ("ax-400 gateway", "gateway"),
        ("AX-400", "AX-400"),
        ("AX-400-B gateway", "AX-400-B gateway"),
        ("Gateway AX-400", "Gateway AX-400"),
    ],
)
def test_a_part_number_is_not_said_twice(name: str, beside: str) -> None:
    assert name_beside("AX-400", name) == beside


def test_words_that_nothing_was_made_of_are_said_to_be_left_out(vendor: Vendor) -> None:
    answer = vendor.asked("price for 10 AX-200 with gold plating and engraving")
    assert total(answer) == Decimal("800.00")
    assert "engraving" in answer.text.rpartition("Not in this price")[2]
    assert "Not in this price" not in vendor.asked("please quote 10 AX-200 for us, thanks").text


def test_products_that_are_counted_are_never_answered_from_a_document(vendor: Vendor) -> None:
    vendor.tells("swap.md", "swap 10 AX-200 edge gateway crates sideways in the depot")
    answer = vendor.asked("swap 10 AX-200 edge gateway crates sideways in the depot")
    assert answer.outcome != "answered" or answer.quote is not None


@pytest.mark.parametrize(
    "text", ["difference between 0 and 10 AX-200", "compare 10 and 90000000 AX-200"]
)
def test_a_comparison_takes_no_quantity_that_cant_be_had(vendor: Vendor, text: str) -> None:
    answer = vendor.asked(text)
    assert outcome(answer) == ("clarify", Reason.AMBIGUOUS)
    assert answer.quotes == ()


def test_the_row_of_an_offer_for_others_isnt_shown(vendor: Vendor) -> None:
    answer = vendor.asked("price for 50 TS-10 with APAC1")
    assert total(answer) == Decimal("1600.00")
    assert "region" in answer.text
    assert "Far east" not in everything_said(answer)
