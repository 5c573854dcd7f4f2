"""Runs cases against whatever turns a question into an answer."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from partnerline.evals.checks import run_checks
from partnerline.evals.model import Case, CaseResult, Trial
from partnerline.evals.statements import statements
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import Directory

Answers = Callable[[Question], Answer]
Retrieves = Callable[[Question], Sequence[Citation]]
"""The passages found for a question, best first, each as a citation of it; ten are enough for every measure."""
Embeds = Callable[[str], object]
Timer = Callable[[], float]
"""Seconds on a clock that only ever goes forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Puts cases to `answers`, as partners of `directory`; `today` is the day of a case that names none.

    `embeds`, where given, is timed with each question alone, after it was answered. `retrieves`, where given, is looked
    at for questions that something is to be found for.
    """

    answers: Answers
    directory: Directory
    today: date
    embeds: Embeds | None = None
    retrieves: Retrieves | None = None
    timer: Timer = time.perf_counter

    def run(self, case: Case) -> CaseResult:
        """The case's result. Whatever breaks in the answering fails this case with its reason and stops no other."""
        question = self.question(case)
        started = self.timer()
        try:
            answer = self.answers(question)
            took_ms = (self.timer() - started) * 1000
            trial = Trial(expected=case.expected, question=question, answer=answer)
            return CaseResult(
                case=case,
                answer=answer,
                checks=run_checks(trial),
                took_ms=took_ms,
                embed_ms=self._embed_ms(question),
                ranked=self._ranked(case, question),
                statements=statements(trial),
                note=self._note(case, question),
            )
        except Exception as error:  # noqa: BLE001 - the reason is kept in the result, and the next case must run
            return broken(
                case,
                f"{type(error).__name__}: {error}".rstrip(": "),
                took_ms=(self.timer() - started) * 1000,
                ranked=None if self.retrieves is None else (),
            )

    def warm(self, case: Case) -> None:
        """Asks a case for nothing: the first answer opens files. What breaks will break again when it counts."""
        with suppress(Exception):
            self.answers(self.question(case))

    def question(self, case: Case) -> Question:
        """The case as it is asked."""
        return Question(
            text=case.question,
            as_of=case.as_of or self.today,
            asked_on=case.asked_on,
            partner=self.directory.partner(case.partner),
            history=case.history,
        )

    def _ranked(self, case: Case, question: Question) -> tuple[Citation, ...] | None:
        """What is found, where the case says what should be; prices are computed, so nothing is found for them."""
        if self.retrieves is None or case.expected.price or not case.expected.documents:
            return None
        return tuple(self.retrieves(question))

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


def broken(
    case: Case, failure: str, *, took_ms: float = 0.0, ranked: tuple[Citation, ...] | None = None
) -> CaseResult:
    """The result of a case whose answering broke: wrong in every measure, and named with its reason."""
    return CaseResult(
        case=case, answer=None, checks=(), took_ms=took_ms, ranked=ranked, failure=failure
    )
