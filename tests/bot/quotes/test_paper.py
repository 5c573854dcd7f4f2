"""What a quote says, whatever it is written on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.bot.quotes.papers import (
    ACME,
    ANSWER,
    BASKET,
    CITED,
    DOLLARS,
    GATEWAY,
    ONE,
    PROMOTED,
    QUESTION,
    SEAT,
    paper,
)

from partnerline.bot.quotes import wording
from partnerline.bot.quotes.paper import file_name, further_citations, paper_of, quotes_in, sources
from partnerline.knowledge.partners import EVERYONE

ISSUED = date(2026, 11, 23)


def test_a_paper_is_the_answer_s_own_quote() -> None:
    made = paper_of(ANSWER, QUESTION, vendor=" Tarnwick Instruments ", issued_on=ISSUED)
    assert made == paper(BASKET)


@pytest.mark.parametrize("outcome", ["clarify", "escalated", "smalltalk"])
def test_only_an_answer_is_a_quote(outcome: str) -> None:
    unsettled = replace(ANSWER, outcome=outcome, quotes=(ONE,))
    assert quotes_in(unsettled) == ()
    assert paper_of(unsettled, QUESTION, vendor="", issued_on=ISSUED) is None


def test_an_answer_without_a_price_is_none() -> None:
    assert paper_of(replace(ANSWER, quote=None), QUESTION, vendor="", issued_on=ISSUED) is None


def test_prices_that_don_t_add_up_stand_beside_each_other_each_once() -> None:
    assert quotes_in(replace(ANSWER, quote=ONE, quotes=(ONE, DOLLARS))) == (ONE, DOLLARS)
    assert quotes_in(replace(ANSWER, quote=None, quotes=(ONE, DOLLARS))) == (ONE, DOLLARS)


@pytest.mark.parametrize("partner", [None, EVERYONE])
def test_who_is_no_partner_is_not_named(partner: object) -> None:
    made = paper_of(ANSWER, replace(QUESTION, partner=partner), vendor="", issued_on=ISSUED)
    assert made is not None
    assert made.partner == ""
    assert "For" not in dict(wording.facts(made))


def test_the_day_it_was_asked_is_told_apart_from_the_day_of_issue() -> None:
    asked = replace(QUESTION, as_of=date(2026, 9, 1), asked_on=date(2026, 11, 1))
    made = paper_of(ANSWER, asked, vendor="", issued_on=ISSUED)
    assert made is not None
    assert dict(wording.facts(made)) == {
        "For": "Acme Resellers",
        "Date of issue": "23 November 2026",
        "Asked on": "1 November 2026",
        "Prices of": "23 November 2026",
        "Valid": "until 30 November 2026",
    }


def test_a_price_day_that_was_not_kept_is_not_made_up() -> None:
    assert "Prices of" not in dict(wording.facts(paper(ONE)))


@pytest.mark.parametrize(
    ("on", "first", "last", "said"),
    [
        ((2026, 11, 23), None, None, "until further notice"),
        ((2026, 12, 31), None, (2026, 12, 31), "until 31 December 2026"),
        (
            (2027, 1, 1),
            None,
            (2026, 12, 31),
            "Not valid: over since 1 January 2027, the last day was 31 December 2026",
        ),
        ((2026, 6, 30), (2026, 7, 1), None, "from 1 July 2026 until further notice, not before"),
        ((2026, 7, 1), (2026, 7, 1), (2026, 7, 1), "until 1 July 2026"),
    ],
)
def test_how_long_it_holds_is_seen_from_the_day_of_issue(
    on: tuple[int, int, int],
    first: tuple[int, int, int] | None,
    last: tuple[int, int, int] | None,
    said: str,
) -> None:
    quote = replace(
        ONE,
        valid_from=date(*first) if first else None,
        valid_until=date(*last) if last else None,
    )
    assert wording.validity(quote, date(*on)) == said


def test_parts_the_whole_and_a_month_are_named() -> None:
    assert [(s.label, wording.figure(s.amount)) for s in wording.sums(BASKET)] == [
        ("One-off", "37,296.00"),
        ("Recurring over 36 months", "82,800.00"),
        ("of which a month", "2,300.00"),
        ("Total over the term", "120,096.00"),
    ]
    assert [s.label for s in wording.sums(ONE)] == ["Total"]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("5", "5.00"), ("1234.5", "1,234.50"), ("0.00351", "0.00351"), ("1E+3", "1,000.00"),
     ("-12345678901234567890.10", "-12,345,678,901,234,567,890.10")],
)  # fmt: skip
def test_no_digit_of_an_amount_is_lost_or_added(amount: str, shown: str) -> None:
    assert wording.figure(Decimal(amount)) == shown


def test_every_line_has_its_own_list_and_what_else_is_cited_comes_after() -> None:
    made = paper(BASKET)
    assert [(s.number, s.price_list, s.line.cell) for s in sources(made)] == [
        (1, GATEWAY.price_list, "EMEA!F14"),
        (2, SEAT.price_list, "B7"),
    ]
    assert further_citations(made) == (PROMOTED,)
    assert CITED not in further_citations(made)


def test_a_line_kept_without_a_list_of_its_own_has_the_quote_s() -> None:
    older = replace(ONE, lines=(replace(GATEWAY, price_list=""),))
    assert sources(paper(older))[0].price_list == ONE.price_list


@pytest.mark.parametrize(
    ("partner", "name"),
    [
        ("Acme Resellers", "quote-acme-resellers-2026-11-23.pdf"),
        ('../../Öd & "Söhne" <b>\r\nGmbH', "quote-od-sohne-b-gmbh-2026-11-23.pdf"),
        ("株式会社", "quote-2026-11-23.pdf"),
        ("", "quote-2026-11-23.pdf"),
        ("x" * 500, f"quote-{'x' * 60}-2026-11-23.pdf"),
    ],
)  # fmt: skip
def test_a_file_s_name_is_safe_anywhere(partner: str, name: str) -> None:
    assert file_name(paper(partner=partner), "pdf") == name


def test_a_partner_is_called_by_its_name_of_today() -> None:
    renamed = replace(QUESTION, partner=replace(ACME, name="Acme Europe"))
    made = paper_of(ANSWER, renamed, vendor="", issued_on=ISSUED)
    assert made is not None
    assert made.partner == "Acme Europe"
