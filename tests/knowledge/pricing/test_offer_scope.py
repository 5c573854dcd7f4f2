"""Which products a promotion is for, by the words of its table."""

from time import perf_counter

import pytest
from tests.knowledge.pricing.lists import promotion

from partnerline.knowledge.pricing.offer_scope import applies
from partnerline.knowledge.pricing.price import Product

BATTERY = Product(sku="AX-200-B", name="Edge gateway with battery")
PLAIN = Product(sku="AX-200", name="Edge gateway")
BIG = Product(sku="AX-2000", name="Rack gateway")
SENSOR = Product(sku="TS-100", name="Cable without plug")
KNOWN = (BATTERY, PLAIN, BIG, SENSOR)


def scope(product: Product, *entries: str, known: tuple[Product, ...] = KNOWN) -> bool | None:
    return applies(promotion(applies_to=entries), product, known)


@pytest.mark.parametrize(
    "entry", ["AX-200", "ax 200", "ax200", "Edge gateway", "AX-200 Edge gateway"]
)
def test_a_part_number_in_any_spelling_or_a_name_is_its_product(entry: str) -> None:
    assert scope(PLAIN, "TS-100", entry) is True
    assert scope(BATTERY, entry) is False


@pytest.mark.parametrize(
    "entry",
    [
        *("all products", "Everything", "The entire range", "Alle Produkte", "gesamtes Sortiment"),
        *("tous les produits", "Toute la gamme", "todos los productos", "Tutti i prodotti"),
    ],
)
def test_everything_is_said_in_five_languages(entry: str) -> None:
    assert scope(SENSOR, entry) is True


@pytest.mark.parametrize(
    "entry",
    [
        *(
            "AX-200 series",
            "AX-200 family",
            "AX-200*",
            "AX 200-Serie",
            "Serie AX-200",
            "gamme AX-200",
        ),
        *("all of the AX-200 series", "AX-200-Baureihe"),
    ],
)
def test_a_family_is_what_its_numbers_begin_with(entry: str) -> None:
    assert scope(PLAIN, entry) is True
    assert scope(BATTERY, entry) is True
    assert scope(BIG, entry) is False
    assert scope(SENSOR, entry) is False


def test_a_family_of_letters_has_the_numbers_that_follow_them() -> None:
    assert scope(PLAIN, "AX series") is True
    assert scope(SENSOR, "AX series") is False
    assert scope(Product(sku="AXIS-1", name="Axis"), "AX series") is None
    assert scope(Product(sku="AX-200-2", name="Second"), "AX-200 series") is None


@pytest.mark.parametrize(
    "entries",
    [
        ("gateways",),
        ("TS-1000",),
        ("all products except AX-200-B",),
        ("AX-200", "not AX-200-B"),
        ("Alle Produkte außer TS-100",),
        (),
    ],
)
def test_what_its_words_do_not_settle_is_left_open(entries: tuple[str, ...]) -> None:
    assert scope(PLAIN, *entries) is None


def test_a_name_that_says_without_leaves_nothing_out() -> None:
    assert scope(SENSOR, "Cable without plug") is True
    assert scope(PLAIN, "Cable without plug") is False


def test_a_number_that_nobody_knows_may_be_any_products() -> None:
    assert scope(PLAIN, "TS-100", known=()) is None


def test_numbers_that_are_one_when_compacted_are_told_apart_by_their_spelling() -> None:
    one, other = Product(sku="AB-1-23", name="One"), Product(sku="AB-12-3", name="Other")
    assert scope(one, "AB-1-23", known=(one, other)) is True
    assert scope(one, "AB-12-3", known=(one, other)) is False
    assert scope(one, "AB123", known=(one, other)) is None


@pytest.mark.parametrize("entry", ["Straße 7", "STRASSE7", "Ａ-1", "a1 Straße 7", "A 1"])
def test_names_beyond_ascii_are_found_among_many_however_they_are_spelled(entry: str) -> None:
    street = Product(sku="Ａ-1", name="Straße 7")
    many = tuple(Product(sku=f"Q-{n}", name=f"Thing {n}") for n in range(100))
    assert scope(PLAIN, entry, known=(*many, street)) is False
    assert scope(PLAIN, entry, known=many) is None
    assert scope(street, entry, known=many) is True


def test_twenty_thousand_other_products_are_looked_through_at_once() -> None:
    many = tuple(Product(sku=f"ZX-{n:05d}", name=f"Gateway number {n}") for n in range(20_000))
    for entry in ("something", "ZX-00100", "ZX series", "everything but ZX-00100"):
        took = []
        for _ in range(5):
            started = perf_counter()
            scope(PLAIN, entry, known=many)
            took.append(perf_counter() - started)
        assert min(took) < 0.005


def test_many_products_may_have_one_name_or_none() -> None:
    many = tuple(Product(sku=f"ZX-{n:05d}", name="") for n in range(20_000))
    assert scope(Product(sku="AX-1", name=""), "ZX-00007", known=many) is False
