"""Finds the passages that bear on a question: by meaning and by words, the two rankings fused."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.model import Hit
from partnerline.knowledge.ports import Embedder, Found, Retriever, Scope
from partnerline.knowledge.words import content_words

DEPTH = 30
"""Passages taken from each ranking: among thirty the answer stands for nine questions in ten that have one."""

SMOOTHING = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The hits, best first, with the question's telling words and how many passages hold each."""

    hits: tuple[Hit, ...]
    terms: tuple[str, ...]
    passages: int
    frequencies: dict[str, int]


def retrieve(
    text: str, scope: Scope, *, embedder: Embedder, retriever: Retriever, limit: int = 10
) -> Retrieved:
    """The passages in scope that bear on the text; nothing outside the scope is looked at."""
    terms = content_words(text)
    vector = embedder.embed([text])[0]
    dense = retriever.dense(vector, scope, DEPTH)
    lexical = retriever.lexical(terms, scope, DEPTH)
    total, frequencies = retriever.frequencies(terms, scope)
    return Retrieved(
        hits=tuple(fuse(dense, lexical)[:limit]),
        terms=terms,
        passages=total,
        frequencies=frequencies,
    )


def fuse(dense: Sequence[Found], lexical: Sequence[Found]) -> list[Hit]:
    """Reciprocal rank fusion of the two rankings, best first; a passage that only words found has cosine 0."""
    found = {item.passage.id: item for item in (*lexical, *dense)}
    by_meaning = {item.passage.id: rank for rank, item in enumerate(dense, 1)}
    by_words = {item.passage.id: rank for rank, item in enumerate(lexical, 1)}
    cosines = {item.passage.id: item.score for item in dense}
    hits = [
        Hit(
            passage=item.passage,
            document=item.document,
            score=sum(
                1 / (SMOOTHING + ranks[key]) for ranks in (by_meaning, by_words) if key in ranks
            ),
            cosine=cosines.get(key, 0.0),
            dense_rank=by_meaning.get(key),
            lexical_rank=by_words.get(key),
        )
        for key, item in found.items()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, -hit.cosine, hit.passage.id))
