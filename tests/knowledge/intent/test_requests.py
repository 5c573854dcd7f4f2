"""A price request put together from a thread."""

from datetime import date

import pytest

from partnerline.knowledge.intent.asked import Asked, Moment
from partnerline.knowledge.intent.products import Catalog, Named, Unnamed
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.pricing.price import Product

CATALOG = Catalog(
    [Product(sku="AX-200", name="Edge Gateway"), Product(sku="WL-PRO", name="Watchline Pro")]
)
TODAY = Moment(asked_on=date(2026, 11, 23), as_of=date(2026, 11, 23))


def asked(*turns: str) -> Asked:
    *earlier, last = turns
    return read_request(last, earlier, CATALOG, moment=TODAY)


def sku(request: Asked) -> str:
    assert isinstance(request.mention, Named)
    return request.mention.product.sku


@pytest.mark.parametrize(
    "follow_up", ["and for 500?", "the last one, for 500", "what about 500", "500?", "same x500"]
)
def test_a_follow_up_takes_the_product_from_the_turn_before(follow_up: str) -> None:
    request = asked("price of 100 AX-200", follow_up)
    assert (sku(request), request.wanted[0].quantities) == ("AX-200", (500,))


def test_what_a_follow_up_leaves_out_stays_as_it_was() -> None:
    request = asked("list price of 20 WL-PRO for 36 months", "and for 12 months?")
    assert (sku(request), request.wanted[0].quantities, request.terms) == ("WL-PRO", (20,), (12,))
    assert request.list_only


def test_a_product_that_is_named_anew_starts_with_no_quantity() -> None:
    request = asked("price of 100 AX-200", "and WL-PRO?")
    assert (sku(request), request.wanted[0].quantities) == ("WL-PRO", ())


def test_a_follow_up_reaches_back_over_turns_to_the_last_product() -> None:
    request = asked("20 WL-PRO", "price of AX-200", "for 100", "in USD")
    assert (sku(request), request.wanted[0].quantities, request.currency) == (
        "AX-200",
        (100,),
        "USD",
    )


def test_without_any_product_nothing_is_named() -> None:
    assert asked("hello", "how much for 100?").mention == Unnamed()


def test_todays_price_by_name_drops_an_earlier_day() -> None:
    assert asked("AX-200 price on 2027-01-05", "and for 5?").periods
    assert not asked("AX-200 price on 2027-01-05", "and today?").periods
    assert asked("AX-200 price next year", "what about now").vague_day is None


def test_the_same_for_another_product_keeps_the_quantity() -> None:
    request = asked("price of 10 AX-200", "same for WL-PRO")
    assert (sku(request), request.wanted[0].quantities) == ("WL-PRO", (10,))


@pytest.mark.parametrize("text", ["both", "and the total?"])
def test_a_sum_over_earlier_turns_is_of_all_their_products(text: str) -> None:
    wanted = asked("10 AX-200", "5 WL-PRO", text).wanted
    assert [one.quantities for one in wanted] == [(10,), (5,)]


@pytest.mark.parametrize("text", ["WL-PRO list", "list?", "AX-200 Listenpreis", "what is AX-200 list please"])  # fmt: skip
def test_the_list_price_is_asked_for_in_short(text: str) -> None:
    assert asked(text).list_only


@pytest.mark.parametrize("text", ["is AX-200 in the price list?", "list all prices", "price list"])
def test_a_list_is_not_the_list_price(text: str) -> None:
    assert not asked(text).list_only


@pytest.mark.parametrize(
    "text",
    [
        *["incl. VAT", "with tax", "including shipping", "+ shipping cost", "used", "refurbished"],
        *["demo unit", "trade-in", "maintenance", "spare parts", "lease", "converted to dollars", "your margin", "50 off"],
    ],
)  # fmt: skip
def test_more_than_the_price_of_a_new_one_is_beyond(text: str) -> None:
    assert asked(f"price of AX-200, {text}").beyond
