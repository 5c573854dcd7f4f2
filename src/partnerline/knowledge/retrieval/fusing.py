"""Two rankings into one."""

from collections.abc import Sequence

from partnerline.knowledge.model import Hit
from partnerline.knowledge.ports import Found

SMOOTHING = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009)."""


def fuse(dense: Sequence[Found], lexical: Sequence[Found]) -> list[Hit]:
    """Reciprocal rank fusion of the two rankings, best first; a passage that only words found has cosine 0."""
    found = {item.passage.id: item for item in (*lexical, *dense)}
    by_meaning = {item.passage.id: rank for rank, item in enumerate(dense, 1)}
    by_words = {item.passage.id: rank for rank, item in enumerate(lexical, 1)}
    cosines = {item.passage.id: item.score for item in dense}
    scores = {item.passage.id: item.score for item in lexical}
    hits = [
        Hit(
            passage=item.passage,
            document=item.document,
            score=sum(
                1 / (SMOOTHING + ranks[key]) for ranks in (by_meaning, by_words) if key in ranks
            ),
            cosine=cosines.get(key, 0.0),
            bm25=scores.get(key, 0.0),
            dense_rank=by_meaning.get(key),
            lexical_rank=by_words.get(key),
        )
        for key, item in found.items()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, -hit.cosine, hit.passage.id))
