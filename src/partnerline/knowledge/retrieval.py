"""Finds the passages that bear on a question: by meaning and by words, fused, and the best read word by word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from partnerline.knowledge.model import Hit, Kind
from partnerline.knowledge.ports import Embedder, Found, Retriever, Scope, Words
from partnerline.knowledge.words import content_words

DEPTH = 30
"""Passages taken from each ranking: among thirty the answer stands for nine questions in ten that have one."""

READ = 20
"""Passages that are held against the question word by word: the answer is seldom below."""

FAVOUR = 0.08
"""How much closer another passage must be than one of the preferred kind."""

UNIT = 127
"""The length of a word's vector in int8."""

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
    text: str, scope: Scope, *, embedder: Embedder, retriever: Retriever, prefer: Kind | None = None
) -> Retrieved:
    """The passages in scope that bear on the text; nothing outside the scope is looked at.

    Documents of the kind that is to be preferred win where they are about as close.
    """
    terms = content_words(text)
    vectors, words = embedder.embed_with_words([text])
    dense = retriever.dense(vectors[0], scope, DEPTH)
    lexical = retriever.lexical(terms, scope, DEPTH)
    total, frequencies = retriever.frequencies(terms, scope)
    fused = fuse(dense, lexical)[:READ]
    read = reread(
        words[0], fused, retriever.words([hit.passage.id for hit in fused], scope), prefer
    )
    return Retrieved(hits=tuple(read), terms=terms, passages=total, frequencies=frequencies)


def reread(
    asked: Words, hits: Sequence[Hit], words: Mapping[str, Words], prefer: Kind | None = None
) -> list[Hit]:
    """The hits by how closely they follow the question's words, closest first.

    Late interaction by MaxSim, as in ColBERT (Khattab and Zaharia, 2020), over a model that was not trained for it.
    """
    read = []
    for hit in hits:
        mean, least = closeness(asked, words.get(hit.passage.id))
        read.append(replace(hit, closeness=mean, least=least))

    def rank(hit: Hit) -> tuple[float, float, str]:
        favour = FAVOUR if hit.document.kind == prefer else 0.0
        return -(hit.closeness + favour), -hit.score, hit.passage.id

    return sorted(read, key=rank)


def closeness(asked: Words, told: Words | None) -> tuple[float, float]:
    """Of the words asked, each with its best cosine to any word told: the mean, and the least; 0 without words."""
    if told is None or not len(asked) or not len(told):
        return 0.0, 0.0
    best = (asked.astype(np.float32) @ told.T.astype(np.float32)).max(axis=1) / UNIT**2
    return float(best.mean()), float(best.min())


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
