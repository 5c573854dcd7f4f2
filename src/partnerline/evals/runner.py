"""Runs cases against whatever turns a question into an answer."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from tqdm import tqdm

from partnerline.evals.checks import run_checks
from partnerline.evals.gates import DEFAULT_GATES, Gates, judge
from partnerline.evals.model import Case, CaseResult, Trial
from partnerline.evals.suite import SuiteResult
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.partners import Directory

Answers = Callable[[Question], Answer]
Embeds = Callable[[str], object]
Timer = Callable[[], float]
"""Seconds on a clock that only ever goes forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Puts cases to `answers`, as partners of `directory`; `today` is the day of a case that names none.

    `embeds`, where given, is timed with each question alone, after it was answered.
    """

    answers: Answers
    directory: Directory
    today: date
    embeds: Embeds | None = None
    timer: Timer = time.perf_counter

    def run(self, case: Case) -> CaseResult:
        """The case's result. Whatever breaks in the answering fails this case with its reason and stops no other."""
        question = self.question(case)
        started = self.timer()
        try:
            answer = self.answers(question)
            took_ms = (self.timer() - started) * 1000
            checks = run_checks(Trial(expected=case.expected, question=question, answer=answer))
        except Exception as error:  # noqa: BLE001 - the reason is kept in the result, and the next case must run
            took_ms = (self.timer() - started) * 1000
            failure = f"{type(error).__name__}: {error}".rstrip(": ")
            return CaseResult(case=case, answer=None, checks=(), took_ms=took_ms, failure=failure)
        return CaseResult(
            case=case,
            answer=answer,
            checks=checks,
            took_ms=took_ms,
            embed_ms=self._embed_ms(question),
            note=self._note(case, question),
        )

    def question(self, case: Case) -> Question:
        """The case as it is asked."""
        return Question(
            text=case.question,
            as_of=case.as_of or self.today,
            asked_on=case.asked_on,
            partner=self.directory.partner(case.partner),
            history=case.history,
        )

    def _note(self, case: Case, question: Question) -> str:
        if case.partner is None or question.partner is not None:
            return ""
        return f"nobody enrolled {case.partner!r}, so a stranger asked"

    def _embed_ms(self, question: Question) -> float | None:
        if self.embeds is None:
            return None
        started = self.timer()
        self.embeds(question.text)
        return (self.timer() - started) * 1000


def run_suite(
    cases: Sequence[Case],
    runner: Runner,
    *,
    gates: Gates = DEFAULT_GATES,
    progress: TextIO | None = None,
) -> SuiteResult:
    """Every case's result and every gate's verdict. A bar goes to `progress`, by default standard error, if a terminal."""
    stream = progress or sys.stderr
    bar = tqdm(cases, desc="Cases", unit="case", file=stream, disable=not stream.isatty())
    results = tuple(runner.run(case) for case in bar)
    return SuiteResult(results=results, verdicts=judge(gates, results))
