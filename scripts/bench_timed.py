"""An embedder and an index that know how long they took."""

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.ports import Embedder, Index, ModelIdentity, Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price


@dataclass(slots=True)
class Clock:
    """Adds up the seconds of what is done under it."""

    seconds: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Counts this long."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - began


@dataclass(slots=True)
class TimedEmbedder:
    """An embedder that knows how long it took, and over what."""

    inner: Embedder
    clock: Clock = field(default_factory=Clock)
    texts: list[str] = field(default_factory=list)

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""
        return self.inner.identity

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors."""
        return self.embed_with_words(texts)[0]

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The texts' vectors and their words'."""
        self.texts += texts
        with self.clock.running():
            return self.inner.embed_with_words(texts)

    def knows(self, word: str) -> bool:
        """Whether the model has learnt the word whole."""
        return self.inner.knows(word)


@dataclass(slots=True)
class TimedIndex:
    """An index that knows how long writing took."""

    inner: Index
    clock: Clock = field(default_factory=Clock)

    def documents(self) -> dict[str, Document]:
        """Every document in the index."""
        return self.inner.documents()

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        """How many passages, prices and promotions each has."""
        return self.inner.sizes()

    def writing(self) -> AbstractContextManager[frozenset[str]]:
        """Takes the index for writing."""
        return self.inner.writing()

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,
        words: Sequence[Words],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        """Writes a document."""
        with self.clock.running():
            self.inner.replace(document, passages, vectors, words, prices, promotions)

    def restamp(self, path: str, stamp: str) -> None:
        """Notes a new stamp."""
        self.inner.restamp(path, stamp)

    def remove(self, paths: Sequence[str]) -> None:
        """Takes documents out."""
        self.inner.remove(paths)
