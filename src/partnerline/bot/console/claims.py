"""Who has a question that was handed over, as the cards in Slack count it: of two who take it at once, one has it."""

from typing import NamedTuple

from partnerline.bot.desk import Desk
from partnerline.bot.slack.escalations.holding import barred, closing_id, next_hold
from partnerline.knowledge.model import Escalation, Step
from partnerline.knowledge.partners import Directory


class Holder(NamedTuple):
    """A manager as steps name them; of one whom partners.yaml doesn't know, the name is the key."""

    key: str
    name: str


def holder_named(name: str, directory: Directory) -> Holder:
    """The manager of this name."""
    wanted = " ".join(name.split())
    known = (m for m in directory.managers if " ".join((m.name or m.email).split()) == wanted)
    found = next(known, None)
    return Holder(found.email, wanted) if found else Holder(wanted, wanted)


def claim(desk: Desk, escalation: Escalation, who: Holder) -> Step | None:
    """Gives somebody what nobody else has; gives the step by which it is held then, theirs or another's."""
    held = escalation.held
    if barred(escalation, who.key) or _took(held, who):
        return held
    desk.step(
        next_hold(escalation), escalation.id, "taken", by=who.name, holder=who.key, holder_name=who.name
    )  # fmt: skip
    now = desk.record.escalation(escalation.id)
    return now.held if now else None


def hand(desk: Desk, escalation: Escalation, by: Holder, to: Holder) -> Step | None:
    """Hands it on, whoever has it; gives the step by which it is held then, which may be somebody else's."""
    held = escalation.held
    if held is not None and held.holder == to.key:
        return held
    desk.step(
        next_hold(escalation), escalation.id, "handed", by=by.name, holder=to.key, holder_name=to.name
    )  # fmt: skip
    now = desk.record.escalation(escalation.id)
    return now.held if now else None


def close(desk: Desk, escalation: Escalation, by: Holder) -> str:
    """Closes it; gives the step's id."""
    step_id = closing_id(escalation)
    desk.step(step_id, escalation.id, "closed", by=by.name)
    return step_id


def somebody_else(escalation: Escalation, who: Holder) -> str:
    """The name of whoever else has it, or ""."""
    held = barred(escalation, who.key)
    return (held.holder_name or "Somebody else") if held else ""


def _took(held: Step | None, who: Holder) -> bool:
    return held is not None and held.kind == "taken" and held.holder == who.key
