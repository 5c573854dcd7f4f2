"""Comparisons that hold only what was said against each other, and turns that change the lines of a thread."""

import pytest
from tests.knowledge.intent import shop
from tests.knowledge.intent.shop import ask, told

from partnerline.knowledge.intent.products import Catalog
from partnerline.knowledge.pricing.price import Product

_BEFORE = "price for 12 AX-200 and 5 TS-10"


@pytest.fixture
def _sensor_called_vs(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {**shop.NAMES, "VS-30": "VS-30 vibration sensor"}
    catalog = Catalog(Product(sku=sku, name=name) for sku, name in names.items())
    monkeypatch.setattr(shop, "CATALOG", catalog)
    return


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "was it cheaper in June? 10 AX-200",
            "AX-200 10 | periods 2026-06-01..2026-06-30; comparison days",
        ),
        ("will 12 AX-200 get more expensive?", "AX-200 12 | beyond"),
        (
            "how much cheaper is 24 months than 2x12 months WL-PRO, 10 seats",
            "WL-PRO 10 | terms 24; beyond",
        ),
        (
            "compare our price to list for 10 AX-200 and 20 TS-10",
            "AX-200 10, TS-10 20 | comparison list",
        ),
        (
            "10 AX-200-B or 10 AX-200 plus 10 MNT-DIN",
            "AX-200-B 10, AX-200 10, MNT-DIN 10 | beyond",
        ),
        (
            "10 AX-200 from the H1 list",
            "AX-200 10 | periods 2027-01-01..2027-06-30; vague_day h1 list",
        ),
        ("how much less at 50 AX-200", "AX-200 50 | comparison quantities"),
        ("10 vs 50 AX-200", "AX-200 10/50 | comparison quantities"),
    ],
)
def test_no_quantity_is_made_up_to_compare_with(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.usefixtures("_sensor_called_vs")
@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("AX-200 vs AX-400", "AX-200, AX-400 | comparison products"),
        ("10 AX-200 VS AX-400?", "AX-200 10, AX-400 10 | comparison products"),
        ("10 VS-30", "VS-30 10"),
        ("12 AX-200 and 4 VS-30", "AX-200 12, VS-30 4"),
    ],
)
def test_a_vs_between_products_is_no_part_number(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    ("turn", "reading"),
    [
        ("less TS-10, say 3", "AX-200 12, TS-10 5/3 how many?"),
        ("one less", "AX-200 12 how many?, TS-10 5 how many?"),
        ("drop both sensors", "AX-200 12 how many?, TS-10 5 how many?"),
        ("without the first item", "TS-10 5"),
        ("without the second one", "AX-200 12"),
        ("ohne die erste Position", "TS-10 5"),
        ("drop the last one", "AX-200 12"),
        ("no, the first one", "AX-200 12"),
        ("not the first one but 20 of the second", "AX-200 12 how many?, TS-10 5 how many?"),
        ("statt 12 lieber 18 AX-200", "AX-200 18, TS-10 5"),
        ("18 AX-200 rather than 12", "AX-200 18, TS-10 5"),
        ("statt 5 lieber 8 TS-10", "AX-200 12, TS-10 8"),
        ("swap the TS-10 for TS-10-X", "AX-200 12, TS-10-X 5"),
        ("replace AX-200 by AX-200-B", "AX-200-B 12, TS-10 5"),
        ("no", ""),
        ("cancel it", ""),
    ],
)
def test_a_turn_changes_the_line_it_means_or_leaves_it_in_doubt(turn: str, reading: str) -> None:
    assert told(ask(_BEFORE, turn)) == reading


@pytest.mark.parametrize(
    "turn",
    [
        "ajoutez 2 HS-12",
        "aggiungi 2 HS-12",
        "añade 2 HS-12",
        "füge 2 HS-12 hinzu",
        "include 2 HS-12",
        "und 2 HS-12",
        "et 2 HS-12",
        "y 2 HS-12",
        "e 2 HS-12",
    ],
)
def test_a_line_is_added_in_any_language(turn: str) -> None:
    assert told(ask(_BEFORE, turn)) == "AX-200 12, TS-10 5, HS-12 2"


def test_monthly_after_a_term_asks_for_a_months_part() -> None:
    assert told(ask("10 WL-PRO for 24 months", "monthly?")) == "WL-PRO 10 | terms 24; by_month"
