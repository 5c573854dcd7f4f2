"""What one amount buys, and how many pieces are in a pack."""

import pytest
from tests.ingest.prices.grids import amounts, bands, only, read, why

from partnerline.ingest.prices.packs import basis_in, packing_of, size_of


@pytest.mark.parametrize(
    ("text", "says", "size"),
    [
        ("pc", "piece", None), ("Stk.", "piece", None), ("Stück", "piece", None), ("pezzo", "piece", None), ("each", "unit", None),
        ("unidad", "unit", None), ("box", "pack", None), ("VPE", "pack", None), ("Karton", "pack", None), ("caja", "pack", None),
        ("pack of 10", "pack", 10), ("Box (25)", "pack", 25), ("10er-Pack", "pack", 10), ("10-pack", "pack", 10), ("25 pcs/box", "pack", 25),
        ("boîte de 25", "pack", 25), ("caja de 25", "pack", 25), ("conf. da 10", "pack", 10), ("Karton à 50 Stk", "pack", 50),
        ("Rolle (500 Stk)", "pack", 500), ("VPE 1.000", "pack", 1000), ("dozen", "pack", 12), ("Roll 100 m", "unit", None), ("user", "unit", None),
        ("Bundle of furniture", "", None),
    ],
)  # fmt: skip
def test_a_unit_tells_what_an_amount_is_for(text: str, says: str, size: int | None) -> None:
    packing = packing_of(text)
    assert (packing.says, packing.size, packing.why) == (says, size, "")


@pytest.mark.parametrize("text", ["100", "100 Stk", "1.000 pcs", "hundred", "10 boxes of 25"])
def test_a_unit_of_many_pieces_is_never_one(text: str) -> None:
    assert packing_of(text).why


@pytest.mark.parametrize(("text", "size"), [("10", 10), ("10 Stk", 10), ("1.000", 1000), ("10.0", 10), ("Box of 25", 25), ("", None), ("-", None), ("Karton", None)])  # fmt: skip
def test_a_pack_size_is_a_whole_number_with_or_without_words(text: str, size: int | None) -> None:
    assert (size_of(text).size, size_of(text).why) == (size, "")


@pytest.mark.parametrize("text", ["10x25", "2,5", "5 or 10"])
def test_a_pack_size_that_cannot_be_read_is_named(text: str) -> None:
    assert size_of(text).why


@pytest.mark.parametrize(("text", "basis"), [("prices per 100 pcs", "100"), ("preise je 1.000 stuck", "1.000"), ("prix par 100", "100"), ("price per thousand pieces", "thousand"), ("preise 2026", ""), ("valid for 2026", ""), ("per 12 months", ""), ("price per piece", "")])  # fmt: skip
def test_a_basis_is_found_in_words_on_prices(text: str, basis: str) -> None:
    assert basis_in(text) == basis


def packs(*rows: tuple[object, ...]) -> list[tuple[int, str]]:
    return [(p.pack_size, p.amount_is_for) for p in read(*rows).prices]  # type: ignore[arg-type]  # literal rows


def test_the_unit_says_what_the_amount_of_a_packed_thing_is_for() -> None:
    rows = (("SKU", "Unit", "Pack size", "Price EUR"), ("A", "pc", 10, 5), ("B", "Box", 25, 50), ("C", None, 10, 7), ("D", "each", 12, 3))  # fmt: skip
    assert packs(*rows) == [(10, "piece"), (25, "unclear"), (10, "unclear"), (12, "piece")]


@pytest.mark.parametrize(
    ("heading", "unit", "size", "meant"),
    [
        ("VPE", "Beutel", 6, "unclear"),
        ("Pcs per carton", "bag", 6, "unclear"),
        ("Case pack", "pack", 6, "unclear"),
        ("Karton", "Packung", 6, "unclear"),
        ("Pack size", "pack", 6, "pack"),
        ("Packungsgröße", "Packung", 6, "pack"),
        ("Pcs per box", "Boxes", 6, "pack"),
        ("Stück je Karton", "Karton", 6, "pack"),
        ("VPE", "VE", 6, "pack"),
        ("VPE", "Beutel (6)", 6, "pack"),
        ("VPE", "Beutel", "6 Stk/Beutel", "pack"),
        ("VPE", "Beutel", 1, "pack"),
        ("VPE", "Beutel", None, "pack"),
    ],
)
def test_a_pack_size_is_the_units_only_where_it_says_so(
    heading: str, unit: str, size: object, meant: str
) -> None:
    rows = (("SKU", "Unit", heading, "Price EUR"), ("A", unit, size, 5))
    assert [how for _, how in packs(*rows)] == [meant]


def test_a_price_for_a_pack_is_for_all_that_is_in_it() -> None:
    rows = (("SKU", "Einheit", "VPE", "Preis je VPE EUR"), ("A", "Beutel", 6, 5))
    assert packs(*rows) == [(6, "pack")]


def test_the_heading_says_what_the_amount_is_for_where_no_unit_does() -> None:
    assert packs(("SKU", "VPE", "Stückpreis EUR"), ("A", 10, 5)) == [(10, "piece")]
    assert packs(("SKU", "VPE", "Preis/VPE EUR"), ("A", 10, 5)) == [(10, "pack")]
    assert packs(("SKU", "Price per pack of 10 (EUR)"), ("A", 5)) == [(10, "pack")]
    assert packs(("SKU", "Pack size", "Price EUR"), ("A", 1, 5)) == [(1, "piece")]


def test_a_title_may_say_what_all_amounts_are_for() -> None:
    rows = (("Preise in EUR je VPE",), ("SKU", "VPE", "Preis"), ("A", 10, 5))
    assert packs(*rows) == [(10, "pack")]


def test_a_unit_and_a_heading_that_differ_leave_it_unclear() -> None:
    assert packs(("SKU", "Unit", "Price per piece (EUR)"), ("A", "Box (25)", 5)) == [
        (25, "unclear")
    ]


def test_pack_sizes_that_differ_are_refused() -> None:
    reading = read(("SKU", "Unit", "Pack size", "Price EUR"), ("A", "pack of 10", 20, 9))
    assert "packs of 10 and of 20" in why(reading, "D2")


def test_a_piece_and_a_box_of_one_thing_are_two_prices() -> None:
    reading = read(("SKU", "Price per piece (EUR)", "Price per box of 25 (EUR)"), ("A", 5, 100))
    assert [(str(p.amount), p.pack_size, p.amount_is_for) for p in reading.prices] == [
        ("5", 1, "piece"),
        ("100", 25, "pack"),
    ]


def test_an_order_multiple_is_a_pack_of_pieces() -> None:
    assert packs(("SKU", "Order multiple", "Price EUR"), ("A", 5, 10)) == [(5, "piece")]
    clash = read(("SKU", "Unit", "Order multiple", "Price EUR"), ("A", "Box (25)", 10, 5))
    assert "steps of 10" in why(clash, "D2")


@pytest.mark.parametrize(
    "rows",
    [
        (("Prices per 100 pcs in EUR",), ("SKU", "Price"), ("A", 1)),
        (("SKU", "Unit", "Price EUR"), ("A", "100 Stk", 1)),
        (("SKU", "Price EUR", "Remark"), ("A", 1, "price per 100 pcs")),
        (("SKU", "Price EUR"), ("A", "12.50 *"), ("* price per 100 pcs",)),
        (("SKU", "Name", "Price EUR"), ("Screws, price per 100",), ("A", "x", 1)),
        (("SKU", "Price per 100 (EUR)"), ("A", 1)),
        (("SKU", "Price unit", "Price EUR"), ("A", 100, 1)),
    ],
)
def test_a_price_for_a_hundred_is_refused_wherever_that_is_said(
    rows: tuple[tuple[object, ...], ...],
) -> None:
    reading = read(*rows)  # type: ignore[arg-type]  # literal rows
    assert reading.prices == ()
    assert reading.refused


def test_a_minimum_order_clips_the_bands() -> None:
    reading = read(
        ("SKU", "MOQ", "1-9 (EUR)", "10-49 (EUR)", "50+ (EUR)"), ("A", 5, 10, 9, 8), ("B", 20, 10, 9, 8)
    )  # fmt: skip
    assert bands(reading) == [(5, 9), (10, 49), (50, None), (20, 49), (50, None)]
    assert "below the minimum order of 20" in why(reading, "C3")


def test_a_minimum_order_clips_open_bands_only_after_they_are_bounded() -> None:
    reading = read(("SKU", "MOQ", "1+ (EUR)", "10+ (EUR)", "50+ (EUR)"), ("A", 20, 10, 9, 8))
    assert amounts(reading) == [("D2", "9"), ("E2", "8")]
    assert bands(reading) == [(20, 49), (50, None)]


def test_a_minimum_order_without_bands_is_where_the_price_begins() -> None:
    price = only(read(("SKU", "MOQ", "Price EUR"), ("A", 5, 10)))
    assert (price.min_quantity, price.max_quantity) == (5, None)
