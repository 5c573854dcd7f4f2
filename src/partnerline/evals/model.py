"""The nouns of an evaluation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from partnerline.evals.judging import JudgeVerdict
from partnerline.knowledge.model import Answer, Citation, Outcome, Question, Reason, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPrice:
    """What a price must be; `None` leaves that part open."""

    currency: str | None = None
    sku: str | None = None
    quantity: int | None = None
    unit_price: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A document of the library or, where `locator` isn't empty, one place in it."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer that was once given, and what a person thought of it."""

    verdict: Literal["right", "wrong"]
    outcome: Outcome
    text: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a right answer looks like. Of `outcomes`, `reasons` and `sources` any one will do; of the rest, all must hold.

    No `outcomes` leave the outcome open. `excludes` are words that must not reach the asker. `passages` are the places
    that together hold the answer, for measuring what is found. `judge` is what a right answer says, in a person's words.
    """

    outcomes: tuple[Outcome, ...]
    reasons: tuple[Reason, ...] = ()
    contains: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    passages: tuple[Place, ...] = ()
    price: ExpectedPrice | None = None
    judged: Judged | None = None
    judge: str = ""

    @property
    def answerable(self) -> bool:
        """Whether an answer is right, alone or among other outcomes."""
        return "answered" in self.outcomes

    @property
    def documents(self) -> frozenset[str]:
        """Every document that a right answer may cite."""
        return frozenset((*self.sources, *(place.source for place in self.passages)))

    @property
    def must_escalate(self) -> bool:
        """Whether nothing but an escalation is right."""
        return self.outcomes == ("escalated",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question with what is expected of its answer.

    `as_of` is `None` for the day of the run. `split` is "tune" for cases that settings may be fitted to, "held_out" for
    those that only judge. `note` is what a reader of the case should know.
    """

    id: str
    kind: str
    split: str
    question: str
    expected: Expectation
    partner: str | None = None
    as_of: date | None = None
    asked_on: date | None = None
    history: tuple[Turn, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was expected, what was asked, and what came back."""

    expected: Expectation
    question: Question
    answer: Answer


def is_computed(answer: Answer) -> bool:
    """Whether the answer was computed from prices and promotions, and so says what it holds in words of its own."""
    return bool(answer.quote or answer.quotes) or "exact" in answer.signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at. `detail` says what was found amiss, and is empty where it passed."""

    name: str
    passed: bool
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence, list item or table row of an answer. `fault` says what of it stands nowhere, and is empty else."""

    text: str
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """What became of a case. `answer` is `None` and `failure` says why where the answering itself broke.

    `embed_ms` is what embedding the question alone takes, where that was measured. `ranked` are the passages found for
    the question, best first, where that was looked at. `statements` are what an answer says. `note` is something about
    the run of the case that a reader should know. `judged` is what a language model thought of the answer, where one was
    asked: it stands beside the checks, and no measure counts it.
    """

    case: Case
    answer: Answer | None
    checks: tuple[Check, ...]
    took_ms: float
    embed_ms: float | None = None
    ranked: tuple[Citation, ...] | None = None
    statements: tuple[Statement, ...] = ()
    failure: str = ""
    note: str = ""
    judged: JudgeVerdict | None = None

    @property
    def correct(self) -> bool:
        """Whether there is an answer and every check of it passed."""
        return self.answer is not None and all(check.passed for check in self.checks)

    @property
    def score(self) -> int:
        """1 where every check passed, else 0."""
        return int(self.correct)

    @property
    def answered(self) -> bool:
        """Whether the asker was given an answer, right or wrong."""
        return self.answer is not None and self.answer.outcome == "answered"

    @property
    def escalated(self) -> bool:
        """Whether a person was asked."""
        return self.answer is not None and self.answer.outcome == "escalated"

    @property
    def computed(self) -> bool:
        """Whether the answer is computed rather than looked up."""
        return self.answer is not None and is_computed(self.answer)

    def failed_check(self, name: str) -> bool:
        """Whether the check of that name was made and did not pass."""
        return any(check.name == name and not check.passed for check in self.checks)

    def passed_check(self, name: str) -> bool:
        """Whether the check of that name was made and passed."""
        return any(check.name == name and check.passed for check in self.checks)
