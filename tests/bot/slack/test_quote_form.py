"""What a filled-in form asks, in words."""

import pytest
from tests.bot.quotes.papers import BASKET, ONE, long_quote, paper

from partnerline.bot.slack.answers.receipt import receipt_view
from partnerline.bot.slack.asking.quote_form import (
    FORM,
    LONGEST,
    Home,
    Wish,
    form_view,
    unpacked,
    wish_of,
)
from partnerline.fake_slack.blocks import check_view
from partnerline.knowledge.pricing.quote import Quote

HOME = Home(channel="C0ACME", respond="https://slack.example/response/1")


def test_everything_filled_in_is_one_question() -> None:
    wish = Wish(products=("10 AX-200", "2 TS-10"), term="36", promotion="COLD27", day="2027-01-04")
    assert wish.question == (
        "price for 10 x AX-200 and 2 x TS-10 over 36 months with promotion COLD27 on 2027-01-04"
    )


def test_the_list_price_is_asked_for_by_name() -> None:
    assert Wish(products=("AX-200",), list_only=True).question == "list price for AX-200"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("10 AX-200", "10 x AX-200"),
        ("10 x AX-200", "10 x AX-200"),
        ("10x AX-200", "10 x AX-200"),
        ("10 × AX-200", "10 x AX-200"),
        ("10; AX-200", "10 x AX-200"),
        ("10 x200", "10 x x200"),
        ("3 X-ray tubes", "3 x X-ray tubes"),
        ("10, AX-200", "10 x AX-200"),
        ("1,000 AX-200", "1,000 x AX-200"),
        ("2.5k AX-200", "2.5k AX-200"),
        ("10-4410-B", "10-4410-B"),
        ("AX-200", "AX-200"),
        ("a dozen gateways", "a dozen gateways"),
    ],
)
def test_a_line_keeps_the_words_it_was_given(line: str, said: str) -> None:
    assert Wish(products=(line,)).question == f"price for {said}"


@pytest.mark.parametrize(
    ("term", "said"),
    [("36", "over 36 months"), ("3 years", "over 3 years"), ("12 months", "over 12 months")],
)
def test_a_term_may_be_in_years(term: str, said: str) -> None:
    wish = Wish(products=("1 CL-PRO",), term=term)
    assert wish.problems == {}
    assert wish.question.endswith(said)


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (Wish(), "products"),
        (Wish(products=("x",) * 51), "products"),
        (Wish(products=("x",), term="a while"), "term"),
        (Wish(products=("x",), term="36 or 48"), "term"),
    ],
)
def test_what_can_t_be_asked_is_said_at_its_field(wish: Wish, field: str) -> None:
    assert list(wish.problems) == [field]


def test_a_sent_form_is_read_as_it_was_filled_in() -> None:
    values = {
        "products": {"products": {"value": " 10  AX-200 \n\n 2 TS-10\n"}},
        "term": {"term": {"value": None}},
        "promotion": {"promotion": {"value": " COLD27 "}},
        "day": {"day": {"selected_date": "2027-01-04"}},
        "list": {"list": {"selected_options": [{"value": "list"}]}},
    }
    assert wish_of(values) == Wish(
        products=("10 AX-200", "2 TS-10"), promotion="COLD27", day="2027-01-04", list_only=True
    )


@pytest.mark.parametrize("values", [{}, {"day": {"day": {"selected_date": "x and hello"}}}])
def test_what_is_missing_or_odd_is_nothing(values: dict[str, object]) -> None:
    assert wish_of(values) == Wish()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", None),
        ("10 AX-200", "10 AX-200"),
        ("10 AX-200, 1,000 TS-10 and 3 CL-PRO", "10 AX-200\n1,000 TS-10\n3 CL-PRO"),
        ("10 AX-200; 2 TS-10", "10 AX-200\n2 TS-10"),
    ],
)
def test_the_form_begins_with_what_was_typed(text: str, lines: str | None) -> None:
    view = form_view(HOME, text)
    assert view["blocks"][0]["element"].get("initial_value") == lines
    assert (view["callback_id"], unpacked(view["private_metadata"])) == (FORM, HOME)


@pytest.mark.parametrize("text", ["", "10 AX-200", "word " * 5_000, "<!channel>"])
def test_slack_takes_the_form(text: str) -> None:
    view = form_view(HOME, text)
    assert check_view(view) == []
    assert len(view["blocks"][0]["element"].get("initial_value", "")) <= LONGEST


@pytest.mark.parametrize("quote", [ONE, BASKET, long_quote(300)], ids=["one", "two", "many"])
def test_slack_takes_the_receipt_of_any_price(quote: Quote) -> None:
    assert check_view(receipt_view(paper(quote, vendor="x" * 9_000))) == []
