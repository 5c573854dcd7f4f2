"""Figures that nothing else in a text accounts for: one of a thing is meant only where no number is left over."""

import pytest
from tests.knowledge.intent.shop import MOMENT, NAMES, ask, told

from partnerline.knowledge.intent.products import Catalog
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.intent.shortly import says_little_else
from partnerline.knowledge.intent.wishes import wish_of
from partnerline.knowledge.pricing.price import Product

_MORE = {
    "SUP-247": "Support 24/7",
    "BAT-200": "Spare battery for AX-200-B",
    "VS-30": "VS-30 vibration sensor",
    "IO-8": "IO-8 expansion module, 8 channels",
}
_WIDER = Catalog(Product(sku=sku, name=name) for sku, name in {**NAMES, **_MORE}.items())


def ask_wider(text: str) -> str:
    """The reading of a text where there is more to be had."""
    return told(read_request(text, (), _WIDER, moment=MOMENT))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("AX-40,4\nAX-200,6", "AX-40 4, AX-200 6"),
        ("AX-40;4\nAX-200;6", "AX-40 4, AX-200 6"),
        ("AX-40,4;AX-200,6", "AX-40 4, AX-200 6"),
        ("AX-40,4,AX-200,6", "AX-40 4, AX-200 6"),
        ("SKU,Qty\nAX-40,4\nAX-200,6", "AX-40 4, AX-200 6"),
        ("SKU | Qty\nAX-40 | 4", "AX-40 4"),
        ("TS-10-X,60", "TS-10-X 60"),
        ("AX-200-B,15", "AX-200-B 15"),
        ("price AX-200,12", "AX-200 12"),
        ("AX-200,12 pcs", "AX-200 12 piece"),
        ("AX-200,1000", "AX-200 1000"),
        ("AX-200, 12", "AX-200 12"),
    ],
)
def test_a_figure_right_behind_a_comma_says_how_many(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3 TS-10",
        "TS-10 1-2-3",
        "TS-10,1.5",
        "TS-10 .5",
        'TS-10 "12"',
        "TS-10 qty.12",
        "TS-10 12er",
        "TS-10 for 300 employees",
        "25+25 TS-10",
        "10 + 5 TS-10",
        "a 12-pack of TS-10",
    ],
)
def test_a_figure_that_nothing_accounts_for_is_asked_about(text: str) -> None:
    wanted = ask(text).wanted
    assert [one.uncounted for one in wanted] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "AX-200 for building 12",
        "AX-200 on floor 3",
        "AX-200, room 200",
        "AX-200 to zip 80331",
        "AX-200 order no. 4711",
        "PO 4711 AX-200",
        "AX-200 at 40 °C",
        "AX-200 in a 19 inch rack",
        "AX-200 ETA 3 weeks",
        "AX-200 with 4 cores",
        "AX-200, 24-port switch",
        "AX-200 IP67",
        "AX-200 by 10:30",
        "AX-200 24/7",
        "AX-200 call 555 123 4567",
    ],
)
def test_a_figure_that_says_which_or_how_large_counts_nothing(text: str) -> None:
    assert [(one.quantities, one.uncounted) for one in ask(text).wanted] == [((), False)]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Support 24/7 for 12 months", "SUP-247 | terms 12"),
        ("2 support 24/7", "SUP-247 2"),
        ("support 24/7, 3 seats", "SUP-247 3"),
        ("5 IO-8, 8 channels", "IO-8 5"),
        ("3 spare batteries for AX-200-B", "BAT-200 3"),
        ("10 AX-200 and 2 more as spares", "AX-200 10/2 | beyond"),
        ("10 AX-200 plus 2 as backup", "AX-200 10/2"),
        ("2 spare batteries", "BAT-200 2"),
        ("12 vs 30 AX-200", "AX-200 12/30 | comparison quantities"),
        ("20 VS 30", "VS-30 20"),
        ("20 WL-PRO 12 vs 36 months", "WL-PRO 20 | terms 12, 36; comparison terms"),
        ("compare 20 WL-PRO 12 vs 36 months", "WL-PRO 20 | terms 12, 36; comparison terms"),
        ("9 vs 10 AX-200", "AX-200 9/10 | comparison quantities"),
    ],
)
def test_a_number_or_a_loose_word_is_no_other_product(text: str, reading: str) -> None:
    assert ask_wider(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("two engineers two days commissioning", "SVC-DAY 2 how many?"),
        ("10 x 10 AX-200", "AX-200 10 how many?"),
        ("4 AX-40 and 4 AX-40", "AX-40 4 how many?"),
        ("12 (twelve) AX-200", "AX-200 12"),
        ("20 WL-PRO 12+12 months", "WL-PRO 20 | terms 12, 24"),
        ("20 WL-PRO 3y and 10 WL-BASIC 1y", "WL-PRO 20, WL-BASIC 10 | terms 36, 12"),
        ("a doz AX-40s", "AX-40 12"),
        ("una dozzina di AX-40", "AX-40 12"),
        ("10 AX-200 le 15 mars 2026", "AX-200 10 | periods 2026-03-15"),
    ],
)
def test_numbers_that_add_up_or_repeat_are_not_dropped(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    "text",
    [
        "price for 6 AX-200 now and 6 AX-200 in March 2027",
        "5 AX-200 today and 10 in March 2027",
        "6 AX-200 now and 5 TS-10 in March 2027",
    ],
)
def test_things_for_several_days_are_no_one_request(text: str) -> None:
    assert ask(text).vague_day == "several days in one request"


@pytest.mark.parametrize(
    ("text", "terms", "billing"),
    [
        ("5 WL-PRO billed yearly", (), "year"),
        ("yearly price of 5 WL-PRO", (12,), "year"),
        ("annual price for 5 WL-PRO", (12,), "year"),
        ("5 WL-PRO for 36 months, billed yearly", (36,), "year"),
        ("5 WL-PRO yearly", (12,), None),
    ],
)
def test_a_yearly_price_is_one_by_the_year(text: str, terms: tuple[int, ...], billing: str) -> None:
    asked = ask(text)
    assert (asked.terms, asked.billing) == (terms, billing)


@pytest.mark.parametrize(
    "text",
    [
        "special price 10 AX-200 please",
        "10 AX-200 with 20% discount",
        "discount for 10 AX-200?",
        "Sonderpreis für 10 AX-200?",
    ],
)
def test_a_wish_for_a_discount_is_for_someone_to_decide(text: str) -> None:
    assert wish_of(text) == "decision"


@pytest.mark.parametrize(
    "text", ["10 AX-200 at 1 EUR each, confirm", "the AX-200 is 1 EUR, right?"]
)
def test_a_price_that_is_to_be_confirmed_is_wished_for(text: str) -> None:
    target = ask(text).target
    assert target is not None
    assert target.amount == 1


@pytest.mark.parametrize(
    ("text", "little"),
    [
        ("400 AX-200 edge gateways", True),
        ("at least 50 AX-200", True),
        ("3 x AX 400 edge gateway, quad core", True),
        ("minus five AX-200", True),
        ("half a dozen AX-40", True),
        ("a pair of AX-400 Pro", True),
        ("10 AX-200 am 15. März 2026", True),
        ("10 AX-200 two weeks ago", True),
        ("2 AX-200 are broken", False),
        ("return 2 AX-200", False),
        ("can I connect 10 TS-10 to one AX-200?", False),
        ("how do I install 2 AX-200", False),
        ("customer says 10 AX-200 are too expensive", False),
        ("how many TS-10 can one AX-200 handle?", False),
        ("we operate 40 AX-200 in three plants and see dropouts", False),
    ],
)
def test_a_number_of_a_product_and_little_else_is_a_price_in_short(text: str, *, little: bool) -> None:  # fmt: skip
    asked = ask(text)
    assert asked.counts_a_product
    assert says_little_else(text, asked) is little


def test_a_product_without_a_number_is_not_counted() -> None:
    assert not ask("AX-200").counts_a_product
