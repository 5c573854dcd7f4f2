"""The drafts that an answer on the console can start from: those that the dialogs in Slack open with."""

from typing import NamedTuple

from partnerline.bot.slack.escalations.card_forms import FORMS, FormKind
from partnerline.bot.slack.escalations.drafting import draft_for
from partnerline.knowledge.model import Escalation, ReplyKind

_OF_A_DECISION: tuple[FormKind, ...] = ("approve", "counter", "refuse", "decline")
_OF_A_QUESTION: tuple[FormKind, ...] = ("answer", "decline")


class Start(NamedTuple):
    """The words to begin with, and what they are to the rep."""

    text: str
    kind: ReplyKind


def starts_of(escalation: Escalation) -> dict[str, Start]:
    """The drafts by name; none that would be empty."""
    kinds = _OF_A_DECISION if escalation.answer.decision else _OF_A_QUESTION
    found = {kind: Start(draft_for(escalation, kind), FORMS[kind].reply) for kind in kinds}
    return {kind: start for kind, start in found.items() if start.text}
