"""Several lines in one quote."""

import math
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.knowledge.pricing.asking import asked, cents, quoted
from tests.knowledge.pricing.lists import DAY, amounts, price

from partnerline.knowledge.pricing.basket import basket
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote, Subtotal

NET = {"net": True}


def one(entry: Price, quantity: int = 1, term_months: int | None = None) -> Quote:
    return quoted(asked(entry)(quantity=quantity, term_months=term_months))


def test_lines_are_kept_in_order_a_quote_a_currency() -> None:
    own = {"audience": price().list.audience, "net": True}
    euros = [one(price("10", of={**own, "path": "a"})), one(price("5", of={**own, "path": "b"}), 2)]
    dollars = quoted(asked(price("7", currency="USD", of=own), partner=None)())
    both = basket([euros[0], dollars, euros[1]])
    assert [(quote.currency, quote.total, quote.price_list) for quote in both] == [
        ("EUR", 20, "a, b"),
        ("USD", 7, "list.xlsx"),
    ]
    assert both[0].subtotals == (Subtotal(kind="one-off", amount=Decimal("20.00")),)


def test_the_same_product_twice_stays_two_lines() -> None:
    bands = [price("10", max_quantity=9, of=NET), price("8", min_quantity=10, of=NET)]
    priced = asked(*bands)
    (both,) = basket([quoted(priced(quantity=5)), quoted(priced(quantity=10))])
    assert [(line.quantity, line.amount) for line in both.lines] == [(5, 50), (10, 80)]


def test_it_holds_on_the_days_on_which_every_line_does() -> None:
    days = [DAY + timedelta(days=n) for n in (-3, -1, 2, 5)]
    first = one(price(valid_from=days[0], valid_until=days[2]))
    second = one(price(valid_from=days[1], valid_until=days[3]))
    (both,) = basket([first, second, one(price())])
    assert (both.valid_from, both.valid_until) == (days[1], days[2])
    assert both.lines[0].valid_from == days[0]


def test_what_is_bought_once_and_what_recurs_are_summed_apart() -> None:
    lines = [
        one(price("100", of=NET)),
        one(price("10", per="month", of=NET), 2, 36),
        one(price("120", per="year", of=NET), 1, 12),
        one(price("50", per="term", term_months=36, of=NET), 1, 36),
    ]
    (quote,) = basket(lines)
    assert [(s.kind, s.term_months, s.amount, s.a_month) for s in quote.subtotals] == [
        ("one-off", None, 100, None),
        ("recurring", 12, 120, 10),
        ("recurring", 36, 770, Decimal("21.39")),
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            amounts,
            st.integers(1, 10**7),
            st.sampled_from([(None, "once"), (12, "month"), (18, "year"), (36, "term")]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_total_and_subtotals_are_the_sums_of_the_lines(
    items: list[tuple[Decimal, int, tuple[int | None, str]]],
) -> None:
    lines = [
        one(price(str(amount), per=per, term_months=term, of=NET), quantity, term)
        for amount, quantity, (term, per) in items
    ]
    (quote,) = basket(lines)
    assert cents(quote.total) == sum(cents(line.total) for line in lines)
    if quote.subtotals:
        assert cents(quote.total) == sum(cents(part.amount) for part in quote.subtotals)
    for part in quote.subtotals:
        if part.term_months is not None:
            assert part.a_month is not None
            exact = Fraction(cents(part.amount), part.term_months)
            assert cents(part.a_month) == math.floor(exact + Fraction(1, 2))
