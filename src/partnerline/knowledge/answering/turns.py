"""What a rep wrote so far, and how far back a question goes on with it."""

from partnerline.knowledge.intent.wishes import (
    asks_a_fact,
    is_price_talk,
    leans_on_the_thread,
    wish_of,
)
from partnerline.knowledge.model import Question
from partnerline.knowledge.words import content_words


def turns_of(question: Question) -> list[str]:
    """The user's turns, the latest first."""
    earlier = [turn.text for turn in question.history if turn.role == "user"]
    return [question.text, *reversed(earlier)]


def thread_of(question: Question) -> list[str]:
    """The question and the user's turns that it goes on with, the latest first."""
    thread = [question.text]
    for turn in reversed([turn.text for turn in question.history if turn.role == "user"]):
        if not _goes_on(thread[-1]):
            break
        thread.append(turn)
    return thread


def _goes_on(text: str) -> bool:
    """Whether the text goes on with what the turn before it asked."""
    if wish_of(text) not in {"price", "lookup"}:
        return False
    leans = leans_on_the_thread(text) and not asks_a_fact(text)
    return leans or is_price_talk(content_words(text))
