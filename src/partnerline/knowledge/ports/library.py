"""What was read from the library, and whatever looks for something in it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports.embedding import Vectors, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All documents that are for the same people on the same days; both days count."""

    audience: Audience
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def key(self) -> str:
        """A stable name; equal shelves have equal keys."""
        return f"{self.audience.key}|{self.valid_from or ''}|{self.valid_until or ''}"

    def open_to_day(self, day: date) -> bool:
        """Whether its documents are in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one asker may see on one day: computed before any search, and the only thing that is searched."""

    shelves: frozenset[str]
    audiences: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage with its document and the score of the search that found it (cosine, or BM25-like: higher is nearer)."""

    passage: Passage
    document: Document
    score: float


class Retriever(Protocol):
    """Searches passages, and never looks outside the scope it is given."""

    def shelves(self) -> tuple[Shelf, ...]:
        """Every shelf that holds a document, or a price that is for fewer people than its document."""
        ...

    def dense(self, vector: Vectors, scope: Scope, limit: int) -> list[Found]:
        """The passages nearest to a question's vector `(dimensions,)`, best first, by cosine."""
        ...

    def lexical(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        """The passages that hold any of the terms, best first; terms are words, not a query language."""
        ...

    def words(self, passages: Sequence[str], scope: Scope) -> dict[str, Words]:
        """The words' vectors of passages in scope, by the passage's id."""
        ...

    def around(self, passage: Passage, scope: Scope) -> tuple[Passage, ...]:
        """The passages in scope that stand about this one in its document, itself among them, in their order."""
        ...

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        ...

    def holders(
        self, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        """Of the documents, by path, those of which a passage in scope holds the term; by term."""
        ...

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        """The words in scope that begin so, each with how many documents hold it; folded, of letters alone."""
        ...

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        """What documents in scope say the short forms stand for, the commonest first; both folded."""
        ...


class Reranker(Protocol):
    """Judges question and passage together: slower than a search, and finer."""

    def rerank(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """How well each text answers the question, in the texts' order; higher is better, of no fixed range."""
        ...


class PriceBook(Protocol):
    """Typed prices, and never one from outside the scope it is given."""

    def products(self, scope: Scope) -> tuple[Product, ...]:
        """Every product that has a price entry in scope, by part number, each once."""
        ...

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        """Every price entry of the part number in scope, in the order of lists and cells."""
        ...

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        """Every promotion in scope, running or not, in the order of documents and cells."""
        ...

    def version(self) -> str:
        """What changes whenever any document of the index does: what was built from it may be kept till then."""
        ...


class Index(Protocol):
    """Holds what was read from the library; derived, and rebuilt from it at any time."""

    def documents(self) -> dict[str, Document]:
        """Every document that is wholly in the index, by path."""
        ...

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        """How many passages, prices and promotions each document has, by path."""
        ...

    def writing(self) -> AbstractContextManager[frozenset[str]]:
        """Takes the index for writing, clears what a crash left behind, and gives the paths to be read again.

        Raises `IndexUnusable` where another process has it.
        """
        ...

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,
        words: Sequence[Words],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        """Puts the document in place of its older version: a reader sees the one or the other, whole."""
        ...

    def restamp(self, path: str, stamp: str) -> None:
        """Notes a new stamp for a file whose digest is the same."""
        ...

    def remove(self, paths: Sequence[str]) -> None:
        """Takes documents out, whole."""
        ...
