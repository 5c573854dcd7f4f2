"""What managers read of a kept answer whose time to be looked at again has come."""

from partnerline.bot.keeping_words import audience_words, doubt_words, settled_words
from partnerline.bot.slack.web.blocks import button, context
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.knowledge.keeping import in_full
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports.kept import KeptAnswer

CONFIRM, WITHDRAW = "kept_confirm", "kept_withdraw"
WORDS = 1_300
"""The most of a question or an answer that is shown; a section holds 3,000 characters."""
NAME = 200


def check_text(answer: KeptAnswer) -> str:
    """The question in one line, for notifications."""
    return f"Still true? {_lead(answer)}"


def check_blocks(answer: KeptAnswer, turn: str, directory: Directory) -> tuple[Json, ...]:
    """The answer with both buttons; `turn` names this asking, so that a later one is another."""
    return (
        _section(f"*Still true?* {_lead(answer)}"),
        *_told(answer, directory),
        {
            "type": "actions",
            "elements": [
                button("Yes, keep it 90 days more", CONFIRM, turn, primary=True),
                button("Withdraw", WITHDRAW, turn),
            ],
        },
        context(inert(doubt_words(answer))),
    )


def settled_text(answer: KeptAnswer) -> str:
    """What became of it, in one line."""
    return fitted(settled_words(answer), WORDS, inert)


def settled_blocks(answer: KeptAnswer, directory: Directory) -> tuple[Json, ...]:
    """The answer with what was said of it."""
    return (
        _section(_lead(answer)),
        *_told(answer, directory),
        context(fitted(settled_words(answer), WORDS, inert)),
    )


def _lead(answer: KeptAnswer) -> str:
    name = fitted(answer.manager, NAME, inert)
    return f"{name} answered this on {in_full(answer.answered_on)}, and I give it to others since."


def _told(answer: KeptAnswer, directory: Directory) -> tuple[Json, ...]:
    whom = fitted(audience_words(answer.audience, directory), WORDS, inert)
    return (
        _section(f"*Asked:*\n{fitted(answer.question, WORDS, quoted)}"),
        _section(f"*Answered, for {whom}:*\n{fitted(answer.text, WORDS, quoted)}"),
    )


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
