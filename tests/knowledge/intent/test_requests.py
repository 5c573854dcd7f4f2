"""A price request put together from a thread."""

import pytest

from partnerline.knowledge.intent.products import Catalog, Named, Unnamed
from partnerline.knowledge.intent.requests import Asked, read_request
from partnerline.knowledge.pricing.price import Product

CATALOG = Catalog(
    [Product(sku="AX-200", name="Edge Gateway"), Product(sku="WL-PRO", name="Watchline Pro")]
)


def asked(*turns: str) -> Asked:
    *earlier, last = turns
    return read_request(last, earlier, CATALOG)


def sku(request: Asked) -> str:
    assert isinstance(request.mention, Named)
    return request.mention.product.sku


@pytest.mark.parametrize(
    "follow_up", ["and for 500?", "the last one, for 500", "what about 500", "500?", "same x500"]
)
def test_a_follow_up_takes_the_product_from_the_turn_before(follow_up: str) -> None:
    request = asked("price of 100 AX-200", follow_up)
    assert (sku(request), request.quantities) == ("AX-200", (500,))


def test_what_a_follow_up_leaves_out_stays_as_it_was() -> None:
    request = asked("list price of 20 WL-PRO for 36 months", "and for 12 months?")
    assert (sku(request), request.quantities, request.terms) == ("WL-PRO", (20,), (12,))
    assert request.list_only


def test_a_product_that_is_named_anew_starts_with_no_quantity() -> None:
    request = asked("price of 100 AX-200", "and WL-PRO?")
    assert (sku(request), request.quantities) == ("WL-PRO", ())


def test_a_follow_up_reaches_back_over_turns_to_the_last_product() -> None:
    request = asked("20 WL-PRO", "price of AX-200", "for 100", "in USD")
    assert (sku(request), request.quantities, request.currency) == ("AX-200", (100,), "USD")


def test_without_any_product_nothing_is_named() -> None:
    assert asked("hello", "how much for 100?").mention == Unnamed()
