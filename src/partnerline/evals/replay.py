"""Questions that were really asked, put again to a changed library or threshold: which answers would be others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnerline.evals.model import Case, CaseResult, Expectation
from partnerline.evals.wording import fold
from partnerline.knowledge.model import Answer
from partnerline.knowledge.past import Past
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

Sort = Literal["price", "broke", "handed_over", "asks_back", "answered", "otherwise", "same"]
SORTS: tuple[Sort, ...] = (
    "price", "broke", "handed_over", "asks_back", "answered", "otherwise", "same",
)  # fmt: skip
"""What may become of an answer, the gravest first: another price, none at all because answering broke, a person asked,
a question back, an answer where there was none, other words or sources, no change."""

FailOn = Literal["price", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A question of the past with the answer it would get now. `now` is `None` and `failure` says why where that broke.

    `says` is what differs, a line each. `note` is something about the run that a reader should know.
    """

    past: Past
    was: Answer
    now: Answer | None
    sort: Sort
    says: tuple[str, ...] = ()
    failure: str = ""
    note: str = ""

    @property
    def found(self) -> str:
        """What people thought of the answer that was given; empty where nobody said."""
        return {True: "found right", False: "found wrong", None: ""}[self.past.right]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Every question that was replayed, the gravest change first, and how many had no answer to compare with."""

    rows: tuple[Replayed, ...]
    without_answer: int = 0

    def of(self, sort: Sort) -> tuple[Replayed, ...]:
        """The questions of one sort."""
        return tuple(row for row in self.rows if row.sort == sort)

    @property
    def changed(self) -> tuple[Replayed, ...]:
        """The questions whose answer would be another."""
        return tuple(row for row in self.rows if row.sort != "same")

    def fails(self, on: FailOn | None) -> bool:
        """Whether there is a change of that sort; an answer that broke may have been a price."""
        if on == "price":
            return bool(self.of("price") or self.of("broke"))
        return on == "any" and bool(self.changed)


def case_of(past: Past, today: date | None = None) -> Case:
    """The question as it was asked, expecting nothing; with `today`, as if it were asked on that day.

    A question about another day than its own stays about that day.
    """
    asked = past.question
    own_day = asked.asked_on or past.asked_at.astimezone().date()
    moved = today if today and asked.as_of == own_day else asked.as_of
    return Case(
        id=past.question_id,
        kind="replay",
        split="held_out",
        question=asked.text,
        expected=Expectation(outcomes=()),
        partner=past.asked_as,
        as_of=moved,
        asked_on=asked.asked_on and (today or asked.asked_on),
        history=asked.history,
    )


def replay(
    questions: Sequence[Past],
    answers: Callable[[Sequence[Case]], Sequence[CaseResult]],
    *,
    today: date | None = None,
) -> Replay:
    """Puts the questions that have an answer to `answers`, which gives their results in their order."""
    given = [(past, past.answer) for past in questions if past.answer is not None]
    results = answers([case_of(past, today) for past, _ in given]) if given else ()
    rows = [compared(past, was, result) for (past, was), result in zip(given, results, strict=True)]
    rows.sort(key=lambda row: (SORTS.index(row.sort), row.past.right is not True))
    return Replay(rows=tuple(rows), without_answer=len(questions) - len(given))


def compared(past: Past, was: Answer, result: CaseResult) -> Replayed:
    """The question with its answer of then and of now."""
    now = result.answer
    return Replayed(
        past=past,
        was=was,
        now=now,
        sort="broke" if now is None else _sort(was, now),
        says=() if now is None else tuple(_differences(was, now)),
        failure=result.failure,
        note=result.note,
    )


def _sort(was: Answer, now: Answer) -> Sort:
    before, after = _amounts(was), _amounts(now)
    both_answer = was.outcome == now.outcome == "answered"
    if before != after and (both_answer or (before and after)):
        return "price"
    if was.outcome != now.outcome:
        sorts: dict[str, Sort] = {
            "answered": "answered",
            "escalated": "handed_over",
            "clarify": "asks_back",
        }
        return sorts.get(now.outcome, "otherwise")
    return "otherwise" if any(_differences(was, now)) else "same"


def _differences(was: Answer, now: Answer) -> Iterator[str]:
    """What differs; that the words do goes without saying where the outcome or a price does."""
    if (was.outcome, was.reason) != (now.outcome, now.reason):
        yield f"{outcome_of(was)} → {outcome_of(now)}"
    if _amounts(was) != _amounts(now):
        yield f"{amounts_of(was)} → {amounts_of(now)}"
    if sources_of(was) != sources_of(now):
        yield f"cites {_listed(sources_of(was))} → {_listed(sources_of(now))}"
    if was.outcome == now.outcome and _amounts(was) == _amounts(now) and _other_words(was, now):
        yield "other words"


def _other_words(was: Answer, now: Answer) -> bool:
    return fold(was.text) != fold(now.text) or was.choices != now.choices


def outcome_of(answer: Answer) -> str:
    """The outcome, with its reason where it has one."""
    return f"{answer.outcome} ({answer.reason})" if answer.reason else answer.outcome


def sources_of(answer: Answer) -> tuple[str, ...]:
    """The documents cited, each once."""
    return tuple(sorted({cited.source for cited in answer.citations}))


def amounts_of(answer: Answer) -> str:
    """The prices given, in short."""
    return " and ".join(map(_price, _quotes(answer))) or "no price"


def _price(quote: Quote) -> str:
    total = f"{quote.currency} {quote.total:,}"
    if len(quote.lines) != 1:
        return total
    line = quote.lines[0]
    return f"{total} ({line.quantity:,} {line.sku} at {line.unit_price:,})"


def _amounts(answer: Answer) -> tuple[object, ...]:
    """All of a price that is money, or what the money is for."""
    return tuple(
        (quote.currency, quote.total, *map(_line_amounts, quote.lines)) for quote in _quotes(answer)
    )


def _line_amounts(line: QuoteLine) -> tuple[object, ...]:
    counted = (line.sku, line.quantity, line.pack_size, line.per, line.term_months)
    return (*counted, line.unit_price, line.amount)


def _quotes(answer: Answer) -> tuple[Quote, ...]:
    return (*((answer.quote,) if answer.quote else ()), *answer.quotes)


def _listed(sources: Sequence[str]) -> str:
    return ", ".join(sources) or "nothing"
