"""What a message asks as it stands alone, told from the thread before it; one that stands alone is left as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from partnerline.knowledge.intent.continuing import whole, with_other_product, with_question_word
from partnerline.knowledge.intent.facts import is_bare_count
from partnerline.knowledge.intent.grammar import telling_words
from partnerline.knowledge.intent.known_names import KnownNames, known_names
from partnerline.knowledge.intent.messages_in_threads import Message
from partnerline.knowledge.intent.openings import Opening, opened
from partnerline.knowledge.intent.price_wishes import asks_for_a_price
from partnerline.knowledge.intent.putting_together import put_together
from partnerline.knowledge.intent.replies_to_answers import (
    remark_of,
    term_asked,
    term_perhaps,
)
from partnerline.knowledge.intent.said_so_far import SoFar
from partnerline.knowledge.intent.several_questions import questions_in
from partnerline.knowledge.intent.unclear import Clarify, asks_back, is_unclear, which_one
from partnerline.knowledge.intent.wishes import wish_of
from partnerline.knowledge.model import Question, Turn
from partnerline.knowledge.words import fold, words

Relation = Literal["new", "follow_up", "correction", "shorter", "longer", "why", "meaning", "again", "source"]  # fmt: skip
REMEMBERED = 16
"""Turns before a message that are read to understand it."""
LONG = 700
"""Characters above which a message tells its own story, and is taken as it is."""
_BESIDE_THE_MATTER = frozenset(("smalltalk", "person", "frustration", "outside"))
_OF_THE_ANSWER = frozenset(("shorter", "longer", "again", "source", "why", "meaning"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A message as it stands alone, and how it goes on with the thread.

    `text` is what is looked up and said. `about` is the earlier question that it goes on with, as that stands alone,
    and empty for a new one. `parts` are the questions of a message that asks several, each standing alone; `clarify` is
    asked where the thread doesn't tell which product is meant.
    """

    text: str
    relation: Relation = "new"
    about: str = ""
    parts: tuple[str, ...] = ()
    clarify: Clarify | None = None


def understood(
    question: Question, names: Sequence[str] = (), headings: Sequence[str] = ()
) -> Understood:
    """The question as it stands alone, by the turns before it; the bot's own turns help, and none are needed.

    `names` are the products in the asker's scope, each as its part number, its name, or the one before the other;
    `headings` of that scope tell which short words are a subject of their own.
    """
    known = known_names(names)
    so_far = SoFar()
    for turn in question.history[-REMEMBERED:]:
        if turn.role == "assistant":
            so_far = so_far.with_answer(turn.text[:LONG])
        else:
            so_far = _after(so_far, _heard(turn.text, so_far, known, headings), turn.text, known)
    return _heard(question.text, so_far, known, headings)


def already_asked(
    history: Sequence[Turn], names: Sequence[str] = (), headings: Sequence[str] = ()
) -> bool:
    """Whether the turn before was a question back: the bot's own where it is given, else what the rep's turn called for."""
    if not history:
        return False
    *earlier, last = history
    if last.role == "assistant":
        return asks_back(last.text)
    before = Question(text=last.text, as_of=date.min, history=tuple(earlier))
    told = understood(before, names, headings)
    unclear = told.relation in {"new", "follow_up"} and is_unclear(told.text, names)
    return told.clarify is not None or unclear


def _after(so_far: SoFar, message: Understood, said: str, names: KnownNames) -> SoFar:
    """The thread with a message; thanks and remarks on an answer leave its question as it was."""
    if message.clarify:
        return replace(so_far, choices=message.clarify.choices)
    if wish_of(said) in _BESIDE_THE_MATTER:
        return so_far
    goes_on = message.relation == "follow_up" and message.text != so_far.asked
    tells = telling_words(said) or names.spoken(said) or goes_on
    if message.relation in _OF_THE_ANSWER or not tells:
        return so_far
    for text in message.parts or (message.text,):
        so_far = so_far.with_question(text, names)
    return so_far


def _heard(text: str, so_far: SoFar, names: KnownNames, headings: Sequence[str]) -> Understood:
    """The message by the thread before it, each of its questions by those before it."""
    if len(text) > LONG:
        return Understood(text=text)
    opening = opened(text)
    pieces = questions_in(opening.rest)
    if len(pieces) < 2:
        return _one(text, opening, so_far, names, headings)
    heard: list[Understood] = []
    for place, piece in enumerate(pieces):
        begun = replace(opening, rest=piece) if place == 0 else opened(piece)
        one = _one(piece, begun, so_far, names, headings)
        so_far = _after(so_far, one, piece, names)
        heard.append(one)
    first = heard[0]
    parts = tuple(one.text for one in heard)
    clarify = next((one.clarify for one in heard if one.clarify), None)
    return replace(first, text=" ".join(parts), parts=parts, clarify=clarify)


def _one(
    text: str, opening: Opening, so_far: SoFar, names: KnownNames, headings: Sequence[str]
) -> Understood:
    """A message of one question."""
    if not so_far.asked or opening.dropped:
        return Understood(text=_alone(text, opening))
    told = _of_the_answer(text, opening, so_far) or _picked(opening, so_far, names)
    if told:
        return told
    so_far = _so_far_of_a_price(so_far) if is_bare_count(text) else so_far
    message = Message(opening=opening, so_far=so_far, names=names, headings=headings)
    put = put_together(message)
    relation: Relation = "correction" if opening.corrected else "follow_up"
    if put is None and opening.corrected and opening.meant:
        return Understood(text=opening.rest, relation="correction", about=so_far.asked)
    if put is None:
        return Understood(text=_alone(text, opening))
    if isinstance(put, str):
        return Understood(text=whole(put), relation=relation, about=message.about)
    return Understood(
        text=so_far.asked, relation=relation, about=so_far.asked, clarify=which_one(put)
    )


def _so_far_of_a_price(so_far: SoFar) -> SoFar:
    """The thread as it stood when a price was asked for last, which a bare number goes on with; else as it is."""
    prices = [one for one in so_far.questions if asks_for_a_price(fold(one))]
    return replace(so_far, asked=prices[-1]) if prices else so_far


def _alone(text: str, opening: Opening) -> str:
    """The message without its courtesy, unless it is nothing else."""
    return opening.rest if telling_words(opening.rest) else text


def _of_the_answer(text: str, opening: Opening, so_far: SoFar) -> Understood | None:
    """What a message says or asks of the answer before it."""
    remark = remark_of(opening.rest) or remark_of(text)
    if remark == "why":
        return Understood(text=with_question_word(so_far.asked, opening.rest), relation="why", about=so_far.asked)  # fmt: skip
    if remark:
        return Understood(text=so_far.asked, relation=remark, about=so_far.asked)
    if term := term_asked(opening.rest):
        return Understood(text=f"What does {term} mean?", relation="meaning", about=so_far.asked)
    if (term := term_perhaps(opening.rest)) and _was_said(term, so_far):
        return Understood(text=opening.rest, relation="meaning", about=so_far.asked)
    return None


def _was_said(term: str, so_far: SoFar) -> bool:
    """Whether the thread has used the term."""
    said = " ".join(words(term))
    return any(f" {said} " in f" {' '.join(words(one))} " for one in (*so_far.questions, fold(so_far.answered)))  # fmt: skip


def _picked(opening: Opening, so_far: SoFar, names: KnownNames) -> Understood | None:
    """The choice that answers the bot's question back."""
    choice = so_far.picked(opening.rest)
    if not choice:
        return None
    products, chosen = so_far.products(names), names.spoken(choice)
    alone = len(chosen) == 1 and words(choice) == words(chosen[0].name)
    text = with_other_product(so_far.asked, products, choice) if alone and products else choice
    return Understood(text=whole(text), relation="follow_up", about=so_far.asked)
