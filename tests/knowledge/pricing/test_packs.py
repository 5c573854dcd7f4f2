"""Packs, regions and billing: what is sold how, and when that has to be asked."""

from decimal import Decimal

import pytest
from tests.knowledge.pricing.asking import asked, quoted, total
from tests.knowledge.pricing.lists import ACME, price

from partnerline.knowledge.partners import EVERYONE, Partner
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    BelowMinimum,
    BillingNeeded,
    BrokenPack,
    NoPrice,
    PackUnclear,
    RegionNeeded,
)

NET = {"net": True}
BY_PIECE = price("2.50", pack_size=10, of=NET)
BY_PACK = price("25.00", pack_size=10, amount_is_for="pack", of=NET)


def test_a_price_by_the_piece_of_what_comes_in_packs_is_for_whole_packs_only() -> None:
    line = quoted(asked(BY_PIECE)(quantity=30)).lines[0]
    assert (line.quantity, line.unit, line.pack_size, line.amount) == (30, "each", 1, 75)
    assert line.applied[-1] == "sold in packs of 10"
    assert asked(BY_PIECE)(quantity=25) == BrokenPack(
        pack_size=10, below=20, above=30, price=BY_PIECE
    )
    assert asked(BY_PIECE)(quantity=5) == BrokenPack(
        pack_size=10, below=0, above=10, price=BY_PIECE
    )


def test_packs_of_what_is_priced_by_the_piece_are_their_pieces_in_band_and_sum() -> None:
    bands = [BY_PIECE, price("2.00", pack_size=10, min_quantity=50, of={**NET})]
    small = price("2.50", pack_size=10, max_quantity=49, of=NET)
    line = quoted(asked(small, bands[1])(quantity=5, counted_in="pack")).lines[0]
    assert (line.quantity, line.unit_price, line.amount) == (50, 2, 100)


def test_a_price_by_the_pack_counts_packs_and_its_bands_do() -> None:
    entries = [
        price("25.00", pack_size=10, amount_is_for="pack", max_quantity=4, of=NET),
        price("20.00", pack_size=10, amount_is_for="pack", min_quantity=5, of=NET),
    ]
    line = quoted(asked(*entries)(quantity=50, counted_in="piece")).lines[0]
    assert (line.quantity, line.unit, line.pack_size, line.amount) == (5, "pack of 10", 10, 100)
    assert total(asked(*entries)(quantity=4, counted_in="pack")) == 100
    assert total(asked(*entries)()) == 25


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("box", "box of 10"), ("Pack 10", "Pack 10"), ("pc", "pack of 10"), ("VPE", "VPE of 10")],
)
def test_the_unit_of_a_pack_says_how_many_it_holds(unit: str, shown: str) -> None:
    entry = price("25.00", pack_size=10, amount_is_for="pack", unit=unit, of=NET)
    assert quoted(asked(entry)()).lines[0].unit == shown


def test_pieces_that_break_a_pack_are_named_in_pieces() -> None:
    assert asked(BY_PACK)(quantity=25, counted_in="piece") == BrokenPack(
        pack_size=10, below=20, above=30, price=BY_PACK
    )


def test_twenty_of_what_is_priced_by_the_pack_may_be_pieces_or_packs() -> None:
    assert asked(BY_PACK)(quantity=20) == PackUnclear(price=BY_PACK, quantity=20, by_list=False)


def test_a_list_that_does_not_say_what_its_price_is_for_is_not_read_either_way() -> None:
    entry = price("25.00", pack_size=10, amount_is_for="unclear", of=NET)
    for counted_in in ("unit", "piece", "pack"):
        found = asked(entry)(quantity=20, counted_in=counted_in)
        assert found == PackUnclear(price=entry, quantity=20, by_list=True)


def test_a_pack_of_what_is_sold_one_by_one_is_asked_about_unless_the_unit_is_one() -> None:
    single, box = price("5", unit="pc", of=NET), price("50", unit="Karton", of=NET)
    assert asked(single)(quantity=2, counted_in="pack") == PackUnclear(
        price=single, quantity=2, by_list=False
    )
    assert total(asked(box)(quantity=2, counted_in="pack")) == 100
    assert asked(box)(quantity=20, counted_in="piece") == PackUnclear(
        price=box, quantity=20, by_list=True
    )


def test_a_minimum_of_what_comes_in_packs_is_a_whole_pack() -> None:
    by_piece = price("2.50", pack_size=10, min_quantity=25, of=NET)
    by_pack = price("25", pack_size=10, amount_is_for="pack", min_quantity=3, of=NET)
    assert asked(by_piece)(quantity=20) == BelowMinimum(minimum=30, price=by_piece)
    assert asked(by_piece)(quantity=2, counted_in="pack") == BelowMinimum(minimum=3, price=by_piece)
    assert asked(by_pack)(quantity=2, counted_in="pack") == BelowMinimum(minimum=3, price=by_pack)
    assert asked(by_pack)(quantity=20, counted_in="piece") == BelowMinimum(
        minimum=30, price=by_pack
    )
    found = asked(by_piece)(quantity=26)
    assert isinstance(found, BrokenPack)
    assert (found.below, found.above) == (0, 30)


def test_another_regions_price_is_never_given() -> None:
    north = price("90", region="NA")
    assert asked(north)() == NoPrice()
    assert total(asked(north, price("100", region="emea"))()) == 80
    assert asked(north)(region="NA") == NoPrice()


def test_an_asker_of_no_region_is_asked_where_several_have_a_price() -> None:
    entries = [price("90", region="NA"), price("100", region="EMEA"), price("101", region="emea")]
    nowhere = asked(*entries[:2], partner=EVERYONE)
    assert nowhere() == RegionNeeded(regions=("EMEA", "NA"))
    assert total(nowhere(region="na")) == 90
    assert nowhere(region="APAC") == NoPrice()
    assert total(asked(entries[0], partner=EVERYONE)()) == 90


def test_by_the_month_or_by_the_year_is_asked_where_they_differ() -> None:
    monthly, yearly = (
        price("10", per="month", of=NET),
        price("100", per="year", of=NET, locator="C2"),
    )
    both = asked(monthly, yearly)
    assert both(term_months=12) == BillingNeeded(billings=("month", "year"))
    assert total(both(term_months=12, billing="month")) == 120
    assert total(both(term_months=12, billing="year")) == 100
    same = asked(monthly, price("120", per="year", of=NET))
    assert total(same(term_months=24)) == 240
    assert same() == BillingNeeded(billings=("month", "year"))


def test_a_recurring_line_says_what_is_due_a_month() -> None:
    found = quoted(asked(price("100", per="term", term_months=36, of=NET))(term_months=36))
    (part,) = found.subtotals
    assert (part.kind, part.amount, part.term_months) == ("recurring", 100, 36)
    assert part.a_month == Decimal("2.78")


def test_units_of_a_piece_by_any_name_are_no_disagreement() -> None:
    lists = [price("100", unit="pc", of={"path": "a"}), price("100", unit="Stück")]
    assert total(asked(*lists)()) == 80


def test_a_partner_of_no_region_is_not_given_two_prices() -> None:
    nowhere = Partner(id="x", name="X", currency="EUR")
    entries = [price("90", region="NA"), price("100", region="EMEA")]
    assert asked(*entries, partner=nowhere)() == RegionNeeded(regions=("EMEA", "NA"))
    assert total(asked(*entries, partner=ACME)()) == 80


@pytest.mark.parametrize(("there", "asked_for"), [("month", "year"), ("year", "month")])
def test_a_billing_that_no_list_has_is_never_taken_for_the_other(
    there: str, asked_for: str
) -> None:
    only = asked(price("10", per=there, of=NET))
    assert only(term_months=12, billing=asked_for) == BillingNeeded(billings=(there,))  # type: ignore[arg-type]  # drawn from its values
    assert isinstance(only(term_months=12, billing=there), Quote)
    assert isinstance(only(term_months=12), Quote)


def test_what_is_bought_once_has_no_billing_to_choose() -> None:
    assert total(asked(price("10", of=NET))(billing="year")) == 10


def test_the_list_has_the_billing_that_ones_own_column_has_not() -> None:
    both = asked(price("10", per="month", tier="gold"), price("100", per="year"))
    assert total(both(billing="year")) == 80
    assert total(both(billing="month")) == 10
    assert both() != both(billing="year")


def test_a_quantity_below_the_least_goes_before_a_billing_there_is_not() -> None:
    both = asked(price("10", per="month", tier="gold"), price("100", per="year", min_quantity=10))
    assert isinstance(both(billing="year"), BelowMinimum)
