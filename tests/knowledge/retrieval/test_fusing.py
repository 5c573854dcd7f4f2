"""Two rankings into one, and the fused read word by word."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.knowledge.retrieval.hits import found

from partnerline.knowledge.retrieval import UNIT, closeness, fuse, reread

names = st.lists(st.sampled_from("abcdef"), unique=True)
ONE, OTHER, THIRD = np.eye(4, dtype=np.int8)[:3] * UNIT


@given(names, names)
def test_fusing_keeps_every_passage_once_with_its_ranks(
    dense: list[str], lexical: list[str]
) -> None:
    hits = fuse([found(n, 0.5) for n in dense], [found(n, 9.0) for n in lexical])
    assert sorted(hit.passage.id for hit in hits) == sorted({*dense, *lexical})
    for hit in hits:
        name = hit.passage.id
        assert hit.dense_rank == (dense.index(name) + 1 if name in dense else None)
        assert hit.lexical_rank == (lexical.index(name) + 1 if name in lexical else None)
        assert hit.cosine == (0.5 if name in dense else 0.0)
        assert hit.bm25 == (9.0 if name in lexical else 0.0)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_what_both_rankings_put_first_is_first() -> None:
    hits = fuse([found("a", 0.9), found("b", 0.8)], [found("a", 3.0), found("c", 2.0)])
    assert hits[0].passage.id == "a"


def test_closeness_is_the_best_word_for_each_word_asked() -> None:
    assert closeness(np.array([ONE]), np.array([OTHER, ONE])) == (1.0, 1.0)
    assert closeness(np.array([ONE, OTHER]), np.array([ONE])) == (0.5, 0.0)
    assert closeness(np.array([ONE]), None) == (0.0, 0.0)
    assert closeness(np.zeros((0, 4), np.int8), np.array([ONE])) == (0.0, 0.0)


def test_a_hit_keeps_company_with_its_documents_next_best_and_alone_with_the_farthest() -> None:
    hits = fuse([found(n, 0.5, document=d) for n, d in ("aX", "bX", "cX", "dY")], [])
    words = {
        "a": np.array([ONE, OTHER]),
        "b": np.array([ONE]),
        "c": np.array([THIRD]),
        "d": np.array([OTHER]),
    }
    read = reread(np.array([ONE, OTHER]), hits, words)
    assert {hit.passage.id: (hit.closeness, hit.company) for hit in read} == {
        "a": (1.0, 0.5),
        "b": (0.5, 1.0),
        "c": (0.0, 1.0),
        "d": (0.5, 0.0),
    }
    assert reread(np.array([ONE]), [], {}) == []
