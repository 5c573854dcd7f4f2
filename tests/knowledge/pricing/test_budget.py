"""A budget turned round, against trying every quantity one by one."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.knowledge.pricing.asking import quoted
from tests.knowledge.pricing.lists import ACME, DAY, price, promotion

from partnerline.knowledge.pricing.bands import band_table
from partnerline.knowledge.pricing.budget import most_for
from partnerline.knowledge.pricing.ladder import PLAIN, price_for
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    Afforded,
    BrokenPack,
    Disagreement,
    OfferRefused,
    PackUnclear,
    PriceRequest,
    PricingRules,
    Rounding,
    TermNeeded,
    TooLittle,
)

NET = {"net": True}
MANY = 240


def bought(
    *entries: Price, budget: str, rules: PricingRules = PLAIN, **fields: Any
) -> tuple[int, Decimal, int | None]:
    found = most_for(entries, ACME, PriceRequest(**fields), Decimal(budget), as_of=DAY, rules=rules)
    assert isinstance(found, Afforded), found
    line = found.quote.lines[0]
    return line.quantity, found.left, found.next_up.lines[0].quantity if found.next_up else None


def test_the_most_is_bought_and_what_is_left_is_told() -> None:
    assert bought(price("30", of=NET), budget="100") == (3, 10, 4)
    assert bought(price("25", of=NET), budget="100") == (4, 0, 5)


def test_a_cheaper_band_may_be_had_where_less_is_not() -> None:
    bands = [price("10", max_quantity=9, of=NET), price("8", min_quantity=10, of=NET)]
    assert bought(*bands, budget="85") == (10, 5, 11)
    assert bought(*bands, budget="79") == (7, 9, 8)


def test_packs_stay_whole() -> None:
    by_piece = price("2", pack_size=10, of=NET)
    by_pack = price("20", pack_size=10, amount_is_for="pack", of=NET)
    assert bought(by_piece, budget="59") == (20, 19, 30)
    assert bought(by_pack, budget="59") == (2, 19, 3)


def test_a_tiny_and_a_huge_price_take_no_longer() -> None:
    tiny = price("0.0001", of=NET)
    line = PricingRules(rounding="line")
    quantity, left, _ = bought(tiny, budget="1000000", rules=line)
    assert quantity == 10_000_000_049  # half a cent more would be rounded up
    assert left == 0
    huge = price("99999999999", of=NET)
    found = most_for([huge], ACME, PriceRequest(), Decimal(5000), as_of=DAY)
    assert isinstance(found, TooLittle)
    assert found.least.total == Decimal("99999999999.00")


def test_what_costs_nothing_is_not_counted() -> None:
    found = most_for([price("0", of=NET)], ACME, PriceRequest(), Decimal(5), as_of=DAY)
    assert quoted(found).total == 0


def test_a_closed_list_has_an_end() -> None:
    assert bought(price("1", max_quantity=50, of=NET), budget="100") == (50, 50, None)
    on_request = [price("1", max_quantity=50, of=NET), price(None, min_quantity=51, of=NET)]
    assert bought(*on_request, budget="100") == (50, 50, None)


def test_a_promotion_is_had_from_its_quantity_on() -> None:
    offer = promotion("0.5", min_quantity=10)
    assert bought(price("10"), budget="45", promotion=offer) == (11, 1, 12)
    found = most_for([price("10")], ACME, PriceRequest(promotion=offer), Decimal(39), as_of=DAY)
    assert isinstance(found, TooLittle)
    assert found.least.lines[0].quantity == 10
    over = promotion(last_day=DAY.replace(year=2020))
    refused = most_for([price()], ACME, PriceRequest(promotion=over), Decimal(900), as_of=DAY)
    assert isinstance(refused, OfferRefused)


def test_what_is_open_is_said_first() -> None:
    termed = price(per="term", term_months=12)
    found = most_for([termed], ACME, PriceRequest(), Decimal(900), as_of=DAY)
    assert found == TermNeeded(terms=(12,), asked=None)
    unclear = price(pack_size=10, amount_is_for="unclear")
    found = most_for([unclear], ACME, PriceRequest(), Decimal(900), as_of=DAY)
    assert isinstance(found, PackUnclear)


def test_lists_of_other_pack_sizes_leave_it_open() -> None:
    sizes = [price("10", pack_size=6), price("10", pack_size=4, locator="C2")]
    found = most_for(sizes, ACME, PriceRequest(), Decimal(1000), as_of=DAY)
    assert isinstance(found, BrokenPack)


def test_lists_that_disagree_within_the_budget_are_not_chosen_between() -> None:
    lists = [price("10", of={**NET, "path": "a"}), price("9", of={**NET, "path": "b"})]
    found = most_for(lists, ACME, PriceRequest(), Decimal(100), as_of=DAY)
    assert isinstance(found, Disagreement)


BANDS = [(1, None), (1, 9), (10, 24), (12, None), (25, 29), (25, None), (30, None)]
PACKS = [(1, "piece"), (1, "piece"), (6, "piece"), (6, "pack"), (4, "piece")]


@st.composite
def small_lists(draw: st.DrawFn) -> list[Price]:
    """A list's column and a tier's, each sold in packs of its own or in none."""
    packs = {tier: draw(st.sampled_from(PACKS)) for tier in ("", "gold")}
    entries = []
    for place in range(draw(st.integers(1, 5))):
        tier = draw(st.sampled_from(["", "", "gold"]))
        low, high = draw(st.sampled_from(BANDS))
        entries.append(
            price(
                str(draw(st.decimals("0.30", "9", places=3))),
                min_quantity=low,
                max_quantity=high,
                tier=tier,
                pack_size=packs[tier][0],
                amount_is_for=packs[tier][1],
                locator=f"B{place}",
            )
        )
    return entries


requests = st.builds(
    PriceRequest,
    promotion=st.none()
    | st.builds(promotion, st.just("0.115"), min_quantity=st.sampled_from([1, 15, 27])),
)


def at_each(
    entries: Sequence[Price], request: PriceRequest, rules: PricingRules
) -> list[tuple[int, object]]:
    packs = any(entry.pack_size > 1 for entry in entries)
    said = replace(request, counted_in="piece" if packs else "unit")
    return [
        (n, price_for(entries, ACME, replace(said, quantity=n), as_of=DAY, rules=rules))
        for n in range(1, MANY)
    ]


@settings(max_examples=60, deadline=None)
@given(
    small_lists(),
    requests,
    st.decimals("0", "60", places=2),
    st.sampled_from(["unit", "line"]),
)
def test_it_is_what_trying_every_quantity_finds(
    entries: list[Price], request: PriceRequest, budget: Decimal, rounding: Rounding
) -> None:
    rules = PricingRules(rounding=rounding)
    found = most_for(entries, ACME, request, budget, as_of=DAY, rules=rules)
    each = at_each(entries, request, rules)
    quotes = [(n, outcome) for n, outcome in each if isinstance(outcome, Quote)]
    affordable = [(n, quote) for n, quote in quotes if quote.total <= budget]
    if isinstance(found, Afforded):
        assume(affordable and affordable[-1][0] < MANY - 60)
        assert found.quote == affordable[-1][1]
        assert found.left == budget - found.quote.total
        above = [quote for n, quote in quotes if n > affordable[-1][0]]
        assert found.next_up == (above[0] if above else None)
    elif isinstance(found, TooLittle):
        assert not affordable
        assume(quotes)
        assert found.least == quotes[0][1]
    elif isinstance(found, Disagreement):
        assert any(isinstance(outcome, Disagreement) for _, outcome in each)
    else:
        assert not quotes


@settings(max_examples=60, deadline=None)
@given(small_lists(), requests)
def test_the_band_table_has_every_quantitys_price(
    entries: list[Price], request: PriceRequest
) -> None:
    table = band_table(entries, ACME, request, as_of=DAY)
    for _, outcome in at_each(entries, request, PLAIN):
        if isinstance(outcome, Quote):
            line = outcome.lines[0]
            prices = {
                band.quote.lines[0].unit_price
                for band in table
                if band.first <= line.quantity
                and (band.last is None or line.quantity <= band.last)
                and band.quote.lines[0].pack_size == line.pack_size
            }
            assert prices == {line.unit_price}


def test_a_band_has_the_partners_price_and_both_its_ends() -> None:
    bands = [
        price("100", max_quantity=9, locator="B2"),
        price("90", min_quantity=10, max_quantity=99, locator="C2"),
        price("60", tier="gold", min_quantity=100, locator="D2"),
        price("1", tier="silver", min_quantity=5, locator="E2"),
    ]
    table = band_table(bands, ACME, PriceRequest(), as_of=DAY)
    assert [(b.first, b.last, b.quote.lines[0].unit_price) for b in table] == [
        (1, 9, 80),
        (10, 99, 72),
        (100, None, 60),
    ]


def test_bands_of_packs_count_packs() -> None:
    kind = {"pack_size": 10, "amount_is_for": "pack", "of": NET}
    bands = [
        price("20", max_quantity=4, **kind, locator="B2"),
        price("18", min_quantity=5, **kind, locator="C2"),
    ]
    table = band_table(bands, ACME, PriceRequest(), as_of=DAY)
    assert [(band.first, band.last) for band in table] == [(1, 4), (5, None)]


def test_the_list_price_by_name_has_one_band() -> None:
    bands = [price("100", max_quantity=9), price("90", min_quantity=10)]
    table = band_table(bands, ACME, PriceRequest(list_only=True), as_of=DAY)
    assert [(b.first, b.last, b.quote.lines[0].unit_price) for b in table] == [(1, None, 100)]
