"""Products told by the words of their names, with typos and without their family's name."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from partnerline.knowledge.intent.part_numbers import GENERIC
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, Token, fold, stem, tokens

Roots = frozenset[str]
"""What one word of the text may stand for; several where a typo is as near to one as to another."""

_NEAR = 86.0
"""Percent of their letters that a typo has in common with the word, in order."""
_AS_NEAR = 4.0
"""A word this much less near may be the one that was meant as well."""
_SHORTEST_TYPO = 5
_TALK = frozenset(
    stem(word)
    for word in """order ordered price quote offer total today tomorrow monthly yearly annual customer please discount different
    difference compare cheaper deliver delivery quantity number between better promotion promo campaign budget current
    currently renewal contract january february march april june july august september october november december week
    quarter thousand hundred dollar dollars pound pounds euros franc correct project partner region listed thanks starting
    combined together without another second third first cheapest least spend afford worth interested looking""".split()
)
"""Words of price talk, which are never a typo of a product's name."""


class ProductNames:
    """The telling words of a catalog's products, and which products have them."""

    def __init__(self, telling: Mapping[str, frozenset[str]]) -> None:
        self._telling = telling
        self._order = {key: place for place, key in enumerate(telling)}
        self._having: dict[str, set[str]] = {}
        for key, roots in telling.items():
            for root in roots:
                self._having.setdefault(root, set()).add(key)
        self._long = [root for root in self._having if len(root) >= _SHORTEST_TYPO - 1]

    @property
    def vocabulary(self) -> Collection[str]:
        """Every word that tells a product."""
        return self._having.keys()

    def telling(self, key: str) -> frozenset[str]:
        """The words that tell this product."""
        return self._telling[key]

    def spoken(self, found: Sequence[Token], used: Collection[int]) -> dict[int, Roots]:
        """The telling words in the text, by their place; a typo of a longer one counts as the word."""
        spoken = {}
        for i, token in enumerate(found):
            if i in used or _is_plain(found, i):
                continue
            if roots := self._roots(stem(token.word)):
                spoken[i] = roots
        return spoken

    def _roots(self, root: str) -> Roots:
        if root in self._having:
            return frozenset((root,))
        if len(root) < _SHORTEST_TYPO or not root.isalpha() or root in _TALK:
            return frozenset()
        near = process.extract(root, self._long, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
        swapped = [(word, 100.0, 0) for word in _swaps(root) if word in self._having]
        nearest = max((score for _, score, _ in [*near, *swapped]), default=0.0)
        return frozenset(word for word, score, _ in [*near, *swapped] if score >= nearest - _AS_NEAR)  # fmt: skip

    def fitting(self, said: Iterable[Roots]) -> list[str]:
        """The products that have all these words, in the catalog's order."""
        fitting: set[str] | None = None
        for roots in said:
            having = set().union(*(self._having[root] for root in roots))
            fitting = having if fitting is None else fitting & having
        return sorted(fitting or (), key=self._order.__getitem__)

    def nearest(self, said: Sequence[Roots]) -> list[str]:
        """The products that have the most of these words."""
        counts: dict[str, int] = {}
        for roots in said:
            for key in set().union(*(self._having[root] for root in roots)):
                counts[key] = counts.get(key, 0) + 1
        most = max(counts.values(), default=0)
        return sorted((key for key, n in counts.items() if n == most), key=self._order.__getitem__)


def telling_words(product: Product) -> frozenset[str]:
    """The words that tell a product: its name's and its part number's, without the ones that every list has."""
    named = [token.word for text in (product.name, product.sku) for token in tokens(fold(text))]
    return frozenset(
        stem(word)
        for word in named
        if word not in STOPWORDS and word not in GENERIC and not word.isdigit()
    )


def _is_plain(found: Sequence[Token], place: int) -> bool:
    word = found[place].word
    return word in STOPWORDS or word in GENERIC or word.isdigit() or _is_times(found, place) or _is_versus(found, place)  # fmt: skip


def _is_times(found: Sequence[Token], place: int) -> bool:
    """Whether the word is a times sign: the x of "100 x TS-10"."""
    around = found[max(0, place - 1) : place + 2]
    return found[place].word == "x" and any(token.word.isdigit() for token in around)


def _is_versus(found: Sequence[Token], place: int) -> bool:
    """Whether the word sets two things side by side: the vs of "AX-200 vs AX-400", where a VS-30 is sold as well."""
    return found[place].word == "vs" and 0 < place < len(found) - 1


def _swaps(root: str) -> Iterable[str]:
    """The word with two letters that stand side by side exchanged."""
    for i, (one, other) in enumerate(pairwise(root)):
        yield root[:i] + other + one + root[i + 2 :]
