"""Prices held against each other, and what an ungranted discount would come to."""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.knowledge.pricing.asking import asked, cents, quoted
from tests.knowledge.pricing.lists import amounts, fractions, price

from partnerline.knowledge.pricing.basket import basket
from partnerline.knowledge.pricing.comparison import compare
from partnerline.knowledge.pricing.effect import at_unit_price, reached_by, with_discount
from partnerline.knowledge.pricing.request import PricingRules

NET = {"net": True}


def test_a_difference_is_the_others_less_the_one() -> None:
    bands = [price("100", max_quantity=99, of=NET), price("87.5", min_quantity=100, of=NET)]
    one, other = (quoted(asked(*bands)(quantity=n)) for n in (99, 100))
    held = compare(one, other)
    assert held is not None
    assert (held.total, held.unit) == (-1150, Decimal("-12.50"))
    assert (held.percent, held.unit_percent) == (Decimal("-11.6"), Decimal("-12.5"))


def test_nothing_is_compared_across_currencies() -> None:
    one, other = (quoted(asked(price(currency=c), partner=None)()) for c in ("EUR", "USD"))
    assert compare(one, other) is None


def test_unit_prices_of_another_kind_are_not_compared() -> None:
    monthly = quoted(asked(price("10", per="month", of=NET))(term_months=12))
    once = quoted(asked(price("100", of=NET))())
    held = compare(once, monthly)
    assert held is not None
    assert (held.total, held.unit, held.unit_percent) == (20, None, None)
    (both,) = basket([once, once])
    assert compare(both, once).unit is None  # type: ignore[union-attr]  # one currency


def test_of_nothing_there_is_no_percentage() -> None:
    free, dear = (quoted(asked(price(amount, of=NET))()) for amount in ("0", "5"))
    held = compare(free, dear)
    assert held is not None
    assert (held.total, held.percent, held.unit) == (5, None, None)


@given(amounts, amounts)
def test_a_percentage_is_rounded_half_up_to_a_tenth(one: Decimal, other: Decimal) -> None:
    quotes = [quoted(asked(price(str(a), of=NET))()) for a in (one, other)]
    held = compare(*quotes)
    assert held is not None
    low, high = (cents(quote.total) for quote in quotes)
    if low:
        exact = Fraction(high - low, low) * 1000
        rounded = math.floor(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
        assert held.percent == Decimal(rounded) / 10


def test_what_nobody_granted_is_marked_so() -> None:
    quote = quoted(asked(price("100"))(quantity=3))
    off_net = with_discount(quote, Decimal("0.22"))
    off_list = with_discount(quote, Decimal("0.22"), base="list")
    assert (off_net.lines[0].unit_price, off_net.total) == (Decimal("62.40"), Decimal("187.20"))
    assert off_net.lines[0].applied == ("gold 20%", "IF APPROVED: 22%")
    assert (off_list.lines[0].unit_price, off_list.total) == (78, 234)
    assert off_list.lines[0].applied == ("IF APPROVED: 22% off the list price",)


@given(amounts, fractions, st.integers(1, 10**7), st.sampled_from(["unit", "line"]))
def test_the_effect_is_exact_to_the_cent(
    amount: Decimal, off: Decimal, quantity: int, rounding: str
) -> None:
    entry = price(str(amount), per="year", term_months=18)
    quote = quoted(asked(entry, partner=None)(quantity=quantity, term_months=18))
    rules = PricingRules(rounding=rounding)  # type: ignore[arg-type]  # drawn from its values
    effect = with_discount(quote, off, base="list", rules=rules)
    exact = Fraction(amount) * (1 - Fraction(off)) * 100
    unit = math.floor(exact + Fraction(1, 2))
    each = unit if rounding == "unit" else exact
    assert cents(effect.lines[0].unit_price) == unit
    assert cents(effect.total) == math.floor(each * Fraction(3, 2) * quantity + Fraction(1, 2))


def test_a_wished_price_is_a_discount_off_the_list_and_off_the_price_now() -> None:
    quote = quoted(asked(price("100"))(quantity=3))
    by_unit, by_total = reached_by(quote, Decimal(70)), reached_by(quote, Decimal(210), of="total")
    assert (by_unit.off_list, by_unit.off_net) == (30, Decimal("12.50"))
    assert by_total == by_unit
    assert reached_by(quote, Decimal(110)).off_list == -10


def test_where_there_is_no_list_price_nothing_is_said_to_come_off_it() -> None:
    quote = quoted(asked(price("70", tier="gold"))(quantity=3))
    with pytest.raises(ValueError, match="without a list price"):
        with_discount(quote, Decimal("0.1"), base="list")
    assert with_discount(quote, Decimal("0.1")).total == 189
    for of, wished in (("unit", 63), ("total", 189)):
        found = reached_by(quote, Decimal(wished), of=of)  # type: ignore[arg-type]  # its values
        assert (found.off_list, found.off_net) == (None, 10)


@given(amounts, st.integers(1, 1000), st.decimals("0.01", "1000", places=2))
def test_the_discount_that_a_wished_total_means_gets_there(
    amount: Decimal, quantity: int, wished: Decimal
) -> None:
    quote = quoted(asked(price(str(amount), of=NET))(quantity=quantity))
    off = reached_by(quote, wished, of="total").off_net
    total = Fraction(quote.total)
    if total:
        assert total * (1 - Fraction(off) / 100) <= Fraction(wished)
        assert total * (1 - (Fraction(off) - Fraction(1, 100)) / 100) > Fraction(wished)


def test_a_wished_unit_price_comes_to_what_it_is_for_all_of_them() -> None:
    quote = quoted(asked(price("100", of=NET))(quantity=40))
    granted = at_unit_price(quote, Decimal("87.505"))
    (line,) = granted.lines
    assert (line.unit_price, granted.total) == (Decimal("87.51"), Decimal("3500.40"))
    assert line.applied == ("IF APPROVED: the unit price wished for",)


def test_a_wished_unit_price_is_due_for_every_month() -> None:
    quote = quoted(asked(price("10", per="month", of=NET))(quantity=2, term_months=12))
    assert at_unit_price(quote, Decimal(9)).total == Decimal("216.00")


def test_a_unit_price_is_wished_for_one_line() -> None:
    once = quoted(asked(price("100", of=NET))())
    (both,) = basket([once, once])
    with pytest.raises(ValueError, match="one line"):
        at_unit_price(both, Decimal(9))
