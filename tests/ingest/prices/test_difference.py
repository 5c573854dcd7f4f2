"""What became of each price from one list to the next."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.ingest.prices.difference import Difference, difference
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.price import Price, PriceList

LIST = PriceList(path="list.xlsx", audience=Audience())
JANUARY, JULY = date(2026, 1, 1), date(2026, 7, 1)
JUNE_END, YEAR_END = date(2026, 6, 30), date(2026, 12, 31)


def price(sku: str = "AX-200", amount: str | None = "100.00", **fields: Any) -> Price:
    return Price(
        **{
            "list": LIST,
            "locator": f"{sku}!B2",
            "row_text": sku,
            "sku": sku,
            "name": "Edge Gateway",
            "currency": "EUR",
            "amount": None if amount is None else Decimal(amount),
            **fields,
        }
    )


def skus(prices: tuple[Price, ...]) -> list[str]:
    return [one.sku for one in prices]


def counts(found: Difference) -> tuple[int, ...]:
    parts = (found.rose, found.fell, found.same, found.came, found.went, found.doubts)
    return tuple(len(part) for part in parts)


def test_each_price_rises_falls_stays_comes_or_goes() -> None:
    old = [price("A"), price("B"), price("C"), price("D")]
    new = [price("E"), price("C"), price("B", "90.00"), price("A", "112.50")]

    found = difference(old, new)

    assert [(p.old.amount, p.new.amount) for p in found.rose] == [
        (Decimal("100.00"), Decimal("112.50"))
    ]
    assert (found.rose[0].difference, found.rose[0].percent) == (Decimal("12.50"), Decimal("12.5"))
    assert (found.fell[0].difference, found.fell[0].percent) == (
        Decimal("-10.00"),
        Decimal("-10.0"),
    )
    assert counts(found) == (1, 1, 1, 1, 1, 0)
    assert (skus(found.came), skus(found.went)) == (["E"], ["D"])
    assert found.changed == ()


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        ("200.00", "200.10", "0.1"),  # 0.05 is rounded up
        ("200.00", "199.90", "-0.1"),
        ("1000.00", "1000.49", "0.0"),
        ("3.00", "4.00", "33.3"),
        ("0.03", "0.05", "66.7"),
    ],
)
def test_percents_are_rounded_half_up_to_one_decimal(before: str, after: str, percent: str) -> None:
    found = difference([price(amount=before)], [price(amount=after)])

    assert (*found.rose, *found.fell)[0].percent == Decimal(percent)


def test_what_was_free_has_no_percent_and_comes_first() -> None:
    found = difference([price("A"), price("B", "0.00")], [price("A", "900.00"), price("B", "1.00")])

    assert [pair.percent for pair in found.rose] == [None, Decimal("800.0")]
    assert found.mean_percent == Decimal("800.0")


def test_the_largest_share_comes_first_and_among_equals_the_largest_sum() -> None:
    old = [price("A"), price("B", "10.00"), price("C", "1000.00")]
    new = [price("A", "101.00"), price("B", "12.00"), price("C", "1200.00")]

    assert [pair.new.sku for pair in difference(old, new).rose] == ["C", "B", "A"]


def test_mean_and_median_are_of_what_moved() -> None:
    old = [price("A"), price("B"), price("C"), price("D")]
    new = [price("A", "110.00"), price("B", "101.00"), price("C", "98.00"), price("D")]

    found = difference(old, new)

    assert (found.mean_percent, found.median_percent) == (Decimal("3.0"), Decimal("1.0"))


def test_lists_in_which_nothing_moved_have_no_mean() -> None:
    found = difference([price()], [price()])

    assert (found.mean_percent, found.median_percent) == (None, None)
    assert counts(found) == (0, 0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    "other",
    [
        {"tier": "gold"},
        {"min_quantity": 10},
        {"term_months": 36},
        {"currency": "USD"},
        {"unit": "each", "region": "APAC"},
    ],
)
def test_another_tier_band_term_currency_or_place_is_another_price(other: dict[str, Any]) -> None:
    found = difference([price()], [price(amount="90.00", **other)])

    assert counts(found) == (0, 0, 0, 1, 1, 0)


def test_a_partners_own_column_is_held_against_that_partners_column() -> None:
    def of(path: str, *partners: str) -> PriceList:
        return PriceList(path=path, audience=Audience(partners=frozenset(partners) or None))

    old = [price(list=of("1")), price(list=of("1", "acme"), amount="80.00")]
    new = [price(list=of("2")), price(list=of("2", "acme"), amount="82.00")]
    new += [price(list=of("2", "globex"), amount="70.00")]

    found = difference(old, new)

    assert [(p.old.amount, p.new.amount) for p in found.rose] == [
        (Decimal("80.00"), Decimal("82.00"))
    ]
    assert counts(found) == (1, 0, 1, 1, 0, 0)


def test_lists_for_different_people_are_compared_as_lists() -> None:
    mine = PriceList(path="1", audience=Audience(partners=frozenset({"acme"})))

    assert counts(difference([price(list=mine)], [price()])) == (0, 0, 1, 0, 0, 0)


def test_a_part_number_in_another_spelling_is_the_same() -> None:
    found = difference([price("AX-200")], [price("ax 200", "110.00")])

    assert counts(found) == (1, 0, 0, 0, 0, 0)


def test_part_numbers_that_only_differ_in_their_marks_are_not_mixed_up() -> None:
    old = [price("AX-20-0", "10.00"), price("AX-200", "20.00")]
    new = [price("AX-200", "21.00"), price("AX-20-0", "10.00")]

    found = difference(old, new)

    assert [(p.old.sku, p.new.sku) for p in (*found.rose, *found.same)] == [
        ("AX-200", "AX-200"),
        ("AX-20-0", "AX-20-0"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "what", "words"),
    [
        ({"unit": "each"}, {"unit": "pack"}, "unit", ("each", "pack")),
        ({"per": "month"}, {"per": "year"}, "unit", ("per month", "per year")),
        (
            {},
            {"pack_size": 10, "amount_is_for": "pack"},
            "pack",
            ("", "10 in a pack, amount for a pack"),
        ),
        ({}, {"region": "EMEA"}, "region", ("", "EMEA")),
    ],
)
def test_amounts_that_buy_something_else_or_elsewhere_neither_rise_nor_fall(
    before: dict[str, Any], after: dict[str, Any], what: str, words: tuple[str, str]
) -> None:
    found = difference([price(**before)], [price(amount="950.00", **after)])

    assert counts(found) == (0, 0, 0, 0, 0, 0)
    assert [(c.what, (c.before, c.after)) for c in found.changed] == [(what, words)]
    assert found.changed[0].pairs[0].difference is None


def test_a_unit_beside_another_is_not_taken_for_it() -> None:
    old = [price(unit="each")]
    new = [price(unit="pack", amount="900.00"), price(unit="box", amount="1800.00")]

    found = difference(old, new)

    assert counts(found) == (0, 0, 0, 2, 1, 0)


def test_regions_are_compared_each_with_its_own() -> None:
    old = [price(region="EMEA"), price(region="APAC", amount="200.00")]
    new = [price(region="APAC", amount="210.00"), price(region="EMEA", amount="90.00")]

    found = difference(old, new)

    assert (found.rose[0].percent, found.fell[0].percent) == (Decimal("5.0"), Decimal("-10.0"))


def test_what_changed_beside_the_amount_is_said_too() -> None:
    old = [price(max_quantity=9), price(min_quantity=10, amount="90.00")]
    new = [
        price(max_quantity=9, name="Edge  Gateway II", amount="105.00"),
        price(min_quantity=10, max_quantity=99, name="Edge Gateway II", amount="90.00"),
    ]

    found = difference(old, new)

    assert [(c.what, c.before, c.after, len(c.pairs)) for c in found.changed] == [
        ("name", "Edge Gateway", "Edge Gateway II", 2),
        ("band", "10+", "10-99", 1),
    ]
    assert counts(found) == (1, 0, 1, 0, 0, 0)


def test_upper_and_lower_case_is_no_change() -> None:
    assert difference([price(unit="Each")], [price(unit="each", name="EDGE gateway")]).changed == ()


def test_days_that_changed_alike_are_said_once_for_all_prices() -> None:
    of_july = replace(LIST, valid_from=JULY)
    old = [price(sku, valid_from=JANUARY, valid_until=JUNE_END) for sku in "ABC"]
    new = [price(sku, list=of_july) for sku in "ABC"]

    (change,) = difference(old, new).changed

    assert (change.what, change.before, change.after) == (
        *("days", "from 2026-01-01 until 2026-06-30", "from 2026-07-01"),
    )
    assert len(change.pairs) == 3


def test_a_price_that_went_on_request_neither_rose_nor_fell() -> None:
    old, new = [price("A"), price("B", None, note="n/a")], [price("A", None, note="on request"), price("B", "5.00")]  # fmt: skip

    found = difference(old, new)

    assert counts(found) == (0, 0, 0, 0, 0, 0)
    assert [(c.what, c.before, c.after) for c in found.changed] == [
        ("amount", "100.00 EUR", "on request"),
        ("amount", "n/a", "5.00 EUR"),
    ]


def test_prices_of_several_spans_are_held_against_those_of_the_same_days() -> None:
    old = [price(valid_from=JANUARY, valid_until=JUNE_END), price(amount="110.00", valid_from=JULY)]
    new = [price(amount="120.00", valid_from=JULY), price(valid_from=JANUARY, valid_until=JUNE_END)]

    found = difference(old, new)

    assert [(p.old.amount, p.new.amount) for p in (*found.rose, *found.same)] == [
        (Decimal("110.00"), Decimal("120.00")),
        (Decimal("100.00"), Decimal("100.00")),
    ]


def test_one_price_that_became_several_over_its_days_is_in_doubt() -> None:
    old = [price(valid_from=JANUARY, valid_until=YEAR_END)]
    new = [price(valid_from=JANUARY, valid_until=JUNE_END), price(amount="120.00", valid_from=JULY)]

    found = difference(old, new)

    assert counts(found) == (0, 0, 0, 0, 0, 1)
    assert (len(found.doubts[0].old), len(found.doubts[0].new)) == (1, 2)


def test_of_several_spans_one_that_no_other_meets_went() -> None:
    spans = [(date(2025, 1, 1), date(2025, 12, 31)), (JANUARY, JUNE_END), (JULY, YEAR_END)]
    first, second, third = (
        price(valid_from=begin, valid_until=end, amount=f"{number}.00")
        for number, (begin, end) in enumerate(spans, start=1)
    )

    found = difference([first, second], [second, third])

    assert (found.came, found.went) == ((third,), (first,))
    assert counts(found) == (0, 0, 1, 1, 1, 0)


def test_a_list_that_contradicts_itself_is_in_doubt() -> None:
    found = difference([price()], [price(amount="90.00"), price(amount="95.00")])

    assert counts(found) == (0, 0, 0, 0, 0, 1)
    assert "1 price of it, the new one 2 prices" in found.doubts[0].why


def test_what_a_list_says_twice_counts_once() -> None:
    found = difference([price(locator="A!1"), price(locator="B!1")], [price(amount="110.00")])

    assert counts(found) == (1, 0, 0, 0, 0, 0)
    assert found.rose[0].old.locator == "A!1"


def test_what_the_other_list_may_have_unread_neither_came_nor_went() -> None:
    reasons = {"A": "the new list's B7 is refused", "B": "the old list's B9 is refused"}
    old, new = [price("A"), price("C")], [price("B"), price("D")]

    found = difference(
        old,
        new,
        unread_new=lambda one: {"A": reasons["A"], "D": "no matter"}.get(one.sku, ""),
        unread_old=lambda one: {"B": reasons["B"], "C": "no matter"}.get(one.sku, ""),
    )

    assert (skus(found.went), skus(found.came)) == (["C"], ["D"])
    assert [(skus(d.old), skus(d.new), d.why) for d in found.doubts] == [
        (["A"], [], reasons["A"]),
        ([], ["B"], reasons["B"]),
    ]


_PRICES = st.lists(
    st.builds(
        price,
        sku=st.sampled_from(["A-1", "A1", "a 1", "B"]),
        amount=st.sampled_from([None, "0.00", "1.00", "2.00"]),
        unit=st.sampled_from(["", "each", "pack"]),
        min_quantity=st.sampled_from([1, 10]),
        valid_from=st.sampled_from([None, JANUARY, JULY]),
        valid_until=st.sampled_from([None, YEAR_END]),
    ),
    max_size=6,
)


@given(old=_PRICES, new=_PRICES)
def test_no_price_is_lost_or_counted_twice(old: list[Price], new: list[Price]) -> None:
    found = difference(old, new)

    pairs = {
        id(pair): pair
        for pair in (
            *found.rose,
            *found.fell,
            *found.same,
            *(pair for change in found.changed for pair in change.pairs),
        )
    }.values()
    of_old = [*(p.old for p in pairs), *found.went, *(p for d in found.doubts for p in d.old)]
    of_new = [*(p.new for p in pairs), *found.came, *(p for d in found.doubts for p in d.new)]
    assert len({id(one) for one in of_old}) == len(of_old)
    assert len({id(one) for one in of_new}) == len(of_new)
    assert set(of_new) <= set(new)
    assert set(of_old) <= set(old)
    lost = [one for one in old if one not in of_old and one.amount is not None]
    assert all(any(_says(one, other) for other in of_old) for one in lost)


def _says(one: Price, other: Price) -> bool:
    """Whether the two say the same of the same thing."""
    return replace(one, sku="") == replace(other, sku="")


@given(prices=_PRICES)
def test_a_list_never_moves_against_itself(prices: list[Price]) -> None:
    found = difference(prices, prices)

    assert (found.rose, found.fell, found.came, found.went) == ((), (), (), ())
