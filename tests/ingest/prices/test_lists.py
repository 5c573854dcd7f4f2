from datetime import date
from decimal import Decimal

from tests.ingest.prices.grids import (
    TIERS,
    amounts,
    bands,
    document,
    only,
    price_list,
    read,
    table,
    why,
)

from partnerline.ingest.prices.lists import read_price_list
from partnerline.ingest.reading import Reading, Section

HEAD = ("SKU", "Description", "List price (EUR)")


def test_the_table_is_found_below_titles_and_notes() -> None:
    reading = read(
        ("Price list 2026",), ("Valid from", date(2026, 7, 1)), (), HEAD, ("A-1", "Thing", 12.5), ("* ex works",)
    )  # fmt: skip
    price = only(reading)
    assert (price.sku, price.name, price.amount, price.currency) == (
        "A-1", "Thing", Decimal("12.5"), "EUR",
    )  # fmt: skip
    assert price.locator == "S!C5"
    assert price.valid_from == date(2026, 7, 1)
    assert reading.rows == {(0, 4)}
    assert reading.places == {"S!A5", "S!B5", "S!C5"}


def test_a_rows_words_stand_under_their_headings() -> None:
    price = only(read(HEAD, ("A-1", "Thing", 12.5)))
    assert price.row_text == "SKU: A-1 · Description: Thing · List price (EUR): 12.5"


def test_sub_heading_rows_are_no_products() -> None:
    reading = read(
        HEAD, ("Sensors",), ("A-1", "Thing", 1), ("Gateways", "Gateways", "Gateways"), ("B-1", "Box", 2)
    )  # fmt: skip
    assert amounts(reading) == [("C3", "1"), ("C5", "2")]
    assert reading.refused == ()


def test_a_new_heading_row_begins_a_new_table() -> None:
    reading = read(
        HEAD, ("A-1", "Thing", 1), (), ("Services (EUR)",),
        ("Part number", "Service", "Price per user per month"), ("S-1", "Care", 5),
    )  # fmt: skip
    assert [(p.sku, p.per, p.unit) for p in reading.prices] == [
        ("A-1", "once", ""), ("S-1", "month", "user"),
    ]  # fmt: skip
    assert [t.prices for t in reading.tables] == [1, 1]


def test_two_heading_rows_are_read_as_one() -> None:
    merged = read(
        ("SKU", "Description", "List price (EUR)", "List price (EUR)", "Remark"),
        ("SKU", "Description", "1-9", "10+", "Remark"),
        ("A-1", "Thing", 10, 9, None),
    )
    apart = read(
        ("SKU", "Description", "List price (EUR)"), (None, None, "1-9", "10+"), ("A-1", "Thing", 10, 9)
    )  # fmt: skip
    over = read(
        (None, None, "List price (EUR)", "List price (EUR)"), ("SKU", "Description", "1-9", "10+"), ("A-1", "Thing", 10, 9)
    )  # fmt: skip
    for reading in (merged, apart, over):
        assert bands(reading) == [(1, 9), (10, None)]
        assert [p.currency for p in reading.prices] == ["EUR", "EUR"]


def test_a_cost_over_bands_is_not_a_list_price() -> None:
    reading = read(
        (None, None, "Purchase cost (EUR)", "Purchase cost (EUR)"), ("SKU", "Description", "1-9", "10+"), ("A-1", "Thing", 10, 9)
    )  # fmt: skip
    assert reading.prices == ()
    assert len(reading.refused) == 2


def test_a_wide_band_without_an_end_ends_where_the_next_begins() -> None:
    reading = read(("SKU", "1+ (EUR)", "10+ (EUR)", "from 50 (EUR)"), ("A-1", 10, 9, 8))
    assert bands(reading) == [(1, 9), (10, 49), (50, None)]


def test_an_unclear_cell_does_not_stretch_the_band_beside_it() -> None:
    reading = read(("SKU", "1+ (EUR)", "10+ (EUR)", "50+ (EUR)"), ("A-1", 10, "9 or 8", 8))
    assert bands(reading) == [(1, 9), (50, None)]
    assert "plain amount" in why(reading, "C2")


def test_a_long_list_has_a_row_a_band() -> None:
    reading = read(
        ("SKU", "Name", "From qty", "Price EUR"), ("A-1", "Thing", 1, 10), ("A-1", "Thing", 50, 9), (None, None, 100, 8), ("B-1", "Box", 1, 5)
    )  # fmt: skip
    assert bands(reading) == [(1, 49), (50, 99), (100, None), (1, None)]
    assert [p.sku for p in reading.prices] == ["A-1", "A-1", "A-1", "B-1"]


def test_a_long_bands_unclear_row_still_bounds_its_neighbours() -> None:
    reading = read(
        ("SKU", "From qty", "Price EUR"), ("A-1", 1, 10), ("A-1", 10, "9?"), ("A-1", 50, 8)
    )
    assert bands(reading) == [(1, 9), (50, None)]
    lost = read(("SKU", "From qty", "Price EUR"), ("A-1", 1, 10), ("A-1", "a few", 9))
    assert lost.prices == ()


def test_bands_as_words_in_a_column() -> None:
    reading = read(
        ("SKU", "Quantity", "Price EUR"), ("A-1", "1-9", 10), ("A-1", "10-49", 9), ("A-1", "50+", 8)
    )
    assert bands(reading) == [(1, 9), (10, 49), (50, None)]


def test_a_bare_quantity_starts_a_band_only_where_rows_show_it() -> None:
    shown = read(("SKU", "Quantity", "Price EUR"), ("A-1", 1, 10), ("A-1", 10, 9))
    assert bands(shown) == [(1, 9), (10, None)]
    alone = read(("SKU", "Quantity", "Price EUR"), ("A-1", 10, 9))
    assert alone.prices == ()


def test_a_band_that_a_program_made_a_day_of_is_unclear() -> None:
    reading = read(("SKU", "Quantity", "Price EUR"), ("A-1", date(2026, 1, 9), 10))
    assert reading.prices == ()


def test_tiers_and_bands_together() -> None:
    reading = read(
        ("SKU", "From Qty", "List Price (USD)", "Silver", "Gold"), ("A-1", 1, 10, 9, 8), ("A-1", 50, 9.5, 8.5, 7.5)
    )  # fmt: skip
    found = {(p.tier, p.min_quantity, p.max_quantity): p.amount for p in reading.prices}
    assert found["gold", 50, None] == Decimal("7.5")
    assert found["silver", 1, 49] == Decimal(9)
    assert found["", 1, 49] == Decimal(10)


def test_a_term_needs_to_be_told_what_its_amount_pays_for() -> None:
    told = read(
        ("Every price is per seat for the whole term",), ("SKU", "12 months (EUR)", "3 years (EUR)"), ("A-1", 96, 260)
    )  # fmt: skip
    assert [(p.term_months, p.per) for p in told.prices] == [(12, "term"), (36, "term")]
    untold = read(("SKU", "12 months (EUR)", "3 years (EUR)"), ("A-1", 96, 260))
    assert untold.prices == ()
    assert "month, a year or the whole term" in why(untold, "B2")
    spoken = read(
        ("SKU", "12 months (EUR)"), ("A-1", 8), paragraphs=["All prices are per user per month."]
    )
    assert only(spoken).per == "month"


def test_a_unit_may_hold_the_span() -> None:
    price = only(read(("SKU", "Unit", "Price EUR"), ("A-1", "user/month", 8)))
    assert (price.unit, price.per) == ("user", "month")
    hour = only(read(("SKU", "Unit", "Price EUR"), ("A-1", "Hour", 8)))
    assert (hour.unit, hour.per) == ("Hour", "once")


def test_row_and_heading_that_differ_in_the_span_are_refused() -> None:
    reading = read(("SKU", "Unit", "Price per month (EUR)"), ("A-1", "per year", 8))
    assert "differ in what span" in why(reading, "C2")


def test_the_currency_comes_from_cell_column_heading_or_the_words_around() -> None:
    assert only(read(("SKU", "Price"), ("A-1", "12,50 €"))).currency == "EUR"
    assert only(read(("SKU", "Price"), ("A-1", (5, "[$CHF] 0.00")))).currency == "CHF"
    assert only(read(("SKU", "Currency", "Price"), ("A-1", "PLN", 5))).currency == "PLN"
    assert only(read(("Preise in CHF",), ("SKU", "Price"), ("A-1", 5))).currency == "CHF"
    assert only(read(("SKU", "Price"), ("A-1", 5), name="Hardware USD")).currency == "USD"
    spoken = read(("SKU", "Price"), ("A-1", 5), paragraphs=["All prices in GBP."])
    assert only(spoken).currency == "GBP"


def test_no_currency_or_two_that_differ_are_refused() -> None:
    assert "no currency" in why(read(("SKU", "Price"), ("A-1", 5)), "B2")
    reading = read(("SKU", "Price (EUR)"), ("A-1", "$5.00"))
    assert "different currencies" in why(reading, "B2")
    spoken = read(("SKU", "Price"), ("A-1", 5), paragraphs=["Prices in GBP.", "Prices in EUR."])
    assert spoken.prices == ()


def test_a_dollar_is_narrowed_by_the_words_around_it() -> None:
    assert only(read(("SKU", "Price"), ("A-1", "$5.00"))).currency == "USD"
    canada = read(("All prices in CAD",), ("SKU", "Price"), ("A-1", "$5.00"))
    assert only(canada).currency == "CAD"
    unnamed = read(("Canada price list",), ("SKU", "Price"), ("A-1", "$5.00"))
    assert unnamed.prices == ()


def test_a_sub_heading_may_change_the_currency() -> None:
    reading = read(
        ("Prices in EUR",), ("SKU", "Name", "Price"), ("A-1", "Thing", 1), ("Sensors, prices in USD",), ("B-1", "Box", 2)
    )  # fmt: skip
    assert [p.currency for p in reading.prices] == ["EUR", "USD"]


def test_a_columns_own_cells_decide_its_decimals() -> None:
    comma = read(("SKU", "Price EUR"), ("A-1", "1.234"), ("B-1", "12,50"))
    assert amounts(comma) == [("B2", "1234"), ("B3", "12.5")]
    point = read(("SKU", "Price EUR"), ("A-1", "1.234"), ("B-1", "12.50"))
    assert amounts(point) == [("B2", "1.234"), ("B3", "12.5")]


def test_a_column_without_a_sign_of_its_decimals_is_refused_by_cell() -> None:
    reading = read(("SKU", "Price EUR"), ("A-1", "1.234"), ("B-1", "12"))
    assert amounts(reading) == [("B3", "12")]
    assert "1.234 or 1234" in why(reading, "B2").replace("1234 or 1.234", "1.234 or 1234")


def test_mixed_decimals_are_reported_and_only_what_is_sure_is_taken() -> None:
    reading = read(("SKU", "Price EUR"), ("A-1", "12.50"), ("B-1", "13,50"), ("C-1", "1.234"))
    assert amounts(reading) == [("B2", "12.5"), ("B3", "13.5")]
    assert any("decimal points and decimal commas" in r.why for r in reading.refused)
    assert "nothing in its column" in why(reading, "B4")


def test_on_request_is_a_price_without_an_amount() -> None:
    price = only(read(HEAD, ("A-1", "Thing", "on request")))
    assert (price.amount, price.note, price.currency) == (None, "on request", "EUR")


def test_what_is_no_longer_sold_says_so() -> None:
    ended = only(read((*HEAD, "Status"), ("A-1", "Thing", None, "EOL")))
    assert (ended.amount, ended.note) == (None, "end of life; EOL")
    kept = only(read((*HEAD, "Status"), ("A-1", "Thing", 5, "discontinued")))
    assert (kept.amount, kept.note) == (Decimal(5), "end of life; discontinued")
    cell = only(read(HEAD, ("A-1", "Thing", "EOL")))
    assert (cell.amount, cell.note) == (None, "end of life; EOL")


def test_footnotes_remarks_and_packs_are_kept_beside_the_price() -> None:
    reading = read(
        ("SKU", "Price EUR", "Pack size", "Remark"), ("A-1", "12.50*", 10, "indoor"), ("* while stock lasts",)
    )  # fmt: skip
    assert only(reading).note == "* while stock lasts; indoor; Pack size: 10"


def test_the_same_thing_at_two_prices_is_refused_twice() -> None:
    reading = read(HEAD, ("A-1", "Thing", 5), ("B-1", "Box", 1), ("A-1", "Thing", 6))
    assert amounts(reading) == [("C3", "1")]
    assert "S!C4" in why(reading, "C2")
    assert "S!C2" in why(reading, "C4")


def test_the_same_thing_said_twice_is_one_price() -> None:
    assert amounts(read(HEAD, ("A-1", "Thing", 5), ("A-1", "Thing", 5))) == [("C2", "5")]


def test_bands_that_overlap_at_different_prices_are_refused() -> None:
    assert read(("SKU", "1-10 (EUR)", "10-50 (EUR)"), ("A-1", 5, 4)).prices == ()


def test_a_row_holds_on_its_own_days() -> None:
    reading = read(
        (*HEAD, "Valid from", "Valid until"), ("A-1", "Thing", 5, "01.01.2026", "30.09.2026"), ("A-1", "Thing", 6, "01.10.2026", None)
    )  # fmt: skip
    assert [(p.valid_from, p.valid_until) for p in reading.prices] == [
        (date(2026, 1, 1), date(2026, 9, 30)), (date(2026, 10, 1), None),
    ]  # fmt: skip


def test_a_later_row_ends_one_that_names_no_last_day() -> None:
    reading = read(
        (*HEAD, "Valid from"), ("A-1", "Thing", 5, "2026-01-01"), ("A-1", "Thing", 6, "2026-10-01")
    )
    assert [p.valid_until for p in reading.prices] == [date(2026, 9, 30), None]


def test_rows_whose_days_overlap_contradict_each_other() -> None:
    reading = read(
        (*HEAD, "Valid from", "Valid until"), ("A-1", "Thing", 5, "2026-01-01", "2026-12-31"), ("A-1", "Thing", 6, "2026-10-01", None)
    )  # fmt: skip
    assert reading.prices == ()


def test_an_unclear_day_takes_its_row_out() -> None:
    reading = read((*HEAD, "Valid from"), ("A-1", "Thing", 5, "03/04/2026"))
    assert "can't be told apart" in why(reading, "C2")
    swapped = read(
        (*HEAD, "Valid from", "Valid until"), ("A-1", "Thing", 5, "2026-05-01", "2026-04-01")
    )
    assert "ends before it begins" in why(swapped, "C2")


def test_a_titles_days_hold_for_its_table() -> None:
    title = "Prices in EUR, valid 1.1.2026 - 30.6.2026"
    price = only(read((title,), ("SKU", "Price"), ("A-1", 5)))
    assert (price.valid_from, price.valid_until) == (date(2026, 1, 1), date(2026, 6, 30))
    until = only(read(("valid until 2026-06-30",), ("SKU", "Price EUR"), ("A-1", 5)))
    assert (until.valid_from, until.valid_until) == (None, date(2026, 6, 30))


def test_an_unclear_day_in_a_title_takes_the_table_out_unless_the_rule_has_days() -> None:
    grid = table([("valid until 03/04/2026",), ("SKU", "Price EUR"), ("A-1", 5)])
    assert read_price_list(document(grid), price_list(), TIERS).prices == ()
    ruled = price_list(valid_until=date(2026, 4, 3))
    assert len(read_price_list(document(grid), ruled, TIERS).prices) == 1


def test_the_list_price_wins_over_a_plain_one_and_equals_are_both_refused() -> None:
    listed = read(("SKU", "List price (EUR)", "Price (EUR)"), ("A-1", 10, 8))
    assert amounts(listed) == [("B2", "10")]
    assert read(("SKU", "Unit price (EUR)", "Price (EUR)"), ("A-1", 10, 8)).prices == ()


def test_columns_in_several_currencies_are_all_taken() -> None:
    reading = read(("SKU", "List price EUR", "List price USD"), ("A-1", 10, 11))
    assert [p.currency for p in reading.prices] == ["EUR", "USD"]


def test_a_net_price_is_read_in_a_net_list_alone() -> None:
    rows = (("SKU", "List price (EUR)", "Net price (EUR)"), ("A-1", 10, 7))
    assert amounts(read(*rows)) == [("B2", "10")]
    assert amounts(read(*rows, net=True)) == [("C2", "7")]
    assert amounts(read(("SKU", "Price (EUR)"), ("A-1", 7), net=True)) == [("B2", "7")]
    assert "prices: net" in why(read(*rows), "C1")


def test_a_name_serves_where_there_is_no_part_number() -> None:
    price = only(read(("Service", "Price EUR"), ("Migration", 5)))
    assert (price.sku, price.name) == ("Migration", "Migration")


def test_amounts_of_nothing_are_reported_once() -> None:
    reading = read(
        ("SKU", "Name", "Unit", "Price EUR"), (None, None, "pc", 1), (None, None, "pc", 2)
    )
    assert [r.why for r in reading.refused] == [
        "2 rows have amounts but neither part number nor name"
    ]


def test_a_thing_without_a_price_is_reported() -> None:
    assert "no price" in why(read(HEAD, ("A-1", "Thing", None), ("B-1", "Box", 1)), "C2")


def test_columns_of_unknown_money_are_reported_by_their_heading() -> None:
    reading = read(("SKU", "List price (EUR)", "Contracted price"), ("A-1", 10, 7))
    assert amounts(reading) == [("B2", "10")]
    assert "'contracted'" in why(reading, "C1")
    unnamed = read(("SKU", "List price (EUR)", "Spring"), ("A-1", 10, "€7.00"))
    assert "look like amounts" in why(unnamed, "C1")


def test_a_percentage_in_a_tiers_column_is_no_price() -> None:
    reading = read(("SKU", "List price (EUR)", "Gold"), ("A-1", 10, "20%"))
    assert amounts(reading) == [("B2", "10")]
    assert "percentage" in why(reading, "C2")


def test_a_rows_tier_may_stand_in_a_column() -> None:
    reading = read(
        ("SKU", "Partner tier", "Price EUR"), ("A-1", "List", 10), ("A-1", "Gold", 8), ("A-1", "Tin", 7)
    )  # fmt: skip
    assert [p.tier for p in reading.prices] == ["", "gold"]
    assert "no partner's tier" in why(reading, "C4")


def test_a_list_that_goes_on_over_pages_is_held_together() -> None:
    first = table([("SKU", "From qty", "Price EUR"), ("A-1", 1, 10)], name="p1")
    second = table([("SKU", "From qty", "Price EUR"), ("A-1", 50, 9)], name="p2")
    reading = read_price_list(document(first, second), price_list(), TIERS)
    assert bands(reading) == [(1, 49), (50, None)]


def test_a_document_without_a_price_table_says_so() -> None:
    reading = read(("Vendor", "GPUs"), ("X", 4))
    assert reading.prices == ()
    assert "no headings of a price table" in reading.refused[0].why


def test_a_price_for_a_hundred_is_not_one_for_a_piece() -> None:
    reading = read(("SKU", "Price EUR", "Price unit"), ("A-1", 5, 1), ("B-1", 90, 100))
    assert amounts(reading) == [("B2", "5")]
    assert "for 100" in why(reading, "B3")


def test_a_sum_is_no_product() -> None:
    reading = read(HEAD, ("A-1", "Thing", 5), ("Total", None, 5))
    assert amounts(reading) == [("C2", "5")]
    assert "adds up" in why(reading, "C3")


def test_words_on_something_else_do_not_say_what_prices_are_for() -> None:
    title = "All prices in EUR. Maintenance is invoiced per year."
    assert only(read((title,), ("SKU", "Price"), ("A-1", 5))).per == "once"
    told = read(("All prices in EUR per user per month.",), ("SKU", "Price"), ("A-1", 5))
    assert only(told).per == "month"


def test_a_line_that_names_another_currency_beside_leaves_it_open() -> None:
    reading = read(
        ("Prices in EUR",), ("SKU", "Name", "Price"), ("A-1", "Thing", 1), ("Freight is paid in USD",), ("B-1", "Box", 2)
    )  # fmt: skip
    assert amounts(reading) == [("C3", "1")]
    assert "different currencies" in why(reading, "C5")


def test_a_currency_in_one_price_heading_holds_for_those_beside_it() -> None:
    reading = read(("SKU", "List price (USD)", "Gold"), ("A-1", 10, 8))
    assert [p.currency for p in reading.prices] == ["USD", "USD"]
    several = read(("SKU", "List price (USD)", "List price (EUR)", "Gold"), ("A-1", 10, 9, 8))
    assert [p.tier for p in several.prices] == ["", ""]


def test_the_days_of_a_list_may_stand_in_its_sentences() -> None:
    reading = read(
        HEAD, ("A-1", "Thing", 1),
        paragraphs=["Prices in EUR, valid from 1 January 2026 to 31 December 2026."],
    )  # fmt: skip
    assert (only(reading).valid_from, only(reading).valid_until) == (
        date(2026, 1, 1), date(2026, 12, 31),
    )  # fmt: skip


def test_the_last_day_may_be_told_as_the_one_a_list_expires_on() -> None:
    reading = read(HEAD, ("A-1", "Thing", 1), paragraphs=["These prices expire on 30 June 2026."])
    assert only(reading).valid_until == date(2026, 6, 30)


def test_the_days_of_a_list_may_stand_in_a_heading() -> None:
    section = Section(
        locator="## Prices", headings=("Tools", "Price list valid until 30 June 2026"), blocks=()
    )
    reading = Reading(title="", sections=(section,), tables=(table([HEAD, ("A-1", "Thing", 1)]),))
    price = only(read_price_list(reading, price_list(), TIERS))
    assert price.valid_until == date(2026, 6, 30)


def test_days_of_a_promotion_are_not_those_of_the_list() -> None:
    reading = read(HEAD, ("A-1", "Thing", 1), paragraphs=["Special prices valid until 31.3.2026."])
    assert only(reading).valid_until is None


def test_sentences_that_differ_in_their_days_leave_the_prices_out() -> None:
    reading = read(
        HEAD, ("A-1", "Thing", 1),
        paragraphs=["Prices valid until 31.3.2026.", "Prices valid until 30.6.2026."],
    )  # fmt: skip
    assert reading.prices == ()
    assert "differ in the days" in reading.refused[0].why
