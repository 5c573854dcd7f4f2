"""What the core needs from the outside, each with a fake in tests and one test class that all implementations pass."""

from collections.abc import Generator as Stream
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from partnerline.knowledge.model import (
    Answer,
    AskedItem,
    Document,
    Escalation,
    EscalationState,
    Origin,
    Passage,
    Question,
    Reply,
    Sentence,
    Turn,
    WordingTask,
)
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.past import PastQuestions
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product

Vectors = NDArray[np.float32]
"""`(n, dimensions)` float32, each row of length one."""


Words = NDArray[np.int8]
"""`(n, dimensions)` int8: the words of a text, each word's unit vector times 127, rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelIdentity:
    """Which model made a vector: its name, a hash of its weights, and how many dimensions it has."""

    name: str
    weights: str
    dimensions: int


class Embedder(Protocol):
    """Turns text into vectors whose dot product is their cosine."""

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors, `(len(texts), dimensions)` float32, L2-normalised, in their order."""
        ...

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The texts' vectors as `embed` gives them, and those of their words as they stand in their text."""
        ...

    def knows(self, word: str) -> bool:
        """Whether the model has learnt the word whole: a word spelt wrong it sees only in pieces."""
        ...


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


class Generator(Protocol):
    """A language model. What it gives is never trusted; each method raises `GeneratorFailed`."""

    def word(self, task: WordingTask) -> Stream[Sentence, None, None]:
        """The answer's sentences as they arrive, none where the evidence doesn't answer; closing it stops the model."""
        ...

    def translate(self, text: str, to: str = "en") -> str:
        """The text in another language (ISO 639-1), for a search."""
        ...

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        """Which of the products a text asks for and how many of each, both as the text writes them."""
        ...


Verdict = Literal["up", "down"]


class Record(PastQuestions, Protocol):
    """Holds what can't be rebuilt: questions, the answers given, escalations, replies, feedback, deliveries.

    Every write is one transaction and can be repeated: the same id written again changes nothing.
    """

    def claim(
        self, question_id: str, question: Question, origin: Origin, asked_at: datetime
    ) -> bool:
        """Writes a question down; false where that id was written before."""
        ...

    def question(self, question_id: str) -> tuple[Question, Origin] | None:
        """A question with its origin, as it was claimed; its partner as the directory has it today."""
        ...

    def turns(self, thread: str, door: str, *, before: datetime | None = None) -> tuple[Turn, ...]:
        """What was said in a thread so far, oldest first: questions, answers and managers' replies."""
        ...

    def keep_answer(self, question_id: str, answer: Answer, at: datetime) -> str | None:
        """Writes the answer down and, where it escalates, opens the escalation and gives its id, in one transaction."""
        ...

    def answer(self, question_id: str) -> Answer | None:
        """The answer given, or `None` while there is none."""
        ...

    def keep_escalation(self, question_id: str, answer: Answer, at: datetime) -> str:
        """Opens an escalation for a question that was answered, with what was found then; gives its id."""
        ...

    def escalation(self, escalation_id: str) -> Escalation | None:
        """One escalation with its replies."""
        ...

    def escalation_of(self, question_id: str) -> Escalation | None:
        """The escalation of a question, if it has one."""
        ...

    def escalations(self, state: EscalationState | None = None) -> tuple[Escalation, ...]:
        """Escalations, oldest first."""
        ...

    def keep_reply(self, reply: Reply) -> bool:
        """Writes a manager's reply down and closes its escalation; false where that id was written before."""
        ...

    def reply_delivered(self, reply_id: str, at: datetime) -> None:
        """Notes that the rep can see the reply."""
        ...

    def undelivered_replies(self) -> tuple[Reply, ...]:
        """Replies no rep has seen yet, oldest first."""
        ...

    def keep_feedback(self, question_id: str, asker: str, verdict: Verdict, at: datetime) -> None:
        """Keeps a thumb; a person's later thumb on the same answer takes the earlier one's place."""
        ...

    def begin_delivery(self, key: str, at: datetime) -> str | None:
        """Notes that a message is about to be posted; gives the place it was posted to if it already was.

        Raises `DeliveryInDoubt` where an earlier try began and never said how it ended.
        """
        ...

    def end_delivery(self, key: str, place: str, at: datetime) -> None:
        """Notes where a message was posted."""
        ...

    def delivery_at(self, place: str) -> str | None:
        """The key of the message that was posted to this place."""
        ...


class DeliveryInDoubt(Exception):
    """A message may or may not have been posted: look for it before posting it again."""
