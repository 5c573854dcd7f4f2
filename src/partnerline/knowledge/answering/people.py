"""What people are told where nothing is looked up: small talk, and questions that a person will answer."""

from dataclasses import replace
from typing import Literal

from partnerline.knowledge.answering import wording
from partnerline.knowledge.intent.people.smalltalk import greets
from partnerline.knowledge.model import Answer, Reason
from partnerline.knowledge.words import fold

_THANKS = ("thank", "thx", "cheers", "danke", "merci", "gracias", "grazie")
FOR_A_PERSON: dict[Literal["person", "frustration", "errand"], tuple[str, Reason, str]] = {
    "person": (wording.PERSON, Reason.ASKED_FOR_HUMAN, "The rep asked for a person."),
    "frustration": (wording.FRUSTRATED, Reason.ASKED_FOR_HUMAN, "The rep is not content with the bot."),
    "errand": (wording.ERRAND, Reason.NEEDS_HUMAN, "The rep asks for something to be done."),
}  # fmt: skip


def small_talk(text: str) -> Answer:
    """What can be asked, to one who opens a conversation; else a friendly end."""
    if greets(text):
        return said(wording.GREETING)
    thanks = any(word in fold(text) for word in _THANKS)
    return said(wording.THANKS if thanks else wording.NOTED)


def said(text: str) -> Answer:
    """A text that claims nothing and calls nobody."""
    return Answer(outcome="smalltalk", text=text, confidence=1.0)


def unsettled(answer: Answer) -> Answer:
    """A person is asked what the rep was asked once and didn't say."""
    return replace(
        answer,
        outcome="escalated",
        text=wording.STILL_UNCLEAR,
        doubt="The rep was asked back once, and it is still unclear what is meant.",
        choices=(),
    )


def handed_over(text: str, reason: Reason, doubt: str) -> Answer:
    """A person is asked; `doubt` says to the person why."""
    return Answer(outcome="escalated", text=text, confidence=0.0, reason=reason, doubt=doubt)
