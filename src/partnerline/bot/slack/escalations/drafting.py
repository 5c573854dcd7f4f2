"""Which draft stands in which dialog."""

from typing import assert_never

from partnerline.bot.slack.escalations.card_forms import NOT_FOR_US, FormKind
from partnerline.knowledge.escalating.drafts import draft_of
from partnerline.knowledge.escalating.packets import packet_of
from partnerline.knowledge.model import Escalation

COUNTERED = "Thank you for asking. We can't agree to this as it stands. What we can offer instead: "


def draft_for(escalation: Escalation, kind: FormKind) -> str:
    """The words that a dialog opens with; none where a manager has to find them."""
    packet = packet_of(escalation)
    match kind:
        case "answer":
            answered = any(reply.kind == "answer" for reply in escalation.replies)
            return "" if answered else draft_of(escalation)
        case "question":
            return ""
        case "decline":
            return NOT_FOR_US
        case "approve":
            return packet.approve if packet else ""
        case "counter":
            return COUNTERED
        case "refuse":
            return packet.decline if packet else ""
        case other:
            assert_never(other)
