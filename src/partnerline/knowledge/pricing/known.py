"""Many products, looked up by what they are called and by what their part numbers begin with."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from operator import itemgetter
from typing import Self

from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import compact

KEPT = 8
"""Catalogs that are kept laid out: a look-up takes a thousandth of the time that laying one out does."""
FEW = 64
"""Products that are laid out anew as quickly as they are looked for."""
_NO_LETTERS = {
    code: None for code in range(128) if not (chr(code).isalnum() and chr(code).isascii())
}


def shortened(called: str) -> str:
    """What `compact` makes of it, which is quicker where nothing has to be folded."""
    return called.lower().translate(_NO_LETTERS) if called.isascii() else compact(called)


def names_of(product: Product) -> tuple[str, ...]:
    """The product's number, in any spelling, its name, and both, all compacted."""
    sku, name = product.sku, product.name
    number, words = shortened(sku), shortened(name)
    both = number + words if sku.isascii() and name.isascii() else compact(sku + name)
    return (number, words, both)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Products by their compacted names, and by their compacted part numbers in order."""

    by_name: Mapping[str, Sequence[Product]]
    numbers: tuple[tuple[str, Product], ...]

    @classmethod
    def of(cls, products: Sequence[Product]) -> Self:
        """The products laid out."""
        by_name: dict[str, list[Product]] = {}
        numbers: list[tuple[str, Product]] = []
        for product in products:
            names = names_of(product)
            numbers.append((names[0], product))
            for name in set(names):
                by_name.setdefault(name, []).append(product)
        return cls(by_name=by_name, numbers=tuple(sorted(numbers, key=itemgetter(0))))

    def called(self, written: str) -> Sequence[Product]:
        """The products that a compacted text is the number, the name or both of."""
        return self.by_name.get(written, ()) if written else ()

    def beginning(self, stem: str) -> Iterator[Product]:
        """The products whose compacted part numbers begin so."""
        start = bisect_left(self.numbers, stem, key=itemgetter(0))
        begun = (self.numbers[place] for place in range(start, len(self.numbers)))
        return (product for _, product in takewhile(lambda one: one[0].startswith(stem), begun))


class _Same:
    """Products that are the same only where they are the very same object: comparing 20,000 takes as long as reading them."""

    __slots__ = ("products",)

    def __init__(self, products: tuple[Product, ...]) -> None:
        self.products = products

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.products is other.products

    def __hash__(self) -> int:
        return id(self.products)


def known(products: Sequence[Product]) -> Known:
    """The products laid out; a tuple that is asked about again, as a catalog's is, is laid out once."""
    kept = isinstance(products, tuple) and len(products) > FEW
    return _kept(_Same(tuple(products))) if kept else Known.of(products)


@lru_cache(maxsize=KEPT)
def _kept(same: _Same) -> Known:
    return Known.of(same.products)
