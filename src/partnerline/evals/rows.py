"""Labelled answers: what a confidence is fitted to."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partnerline.evals.model import CaseResult
from partnerline.knowledge.confidence import kind_of
from partnerline.knowledge.past import Labelled

TELLS = "gap"
"""A signal that every answer from documents has, and no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled answer: the signals of one that could be given, and whether it was right.

    `kind` is the question's, as far as it decides how sure an answer has to be; `answerable` whether the library
    answers it at all; `id` tells the rows apart.
    """

    id: str
    signals: Mapping[str, float]
    right: bool
    kind: str = "knowledge"
    answerable: bool = True


def digest(rows: Sequence[Row]) -> str:
    """A short hash of which rows these are, in any order."""
    names = "\n".join(sorted(row.id for row in rows))
    return hashlib.sha256(names.encode()).hexdigest()[:12]


def row_of_case(result: CaseResult) -> Row | None:
    """The row of a case that was run at a threshold of 0; `None` where no document was quoted."""
    answer = result.answer
    if answer is None or answer.outcome != "answered" or TELLS not in answer.signals:
        return None
    return Row(
        id=result.case.id,
        signals=answer.signals,
        right=result.correct,
        kind=_kind(result.case.question, answer.signals),
        answerable=result.case.expected.answerable,
    )


def row_of_record(labelled: Labelled, question: str, known: frozenset[str]) -> Row | None:
    """The row of an answer that people judged; `None` where it was given by other signals than those `known`."""
    if labelled.kind != "knowledge" or not known <= set(labelled.signals):
        return None
    return Row(
        id=labelled.question_id,
        signals={name: labelled.signals[name] for name in known},
        right=labelled.right,
        kind=_kind(question, labelled.signals),
    )


def _kind(question: str, signals: Mapping[str, float]) -> str:
    return kind_of(question, voiced=bool(signals.get("voiced")))
