"""A decision as a packet: what a manager weighs, and two letters to send."""

from dataclasses import dataclass

from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.escalating.discounts import wishes_something_off
from partnerline.knowledge.escalating.unknowns import unsaid
from partnerline.knowledge.model import Citation, Escalation

WHICH = "whether it is meant in place of what is taken off now, or on top of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What there is to decide: what is known, the rule in the document's words, what granting would come to.

    `unknown` is what the request doesn't say or could not be computed. `approve` and `decline` are drafts; the first
    speaks of the effect that takes off least.
    """

    wish: str
    facts: tuple[str, ...]
    rules: tuple[Citation, ...]
    effects: tuple[Effect, ...]
    unknown: tuple[str, ...]
    approve: str
    decline: str


def packet_of(escalation: Escalation) -> Packet | None:
    """The packet of an escalation that waits for a decision; `None` for any other."""
    decision = escalation.answer.decision
    if decision is None:
        return None
    return Packet(
        wish=decision.wish,
        facts=decision.facts,
        rules=escalation.answer.citations,
        effects=decision.effects,
        unknown=(
            *map(_sentence, decision.unknown),
            *((WHICH,) if len(_lower(decision)) > 1 else ()),
            *_unsaid(escalation, decision),
        ),
        approve=_approved(decision),
        decline=_declined(decision),
    )


def _unsaid(escalation: Escalation, decision: Decision) -> tuple[str, ...]:
    """What bears on a price; of any other wish nothing general can be said to be missing."""
    of_a_price = decision.what or decision.unknown
    if not of_a_price and not wishes_something_off(escalation.question.text):
        return ()
    return unsaid(escalation.question, counted=bool(decision.what))


def _approved(decision: Decision) -> str:
    effect = _safest(decision)
    if effect is None:
        return "We agree to what you asked for. I will confirm the details here."
    return f"Approved: {decision.what}, {effect.way}. That is {effect.amounts}. This is for this request alone."


def _declined(decision: Decision) -> str:
    stays = " Your price stays as it is." if decision.what else ""
    return f"Thank you for asking. We can't agree to this one.{stays}"


def _safest(decision: Decision) -> Effect | None:
    """The effect that takes off least: a wish can be read in several ways, and a draft must not give more than meant."""
    return min(_lower(decision), key=lambda one: one.off, default=None)


def _lower(decision: Decision) -> list[Effect]:
    """The ways to grant it that lower the price."""
    return [one for one in decision.effects if one.off > 0]


def _sentence(text: str) -> str:
    return text.rstrip(". ")
