"""What a price request says in numbers."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from partnerline.knowledge.intent.asked import Moment
from partnerline.knowledge.intent.periods import Period
from partnerline.knowledge.intent.products import Catalog
from partnerline.knowledge.intent.readings import Reading, read_turn

DAY = date(2026, 11, 23)
NOTHING = Catalog(())


def read(text: str) -> Reading:
    """The text by itself, with no product in it."""
    return read_turn(text, NOTHING, (), Moment(asked_on=DAY, as_of=DAY))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("100", 100),
        ("1,000 of them", 1000),
        ("1.000 Stk", 1000),
        ("1 000", 1000),
        ("1'000", 1000),
        ("1,000 x", 1000),
        ("1,000,000", 1_000_000),
        ("1k", 1000),
        ("2.5k", 2500),
        ("2,5k", 2500),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("fifty", 50),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("five thousand two hundred", 5200),
        ("x50", 50),
        ("x 50", 50),
        ("50x", 50),
        ("50 pcs", 50),
        ("500pieces", 500),
        ("qty 500.", 500),
        ("(100)", 100),
        ("2000 units", 2000),
        ("for 2050 units", 2050),
        ("may I have 10", 10),
        ("0", 0),
        ("999999999999999999999", 999999999999999999999),
    ],
)
def test_a_number_of_pieces_is_a_quantity(text: str, quantity: int) -> None:
    assert read(text).numbers == (quantity,)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "10%",
            "10 percent",
            "2.5 %",
            "99 EUR",
            "50 €",
            "€ 50",
            "EUR 50",
            "$99",
            "$ 99",
            "CHF 12.50",
        ],
        *["24 V", "24V", "230 volts", "8 hours", "8h", "in 5 days", "in two weeks", "2 weeks"],
        *["1,50", "2.50", "48-port", "4G", "20 °C", "100 Mbps", "two percent", "one", ""],
    ],
)
def test_a_price_a_share_a_voltage_or_a_time_is_no_quantity(text: str) -> None:
    assert read(text).numbers == ()


@pytest.mark.parametrize("text", ["10 to 20", "10-20 pcs", "10 – 20", "10 or 20", "10, 20"])
def test_several_numbers_are_all_kept_for_the_asker_to_choose(text: str) -> None:
    assert {10, 20} <= set(read(text).numbers)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("36 months", 36),
        ("36mo", 36),
        ("12-month", 12),
        ("3 years", 36),
        ("a three-year term", 36),
        ("3 yrs", 36),
        ("annual", 12),
    ],
)
def test_a_term_is_read_in_months_and_is_no_quantity(text: str, months: int) -> None:
    figures = read(f"{text}, 20 seats")
    assert (figures.asked.terms, figures.numbers) == ((months,), (20,))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 2027-03-01", date(2027, 3, 1), date(2027, 3, 1)),
        ("on 1 March 2027", date(2027, 3, 1), date(2027, 3, 1)),
        ("on the 1st of March, 2027", date(2027, 3, 1), date(2027, 3, 1)),
        ("March 2, 2027", date(2027, 3, 2), date(2027, 3, 2)),
        ("in Feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("in May 2027", date(2027, 5, 1), date(2027, 5, 31)),
    ],
)
def test_a_day_or_a_month_with_its_year_is_a_period_and_no_quantity(
    text: str, first: date, last: date
) -> None:
    figures = read(text)
    assert figures.asked.periods == (Period(first=first, last=last),)
    assert (figures.numbers, figures.asked.vague_day) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "last spring",
            "since March",
            "on 31 February 2027",
            "2027-13-01",
            "2027",
            "the old price",
        ],
    ],
)
def test_a_day_that_is_not_named_in_full_is_noticed(text: str) -> None:
    figures = read(text)
    assert figures.asked.periods == ()
    assert figures.asked.vague_day


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**9).filter(lambda n: not 2020 <= n < 2040))
def test_a_quantity_is_read_in_every_way_it_is_written(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number} x", f"x{number}", f"{number:,} pcs"):
        assert read(f"please {text} for us").numbers == (number,)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
@example("12 vs")
def test_no_text_is_too_odd_to_read(text: str) -> None:
    assert all(quantity >= 0 for quantity in read(text).numbers)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("2 dozen", 24),
        ("1 million", 1_000_000),
        ("1.5 thousand", 1500),
        ("fünfzig", 50),
        ("hundert Stück", 100),
        ("three hundred twenty-five", 325),
    ],
)
def test_a_number_with_its_scale_in_words_is_one_quantity(text: str, quantity: int) -> None:
    figures = read(text)
    assert (figures.numbers, figures.loose) == ((quantity,), False)


@pytest.mark.parametrize(
    "text",
    [
        *["-5", "-5 pcs", "x -10", "minus five", "2.5", "2.5 x", "1,5 units", "zero", "half of one"],
        *["one fifty", "ten fifteen", "a few", "a couple of", "hundreds", "several hundred"],
        *["less than 50", "under 10", "over 100", "> 100", "5 kg", "100 litres"],
        *["is the price 400", "can I get it for 500"],
    ],
)  # fmt: skip
def test_what_is_no_whole_number_or_none_that_can_be_told_is_noticed(text: str) -> None:
    assert read(text).loose


@pytest.mark.parametrize("text", ["100", "a dozen", "one", "over 36 months", "10-20", "in 5 days", "price - 10"])  # fmt: skip
def test_a_plain_number_is_counted(text: str) -> None:
    assert not read(text).loose


@pytest.mark.parametrize(
    ("text", "months"), [("per year", 12), ("for a year", 12), ("36 months at a price per month", 36)]
)  # fmt: skip
def test_a_span_without_a_number_is_a_term_where_no_other_is_named(text: str, months: int) -> None:
    assert read(text).asked.terms == (months,)


@pytest.mark.parametrize(
    ("text", "billing", "by_month"),
    [
        ("per month", None, True),
        ("what is that a month", None, True),
        ("pro Monat", None, True),
        ("monthly", "month", False),
        ("monthly plan", "month", False),
        ("billed monthly", "month", False),
        ("paid yearly", "year", False),
        ("36 months, invoiced annually", "year", False),
        ("36 months", None, False),
    ],
)
def test_how_it_is_billed_is_told_from_a_month_of_the_price(
    text: str, billing: str | None, by_month: bool
) -> None:
    asked = read(text).asked
    assert (asked.billing, asked.by_month) == (billing, by_month)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("12, 24 or 36 months", (12, 24, 36)),
        ("1 year vs 3 years", (12, 36)),
        ("one or three years", (12, 36)),
        ("12/36 months", (12, 36)),
        ("100, 12 or 24 months", (12, 24)),
        ("drei Jahre", (36,)),
        ("trois ans", (36,)),
        ("36 meses", (36,)),
        ("due anni", (24,)),
        ("36m", (36,)),
        ("5 m", ()),
        ("24 V", ()),
    ],
)
def test_terms_that_share_their_unit_are_all_terms(text: str, terms: tuple[int, ...]) -> None:
    assert read(text).asked.terms == terms


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zweihundertfünfzig", 250),
        ("fünfundzwanzig Stück", 25),
        ("zweitausendfünfhundert", 2500),
        ("quatre-vingt-dix", 90),
        ("quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("deux cents", 200),
        ("prix pour cent", 100),
        ("mille deux cents", 1200),
        ("ciento veinte", 120),
        ("cincuenta y cinco", 55),
        ("dos mil quinientos", 2500),
        ("precio de once", 11),
        ("cinquanta", 50),
        ("centoventi", 120),
        ("duemila", 2000),
        ("trentatré", 33),
    ],
)
def test_numbers_are_spelled_in_five_languages(text: str, number: int) -> None:
    assert read(text).numbers == (number,)


@pytest.mark.parametrize("text", ["once", "due today", "five cents", "we were once", "sei so gut", "two-channel", "24/7", "2 factor", "Wi-Fi 6", "IP67", "4G", "PO 4500012345", "order no 4711", "tel. 030 1234567"])  # fmt: skip
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert (read(text).numbers, read(text).loose) == ((), False)
