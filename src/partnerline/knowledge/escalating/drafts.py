"""A draft to send, made of what was found: the documents' own words, and never an amount out of them."""

import re

from partnerline.knowledge.grounding import excerpt
from partnerline.knowledge.model import Citation, Escalation, Passage, Reason
from partnerline.knowledge.words import fold

LIKELY = 0.3
"""The chance of being right from which what came nearest is worth a manager's sending."""
SENDABLE = frozenset((Reason.LOW_CONFIDENCE, Reason.UNKNOWN_PARTNER, Reason.OTHER_LANGUAGE))
"""Reasons for which the nearest passage may be the answer: what else was handed over wants a person, not a passage."""

_MONEY = re.compile(
    r"[$€£¥]|\b(?:eur|usd|chf|gbp|jpy|cad|aud|sek|nok|dkk|pln|czk|euros?|dollars?|pounds?|francs?)\b|\d[.,]\d{2}(?![\d.,])"
)
"""Any sign of money, wherever its figure stands: a draft that lacks a sentence costs less than one that names a price."""


def draft_of(escalation: Escalation) -> str:
    """What a manager could send as it is; empty where nothing that was found says anything, or only amounts."""
    answer = escalation.answer
    if answer.reason not in SENDABLE or answer.confidence < LIKELY or answer.decision is not None:
        return ""
    nearest = next(iter(answer.found), None)
    if nearest is None:
        return ""
    words = _words(nearest, escalation.question.text)
    if not words or _MONEY.search(fold(words)):
        return ""
    return f"This is what our documents say:\n\n{words}\n\n({_place(nearest)})"


def _words(found: Citation, text: str) -> str:
    """The sentences of the passage that bear on the question."""
    passage = Passage(
        id="",
        document=found.source,
        position=0,
        locator=found.locator,
        headings=(),
        text=found.quote,
    )
    return excerpt(passage, text).text.strip()


def _place(found: Citation) -> str:
    return found.locator if found.is_answered else f"{found.source}, {found.locator}"
