"""Where knowledge is missing: questions that nobody could answer, gathered by meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from partnerline.knowledge.model import Reason
from partnerline.knowledge.past import Past

GapState = Literal["open", "closed", "dismissed"]
"""Closed: the library answers it by now. Dismissed: a manager says that it is none."""

Vector = NDArray[np.float32]

ALIKE = 0.72
"""The least cosine between a question and the middle of the gap that it joins.

The same wish in other words lies above it, the same product asked of for another property below.
"""

_MISSING = frozenset({Reason.NO_EVIDENCE, Reason.LOW_CONFIDENCE, Reason.CONFLICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing: the ids of the questions that ask for it, oldest first.

    `checked` is the version of the library that was last seen not to answer it, `answered_by` where it stands by now,
    `settled_by` the manager who dismissed it.
    """

    id: str
    questions: tuple[str, ...]
    state: GapState = "open"
    opened_at: datetime
    checked: str = ""
    answered_by: str = ""
    settled_by: str = ""


def shows_a_gap(past: Past) -> bool:
    """Whether the question went unanswered because the library doesn't say it, or not clearly enough."""
    answer = past.answer
    return answer is not None and answer.outcome == "escalated" and answer.reason in _MISSING


def nearest(vector: Vector, gaps: Mapping[str, Sequence[Vector]]) -> str | None:
    """The gap whose middle is nearest to a question's vector, where one is near enough.

    Vectors are of length one; a gap is given by those of its questions.
    """
    best, least = None, ALIKE
    for gap, members in gaps.items():
        closeness = float(vector @ _middle(members)) if members else 0.0
        if closeness >= least:
            best, least = gap, closeness
    return best


def most_typical(vectors: Sequence[Vector]) -> int:
    """Which of a gap's questions is nearest to its middle; the first of equals."""
    middle = _middle(vectors)
    return int(np.argmax([float(vector @ middle) for vector in vectors]))


def _middle(vectors: Sequence[Vector]) -> Vector:
    mean = np.stack(list(vectors)).mean(axis=0)
    length = float(np.linalg.norm(mean))
    middle: Vector = np.asarray(mean / length if length else mean, dtype=np.float32)
    return middle
