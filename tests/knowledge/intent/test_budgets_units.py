"""Money that is no quantity, numbers that are for each of something, and units that hold nobody knows how many."""

import pytest
from tests.knowledge.intent.shop import ask, told


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("customer has 10k, how many AX-40 does he get", "AX-40 | budget 10000 ?"),
        ("the customer can spend 5000, how many AX-40?", "AX-40 | budget 5000 ?"),
        ("spend 10k on AX-200", "AX-200 | budget 10000 ?"),
        ("I've 2k for TS-10", "TS-10 | budget 2000 ?"),
        ("how many AX-40 fit in 3k?", "AX-40 | budget 3000 ?"),
        ("how many AX-40 fit in three thousand?", "AX-40 | budget 3000 ?"),
        ("ich habe 2000 für TS-10, wie viele bekomme ich", "TS-10 | budget 2000 ?"),
        ("j'ai 2000 pour des AX-40, combien de pièces", "AX-40 | budget 2000 ?"),
        ("max TS-10 for 1.000 EUR", "TS-10 | budget 1000 EUR"),
        ("5000 euros of AX-40", "AX-40 | budget 5000 EUR"),
        ("5000 EUR worth of AX-40", "AX-40 | budget 5000 EUR"),
    ],
)
def test_an_amount_to_be_spent_is_no_quantity(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    "text",
    [
        "AX-40 for at most 3000 EUR",
        "do I get 5 AX-200-B for 5000 €?",
        "AX-200 at 800 EUR",
        "10 AX-200, it was 400 EUR once",
    ],
)
def test_money_that_nothing_is_made_of_is_not_passed_over(text: str) -> None:
    assert ask(text).beyond == "It names an amount of money that I can't place."


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "60 TS-10-X with COLD27, budget is 3600, does it fit?",
            "TS-10-X 60 | promotions COLD27",
        ),
        ("budget 3000 EUR for 5 AX-200, enough?", "AX-200 5"),
    ],
)
def test_a_budget_beside_a_quantity_leaves_the_quantity_to_be_priced(
    text: str, reading: str
) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("4 AX-200 with 8 TS-10 each", "TS-10"),
        ("AX-200 with 8 TS-10 each", "TS-10"),
        ("4 AX-200, per gateway 8 TS-10", "TS-10"),
        ("4 AX-200, je 8 TS-10", "TS-10"),
        ("4 AX-200 avec 8 TS-10 chacun", "TS-10"),
        ("6 AX-200, pro Gateway 1 PSU-24-60", "PSU-24-60"),
        ("one PSU-24-60 for every AX-200-B, 6 AX-200-B", "PSU-24-60"),
        ("32 TS-10 per AX-200, 4 AX-200", "TS-10"),
        ("12 AX-200, 2 of them AX-200-B", "AX-200"),
        ("12 AX-200, davon 2 AX-200-B", "AX-200"),
    ],
)
def test_so_many_for_each_is_asked_back(text: str, sku: str) -> None:
    doubtful = [told_one for told_one in told(ask(text)).split(", ") if "how many?" in told_one]
    assert any(one.startswith(f"{sku} ") for one in doubtful)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("100 each of AX-200 and TS-10", "AX-200 100, TS-10 100"),
        ("AX-200 and TS-10, 100 each", "AX-200 100, TS-10 100"),
        ("je 100 AX-200 und TS-10", "AX-200 100, TS-10 100"),
        ("10 AX-200 and 5 TS-10, price each", "AX-200 10, TS-10 5"),
        ("price per AX-200 for 10", "AX-200 10"),
        ("price per seat for 50 WL-PRO", "WL-PRO 50"),
    ],
)
def test_as_many_of_each_is_that_many(text: str, reading: str) -> None:
    assert told(ask(text)) == reading


@pytest.mark.parametrize(
    "text",
    [
        "2 pallets of TS-10",
        "a pallet of TS-10",
        "a pair of TS-10",
        "3 pairs TS-10",
        "2 Paletten TS-10",
        "2 sets of TS-10",
        "one set of TS-10",
        "un par de TS-10",
        "2 paires de TS-10",
        "5 dozen-packs of TS-10",
        "3 crates TS-10",
    ],
)
def test_a_unit_that_holds_nobody_knows_how_many_is_asked_back(text: str) -> None:
    assert told(ask(text)) == "TS-10 how many?"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("5 bags of gloves", 5),
        ("2 rolls of gloves", 2),
        ("3 reels of GLV", 3),
        ("deux sacs de gloves", 2),
        ("4 Beutel GLV", 4),
        ("3 bolsas de GLV", 3),
    ],
)
def test_a_bag_or_a_roll_is_a_pack(text: str, count: int) -> None:
    assert told(ask(text)) == f"GLV {count} pack"
