"""Fakes of the model, the index and what searches it."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from partnerline.knowledge.adapters.index.about import changed_on
from partnerline.knowledge.errors import IndexUnusable
from partnerline.knowledge.model import (
    Document,
    Kind,
    Passage,
)
from partnerline.knowledge.ports import (
    Found,
    ModelIdentity,
    Scope,
    Shelf,
    Vectors,
    Words,
)
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.retrieval.acronyms import definitions
from partnerline.knowledge.retrieval.spelling import mendable
from partnerline.knowledge.words import stem, words


class FakeEmbedder:
    """Words as directions: texts that share words are near each other. Counts what it embedded."""

    def __init__(self, name: str = "words", dimensions: int = 64) -> None:
        self.identity = ModelIdentity(name=name, weights=f"{name}-1", dimensions=dimensions)
        self.embedded = 0
        self.known: set[str] = set()

    def knows(self, word: str) -> bool:
        return word in self.known

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for i, text in enumerate(texts):
            row = vectors[i]
            row[0] = 0.1  # a text without words has a direction too
            for word in words(text):
                row[1 + zlib.crc32(word.encode()) % (self.identity.dimensions - 1)] += 1
            vectors[i] = row / np.linalg.norm(row)
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        vectors = self.embed(texts)
        return vectors, [self._words(text) for text in texts]

    def _words(self, text: str) -> Words:
        found = words(text) or ("",)
        one_by_one = np.zeros((len(found), self.identity.dimensions), dtype=np.int8)
        for i, word in enumerate(found):
            one_by_one[i, 1 + zlib.crc32(word.encode()) % (self.identity.dimensions - 1)] = 127
        return one_by_one


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document with all that the index holds of it."""

    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors
    words: tuple[Words, ...]
    prices: tuple[Price, ...]
    promotions: tuple[Promotion, ...]


class FakeIndex:
    """The index in memory. `lost` are documents whose vectors a crash took: they are to be read again."""

    def __init__(self) -> None:
        self.kept: dict[str, _Kept] = {}
        self.lost: set[str] = set()
        self.changes = 0
        self._taken = False

    def documents(self) -> dict[str, Document]:
        return {path: kept.document for path, kept in self.kept.items()}

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        return {
            path: (len(kept.passages), len(kept.prices), len(kept.promotions))
            for path, kept in self.kept.items()
        }

    @contextmanager
    def writing(self) -> Iterator[frozenset[str]]:
        if self._taken:
            raise IndexUnusable("Another writer has the index.")
        self._taken = True
        try:
            yield frozenset(self.lost)
        finally:
            self._taken = False

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,
        words: Sequence[Words],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        self.kept[document.path] = _Kept(
            document, tuple(passages), vectors, tuple(words), tuple(prices), tuple(promotions)
        )
        self.lost.discard(document.path)
        self.changes += 1

    def restamp(self, path: str, stamp: str) -> None:
        kept = self.kept[path]
        self.kept[path] = replace(kept, document=replace(kept.document, stamp=stamp))

    def remove(self, paths: Sequence[str]) -> None:
        for path in paths:
            self.kept.pop(path, None)
        self.changes += 1

    def within(self, scope: Scope) -> list[_Kept]:
        """What stands on the scope's shelves."""
        return [
            kept
            for _, kept in sorted(self.kept.items())
            if _shelf(kept.document).key in scope.shelves
            and kept.document.audience.key in scope.audiences
        ]


def _shelf(document: Document, price: Price | None = None) -> Shelf:
    audience = price.list.audience.within(document.audience) if price else document.audience
    return Shelf(
        audience=audience, valid_from=document.valid_from, valid_until=document.valid_until
    )


class FakeRetriever:
    """Searches a fake index, passage by passage."""

    def __init__(self, index: FakeIndex) -> None:
        self._index = index

    def shelves(self) -> tuple[Shelf, ...]:
        shelves = (
            _shelf(kept.document, price)
            for kept in self._index.kept.values()
            for price in (None, *kept.prices)
        )
        return tuple({shelf.key: shelf for shelf in shelves}.values())

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        known = (
            (path, self._index.kept[path].document) for path in paths if path in self._index.kept
        )
        days = {path: one.valid_from or changed_on(one.stamp) for path, one in known}
        return {path: day for path, day in days.items() if day}

    def titles(self, kind: Kind, scope: Scope) -> tuple[str, ...]:
        seen = self._index.within(scope)
        return tuple(k.document.title for k in seen if k.document.kind == kind and k.passages)

    def dense(self, vector: Vectors, scope: Scope, limit: int) -> list[Found]:
        return self._best(scope, limit, lambda kept, i: float(kept.vectors[i] @ vector), least=-1.0)

    def lexical(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        wanted = {tuple(stem(word) for word in words(term)) for term in terms}
        return self._best(
            scope,
            limit,
            lambda kept, i: float(sum(_holds(kept.passages[i], phrase) for phrase in wanted)),
            least=1.0,
        )

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        held = [_stems(p) for kept in self._index.within(scope) for p in kept.passages]
        return len(held), {term: sum(stem(term) in one for one in held) for term in terms}

    def around(self, passage: Passage, scope: Scope) -> tuple[Passage, ...]:
        return tuple(
            one
            for kept in self._index.within(scope)
            if kept.document.path == passage.document
            for one in kept.passages
            if abs(one.position - passage.position) <= 4
        )

    def holders(
        self, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        inside = [kept for kept in self._index.within(scope) if kept.document.path in documents]
        return {
            term: frozenset(
                kept.document.path
                for kept in inside
                if any(stem(term) in _stems(passage) for passage in kept.passages)
            )
            for term in terms
        }

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        return Counter(
            word
            for kept in self._index.within(scope)
            for word in {w for p in kept.passages for w in words(p.searchable) if mendable(w)}
            if word.startswith(beginning)
        )

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        found = Counter(
            pair
            for kept in self._index.within(scope)
            for pair in {d for p in kept.passages for d in definitions(p.searchable)}
        )
        best = sorted(found, key=lambda pair: (-found[pair], pair[1]))
        return {
            short: tuple(long for one, long in best if one == short)
            for short in shorts
            if any(one == short for one, _ in best)
        }

    def words(self, passages: Sequence[str], scope: Scope) -> dict[str, Words]:
        return {
            passage.id: found
            for kept in self._index.within(scope)
            for passage, found in zip(kept.passages, kept.words, strict=True)
            if passage.id in passages
        }

    def _best(
        self, scope: Scope, limit: int, score: Callable[[_Kept, int], float], *, least: float
    ) -> list[Found]:
        found = [
            Found(passage=passage, document=kept.document, score=score(kept, i))
            for kept in self._index.within(scope)
            for i, passage in enumerate(kept.passages)
        ]
        fitting = [item for item in found if item.score >= least]
        return sorted(fitting, key=lambda item: (-item.score, item.passage.id))[:limit]


def _stems(passage: Passage) -> set[str]:
    return {stem(word) for word in words(passage.searchable)}


def _holds(passage: Passage, phrase: tuple[str, ...]) -> bool:
    told = tuple(stem(word) for word in words(passage.searchable))
    return bool(phrase) and any(
        told[at : at + len(phrase)] == phrase for at in range(len(told) - len(phrase) + 1)
    )


class FakeReranker:
    """Prefers the texts that hold most of the question's words. Counts what it read."""

    def __init__(self) -> None:
        self.read = 0

    def rerank(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        self.read += len(texts)
        wanted = set(words(question))
        return tuple(float(len(wanted.intersection(words(text)))) for text in texts)


class FakePriceBook:
    """The prices and promotions of a fake index."""

    def __init__(self, index: FakeIndex) -> None:
        self._index = index

    def products(self, scope: Scope) -> tuple[Product, ...]:
        named = {(price.sku, price.name) for price in self._within(scope)}
        return tuple(Product(sku=sku, name=name) for sku, name in sorted(named))

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        return tuple(price for price in self._within(scope) if price.sku == sku)

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        return tuple(one for kept in self._index.within(scope) for one in kept.promotions)

    def version(self) -> str:
        return str(self._index.changes)

    def _within(self, scope: Scope) -> list[Price]:
        return [
            replace(price, list=replace(price.list, audience=shelf.audience))
            for _, kept in sorted(self._index.kept.items())
            for price in kept.prices
            if (shelf := _shelf(kept.document, price)).key in scope.shelves
        ]
