"""Who has an escalation: who may go on with it, and who reads that somebody else already does."""

from partnerline.bot.desk import new_id
from partnerline.knowledge.model import Escalation, Step
from partnerline.knowledge.partners import IN_SLACK, Directory

ASIDE, SAID = "aside:", "said:"
"""How the notes' ids begin: a word between managers, and one whose writer says, once asked, whether it goes to the rep."""
SENDS, KEEPS = "sends:", "keeps:"
"""How the ids of that choice begin, one for each person and escalation."""


def bound(escalation: Escalation) -> Step | None:
    """The step by which somebody has it, of their own will or by a colleague's: the clock's word binds nobody."""
    held = escalation.held
    if held is None or held.kind == "passed_on" or escalation.state == "closed":
        return None
    return held


def barred(escalation: Escalation, key: str) -> Step | None:
    """The step by which somebody else has it."""
    held = bound(escalation)
    return held if held is not None and held.holder != key else None


def next_hold(escalation: Escalation) -> str:
    """The id of the next step that changes who has it: of two who press at once, one gets it."""
    times = sum(1 for step in escalation.steps if step.holder)
    return f"hold:{escalation.id}:{times}"


def closing_id(escalation: Escalation) -> str:
    """The id of the step that closes it; it may be closed again where somebody added a word after the first time."""
    return f"close:{escalation.id}:{len(escalation.replies)}"


def slack_user(directory: Directory, key: str) -> str | None:
    """The person's id in Slack, where it is known."""
    if key.startswith(IN_SLACK):
        return key.removeprefix(IN_SLACK)
    manager = directory.manager(key)
    return manager.slack_user if manager else None


def notes(escalation: Escalation) -> int:
    """How many notes the managers wrote to themselves: what was said and sent is none."""
    sent = {reply.id for reply in escalation.replies}
    asides = sum(1 for step in escalation.steps if step.id.startswith(ASIDE))
    said = (step for step in escalation.steps if step.id.startswith(SAID))
    return asides + sum(1 for step in said if reply_of(step) not in sent)


def said_id(user: str, place: str) -> str:
    """The id of the step that keeps what somebody wrote at a place of the card's thread."""
    return f"{SAID}{user}:{place}"


def said_place(step: Step) -> str:
    """The place that a step of `said_id` was written at."""
    return step.id.removeprefix(SAID).partition(":")[2]


def reply_of(step: Step) -> str:
    """The id that what was said has once it is sent as a reply."""
    return reply_id_of(said_place(step))


def reply_id_of(place: str) -> str:
    """The id of the reply that was written at this place."""
    return new_id("reply", place)


def choice_of(escalation: Escalation, user: str) -> str | None:
    """What somebody chose for what they write in the card's thread: `SENDS`, `KEEPS`, or nothing yet."""
    ids = {f"{choice}{escalation.id}:{user}": choice for choice in (SENDS, KEEPS)}
    return next((ids[step.id] for step in escalation.steps if step.id in ids), None)
