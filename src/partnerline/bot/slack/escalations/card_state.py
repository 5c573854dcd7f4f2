"""What became of a question that was handed over, as its card says it: who has it, what was sent, how many notes."""

from datetime import datetime
from typing import assert_never

from partnerline.bot.slack.escalations.holding import notes
from partnerline.bot.slack.web.blocks import context
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.knowledge.model import Escalation, Reply, ReplyKind, Step

NAME = 200
REPLIES = 3
REPLY = 900
_SENT: dict[ReplyKind, str] = {
    "answer": ":white_check_mark: *Answered by {name}*",
    "question": "*Asked back by {name}*",
    "decline": "*Declined by {name}*",
}


def state_blocks(escalation: Escalation) -> tuple[Json, ...]:
    """Who has it and since when, what was sent and by whom, and how many notes there are."""
    older = len(escalation.replies) - REPLIES
    more = [context(f"…and {older} earlier, in the rep's thread.")] if older > 0 else []
    return (
        context(_standing(escalation)),
        *more,
        *(_sent(reply) for reply in escalation.replies[-REPLIES:]),
    )


def moment(at: datetime) -> str:
    """A moment as mrkdwn, which Slack shows in the reader's own time zone."""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{at:%Y-%m-%d %H:%M %Z}>"


def has_it(step: Step) -> str:
    """Who has it by this step, and since when, as mrkdwn."""
    name, since = name_of(step.holder_name), moment(step.at)
    by = f" by {name_of(step.by)}" if step.by else ""
    match step.kind:
        case "handed":
            return f"*Handed to {name}*{by}, {since}"
        case "passed_on":
            return f"*Passed on to {name}*, {since}: nobody had answered"
        case _:
            return f"*{name} has it* since {since}"


def name_of(name: str) -> str:
    """Somebody's name as mrkdwn."""
    return fitted(" ".join(name.split()), NAME, inert) or "somebody"


def _standing(escalation: Escalation) -> str:
    held, count = escalation.held, notes(escalation)
    parts = [has_it(held) if held else "*Nobody has it yet*", *_ended(escalation)]
    if count:
        parts.append("1 note" if count == 1 else f"{count} notes")
    return " · ".join(parts)


def _ended(escalation: Escalation) -> list[str]:
    match escalation.state:
        case "open" | "taken":
            return []
        case "asked":
            return ["waiting for the rep"]
        case "answered":
            return ["answered, not closed"]
        case "closed":
            closed = next((s for s in reversed(escalation.steps) if s.kind == "closed"), None)
            if closed is None:
                return ["closed"]
            by = f" by {name_of(closed.by)}" if closed.by else ", as it was quiet"
            return [f"closed{by}, {moment(closed.at)}"]
        case other:
            assert_never(other)


def _sent(reply: Reply) -> Json:
    head = _SENT[reply.kind].format(name=name_of(reply.manager))
    text = f"{head}, {moment(reply.written_at)}:\n{fitted(reply.text, REPLY, quoted)}"
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
