"""Search by words on SQLite: FTS5 keeps the index, and what was read of it stays in memory while the index stays as it is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from partnerline.knowledge.adapters.index.joined import (
    found_from,
    passages_with_documents,
    version_of,
)
from partnerline.knowledge.adapters.index.kept import Kept
from partnerline.knowledge.adapters.index.portions import portions
from partnerline.knowledge.adapters.index.postings import Posting, read_postings
from partnerline.knowledge.adapters.index.standing import Standing, read_standing
from partnerline.knowledge.adapters.index.tables import passages
from partnerline.knowledge.ports import Found, Scope

MOST = 2_000_000
"""Passages in the postings that are kept: at 12 bytes each, 24 MB."""


class SqliteWords:
    """BM25 by FTS5's own formula and counts, term by term: a question shares most of its words with earlier ones."""

    def __init__(self) -> None:
        self._standing: Kept[None, Standing] = Kept(1)
        self._postings: Kept[str, Posting] = Kept(MOST, lambda posting: len(posting.places))

    def ranked(
        self, connection: Connection, terms: Sequence[str], scope: Scope, limit: int
    ) -> list[Found]:
        """The passages in scope that hold any of the terms, best first."""
        standing, postings = self._read(connection, terms)
        scores = np.zeros(len(standing.numbers))
        for term in terms:
            scores[postings[term].places] += postings[term].scores
        held = np.flatnonzero((scores > 0.0) & standing.inside(scope))
        best = _best(connection, standing, held, scores[held], limit)
        statement = passages_with_documents().where(passages.c.number.in_(best))
        hits = [found_from(row, best[row.number]) for row in connection.execute(statement)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def frequencies(
        self, connection: Connection, terms: Sequence[str], scope: Scope
    ) -> tuple[int, dict[str, int]]:
        """How many passages the scope holds, and how many of them hold each term."""
        standing, postings = self._read(connection, terms)
        inside = standing.inside(scope)
        counts = {term: int(inside[postings[term].places].sum()) for term in terms}
        return int(inside.sum()), counts

    def holders(
        self, connection: Connection, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        """Of the documents those of which a passage in scope holds the term; by term."""
        standing, postings = self._read(connection, terms)
        of_each = standing.of_documents(documents)
        inside = standing.inside(scope)
        held: dict[str, frozenset[str]] = {}
        for term in terms:
            holding = np.zeros(len(inside), dtype=np.bool_)
            holding[postings[term].places] = True
            holding &= inside
            held[term] = frozenset(
                path
                for path, places in zip(documents, of_each, strict=True)
                if holding[places].any()
            )
        return held

    def _read(
        self, connection: Connection, terms: Sequence[str]
    ) -> tuple[Standing, dict[str, Posting]]:
        """Where the passages stand, and each term's posting; all of one version."""
        version = version_of(connection)
        standing = self._standing.get(version, None, lambda: read_standing(connection))
        return standing, self._postings.several(
            version, terms, lambda missing: read_postings(connection, missing, standing)
        )


def _best(
    connection: Connection,
    standing: Standing,
    held: NDArray[np.int64],
    scores: NDArray[np.float64],
    limit: int,
) -> dict[int, float]:
    """The numbers of the best passages with their scores; of equal ones those that come first by their id."""
    if len(held) > limit:
        least = np.partition(scores, -limit)[-limit]
        held, scores = held[scores >= least], scores[scores >= least]
    best = dict(zip(standing.numbers[held].tolist(), scores.tolist(), strict=True))
    if len(best) <= limit:
        return best
    statement = select(passages.c.number, passages.c.id)
    ids = {
        row.number: row.id
        for some in portions(best)
        for row in connection.execute(statement.where(passages.c.number.in_(some)))
    }
    first = sorted(best, key=lambda number: (-best[number], ids[number]))[:limit]
    return {number: best[number] for number in first}
