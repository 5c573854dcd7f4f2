"""Which days a text speaks of, said on Monday, 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerline.knowledge.intent.days import Period, read_days

SAID_ON = date(2026, 11, 23)


def days(text: str) -> str:
    """The days in words, several where the text may mean any of them."""
    found = read_days(text, SAID_ON)
    shown = [f"{one.first}" if one.first == one.last else f"{one.first}..{one.last}" for one in found.periods]  # fmt: skip
    return ", ".join(shown) or ("today" if found.today else "")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("on 2027-03-01", "2027-03-01"),
        ("on 1 march 2027", "2027-03-01"),
        ("on the 1st of march, 2027", "2027-03-01"),
        ("march 2, 2027", "2027-03-02"),
        ("in feb 2028", "2028-02-01..2028-02-29"),
        ("in may 2027", "2027-05-01..2027-05-31"),
        ("next month", "2026-12-01..2026-12-31"),
        ("yesterday", "2026-11-22"),
        ("in may", "2026-05-01..2026-05-31, 2027-05-01..2027-05-31"),
        ("q3", "2026-07-01..2026-09-30, 2027-07-01..2027-09-30"),
        ("in 2026", "2026-01-01..2026-12-31"),
        ("01.03.2027", "2027-03-01"),
        ("1/3/27", "2027-01-03, 2027-03-01"),
        ("2/1/2027", "2027-01-02, 2027-02-01"),
        ("13/1/2027", "2027-01-13"),
        ("on 5 march", "2026-03-05, 2027-03-05"),
        ("march 5th", "2026-03-05, 2027-03-05"),
        ("the 1st of december", "2025-12-01, 2026-12-01"),
        ("for december", "2025-12-01..2025-12-31, 2026-12-01..2026-12-31"),
        ("starting january", "2027-01-01..2027-01-31"),
        ("1.12.", "2025-12-01, 2026-12-01"),
        ("on monday", "2026-11-23"),
        ("in two weeks", "2026-12-07"),
        ("in 3 months", "2027-02-23"),
        ("2 years ago", "2024-11-23"),
        ("at year end", "2026-12-31"),
        ("as of 1 october", "2026-10-01, 2027-10-01"),
        ("what was it in march", "2026-03-01..2026-03-31"),
        ("last march", "2026-03-01..2026-03-31"),
        ("next march", "2027-03-01..2027-03-31"),
        ("will it be in march", "2027-03-01..2027-03-31"),
        ("for an order on 2.1.2027", "2027-01-02"),
        ("by end of year", "2026-11-23..2026-12-31"),
        ("by the end of the month", "2026-11-23..2026-11-30"),
        ("end of march", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("next week", "2026-11-30..2026-12-06"),
        ("last week", "2026-11-16..2026-11-22"),
        ("this week", "2026-11-23..2026-11-29"),
        ("tomorrow", "2026-11-24"),
        ("in november", "2026-11-01..2026-11-30"),
        ("in q1", "2026-01-01..2026-03-31, 2027-01-01..2027-03-31"),
        ("in q1 2027", "2027-01-01..2027-03-31"),
        ("h2 2026", "2026-07-01..2026-12-31"),
        ("am 1. märz", "2026-03-01, 2027-03-01"),
        ("im märz", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("ab 1. oktober", "2027-10-01"),
        ("nächste woche", "2026-11-30..2026-12-06"),
        ("nächsten monat", "2026-12-01..2026-12-31"),
        ("en marzo", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("le 1er mars", "2026-03-01, 2027-03-01"),
        ("in zwei wochen", "2026-12-07"),
        ("la semaine prochaine", "2026-11-30..2026-12-06"),
        ("el próximo mes", "2026-12-01..2026-12-31"),
        ("la próxima semana", "2026-11-30..2026-12-06"),
        ("il mese prossimo", "2026-12-01..2026-12-31"),
        ("dans deux semaines", "2026-12-07"),
        ("march price vs today", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("today", "today"),
        ("as of now", "today"),
        ("and now?", "today"),
        ("next friday", "2026-11-27, 2026-12-04"),
        ("last friday", "2026-11-20"),
        ("on 25 november", "2026-11-25"),
        ("in march 10 pcs", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("by 1 march", "2026-11-23..2027-03-01"),
        ("until end of march", "2026-11-23..2027-03-31"),
        ("300 on 1/12", "2025-12-01, 2026-01-12, 2026-12-01, 2027-01-12"),
        ("morgen", "2026-11-24"),
        ("2026 price list", "2026-01-01..2026-12-31"),
        ("mid-march", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("next year", "2027-01-01..2027-12-31"),
        ("next quarter", "2027-01-01..2027-03-31"),
        ("per 1.1.2027", "2027-01-01"),
        ("per august", "2026-08-01..2026-08-31, 2027-08-01..2027-08-31"),
        ("from 1 october", "2027-10-01"),
        ("in q1 10 pcs", "2026-01-01..2026-03-31, 2027-01-01..2027-03-31"),
        ("next monday", "2026-11-30"),
        ("this friday", "2026-11-27"),
        ("the day after tomorrow", "2026-11-25"),
        ("übermorgen", "2026-11-25"),
        ("gestern", "2026-11-22"),
        ("ieri", "2026-11-22"),
        ("in einer woche", "2026-11-30"),
        ("vor zwei wochen", "2026-11-09"),
        ("hace dos semanas", "2026-11-09"),
        ("il y a deux semaines", "2026-11-09"),
        ("end of next month", "2026-12-31"),
        ("by the end of next quarter", "2026-11-23..2027-03-31"),
        ("1er mars 2027", "2027-03-01"),
        ("3 de marzo de 2027", "2027-03-03"),
        ("3 marzo 2027", "2027-03-03"),
        ("am 3.4.2027", "2027-04-03"),
        ("on 31/12/2026", "2026-12-31"),
        ("31.12.26", "2026-12-31"),
        ("was it cheaper last month", "2026-10-01..2026-10-31"),
        ("was kostet es im märz", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("second half of 2026", "2026-07-01..2026-12-31"),
        ("first quarter of 2027", "2027-01-01..2027-03-31"),
        ("early march", "2026-03-01..2026-03-31, 2027-03-01..2027-03-31"),
        ("end of february 2028", "2028-02-29"),
        ("mid december", "2025-12-01..2025-12-31, 2026-12-01..2026-12-31"),
        ("in two years", "2028-11-23"),
        ("a week ago", "2026-11-16"),
    ],
)
def test_a_day_is_counted_from_the_one_on_which_it_is_said(text: str, meant: str) -> None:
    assert days(text) == meant
    assert read_days(text, SAID_ON).vague is None


@pytest.mark.parametrize(
    "text",
    [
        "last spring",
        "since march",
        "on 31 february 2027",
        "2027-13-01",
        "before christmas",
        "the old price",
        "december 2026 - january",
        "2027",
        "in a few days",
        "soon",
        "before the increase",
        "between march and may",
        "in spring",
        "from 3 march to 5 march",
        "since 1 october",
        "after 1 march 2027",
        "2026-02-30",
    ],
)
def test_words_that_fit_no_day_are_noticed(text: str) -> None:
    assert read_days(text, SAID_ON).vague


@pytest.mark.parametrize(
    "text",
    [
        "may i have 10",
        "500",
        "for 2050 units",
        "24/7",
        "1.234,50",
        "guten morgen",
        "over the next 12 months",
        "for a year",
        "per month",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    found = read_days(text, SAID_ON)
    assert (found.periods, found.vague, found.today) == ((), None, False)


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(2020, 1, 1), date(2039, 12, 31)), st.dates(date(2020, 1, 1), date(2039, 12, 31))
)
def test_a_full_day_is_itself_whenever_it_is_said(day: date, said_on: date) -> None:
    for text in (f"on {day}", f"am {day.day}.{day.month}.{day.year}", f"{day:%d %B %Y}".casefold(), f"{day:%B} {day.day}, {day.year}".casefold()):  # fmt: skip
        assert read_days(text, said_on).periods == (Period(first=day, last=day),)


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(2020, 1, 1), date(2039, 12, 31)), st.dates(date(2020, 1, 2), date(2038, 12, 31))
)
def test_a_day_without_its_year_is_among_those_it_may_be(day: date, said_on: date) -> None:
    near = read_days(f"on {day:%d %B}".casefold(), said_on).periods
    if (day.month, day.day) != (2, 29):
        assert all((one.first.month, one.first.day) == (day.month, day.day) for one in near)
        assert len(near) == (1 if day.month == said_on.month else 2)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_too_odd_for_its_days(text: str) -> None:
    read_days(text, SAID_ON)
