"""A price request that was asked back, put plainly by a language model and read once more."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from partnerline.knowledge.answering.prices import PriceDesk, with_what_was_unread
from partnerline.knowledge.answering.restating import restated
from partnerline.knowledge.intent.shortly import unread
from partnerline.knowledge.model import Answer, Question, Reason
from partnerline.knowledge.ports import Generator, Scope

NAMED = 40
"""Products that a model is told of: those whose names come nearest to the text."""


def reread(
    answer: Answer, question: Question, scope: Scope, *, prices: PriceDesk, generator: Generator
) -> Answer:
    """The price of what a model read in the request, where that is whole; else what was answered before.

    A model puts products and quantities in other words, each checked against the question; the price itself is looked
    up and computed as ever. A follow-up is left alone, since its thread is not a model's to read.
    """
    if answer.reason is not Reason.AMBIGUOUS or question.history:
        return answer
    names = prices.catalogs.names(scope)
    near = _near(question.text, names)
    text = restated(question.text, near, generator, among=names) if near else None
    if text is None:
        return answer
    plain = replace(question, text=text)
    again = prices.answer(plain, scope)
    if again.outcome != "answered":
        return answer
    return with_what_was_unread(again, unread(question.text, prices.asking(plain).read(scope)))


def _near(text: str, names: Sequence[str]) -> list[str]:
    found = process.extract(text, names, scorer=fuzz.partial_token_set_ratio, limit=NAMED)
    return [name for name, score, _ in found if score > 0]
