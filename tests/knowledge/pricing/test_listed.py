"""The list price that stands beside a partner's own: of the same thing, the same band and the same day, or none."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.knowledge.pricing.asking import asked, quoted
from tests.knowledge.pricing.lists import (
    ACME,
    DAY,
    OWN,
    partners,
    price,
    prices,
    promotion,
    requests,
)

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.ladder import price_for
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import PriceRequest

TIER = {"tier": "gold", "locator": "EMEA!C2"}
NET = {"of": {"net": True, "path": "net.xlsx"}}
ALONE = {"of": {"audience": OWN, "net": True, "path": "acme.xlsx"}}


def listed(*entries: Price, partner: Partner | None = ACME, **fields: Any) -> tuple[Decimal, bool]:
    """What stands as the list price of the one line, and whether it is one."""
    (line,) = quoted(asked(*entries, partner=partner)(**fields)).lines
    return line.list_price, line.listed


@pytest.mark.parametrize("own", [TIER, NET, ALONE], ids=["tier", "net", "own"])
def test_beside_ones_own_price_stands_the_lists(own: dict[str, Any]) -> None:
    common = price("100", **({"min_quantity": 1} if own != NET else {"max_quantity": 4}))
    mine = price("70", **own, **({"min_quantity": 5} if own == NET else {}))
    both = listed(common, mine, quantity=5 if own == NET else 1)
    assert both == ((Decimal(100), True) if own != NET else (Decimal(70), False))
    assert listed(mine, quantity=5) == (Decimal(70), False)


def test_the_list_price_is_that_of_the_quantitys_band() -> None:
    entries = [
        price("100", max_quantity=9),
        price("90", min_quantity=10, max_quantity=99),
        price("80", min_quantity=100),
        price("60", **TIER),
    ]
    assert [listed(*entries, quantity=n)[0] for n in (1, 9, 10, 99, 100)] == [100, 100, 90, 90, 80]


def test_several_list_prices_are_none_and_the_same_one_twice_is_one() -> None:
    mine, again = price("70", **TIER), {"path": "again.xlsx"}
    assert listed(mine, price("100"), price("110", of=again)) == (Decimal(70), False)
    assert listed(mine, price("100"), price("100.00", of=again)) == (Decimal(100), True)
    assert listed(mine, price(None, note="on request")) == (Decimal(70), False)


@pytest.mark.parametrize(
    "other",
    [
        {"currency": "USD"},
        {"term_months": 36, "per": "month"},
        {"per": "month"},
        {"region": "NA"},
        {"unit": "box"},
        {"pack_size": 10, "amount_is_for": "pack"},
        {"valid_until": DAY - timedelta(days=1)},
        {"min_quantity": 2},
        {"tier": "silver"},
        {"of": {"net": True, "path": "net.xlsx"}},
        {"of": {"audience": OWN, "path": "acme.xlsx"}},
    ],
)
def test_a_price_of_something_else_is_never_the_list_price(other: dict[str, Any]) -> None:
    mine = price("70", tier="gold", of={"audience": OWN, "path": "acme.xlsx"})
    assert listed(mine, price("100", **other)) == (Decimal(70), False)


def test_what_a_discount_comes_off_is_the_list_price() -> None:
    assert listed(price("100")) == (Decimal(100), True)
    assert listed(price("100"), price("90", of={"audience": OWN})) == (Decimal(90), True)
    assert listed(price("100"), partner=None) == (Decimal(100), True)
    entries = (price("100", max_quantity=9), price("90", min_quantity=10), price("70", **TIER))
    assert listed(*entries, quantity=10, list_only=True) == (Decimal(100), True)


def test_the_list_of_all_regions_or_of_the_askers_counts() -> None:
    mine = price("70", **TIER)
    assert listed(mine, price("100", region="emea"))[1]
    assert not listed(mine, price("100", region="NA"))[1]
    assert listed(price("70", **TIER, region="EMEA"), price("100"))[1]


def test_an_offer_leaves_the_list_price_as_it_is() -> None:
    fixed = promotion(None, fixed=Decimal(50), currency="EUR")
    assert listed(price("100"), price("70", **TIER), promotion=fixed) == (Decimal(100), True)
    assert listed(price("70", **TIER), promotion=promotion()) == (Decimal(70), False)


def test_what_is_free_by_its_own_list_is_beside_no_list_price() -> None:
    assert listed(price("0"), price("0", **TIER)) == (Decimal(0), False)


@settings(max_examples=150, deadline=None)
@given(st.lists(prices(), max_size=6), partners, requests)
def test_a_list_price_is_an_amount_of_a_list(
    entries: list[Price], partner: Partner | None, request: PriceRequest
) -> None:
    found = price_for(entries, partner, request, as_of=DAY)
    lines = found.lines if isinstance(found, Quote) else ()
    for line in lines:
        common = {e.amount for e in entries if not e.tier and not e.list.net and e.holds_on(DAY)}
        every = {entry.amount for entry in entries}
        assert line.list_price in (common if line.listed else every)
