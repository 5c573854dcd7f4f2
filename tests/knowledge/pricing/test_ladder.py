"""The ladder of prices: against a slow reference on random lists, and rule by rule."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.knowledge.pricing.asking import asked, in_short, total
from tests.knowledge.pricing.lists import (
    DAY,
    OWN,
    offered,
    partners,
    price,
    prices,
    requests,
    rules,
)
from tests.knowledge.pricing.reference import verdict

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.ladder import price_for
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    BelowMinimum,
    CurrencyNeeded,
    Disagreement,
    NoPrice,
    OnRequest,
    PriceRequest,
    PricingRules,
    TermNeeded,
)

OTHERS = (Product(sku="TS-100", name="Sensor"),)


@settings(max_examples=500, deadline=None)
@given(st.lists(prices(), min_size=1, max_size=6), partners, offered, rules)
def test_the_price_is_the_one_that_a_slow_reading_of_the_contract_gives(
    entries: list[Price], partner: Partner | None, request: PriceRequest, given_rules: PricingRules
) -> None:
    found = price_for(entries, partner, request, as_of=DAY, rules=given_rules, others=OTHERS)
    assert in_short(found) == verdict(entries, partner, request, DAY, given_rules)


@settings(max_examples=80, deadline=None)
@given(st.lists(prices(), max_size=6), partners, requests, st.randoms())
def test_the_order_of_the_entries_changes_no_amount(
    entries: list[Price], partner: Partner | None, request: PriceRequest, chance
) -> None:
    shuffled = chance.sample(entries, len(entries))
    first = price_for(entries, partner, request, as_of=DAY)
    assert in_short(first) == in_short(price_for(shuffled, partner, request, as_of=DAY))


@settings(max_examples=80, deadline=None)
@given(st.lists(prices(), max_size=6), partners, requests)
def test_a_quote_names_the_list_and_the_cell_of_an_entry_in_force(
    entries: list[Price], partner: Partner | None, request: PriceRequest
) -> None:
    found = price_for(entries, partner, request, as_of=DAY)
    quotes = [found] if isinstance(found, Quote) else getattr(found, "quotes", ())
    for quote in quotes:
        assert any(
            (quote.price_list, line.cell, quote.valid_from, quote.valid_until)
            == (entry.list.path, entry.locator, entry.first_day, entry.last_day)
            and (line.list_price == entry.amount or line.listed)
            and entry.holds_on(DAY)
            for entry in entries
            for line in quote.lines
        )


def test_a_list_of_ones_own_goes_before_the_tier_and_the_tier_before_the_list() -> None:
    common, tier = price("100"), price("70", tier="gold")
    own = price("60", of={"audience": OWN, "net": True})
    assert total(asked(common)()) == Decimal("80.00")
    assert total(asked(common, tier)()) == Decimal("70.00")
    assert total(asked(common, tier, own)()) == Decimal("60.00")


def test_the_tiers_column_in_ones_own_list_goes_before_that_lists_other_column() -> None:
    of = {"audience": OWN}
    assert total(asked(price("100", of=of), price("55", tier="gold", of=of))()) == Decimal("55.00")


def test_nothing_comes_off_a_tiers_price_or_a_net_price() -> None:
    assert total(asked(price("70", tier="gold"))()) == 70
    assert total(asked(price("70", of={"net": True}))()) == 70


def test_another_tiers_column_is_nobody_elses_price() -> None:
    assert asked(price("70", tier="platinum"))() == NoPrice()


def test_a_tier_that_leaves_small_quantities_open_leaves_them_to_the_list() -> None:
    lists = [price("100"), price("70", tier="gold", min_quantity=100)]
    assert total(asked(*lists)(quantity=1)) == 80
    assert total(asked(*lists)(quantity=100)) == 7000


def test_a_list_in_another_currency_hides_no_price_of_the_partners_own() -> None:
    dollars = price("70", tier="gold", currency="USD")
    assert total(asked(dollars, price("100"))()) == 80
    assert asked(dollars)() == NoPrice()


@pytest.mark.parametrize(("quantity", "unit"), [(1, 10), (9, 10), (10, 8), (99, 8), (100, 5)])
def test_both_ends_of_a_band_count(quantity: int, unit: int) -> None:
    bands = [
        price("10", max_quantity=9, of={"net": True}),
        price("8", min_quantity=10, max_quantity=99, of={"net": True}),
        price("5", min_quantity=100, of={"net": True}),
    ]
    assert total(asked(*bands)(quantity=quantity)) == unit * quantity


def test_the_list_price_by_name_is_the_first_band_with_nothing_off_whatever_the_quantity() -> None:
    bands = [
        price("10", max_quantity=99),
        price("5", min_quantity=100),
        price("3", tier="gold"),
        price("2", of={"audience": OWN}),
    ]
    outcome = asked(*bands)(quantity=100, list_only=True)
    assert total(outcome) == 1000
    assert isinstance(outcome, Quote)
    assert outcome.lines[0].applied[0] == "list price"


def test_a_net_price_is_never_given_as_the_list_price() -> None:
    assert asked(price("60", of={"net": True}))(list_only=True) == NoPrice()


@pytest.mark.parametrize("where", ["list", "row"])
@pytest.mark.parametrize(("shift", "holds"), [(-1, False), (0, True), (1, True), (2, False)])
def test_the_first_and_the_last_day_count_and_no_day_beside_them(
    where: str, shift: int, holds: bool
) -> None:
    days = {"valid_from": DAY, "valid_until": DAY + timedelta(days=1)}
    entry = price("10", of=days) if where == "list" else price("10", **days)
    found = asked(entry, on=DAY + timedelta(days=shift))()
    assert isinstance(found, Quote) if holds else found == NoPrice()


def test_a_superseded_list_is_quoted_on_its_own_days_only() -> None:
    old = price("90", of={"path": "h1.xlsx", "valid_until": DAY})
    new = price("100", of={"path": "h2.xlsx", "valid_from": DAY + timedelta(days=1)})
    for day, path in ((DAY, "h1.xlsx"), (DAY + timedelta(days=1), "h2.xlsx")):
        found = asked(old, new, on=day)()
        assert isinstance(found, Quote)
        assert found.price_list == path


def test_two_lists_that_disagree_are_both_shown() -> None:
    found = asked(price("100", of={"path": "a"}), price("90", of={"path": "b"}))()
    assert isinstance(found, Disagreement)
    assert [(quote.price_list, quote.total) for quote in found.quotes] == [("a", 80), ("b", 72)]


def test_two_lists_that_agree_are_one_price() -> None:
    assert total(asked(price("100", of={"path": "a"}), price("100.00", of={"path": "b"}))()) == 80


def test_half_a_cent_is_rounded_up_before_it_is_multiplied() -> None:
    entry = price(
        "0.10625", of={"net": True}
    )  # 0.10625 is below the half, 0.105 is the half itself
    assert total(asked(entry)(quantity=100)) == Decimal("11.00")
    half = price("0.105", of={"net": True})
    assert total(asked(half)(quantity=3)) == Decimal("0.33")
    assert total(asked(half, rules=PricingRules(rounding="line"))(quantity=3)) == Decimal("0.32")


def test_a_huge_quantity_is_exact_to_the_cent() -> None:
    found = asked(price("99999999.99", of={"net": True}))(quantity=10**25)
    assert total(found) == Decimal("99999999.99") * 1 * 10**25


@pytest.mark.parametrize(
    ("per", "term", "asked_for", "amount"),
    [
        ("month", 36, 36, 360),
        ("month", None, 18, 180),
        ("month", None, None, 10),
        ("year", 36, 36, 30),
        ("year", 18, 18, 15),
        ("year", None, 24, 20),
        ("year", None, None, 10),
        ("term", 36, 36, 10),
    ],
)
def test_an_amount_by_the_month_or_the_year_is_due_for_the_whole_term(
    per: str, term: int | None, asked_for: int | None, amount: int
) -> None:
    entry = price("10", per=per, term_months=term, of={"net": True})
    found = asked(entry)(term_months=asked_for)
    assert total(found) == amount


def test_half_a_year_of_a_yearly_price_is_not_made_up() -> None:
    yearly = price("10", per="year")
    for months in (6, 18):
        assert asked(yearly)(term_months=months) == TermNeeded(terms=(), asked=months)


def test_a_term_that_no_list_has_is_asked_back_with_those_it_has() -> None:
    entries = [price("10", per="month", term_months=term) for term in (12, 36)]
    assert asked(*entries)() == TermNeeded(terms=(12, 36), asked=None)
    assert asked(*entries)(term_months=24) == TermNeeded(terms=(12, 36), asked=24)
    assert asked(price("10"))(term_months=24) == TermNeeded(terms=(), asked=24)


def test_a_price_on_request_is_never_a_number_from_elsewhere() -> None:
    entry = price(None, note="on request", min_quantity=100)
    found = asked(price("10", max_quantity=99), entry)(quantity=100)
    assert found == OnRequest(price=entry)


def test_below_the_smallest_quantity_the_minimum_is_named() -> None:
    entry = price("10", min_quantity=10)
    assert asked(entry)(quantity=9) == BelowMinimum(minimum=10, price=entry)


def test_a_partner_of_no_currency_is_asked_for_one_where_lists_differ() -> None:
    anyone = Partner(id="x", name="X")
    lists = [price("10"), price("11", currency="USD")]
    assert asked(*lists, partner=anyone)() == CurrencyNeeded(currencies=("EUR", "USD"))
    assert total(asked(*lists, partner=anyone)(currency="USD")) == 11
