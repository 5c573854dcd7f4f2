"""Amounts in passages: an answer to what something costs has to name one, and what lists hold is never read out."""

import re
from dataclasses import replace

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.people import handed_over
from partnerline.knowledge.answering.unsure import OF_AMOUNTS
from partnerline.knowledge.intent.wishes import voices_an_objection, wish_of
from partnerline.knowledge.keeping import tells_money
from partnerline.knowledge.model import Answer, Hit, Question, Reason
from partnerline.knowledge.words import fold

_MONEY = re.compile(
    r"[€$£]|\b(?:eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?)\b|\d\s?(?:%|percent|per cent)"
    r"|\b(?:free|no charge|no extra (?:cost|charge)|at no cost|included|costs? nothing)\b"
)
_AMOUNT = re.compile(r"\d[.,]\d\d(?!\d)")


def tells_amounts(hit: Hit, *, priced: bool) -> bool:
    """Whether a passage is rows of a list with their prices: those are looked up for the asker, and never read out.

    Nor is a manager's amount, where what something costs is asked for.
    """
    if priced and is_answered(hit.document.path):
        return tells_money(hit.passage.text)
    return hit.document.kind in OF_AMOUNTS and bool(_AMOUNT.search(hit.passage.text))


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
