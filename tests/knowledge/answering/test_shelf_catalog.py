"""Catalogs that are kept: made once a version and scope, never another's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from gc import collect
from threading import Barrier, Event
from weakref import ref

import pytest

from partnerline.knowledge.answering.shelf_catalog import CatalogShelf
from partnerline.knowledge.intent.products import Named
from partnerline.knowledge.ports import Scope
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product


def scope(name: str) -> Scope:
    return Scope(shelves=frozenset({name}), audiences=frozenset({name}))


GOLD, SILVER, PUBLIC = scope("gold"), scope("silver"), scope("public")


class CountedBook:
    """A price book with one product a scope, that counts how often it is read; `meanwhile` happens in each reading."""

    def __init__(self) -> None:
        self.stamp = "1"
        self.sku = "AX-200"
        self.read: list[Scope] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def products(self, scope: Scope) -> tuple[Product, ...]:
        self.read.append(scope)
        found = (Product(sku=self.sku, name=f"{next(iter(scope.shelves)).title()} Gateway"),)
        self.meanwhile()
        return found

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        return ()

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        return ()

    def version(self) -> str:
        return self.stamp


def name_of(shelf: CatalogShelf, scope: Scope, text: str = "price of AX-200") -> str:
    found = shelf.catalog(scope).find(text)
    assert isinstance(found, Named)
    return found.product.name


def test_a_catalog_is_made_once_for_questions_of_one_scope() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)

    first = shelf.catalog(GOLD)

    assert shelf.catalog(scope("gold")) is first
    assert shelf.products(GOLD)[0].sku == "AX-200"
    assert book.read == [GOLD]


def test_no_scope_sees_the_catalog_of_another() -> None:
    shelf = CatalogShelf(CountedBook())

    assert name_of(shelf, GOLD) == "Gold Gateway"
    assert name_of(shelf, SILVER) == "Silver Gateway"
    assert name_of(shelf, GOLD) == "Gold Gateway"


def test_a_book_that_changed_is_read_again() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)
    shelf.catalog(GOLD)

    book.stamp, book.sku = "2", "AX-300"

    assert name_of(shelf, GOLD, "price of AX-300") == "Gold Gateway"
    assert book.read == [GOLD, GOLD]


def test_what_was_read_while_the_book_changed_is_not_kept() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)

    def change() -> None:
        book.stamp, book.sku, book.meanwhile = "2", "AX-300", lambda: None

    book.meanwhile = change
    shelf.catalog(GOLD)

    assert name_of(shelf, GOLD, "price of AX-300") == "Gold Gateway"


def test_the_scope_that_was_not_asked_for_longest_goes_first() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book, size=2)
    for one in (GOLD, SILVER, GOLD, PUBLIC):
        shelf.catalog(one)
    assert book.read == [GOLD, SILVER, PUBLIC]

    shelf.catalog(GOLD)
    assert book.read == [GOLD, SILVER, PUBLIC]
    shelf.catalog(SILVER)
    assert book.read == [GOLD, SILVER, PUBLIC, SILVER]


def test_threads_that_ask_at_once_share_one_reading() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)
    together = Barrier(8)

    def ask(_: int) -> int:
        together.wait(timeout=10)
        return id(shelf.catalog(GOLD))

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(ask, range(8)))

    assert len(found) == 1
    assert book.read == [GOLD]


def test_a_scope_that_is_being_read_keeps_no_other_waiting() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)
    shelf.catalog(SILVER)
    began, go_on = Event(), Event()

    def hold() -> None:
        began.set()
        assert go_on.wait(timeout=10)

    book.meanwhile = hold
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(shelf.catalog, GOLD)
        assert began.wait(timeout=10)
        assert name_of(shelf, SILVER) == "Silver Gateway"
        go_on.set()
        slow.result(timeout=10)


def test_a_reading_that_failed_is_tried_again() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)

    def fail() -> None:
        book.meanwhile = lambda: None
        raise OSError("the database is away")

    book.meanwhile = fail
    with pytest.raises(OSError, match="away"):
        shelf.catalog(GOLD)

    assert name_of(shelf, GOLD) == "Gold Gateway"


def test_a_shelf_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        CatalogShelf(CountedBook(), size=0)


def test_catalogs_of_an_older_book_are_let_go() -> None:
    book = CountedBook()
    shelf = CatalogShelf(book)
    old = ref(shelf.catalog(GOLD))
    shelf.catalog(SILVER)

    book.stamp = "2"
    shelf.catalog(SILVER)
    collect()

    assert old() is None
