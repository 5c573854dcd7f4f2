"""Which product a text names."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerline.knowledge.intent.asked import Moment
from partnerline.knowledge.intent.products import (
    Catalog,
    Mention,
    Named,
    Unclear,
    Unknown,
    Unnamed,
)
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import compact

NAMES = {
    "AX-200": "Edge Gateway",
    "AX-200-B": "Edge Gateway Battery",
    "AX-400": "Plant Gateway",
    "TS-10": "Temperature Sensor",
    "TS-10-X": "Temperature Sensor, explosion-proof",
    "WL-STD": "Watchline Standard seat",
    "WL-PRO": "Watchline Pro seat",
    "4410": "Mounting Kit",
}
CATALOG = Catalog(Product(sku=sku, name=name) for sku, name in NAMES.items())


TODAY = Moment(asked_on=date(2026, 11, 23), as_of=date(2026, 11, 23))


def named(mention: Mention) -> set[str]:
    match mention:
        case Named(product=product):
            return {product.sku}
        case Unclear(choices=products):
            return {product.sku for product in products}
        case Unknown() | Unnamed():
            return set()


@pytest.mark.parametrize(
    "text",
    [
        *["ax 200 b", "AX-200B", "ax200b", "AX 200-B", "ax_200_b", "AX–200–B", "Ax/200/B"],
        *["ＡＸ－２００－Ｂ", "price of AX-200-B?", "100 AX-200-B, please", "(ax200b)"],
    ],
)
def test_a_part_number_is_known_in_any_spelling(text: str) -> None:
    assert named(CATALOG.find(text)) == {"AX-200-B"}
    assert isinstance(CATALOG.find(text), Named)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(["-", "", " ", "_", "–"]),
    st.booleans(),
    st.integers(1, 10**6),
)
def test_a_part_number_beside_a_quantity_is_that_product_and_that_quantity(
    sku: str, joint: str, upper: bool, quantity: int
) -> None:
    written = sku.replace("-", joint)
    for text in (f"price for {quantity} {written}", f"{written}, {quantity} pcs"):
        asked = read_request(text.upper() if upper else text.lower(), (), CATALOG, moment=TODAY)
        if (sku, joint) == ("TS-10-X", " "):  # a lone x may be a times sign as well
            assert named(asked.mention) == {"TS-10", "TS-10-X"}
        else:
            assert named(asked.mention) == {sku}
        assert asked.wanted[0].quantities == (quantity,) or asked.vague_day or asked.periods


@pytest.mark.parametrize(
    ("text", "sku", "quantity"),
    [
        ("100 x TS-10", "TS-10", 100),
        ("100 x ts-10", "TS-10", 100),
        ("TS-10 x 100", "TS-10", 100),
        ("TS-10 x100", "TS-10", 100),
        ("100x TS-10", "TS-10", 100),
        ("100 x TS-10-X", "TS-10-X", 100),
        ("TS-10-X x 100", "TS-10-X", 100),
        ("AX 200 400", "AX-200", 400),
        ("200 AX 200", "AX-200", 200),
    ],
)
def test_a_times_sign_is_no_letter_of_a_part_number(text: str, sku: str, quantity: int) -> None:
    asked = read_request(text, (), CATALOG, moment=TODAY)
    assert isinstance(asked.mention, Named)
    assert asked.mention.product.sku == sku
    assert asked.wanted[0].quantities == (quantity,)


@pytest.mark.parametrize(
    "written", ["AX-250", "ax250", "AX-2000", "AX-20", "AX200C", "AX-200-C", "AX-200-22", "TS-100"]
)
def test_an_unknown_part_number_never_becomes_a_near_one(written: str) -> None:
    assert CATALOG.find(f"price for 100 {written} please") == Unknown(
        written=written, spans=((14, 14 + len(written)),)
    )


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"(AX|TS|WL)-?[0-9]{1,4}(-[A-Z])?", fullmatch=True))
def test_whatever_part_number_is_named_is_the_one_that_was_written(written: str) -> None:
    found = CATALOG.find(f"how much is {written}")
    if isinstance(found, Named):
        assert compact(found.product.sku) == compact(written)
    else:
        assert compact(written) not in {compact(sku) for sku in NAMES}


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("plant gateway", "AX-400"),
        ("the Plant Gateways", "AX-400"),
        ("a plant gatewya", "AX-400"),
        ("watchline pro", "WL-PRO"),
        ("mountng kit", "4410"),
        ("explosion-proof sensors", "TS-10-X"),
    ],
)
def test_a_name_is_told_by_its_telling_words_and_survives_a_typo(text: str, sku: str) -> None:
    assert named(CATALOG.find(f"how much is {text}?")) == {sku}


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("gateway", {"AX-200", "AX-200-B", "AX-400"}),
        ("watchline", {"WL-STD", "WL-PRO"}),
        ("50 TS-10 X", {"TS-10", "TS-10-X"}),
        ("AX-200 plant gateway", {"AX-200", "AX-400"}),
        ("the battery for the AX-200", {"AX-200", "AX-200-B"}),
    ],
)
def test_words_that_fit_several_products_are_not_decided(text: str, choices: set[str]) -> None:
    found = CATALOG.find(text)
    assert isinstance(found, Unclear)
    assert named(found) == choices


@pytest.mark.parametrize("text", ["AX-200 and AX-400", "ax200, AX 400", "AX-200/AX-400"])
def test_two_part_numbers_are_two_products_and_no_quantities(text: str) -> None:
    asked = read_request(text, (), CATALOG, moment=TODAY)
    assert [named(one.mention) for one in asked.wanted] == [{"AX-200"}, {"AX-400"}]
    assert [one.quantities for one in asked.wanted] == [(), ()]


@pytest.mark.parametrize("text", ["", "hello", "how much is it for 100?", "what does it cost"])
def test_where_no_product_is_named_none_is_made_up(text: str) -> None:
    assert CATALOG.find(text) == Unnamed()


def test_letters_that_grow_when_folded_shift_no_quantity() -> None:
    asked = read_request("Großküche, Maßstraße: AX 200, 120", (), CATALOG, moment=TODAY)
    assert isinstance(asked.mention, Named)
    assert asked.wanted[0].quantities == (120,)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_look_through(text: str) -> None:
    assert named(CATALOG.find(text)) <= set(NAMES)
    assert Catalog(()).find(text) is not None
