"""The ways of finding that are measured beside one another, each one step further than the one before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.ports import Embedder, Retriever, Scope
from partnerline.knowledge.retrieval import WEIGHTS, Weights, fuse, retrieve
from partnerline.knowledge.words import content_words

Search = Callable[[str], Sequence[tuple[str, str, str]]]
"""From a question to the passages, best first: each one's id, file and text."""

DEPTH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One way of finding: `why` says in a sentence what it adds."""

    name: str
    why: str
    search: Search


class _Unread:
    """A retriever whose library explains no short form and lends no word to a misspelt one."""

    def __init__(self, inner: Retriever, *, acronyms: bool) -> None:
        self._explains = acronyms
        kept = ("shelves", "dense", "lexical", "words", "around", "frequencies", "holders")
        for name in kept:
            setattr(self, name, getattr(inner, name))
        self._inner = inner

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        """Nothing."""
        del beginning, scope
        return {}

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        """What the library says, where it is let."""
        return self._inner.acronyms(shorts, scope) if self._explains else {}


def steps_of(embedder: Embedder, retriever: Retriever, scope: Scope) -> tuple[Step, ...]:
    """Every step of our own search, from its parts alone to what the product does."""

    def dense(text: str, limit: int = DEPTH) -> list[tuple[str, str, str]]:
        found = retriever.dense(embedder.embed([text])[0], scope, limit)
        return [(f.passage.id, f.passage.document, f.passage.text) for f in found]

    def lexical(text: str) -> list[tuple[str, str, str]]:
        found = retriever.lexical(content_words(text), scope, DEPTH)
        return [(f.passage.id, f.passage.document, f.passage.text) for f in found]

    def fused(text: str) -> list[tuple[str, str, str]]:
        vector = embedder.embed([text])[0]
        hits = fuse(
            retriever.dense(vector, scope, DEPTH),
            retriever.lexical(content_words(text), scope, DEPTH),
        )
        return [(h.passage.id, h.passage.document, h.passage.text) for h in hits]

    def weighed(weights: Weights, by: Retriever) -> Search:
        def search(text: str) -> list[tuple[str, str, str]]:
            found = retrieve(text, scope, embedder=embedder, retriever=by, weights=weights)
            return [(h.passage.id, h.passage.document, h.passage.text) for h in found.hits]

        return search

    bare: Retriever = _Unread(retriever, acronyms=False)  # type: ignore[assignment]  # its methods are set one by one
    explained: Retriever = _Unread(retriever, acronyms=True)  # type: ignore[assignment]  # the same
    weights = _one_by_one()
    return (
        Step(name="BM25 alone", why="words, weighed by their rarity", search=lexical),
        Step(name="dense alone", why="the cosine of whole passages", search=dense),
        Step(name="fused", why="both rankings by reciprocal rank", search=fused),
        *(
            Step(name=name, why=why, search=weighed(some, bare))
            for (name, why), some in weights.items()
        ),
        Step(
            name="+ short forms spelt out",
            why="as the library itself explains them",
            search=weighed(WEIGHTS, explained),
        ),
        Step(
            name="+ typos mended",
            why="into words of visible documents: what the product does",
            search=weighed(WEIGHTS, retriever),
        ),
    )


def _one_by_one() -> Mapping[tuple[str, str], Weights]:
    """The weights that ship, taken in one after the other."""
    steps = {
        "reread": (
            "+ read word by word",
            "each word of the question by its closest in the passage",
        ),
        "cosine": ("+ cosine of the whole", "beside the single words"),
        "surroundings": ("+ words of the document", "which of the question's rare words it holds"),
        "company": (
            "+ the document's next best",
            "two good passages in one document help each other",
        ),
        "identifiers": ("+ part numbers letter by letter", "what holds them comes first"),
    }
    weights, found = Weights(), {}
    for name, step in steps.items():
        if name != "reread":
            weights = replace(weights, **{name: getattr(WEIGHTS, name)})
        found[step] = weights
    return found
