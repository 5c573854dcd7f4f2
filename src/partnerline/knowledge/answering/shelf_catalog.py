"""Keeps catalogs from one question to the next, for as long as the price book stays as it is."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from partnerline.knowledge.intent.products import Catalog
from partnerline.knowledge.ports import PriceBook, Scope
from partnerline.knowledge.pricing.price import Product

SIZE = 16
"""Scopes whose catalogs are kept: partners of one tier and region share theirs, and one of 30,000 products takes 30 MB."""

_Key = tuple[str, Scope]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    products: tuple[Product, ...]
    names: tuple[str, ...]
    catalog: Catalog


@dataclass(slots=True)
class _Place:
    """Where one catalog is kept; whoever comes first makes it while the others wait for it, and for it alone."""

    lock: Lock = field(default_factory=Lock)
    kept: _Kept | None = None


class CatalogShelf:
    """The catalogs of a price book, the `size` that were asked for last; any number of threads may ask at once.

    A book's version is looked at before its products are read, so what is read while the book changes is kept under
    the older version and never asked for again.
    """

    def __init__(self, book: PriceBook, *, size: int = SIZE) -> None:
        if size < 1:
            raise ValueError("a shelf keeps at least one catalog")
        self._book = book
        self._size = size
        self._lock = Lock()
        self._places: OrderedDict[_Key, _Place] = OrderedDict()

    def catalog(self, scope: Scope) -> Catalog:
        """What can be named by an asker of this scope."""
        return self._kept(scope).catalog

    def products(self, scope: Scope) -> tuple[Product, ...]:
        """The book's products in this scope, as its catalog was made from them."""
        return self._kept(scope).products

    def names(self, scope: Scope) -> tuple[str, ...]:
        """The products of this scope as a list calls them, the part number before the name."""
        return self._kept(scope).names

    def _kept(self, scope: Scope) -> _Kept:
        place = self._place((self._book.version(), scope))
        with place.lock:
            if place.kept is None:
                products = self._book.products(scope)
                place.kept = _Kept(
                    products=products,
                    names=tuple(f"{one.sku} {one.name}".strip() for one in products),
                    catalog=Catalog(products),
                )
            return place.kept

    def _place(self, key: _Key) -> _Place:
        with self._lock:
            if key not in self._places:
                self._forget_others(key[0])
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._size:
                self._places.popitem(last=False)
            return place

    def _forget_others(self, version: str) -> None:
        """Lets go of what was made from the book as it was before."""
        for key in [key for key in self._places if key[0] != version]:
            del self._places[key]
