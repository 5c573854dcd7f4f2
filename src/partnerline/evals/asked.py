"""A question that was really asked, as a case: what is expected comes from what people said of the answer."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from partnerline.evals.evidence import asked, claims
from partnerline.evals.figures import figures, missing_figures
from partnerline.evals.model import Expectation, Trial, is_computed
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.partners import EVERYONE
from partnerline.knowledge.past import Past
from partnerline.knowledge.pricing.quote import Quote

Row = dict[str, Any]

MOST_FIGURES = 4
"""Numbers of an answer that a case asks for: those of its first statement, which answers."""

_NAME_WITH_NUMBER = re.compile(r"\b[A-Za-z][\w-]*\d[\w-]*")
_PLACE = "—"
"""What a line begins with that names the place of what stands above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A case as a row of YAML; `missing` says what a person has to add before it can be run, and is empty else."""

    row: Mapping[str, Any] = field(default_factory=dict)
    missing: str = ""

    @property
    def id(self) -> str:
        """The case's id."""
        return str(self.row["id"])


def draft_of(
    past: Past, *, split: Literal["tune", "held_out"] = "tune", kind: str | None = None
) -> Draft:
    """The question as a case. Nobody's name gets into it but the partner's id, which decides what may be seen."""
    question, expected = past.question, _expected(past)
    partner = None if past.asked_as == EVERYONE.id else past.asked_as
    another_day = question.asked_on if question.asked_on != question.as_of else None
    row = {
        "id": case_id(past),
        "kind": kind or _kind(past),
        "split": split,
        "question": question.text,
        "partner": partner,
        "as_of": question.as_of,
        "asked_on": another_day,
        "history": [{"role": turn.role, "text": turn.text} for turn in question.history] or None,
        "expect": expected,
        "note": f"Asked on {past.asked_at:%Y-%m-%d}. {_why(past)}",
    }
    return Draft(
        row={name: value for name, value in row.items() if value is not None},
        missing="" if expected else _missing(past),
    )


def case_id(past: Past) -> str:
    """The id of the question's case, always the same."""
    digest = hashlib.sha256(past.question_id.encode()).hexdigest()[:10]
    return f"rep-{past.asked_at:%Y%m%d}-{digest}"


def _liked(past: Past) -> bool | None:
    """Whether what the bot did was right, as far as people said; of a question handed over only a manager can say."""
    if past.answer is None:
        return None
    if past.answer.outcome == "answered":
        return past.right
    if past.judgement is not None:
        return past.judgement == "right"
    if past.answer.outcome == "escalated" or past.thumb is None:
        return None
    return past.thumb == "up"


def _expected(past: Past) -> Row:
    """What is known of a right answer; empty where nothing is."""
    answer, liked = past.answer, _liked(past)
    if answer is None:
        return {}
    if liked:
        return _as_given(past, answer)
    expected: Row = {}
    if past.replies:
        expected["outcome"] = ["answered", "escalated"]
        expected["judge"] = "\n\n".join(reply.text.strip() for reply in past.replies)
    if liked is False:
        expected |= {"verdict": "wrong", "given": _given(answer)}
    return expected


def _as_given(past: Past, answer: Answer) -> Row:
    """The answer that was found right: its outcome and, of an answer, its sources and what in it decides."""
    if answer.outcome != "answered":
        return {"outcome": answer.outcome} | (
            {"reason": [answer.reason.value]} if answer.reason else {}
        )
    expected: Row = {"outcome": "answered", "sources": _sources(answer)}
    if answer.quote is not None:
        expected["price"] = _price(answer.quote)
    else:
        expected["contains"] = list(_decisive(past, answer))
        expected["judge"] = _first_statement(answer)
    return {name: value for name, value in expected.items() if value}


def _price(quote: Quote) -> Row:
    whole = {"currency": quote.currency, "total": str(quote.total)}
    if len(quote.lines) != 1:
        return whole
    line = quote.lines[0]
    return {
        "currency": quote.currency,
        "sku": line.sku,
        "quantity": line.quantity,
        "unit_price": str(line.unit_price),
        "total": str(quote.total),
    }


def _given(answer: Answer) -> Row:
    given = {"outcome": answer.outcome, "text": answer.text.strip(), "sources": _sources(answer)}
    return {name: value for name, value in given.items() if value}


def _sources(answer: Answer) -> list[str]:
    return list(dict.fromkeys(cited.source for cited in answer.citations))


def _decisive(past: Past, answer: Answer) -> Iterator[str]:
    """The numbers of the first statement that the asker didn't bring along, names such as AX-200 left aside."""
    said = _NAME_WITH_NUMBER.sub(" ", _first_statement(answer))
    trial = Trial(expected=Expectation(outcomes=()), question=past.question, answer=answer)
    brought = tuple(asked(trial))
    tokens = dict.fromkeys(token for token, _ in figures(said))
    fresh = [token for token in tokens if missing_figures(token, evidence=brought)]
    yield from fresh[:MOST_FIGURES]


def _first_statement(answer: Answer) -> str:
    """The first paragraph, without the line that names its place."""
    for paragraph in claims(answer).split("\n\n"):
        lines = (line.strip() for line in paragraph.splitlines())
        said = " ".join(line for line in lines if line and not line.startswith(_PLACE))
        if said:
            return said.replace("**", "")
    return ""


def _kind(past: Past) -> str:
    answer = past.answer
    if past.asked_as is None:
        return "stranger"
    if answer is None or answer.outcome == "answered":
        computed = answer is not None and is_computed(answer)
        return "price" if computed else "fact"
    if answer.outcome != "escalated":
        return answer.outcome
    if answer.reason in (Reason.ASKED_FOR_HUMAN, Reason.NEEDS_HUMAN):
        return "human"
    return "restricted" if answer.reason is Reason.NOT_PERMITTED else "unanswerable"


def _why(past: Past) -> str:
    """Who said what of the answer, without a name."""
    did = "answer" if past.answer and past.answer.outcome == "answered" else "bot's reply"
    if past.judgement is not None:
        return f"A manager found the {did} {past.judgement}."
    if past.was_not_enough:
        return "The rep read the answer and fetched a person, who wrote back."
    if _liked(past) is not None:
        return f"A rep found the {did} {'right' if _liked(past) else 'wrong'}."
    if past.replies:
        return "The bot handed it over, and a manager wrote back."
    return "Nobody said whether the bot's reply was right."


def _missing(past: Past) -> str:
    """What a person should know who completes the case."""
    answer = past.answer
    if answer is None:
        return "The bot gave no answer."
    if answer.outcome != "answered":
        return f"The bot's outcome was {answer.outcome}{f' ({answer.reason})' if answer.reason else ''}."
    places = ", ".join(_sources(answer))
    return f"The bot answered{f' from {places}' if places else ''}: {_first_statement(answer)}"
