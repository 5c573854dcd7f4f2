"""From a question to the passages that bear on it, best first."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from partnerline.knowledge.model import Hit, Kind
from partnerline.knowledge.ports import Embedder, Reranker, Retriever, Scope
from partnerline.knowledge.retrieval.asking import Asked, made_ready
from partnerline.knowledge.retrieval.closeness import reread
from partnerline.knowledge.retrieval.fusing import fuse
from partnerline.knowledge.retrieval.identifiers import share_held
from partnerline.knowledge.retrieval.weights import WEIGHTS, Weights
from partnerline.knowledge.words import fold

DEPTH = 30
"""Passages taken from each ranking: deeper ones are seldom right, and cost time."""

READ = 30
"""Passages that are held against the question word by word: the answer is seldom below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The hits, best first, with the question's telling words and how many passages hold each.

    `text` is the question as it was searched for, and `terms` its telling words after mending: `corrected` says which
    were mended into what, and `frequencies` has those as they were written too. `unknown` are the terms that no
    visible passage holds, `identifiers` the part numbers and the like that were asked for. `passages` is how many
    passages the asker may see.
    """

    hits: tuple[Hit, ...]
    terms: tuple[str, ...]
    passages: int
    frequencies: dict[str, int]
    text: str = ""
    unknown: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    identifiers: tuple[str, ...] = ()


def retrieve(
    text: str,
    scope: Scope,
    *,
    embedder: Embedder,
    retriever: Retriever,
    prefer: Kind | None = None,
    reranker: Reranker | None = None,
    weights: Weights = WEIGHTS,
) -> Retrieved:
    """The passages in scope that bear on the text; nothing outside the scope is looked at.

    Documents of the kind that is to be preferred win where they are about as close.
    """
    asked = made_ready(text, scope, embedder=embedder, retriever=retriever)
    vectors, words = embedder.embed_with_words([asked.text])
    dense = retriever.dense(vectors[0], scope, DEPTH)
    fused = fuse(dense, retriever.lexical(asked.sought, scope, DEPTH))[:READ]
    read = reread(words[0], fused, retriever.words([hit.passage.id for hit in fused], scope))
    hits = ordered(_surrounded(read, asked, scope, retriever), weights, prefer)
    if reranker is not None:
        hits = reranked(text, hits, reranker)
    return Retrieved(
        hits=tuple(without_repeats(hits)),
        terms=asked.terms,
        passages=asked.passages,
        frequencies=dict(asked.frequencies),
        text=asked.text,
        unknown=asked.unknown,
        corrected=asked.corrected,
        identifiers=asked.identifiers,
    )


def _surrounded(hits: Sequence[Hit], asked: Asked, scope: Scope, retriever: Retriever) -> list[Hit]:
    """The hits with what of the question stands in their documents, and the part numbers that stand in themselves."""
    paths = list(dict.fromkeys(hit.passage.document for hit in hits))
    held = retriever.holders(asked.terms, paths, scope)
    rarity = {
        term: math.log(1 + asked.passages / (1 + asked.frequencies.get(term, 0)))
        for term in asked.terms
    }
    whole = sum(rarity.values()) or 1.0
    shares = {
        path: sum(rarity[term] for term in asked.terms if path in held.get(term, ())) / whole
        for path in paths
    }
    return [
        replace(
            hit,
            surroundings=shares[hit.passage.document],
            identifiers=share_held(asked.identifiers, hit.passage.searchable),
        )
        for hit in hits
    ]


def ordered(hits: Sequence[Hit], weights: Weights, prefer: Kind | None = None) -> list[Hit]:
    """The hits by the weighted sum of their signs, highest first.

    What only words found is less similar than all that meaning found, so the least similarity of those stands for its.
    """
    least = min((hit.cosine for hit in hits if hit.dense_rank is not None), default=0.0)
    summed = [replace(hit, order=_sum(hit, weights, prefer, least_cosine=least)) for hit in hits]
    return sorted(summed, key=lambda hit: (-hit.order, -hit.score, hit.passage.id))


def _sum(hit: Hit, weights: Weights, prefer: Kind | None, *, least_cosine: float) -> float:
    return (
        hit.closeness
        + weights.cosine * (least_cosine if hit.dense_rank is None else hit.cosine)
        + weights.surroundings * hit.surroundings
        + weights.company * hit.company
        + weights.identifiers * hit.identifiers
        + (weights.favour if prefer is not None and hit.document.kind == prefer else 0.0)
    )


def reranked(text: str, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
    """The hits by what the reranker makes of them; what holds the part numbers asked for stays before what doesn't."""
    scores = reranker.rerank(text, [hit.passage.searchable for hit in hits])
    judged = [replace(hit, reranked=score) for hit, score in zip(hits, scores, strict=True)]
    # A stable sort: equal ones keep the order they came in.
    return sorted(judged, key=lambda hit: (-hit.identifiers, -(hit.reranked or 0.0)))


def without_repeats(hits: Sequence[Hit]) -> list[Hit]:
    """The hits less those whose text, white space and case aside, stood in a better one."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(" ".join(fold(hit.passage.text).split()), hit)
    return list(first.values())
