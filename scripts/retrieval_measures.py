"""How well a way of finding does on labelled questions, by the measures of the literature."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ir_measures
import numpy as np
from ir_measures import RR, P, Qrel, ScoredDoc, Success, nDCG
from scripts.retrieval_questions import Labelled

from partnerline.evals.intervals import wilson

MEASURES = {"first": P @ 1, "among five": Success @ 5, "MRR": RR @ 10, "nDCG@10": nDCG @ 10}
DRAWS = 2000
SEED = 20260101

Found = tuple[str, str, str]
"""A passage's id, file and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A mean over `n` questions with its 95 % interval: Wilson's for a share, else of a bootstrap."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Each question's value of each measure, by the question's id."""

    by_question: dict[str, dict[str, float]]

    def over(self, questions: Sequence[Labelled]) -> dict[str, Measured]:
        """The means over some of the questions; one that found nothing counts 0."""
        return {
            name: _mean([self.by_question[q.id][name] for q in questions], share=name in _SHARES)
            for name in MEASURES
        }


_SHARES = {"first", "among five"}


def scores(
    questions: Sequence[Labelled], found: dict[str, Sequence[Found]], passages: Sequence[Found]
) -> Scores:
    """What was found for each question, judged; `passages` are all there are, for what an ideal order would give."""
    by_file: dict[str, list[Found]] = {}
    for passage in passages:
        by_file.setdefault(passage[1], []).append(passage)
    qrels = [
        Qrel(q.id, passage[0], 1)
        for q in questions
        for file in q.files
        for passage in by_file.get(file, [])
        if q.is_answered_by(file, passage[2])
    ]
    run = [
        ScoredDoc(q.id, passage[0], -float(rank))
        for q in questions
        for rank, passage in enumerate(found[q.id])
    ]
    values: dict[str, dict[str, float]] = {q.id: dict.fromkeys(MEASURES, 0.0) for q in questions}
    names: dict[Any, str] = {measure: name for name, measure in MEASURES.items()}
    for metric in ir_measures.iter_calc(list(names), qrels, run):
        values[metric.query_id][names[metric.measure]] = float(metric.value)
    return Scores(by_question=values)


def _mean(values: Sequence[float], *, share: bool) -> Measured:
    n = len(values)
    mean = sum(values) / n if n else 0.0
    low, high = wilson(round(sum(values)), n) if share else _bootstrap(values)
    return Measured(mean=mean, low=low, high=high, n=n)


def _bootstrap(values: Sequence[float]) -> tuple[float, float]:
    if not values:
        return 0.0, 1.0
    drawn = np.random.default_rng(SEED).choice(values, size=(DRAWS, len(values))).mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)
