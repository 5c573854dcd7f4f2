"""Numbers that belong to a product's name."""

from datetime import date

import pytest

from partnerline.knowledge.intent.asked import Asked, Moment
from partnerline.knowledge.intent.products import Catalog, Named, Unclear
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.pricing.price import Product

CATALOG = Catalog(
    Product(sku=sku, name=name)
    for sku, name in {
        "STOR": "Storage 100 GB",
        "DU-1": "Anchor size 6",
        "CAB-5": "Sensor cable 5 m",
        "CAB-10": "Sensor cable 10 m",
        "10010": "Gloves, pack of 10",
        "MX-2": "Pump two-channel",
        "REP-1": "Repair kit",
    }.items()
)
TODAY = Moment(asked_on=date(2026, 11, 23), as_of=date(2026, 11, 23))


def asked(*turns: str) -> Asked:
    *earlier, last = turns
    return read_request(last, earlier, CATALOG, moment=TODAY)


def sku(request: Asked) -> str:
    assert isinstance(request.mention, Named)
    return request.mention.product.sku


@pytest.mark.parametrize(
    ("text", "part_number", "quantities"),
    [
        ("storage 100 GB", "STOR", ()),
        ("100 GB storage", "STOR", ()),
        ("5 storage 100 GB", "STOR", (5,)),
        ("anchor size 6", "DU-1", ()),
        ("500 anchor size 6", "DU-1", (500,)),
        ("sensor cable 10 m", "CAB-10", ()),
        ("CAB-10 sensor cable 10 m, 20 pcs", "CAB-10", (20,)),
        ("gloves pack of 10", "10010", ()),
        ("5 packs of 10010", "10010", (5,)),
        ("the two-channel pump", "MX-2", ()),
        ("two two-channel pumps", "MX-2", (2,)),
    ],
)
def test_a_number_of_the_name_is_no_quantity_and_no_term(
    text: str, part_number: str, quantities: tuple[int, ...]
) -> None:
    request = asked(f"price of {text}")
    assert (sku(request), request.wanted[0].quantities, request.terms) == (
        part_number,
        quantities,
        (),
    )


@pytest.mark.parametrize("text", ["200 GB storage", "anchor size 8", "sensor cable 20 m", "CAB-5 sensor cable 10 m"])  # fmt: skip
def test_another_number_in_its_place_is_another_product(text: str) -> None:
    request = asked(f"price of {text}")
    assert isinstance(request.mention, Unclear)
    assert request.wanted[0].quantities == ()


def test_the_length_of_a_cable_is_not_carried_over_as_a_quantity() -> None:
    assert asked("price of sensor cable 20 m", "CAB-5").wanted[0].quantities == ()


def test_a_grouped_number_is_no_part_number() -> None:
    request = asked("10.010 storage 100 GB")
    assert (sku(request), request.wanted[0].quantities) == ("STOR", (10_010,))


def test_words_of_the_name_ask_for_nothing_beyond() -> None:
    assert asked("price of REP-1 repair kit").beyond is None
    assert asked("maintenance price of STOR").beyond
