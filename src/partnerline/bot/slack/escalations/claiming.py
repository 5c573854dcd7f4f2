"""Gives a manager what nobody else has, with the first word they write to the rep at the latest."""

from partnerline.bot.slack.escalations.card_state import has_it
from partnerline.bot.slack.escalations.holding import barred, next_hold
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.who.acting import Actor
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation, Reply

CLOSED = "This one is closed."


def take(parts: Parts, escalation: Escalation, person: Actor) -> Payload:
    """Gives somebody an escalation that nobody else has: the step, or a word on who has it."""
    if escalation.state == "closed":
        return {"word": CLOSED}
    if other := barred(escalation, person.key):
        return {"word": f"{has_it(other)}."}
    held = escalation.held
    if held is not None and held.kind == "taken" and held.holder == person.key:
        return {"step": held.id}
    step_id = next_hold(escalation)
    now = parts.desk.step(
        step_id,
        escalation.id,
        "taken",
        by=person.name,
        holder=person.key,
        holder_name=person.name,
    )
    other = barred(now, person.key) if now else None
    return {"word": f"{has_it(other)}."} if other else {"step": step_id}


def write(
    parts: Parts, escalation: Escalation, person: Actor, reply_id: str, payload: Payload
) -> tuple[Reply | None, Payload]:
    """Keeps what somebody writes to the rep, who has it from then on; a word where somebody else has it."""
    kept = next((reply for reply in escalation.replies if reply.id == reply_id), None)
    if kept is not None:
        return kept, {}
    taken = {} if escalation.state == "closed" else take(parts, escalation, person)
    if "word" in taken:
        return None, taken
    reply = parts.desk.reply(
        reply_id,
        escalation.id,
        manager=person.name,
        text=payload["text"],
        kind=payload.get("kind", "answer"),
    )
    return reply, {}
