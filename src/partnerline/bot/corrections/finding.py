"""Whether an answer that was given would be another one today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from partnerline.knowledge.changes import (
    Change,
    Correction,
    holds_today,
    price_differences,
    quotes_of,
)
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.past import Past

PRICES = frozenset({"price_list", "promotions"})
"""The kinds of document that a price may come from, also one that was not there when it was told."""


class AnswersAgain(Protocol):
    """Answers a question anew: `Answerer.answer`."""

    def answer(self, question: Question) -> Answer:
        """The answer of today's library."""
        ...


def is_concerned(past: Past, change: Change) -> bool:
    """Whether an answer may rest on what has changed."""
    answer = past.answer
    if answer is None or answer.outcome != "answered":
        return False
    if quotes_of(answer) and any(one.kind in PRICES for one in change.documents):
        return True
    changed = {one.path for one in change.documents if one.how != "new"}
    return any(citation.source in changed for citation in answer.citations)


def correction_of(
    past: Past,
    before: Correction | None,
    *,
    answerer: AnswersAgain,
    stands: Callable[[Past, date], bool],
    today: date,
) -> Correction | None:
    """The correction of an answer, seen from what the rep was told last; `None` where it still holds.

    A price that the rep knows to be over by now needs none.
    """
    if past.answer is None or (before is not None and before.now is None):
        return None
    told = before.now if before is not None and before.now is not None else past.answer
    if not holds_today(told, today):
        return None
    if not quotes_of(told) and stands(replace(past, answer=told), today):
        return None
    now = answerer.answer(replace(past.question, as_of=today, asked_on=None))
    current = now if now.outcome == "answered" else None
    if quotes_of(told):
        if current is not None and not price_differences(told, current):
            return None
        priced = current if current is not None and quotes_of(current) else None
        return Correction(question_id=past.question_id, told=told, now=priced)
    return Correction(question_id=past.question_id, told=told, now=current)
