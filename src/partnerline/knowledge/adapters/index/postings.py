"""Which passages hold a term and how much that weighs, as SQLite's full-text search has it."""

import math
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from partnerline.knowledge.adapters.index.bm25 import K1, LEAST_WEIGHT
from partnerline.knowledge.adapters.index.standing import Places, Standing, numbers_in
from partnerline.knowledge.adapters.index.tables import TOKENIZER


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The passages that hold a term, and what it adds to the BM25 of each."""

    places: Places
    scores: NDArray[np.float64]


_OF_WORD = text("SELECT group_concat(doc) FROM index_instances WHERE term = :word")
_OF_PHRASE = text(
    "SELECT rowid, -bm25(index_words) FROM index_words WHERE index_words MATCH :phrase ORDER BY rowid"
)


def read_postings(
    connection: Connection, terms: Sequence[str], standing: Standing
) -> dict[str, Posting]:
    """The postings of terms, which are words or phrases and never syntax."""
    return {
        term: _posting(connection, term, stems, standing) for term, stems in _stems(terms).items()
    }


def _posting(
    connection: Connection, term: str, stems: Sequence[str], standing: Standing
) -> Posting:
    match stems:
        case []:
            return Posting(places=np.zeros(0, dtype=np.int32), scores=np.zeros(0))
        case [word]:
            return _of_word(connection, word, standing)
        case _:
            return _of_phrase(connection, term, standing)


def _of_word(connection: Connection, word: str, standing: Standing) -> Posting:
    """A word's posting from FTS5's list of all its places, which is ten times as fast as FTS5's own BM25."""
    instances = numbers_in(connection.scalar(_OF_WORD, {"word": word}))
    firsts = np.flatnonzero(np.diff(instances, prepend=-1))
    counts = np.diff(firsts, append=len(instances)).astype(np.float64)
    places = standing.places(instances[firsts])
    weight = _weight(len(firsts), len(standing.numbers))
    return Posting(
        places=places,
        scores=weight * (counts * (K1 + 1.0) / (counts + standing.burden[places])),
    )


def _weight(holding: int, passages: int) -> float:
    """The rarity of a term: hardly anything where most passages hold it."""
    return max(math.log((passages - holding + 0.5) / (holding + 0.5)), LEAST_WEIGHT)


def _of_phrase(connection: Connection, term: str, standing: Standing) -> Posting:
    """A phrase's posting: few passages hold one, and where its words stand is FTS5's to tell."""
    quoted = '"' + term.replace('"', '""') + '"'
    found = connection.execute(_OF_PHRASE, {"phrase": quoted}).all()
    numbers = np.array([row[0] for row in found], dtype=np.int64)
    scores = np.array([row[1] for row in found], dtype=np.float64)
    return Posting(places=standing.places(numbers), scores=scores)


def _stems(terms: Sequence[str]) -> dict[str, list[str]]:
    """The words of each term as FTS5 cuts and stems them, which only FTS5 can tell."""
    stems: dict[str, list[str]] = {term: [] for term in terms}
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(f"CREATE VIRTUAL TABLE asked USING fts5(term, tokenize='{TOKENIZER}')")
        scratch.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(asked, instance)")
        every = list(stems)
        scratch.executemany("INSERT INTO asked(rowid, term) VALUES (?, ?)", enumerate(every))
        for number, stem in scratch.execute("SELECT doc, term FROM stems ORDER BY doc, offset"):
            stems[every[number]].append(stem)
    return stems
