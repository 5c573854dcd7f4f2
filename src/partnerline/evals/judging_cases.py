"""Has the answers of a run judged, and holds the judge against the exact checks."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TextIO

from tqdm import tqdm

from partnerline.evals.intervals import wilson
from partnerline.evals.judging import Judge, JudgeTask
from partnerline.evals.model import Case, CaseResult

AT_ONCE = 4
"""Answers that are judged at the same time: a judge is waited for, not computed."""


def with_verdicts(
    results: Sequence[CaseResult],
    judge: Judge,
    *,
    at_once: int = AT_ONCE,
    progress: TextIO | None = None,
) -> tuple[CaseResult, ...]:
    """The results, in their order, each answer given with the judge's verdict beside its checks.

    Only answers are judged: whether to hand over or ask back is for the checks alone. A bar goes to `progress`, by
    default standard error, if it is a terminal.
    """
    stream = progress or sys.stderr
    places = [place for place, result in enumerate(results) if result.answered]
    tasks = [task_of(results[place]) for place in places]
    bar = tqdm(total=len(tasks), desc="Judged", file=stream, disable=not stream.isatty())
    judged = list(results)
    with bar, ThreadPoolExecutor(max_workers=at_once) as pool:
        for place, verdict in zip(places, pool.map(judge, tasks), strict=True):
            judged[place] = replace(results[place], judged=verdict)
            bar.update()
    return tuple(judged)


def task_of(result: CaseResult) -> JudgeTask:
    """What a judge is told of a result; raises `ValueError` where there is no answer."""
    case, answer = result.case, result.answer
    if answer is None:
        raise ValueError("nothing to judge")
    return JudgeTask(
        question=case.question,
        thread=tuple(turn.text for turn in case.history if turn.role == "user"),
        expected=tuple(_expected(case)),
        answer=answer.text,
        passages=answer.citations,
    )


def _expected(case: Case) -> Iterator[str]:
    """One line for each thing that is expected."""
    expected = case.expected
    if expected.judge:
        yield f"A right answer says: {expected.judge}"
    if expected.outcomes and not expected.answerable:
        yield f"It must not be answered. Right is: {' or '.join(expected.outcomes)}"
    if expected.contains:
        yield f"It must say: {' | '.join(expected.contains)}"
    if expected.excludes:
        yield f"It must not say: {' | '.join(expected.excludes)}"
    if expected.documents:
        yield f"It stands in: {' or '.join(sorted(expected.documents))}"
    if expected.price:
        named = ("currency", "sku", "quantity", "unit_price", "total")
        given = ((name, getattr(expected.price, name)) for name in named)
        yield f"Its price: {', '.join(f'{name} {value}' for name, value in given if value is not None)}"
    if expected.judged and expected.judged.text:
        yield f"An answer that a person found {expected.judged.verdict}: {expected.judged.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far a judge and the exact checks agree on the answers on which the judge had an opinion.

    The counts are by judge and checks; `unsure` are the answers without an opinion. `kappa` is Cohen's (Educational and
    Psychological Measurement 20, 1960), and `None` where chance alone would make the two agree always.
    """

    both_right: int
    both_wrong: int
    judge_only: int
    checks_only: int
    unsure: int

    @property
    def n(self) -> int:
        """How many answers the judge had an opinion on."""
        return self.both_right + self.both_wrong + self.judge_only + self.checks_only

    @property
    def agreed(self) -> int:
        """On how many of them the two agree."""
        return self.both_right + self.both_wrong

    @property
    def share(self) -> float | None:
        """The share of them; `None` where there is none."""
        return self.agreed / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        """The share's 95 % Wilson interval."""
        return wilson(self.agreed, self.n)

    @property
    def kappa(self) -> float | None:
        """How much more they agree than by chance, of what there is beyond chance: 1 is always, 0 no more."""
        if self.share is None:
            return None
        judge, checks = self.both_right + self.judge_only, self.both_right + self.checks_only
        n = self.n
        chance = (judge * checks + (n - judge) * (n - checks)) / (n * n)
        return None if chance == 1 else (self.share - chance) / (1 - chance)


def agreement(results: Sequence[CaseResult]) -> Agreement | None:
    """How far judge and checks agree; `None` where nothing was judged."""
    pairs = [(one.judged.opinion, one.correct) for one in results if one.judged is not None]
    if not pairs:
        return None
    return Agreement(
        both_right=pairs.count(("right", True)),
        both_wrong=pairs.count(("wrong", False)),
        judge_only=pairs.count(("right", False)),
        checks_only=pairs.count(("wrong", True)),
        unsure=sum(opinion == "unsure" for opinion, _ in pairs),
    )


def differing(results: Sequence[CaseResult]) -> tuple[CaseResult, ...]:
    """The answers on which judge and checks differ: those that only the checks find right first."""
    found = [
        one
        for one in results
        if one.judged is not None
        and one.judged.opinion != "unsure"
        and (one.judged.opinion == "right") != one.correct
    ]
    return tuple(sorted(found, key=lambda one: not one.correct))
