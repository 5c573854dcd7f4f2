"""A price request put plainly: nothing that the text doesn't say, and nothing left out of it."""

from collections.abc import Sequence

import pytest
from tests.fakes import FakeGenerator

from partnerline.knowledge.answering.restating import restate, restated
from partnerline.knowledge.model import AskedItem


def items(*pairs: tuple[str, str]) -> tuple[AskedItem, ...]:
    return tuple(AskedItem(product=product, quantity=quantity) for product, quantity in pairs)


@pytest.mark.parametrize(
    ("text", "read", "plain"),
    [
        ("my man wants 20 AX-200 plus like 5 TS-100 lol", items(("AX-200", "20"), ("TS-100", "5")), "20 × AX-200, 5 × TS-100"),
        ("AX-200: twenty, TS-100: five, yeah?", items(("AX-200", "twenty"), ("TS-100", "five")), "20 × AX-200, 5 × TS-100"),
        ("gimme 20x AX-200 and 20x TS-100 y'all", items(("AX-200", "20x"), ("TS-100", "20x")), "20 × AX-200, 20 × TS-100"),
        ("how's the AX-200 priced these days bro", items(("AX-200", "")), "AX-200"),
    ],
)  # fmt: skip
def test_what_the_text_says_is_restated(text: str, read: tuple[AskedItem, ...], plain: str) -> None:
    assert restate(text, read) == plain
    assert restated(text, ["AX-200"], FakeGenerator(items=read)) == plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("20 AX-200 and 5 TS-100", items(("AX-200", "20"))),
        ("20 AX-200 and 5 TS-100", items(("AX-200", "20"), ("TS-100", ""))),
        ("20 AX-200 and 5 TS-100", items(("AX-200", "5"), ("TS-100", "20"))),
        ("20 AX-200 and 5 TS-100", items(("TS-100", "5"), ("AX-200", "20"))),
        ("20 AX-200", items(("AX-400", "20"))),
        ("20 AX-200", items(("AX-20", "20"))),
        ("20 AX-200", items(("AX-200", "200"))),
        ("20 AX-200-B", items(("AX-200", "20"))),
        ("some AX-200", items(("AX-200", "10"))),
        ("AX-200", items(("AX-200", "200"))),
        ("20 AX-200 for 36 months", items(("AX-200", "20"))),
        ("20 AX-200 on 3 May 2026", items(("AX-200", "20"))),
        ("20 AX-200 in dollars", items(("AX-200", "20"))),
        ("20 AX-200 with 15 % off", items(("AX-200", "20"))),
        ("20 AX-200 with code SPRING26", items(("AX-200", "20"))),
        ("20 AX-200 but no TS-100", items(("AX-200", "20"))),
        ("20 AX-200 or TS-100", items(("AX-200", "20"))),
        ("list price of 20 AX-200", items(("AX-200", "20"))),
        ("1.000 AX-200", items(("AX-200", "1.000"))),
        ("20 AX-200", ()),
        ("20 AX-200", items(("", "20"))),
    ],
)
def test_what_goes_beyond_the_text_or_leaves_some_of_it_is_refused(
    text: str, read: tuple[AskedItem, ...]
) -> None:
    assert restate(text, read) is None


NAMES = ("AX-200 Edge gateway", "MNT-DIN DIN rail bracket", "TS-100 Cryogenic probe")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("price for the bracket for the AX-200", items(("AX-200", ""))),
        ("20 of AX-200 and 5 of TS-100 and rail brackets", items(("AX-200", "20"), ("TS-100", "5"))),
    ],
)  # fmt: skip
def test_a_product_that_is_left_out_is_no_plain_request(
    text: str, read: tuple[AskedItem, ...]
) -> None:
    assert restate(text, read, among=NAMES) is None


def test_a_model_is_not_asked_of_what_holds_more_than_products_and_quantities() -> None:
    class Unasked(FakeGenerator):
        def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
            raise AssertionError(text)

    assert restated("20 AX-200 over 36 months", NAMES, Unasked()) is None


def test_a_model_that_fails_restates_nothing() -> None:
    assert restated("20 AX-200", ["AX-200"], FakeGenerator(failure="junk")) is None
