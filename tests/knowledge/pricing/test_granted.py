"""Promotions and registered deals: what they do to a price, and when they don't."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.knowledge.pricing.asking import asked, quoted, total
from tests.knowledge.pricing.lists import ACME, DAY, DEALS, price, promotion

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.offers import DealRule, Promotion
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.pricing.request import OfferRefused, PricingRules, TermNeeded

DAY_AFTER, DAY_BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)
SENSOR = Product(sku="TS-100", name="Sensor")


def test_a_percentage_comes_off_the_partners_price_and_is_rounded_once() -> None:
    line = quoted(asked(price("10.03"))(quantity=3, promotion=promotion("0.125"))).lines[0]
    assert line.unit_price == Decimal("7.02")  # 10.03 * 0.8 * 0.875 is 7.021
    assert line.amount == Decimal("21.06")
    assert line.applied == ("gold 20%", "promotion COLD27 12.5%")


def test_by_the_line_only_the_amount_is_rounded() -> None:
    by_line = asked(price("10.03"), rules=PricingRules(rounding="line"))
    assert total(by_line(quantity=100, promotion=promotion("0.125"))) == Decimal("702.10")


def test_a_fixed_price_takes_the_place_of_the_partners_price() -> None:
    offer = promotion(None, fixed=Decimal(70), currency="EUR")
    line = quoted(asked(price("100", min_quantity=1, max_quantity=9))(promotion=offer)).lines[0]
    assert (line.unit_price, line.list_price) == (70, 100)
    assert line.applied == ("promotion COLD27 fixed price",)


def test_a_fixed_price_that_is_higher_is_said_to_be() -> None:
    offer = promotion(None, fixed=Decimal(90), currency="EUR")
    line = quoted(asked(price("100"))(promotion=offer)).lines[0]
    assert line.unit_price == 90
    assert line.applied == ("promotion COLD27 fixed price", "without it you pay less: 80.00")


def test_an_offers_days_narrow_the_quotes() -> None:
    offer = promotion(first_day=DAY, last_day=DAY_AFTER)
    found = quoted(asked(price(of={"valid_from": DAY_BEFORE}))(promotion=offer))
    assert (found.valid_from, found.valid_until) == (DAY, DAY_AFTER)
    assert (found.lines[0].valid_from, found.lines[0].valid_until) == (DAY, DAY_AFTER)


@pytest.mark.parametrize(
    ("why", "fields"),
    [
        ("not_yet", {"first_day": DAY_AFTER}),
        ("over", {"last_day": DAY_BEFORE}),
        ("product", {"applies_to": ("ts100",)}),
        ("product_unclear", {"applies_to": ("gateways",)}),
        ("quantity", {"min_quantity": 51}),
        ("region", {"regions": frozenset({"NA"})}),
        ("tier", {"tiers": frozenset({"platinum"})}),
    ],
)
def test_a_promotion_that_does_not_count_is_refused_with_the_price_without_it(
    why: str, fields: dict[str, Any]
) -> None:
    offer = promotion(**fields)
    priced = asked(price(), others=(SENSOR,))
    assert priced(quantity=50, promotion=offer) == OfferRefused(
        why=why,  # type: ignore[arg-type]  # one of the reasons, from the test's data
        promotion=offer,
        without=priced(quantity=50),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"first_day": DAY, "last_day": DAY},
        {"min_quantity": 50},
        {"regions": frozenset({"emea"}), "tiers": frozenset({"GOLD"})},
    ],
)
def test_a_promotion_counts_on_both_its_days_from_its_quantity_and_in_any_case(
    fields: dict[str, Any],
) -> None:
    found = asked(price())(quantity=50, promotion=promotion(**fields))
    assert total(found) == Decimal("3520.00")


@pytest.mark.parametrize(
    "offer", [promotion(), promotion(None, fixed=Decimal(1), currency="EUR")], ids=["%", "fixed"]
)
def test_nothing_comes_off_a_net_price(offer: Promotion) -> None:
    found = asked(price(of={"net": True}))(promotion=offer)
    assert isinstance(found, OfferRefused)
    assert (found.why, total(found.without)) == ("net", 100)


def test_a_fixed_price_in_another_currency_is_not_converted() -> None:
    found = asked(price())(promotion=promotion(None, fixed=Decimal(1), currency="USD"))
    assert isinstance(found, OfferRefused)
    assert found.why == "currency"


def test_nothing_comes_off_the_list_price_by_name() -> None:
    found = asked(price(), rules=DEALS)(list_only=True, deal=True)
    assert isinstance(found, OfferRefused)
    assert (found.why, total(found.without)) == ("list_price", 100)


def test_a_pack_counts_as_its_pieces_for_a_promotions_quantity() -> None:
    entry = price("25", pack_size=10, amount_is_for="pack")
    found = asked(entry)(quantity=5, counted_in="pack", promotion=promotion(min_quantity=50))
    assert total(found) == Decimal("88.00")


def test_what_is_missing_is_asked_before_an_offer_is_looked_at() -> None:
    entry = price(per="term", term_months=12)
    assert asked(entry)(promotion=promotion(last_day=DAY_BEFORE)) == TermNeeded(
        terms=(12,), asked=None
    )


def test_a_registered_deal_comes_off_the_net_price() -> None:
    line = quoted(asked(price(), rules=DEALS)(deal=True)).lines[0]
    assert line.unit_price == Decimal("75.20")
    assert line.applied == ("gold 20%", "registered deal 6%")


def test_a_registered_deal_comes_off_a_tiers_own_price_too() -> None:
    assert total(asked(price("70", tier="gold"), rules=DEALS)(deal=True)) == Decimal("65.80")


@pytest.mark.parametrize(
    ("why", "entry", "partner", "deal"),
    [
        ("net", price(of={"net": True}), ACME, DEALS.deal),
        ("no_rule", price(), ACME, None),
        ("no_rule", price(), Partner(id="x", name="X", tier="bronze"), DEALS.deal),
        ("no_rule", price(), Partner(id="x", name="X"), DEALS.deal),
        (
            "list",
            price(),
            ACME,
            DealRule(discount={"gold": Decimal("0.1")}, price_lists=("price-lists/*.xlsx",)),
        ),
    ],
)
def test_a_deal_that_does_not_count_is_refused(
    why: str, entry: Any, partner: Any, deal: Any
) -> None:
    found = asked(entry, partner=partner, rules=PricingRules(deal=deal))(deal=True)
    assert isinstance(found, OfferRefused)
    assert (found.why, found.promotion) == (why, None)


def test_a_deal_counts_on_the_lists_that_its_patterns_name() -> None:
    rule = DealRule(discount={"gold": Decimal("0.1")}, price_lists=("price-lists/hw-*.xlsx",))
    entry = price(of={"path": "price-lists/hw-emea.xlsx"})
    assert total(asked(entry, rules=PricingRules(deal=rule))(deal=True)) == 72


def test_a_promotion_and_a_deal_are_never_priced_together() -> None:
    with pytest.raises(ValueError, match="never combine"):
        asked(price(), rules=DEALS)(deal=True, promotion=promotion())
