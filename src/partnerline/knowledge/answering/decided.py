"""What a manager decided before, where the like is asked for again."""

from dataclasses import replace

from partnerline.knowledge.answering.lookups import LookupDesk
from partnerline.knowledge.escalating.discounts import wishes_something_off
from partnerline.knowledge.intent.following import Understood
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.ports import Scope


def decided_before(
    question: Question, asked: Understood, scope: Scope, lookups: LookupDesk
) -> Answer | None:
    """A manager's kept answer to it; `None` where there is none, and for whatever comes off a price: each deal is its own."""
    if wishes_something_off(question.text):
        return None
    answer = replace(lookups, generator=None).answer(question, scope, asked)
    kept = answer.outcome == "answered" and answer.citations[0].is_answered
    return answer if kept else None
