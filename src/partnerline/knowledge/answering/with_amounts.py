"""An answer to what something costs has to name an amount."""

import re
from dataclasses import replace

from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.people import handed_over
from partnerline.knowledge.intent.wishes import voices_an_objection, wish_of
from partnerline.knowledge.model import Answer, Question, Reason
from partnerline.knowledge.words import fold

_MONEY = re.compile(
    r"[€$£]|\b(?:eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?)\b|\d\s?(?:%|percent|per cent)"
    r"|\b(?:free|no charge|no extra (?:cost|charge)|at no cost|included|costs? nothing)\b"
)


def with_its_amount(question: Question, answer: Answer) -> Answer:
    """The answer, unless what something costs was asked for and the passage names no amount at all."""
    if answer.outcome != "answered" or wish_of(question.text) != "price":
        return answer
    if voices_an_objection(question.text):
        return answer  # what to say to it is asked for, and not what it costs
    if _MONEY.search(fold(answer.text)):
        return answer
    unsure = handed_over(
        wording.UNSURE,
        Reason.NO_EVIDENCE,
        "What it costs was asked for, and what was found names no amount.",
    )
    return replace(unsure, found=answer.citations, signals=answer.signals)
