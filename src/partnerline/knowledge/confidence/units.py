"""The vectors of sentences, rows and single words: what a question is held against below the passage."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

import numpy as np

from partnerline.knowledge.model import Passage
from partnerline.knowledge.ports import Embedder, Vectors
from partnerline.knowledge.sentences import Span, SpanKind, sentences
from partnerline.knowledge.words import STOPWORDS

T = TypeVar("T")

LONGEST = 400
"""Characters of a unit that are embedded: a longer one says nothing of its own any more."""
PASSAGES = 2_000
"""Passages whose units are kept."""
WORDS = 20_000
"""Words that are kept: 30 MB at 384 dimensions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, list item or table row of a passage."""

    text: str
    kind: SpanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """A passage's units with their vectors `(n, dimensions)`, each embedded under the passage's last heading."""

    units: tuple[Unit, ...]
    vectors: Vectors


class UnitVectors:
    """Embeds units and single words once and keeps the most recently used; one for the life of a process, for any number of threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._passages: OrderedDict[str, Units] = OrderedDict()
        self._words: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def question(self, text: str) -> Vectors:
        """The question's vector, `(dimensions,)`."""
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def units(self, passages: Sequence[Passage]) -> tuple[Units, ...]:
        """Each passage's units; those not met lately are embedded in one go."""
        held = self._held(self._passages, [one.id for one in passages])
        missing = [one for one in passages if one.id not in held]
        made = dict(zip([one.id for one in missing], self._embedded(missing), strict=True))
        self._keep(self._passages, made, PASSAGES)
        held |= made
        return tuple(held[one.id] for one in passages)

    def words(self, words: Sequence[str]) -> Vectors:
        """The words' vectors, each as a text of its own, `(len(words), dimensions)`."""
        held = self._held(self._words, words)
        missing = [word for word in dict.fromkeys(words) if word not in held]
        if missing:
            made = dict(zip(missing, self._embedder.embed(missing), strict=True))
            self._keep(self._words, made, WORDS)
            held |= made
        return np.stack([held[word] for word in words])

    def _held(self, kept: "OrderedDict[str, T]", keys: Sequence[str]) -> dict[str, T]:
        """What of the keys is kept, each touched so that it stays."""
        with self._lock:
            held = {key: kept[key] for key in dict.fromkeys(keys) if key in kept}
            for key in held:
                kept.move_to_end(key)
        return held

    def _keep(self, kept: "OrderedDict[str, T]", made: Mapping[str, T], most: int) -> None:
        with self._lock:
            kept.update(made)
            _trim(kept, most)

    def nearest(self, asked: Sequence[str], told: Iterable[str]) -> dict[str, float]:
        """The cosine of each word to the one that is most like it of those told, stopwords aside; 0 without any."""
        telling = tuple(dict.fromkeys(word for word in told if word not in STOPWORDS))
        if not asked or not telling:
            return dict.fromkeys(asked, 0.0)
        cosines = (self.words(asked) @ self.words(telling).T).max(axis=1)
        return {word: float(cosine) for word, cosine in zip(asked, cosines, strict=True)}

    def _embedded(self, passages: Sequence[Passage]) -> list[Units]:
        cut = [_units(passage) for passage in passages]
        texts = [
            _under_heading(passage, unit)
            for passage, units in zip(passages, cut, strict=True)
            for unit in units
        ]
        if not texts:
            return []
        vectors = self._embedder.embed(texts)
        ends = np.cumsum([len(units) for units in cut])[:-1]
        return [
            Units(units=units, vectors=rows)
            for units, rows in zip(cut, np.split(vectors, ends), strict=True)
        ]


def _units(passage: Passage) -> tuple[Unit, ...]:
    spans = sentences(passage.text) or (Span(start=0, end=len(passage.text)),)
    return tuple(Unit(text=passage.text[s.start : s.end], kind=s.kind) for s in spans)


def _under_heading(passage: Passage, unit: Unit) -> str:
    heading = f"{passage.headings[-1]}: " if passage.headings else ""
    return f"{heading}{unit.text}"[:LONGEST]


def _trim(kept: "OrderedDict[str, T]", most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
