"""Questions that managers answered before, for the manager who is asked the like again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

import numpy as np

from partnerline.knowledge.model import Escalation
from partnerline.knowledge.ports import Embedder, Vectors
from partnerline.knowledge.ports.kept import GivenAnswer, GivenAnswers
from partnerline.knowledge.words import content_words, stem

MOST = 3
"""Earlier questions that are shown."""
LEAST = 0.55
"""How alike a question has to be."""
OF_WORDS = 0.2
"""The weight of the words that two questions share, beside the likeness of what they mean."""
NEAR = 20
"""The nearest by meaning, which are then held against each other by their words too."""
AT_ONCE = 200
"""Questions that are embedded for one look: about a second. Where more are new, the next looks take them."""
PRODUCTS = 2**17
"""Multiplications in one go."""
OVERLAP = 30
"""Numbers that are read again: a reply that was begun earlier may be seen later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A question of the past with what a manager answered and when."""

    question: str
    answer: str
    manager: str
    at: datetime


class PastAnswers:
    """What managers answered, with the questions' vectors at hand; any number of threads may ask at once."""

    def __init__(self, given: GivenAnswers, embedder: Embedder) -> None:
        self._given, self._embedder = given, embedder
        self._lock = Lock()
        self._known: dict[int, GivenAnswer] = {}
        self._vectors: dict[int, Vectors] = {}
        self._numbers: list[int] = []
        self._matrix: Vectors = np.zeros((0, embedder.identity.dimensions), dtype=np.float32)

    def nearest(self, text: str) -> list[tuple[GivenAnswer, float]]:
        """The answers whose questions are nearest by meaning, best first, each with its cosine."""
        with self._lock:
            self._catch_up()
            known, numbers, matrix = self._known, self._numbers, self._matrix
        if not numbers:
            return []
        cosines = _products(matrix, self._embedder.embed([text])[0])
        best = np.argsort(-cosines, kind="stable")[:NEAR]
        return [(known[numbers[at]], float(cosines[at])) for at in best]

    def _catch_up(self) -> None:
        """Reads what was answered since, and has the model read what it hasn't."""
        last = max(0, max(self._known, default=0) - OVERLAP)
        fresh = {one.number: one for one in self._given.after(last)}
        if fresh.keys() - self._known.keys():
            self._known = self._known | fresh
            self._vectors.update(self._given.vectors(self._embedder.identity, last))
        missing = sorted(self._known.keys() - self._vectors.keys(), reverse=True)[:AT_ONCE]
        if missing:
            made = self._embedder.embed([self._known[number].question for number in missing])
            told = dict(zip(missing, made, strict=True))
            self._given.remember(self._embedder.identity, told)
            self._vectors.update(told)
        if len(self._numbers) != len(self._vectors):
            self._numbers = sorted(self._vectors.keys() & self._known.keys())
            self._matrix = np.stack([self._vectors[number] for number in self._numbers])


def _products(matrix: Vectors, vector: Vectors) -> Vectors:
    """Each row's product with the vector, some rows at a time: more wake threads that spin, and take ten times as long."""
    rows = max(1, PRODUCTS // matrix.shape[1])
    parts = [matrix[at : at + rows] @ vector for at in range(0, len(matrix), rows)]
    return np.concatenate(parts)


def similar_answers(escalation: Escalation, past: PastAnswers) -> tuple[Similar, ...]:
    """What managers answered to questions like this one, the likest first; nothing of this escalation itself."""
    text = escalation.question.text
    likest: dict[str, tuple[float, GivenAnswer]] = {}
    for one, cosine in past.nearest(text):
        likeness = (1 - OF_WORDS) * cosine + OF_WORDS * _shared(text, one.question)
        before = likest.get(one.escalation_id)
        later = before is None or before[1].number < one.number  # the last word counts
        if one.escalation_id != escalation.id and likeness >= LEAST and later:
            likest[one.escalation_id] = (likeness, one)
    found = sorted(likest.values(), key=lambda pair: (-pair[0], -pair[1].number))
    return tuple(_similar(one) for one in _each_once([one for _, one in found])[:MOST])


def _each_once(answers: Sequence[GivenAnswer]) -> list[GivenAnswer]:
    """The answers without those that say the same as one before."""
    return list({" ".join(one.text.split()): one for one in reversed(answers)}.values())[::-1]


def _shared(one: str, other: str) -> float:
    """The share of the fewer telling words that both have."""
    own, told = ({stem(word) for word in content_words(text)} for text in (one, other))
    fewer = min(len(own), len(told))
    return len(own & told) / fewer if fewer else 0.0


def _similar(one: GivenAnswer) -> Similar:
    return Similar(question=one.question, answer=one.text, manager=one.manager, at=one.at)
