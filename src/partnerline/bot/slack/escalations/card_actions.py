"""The buttons of a card: what a manager can do with it as it stands."""

from partnerline.bot.slack.web.blocks import button
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import Directory

TAKE, SEND_DRAFT, CLOSE, HAND = (
    "take_escalation",
    "send_draft",
    "close_escalation",
    "hand_escalation",
)
ANSWER, ASK_BACK, DECLINE = "answer_escalation", "ask_back", "decline_escalation"
APPROVE, COUNTER, REFUSE = "approve_escalation", "counter_escalation", "refuse_escalation"
SEND_SAID, KEEP_SAID = "send_said", "keep_said"
MOST_NAMED = 100
"""A list to choose from holds a hundred."""


def action_blocks(
    escalation: Escalation, directory: Directory, *, draft: bool, decision: bool
) -> tuple[Json, ...]:
    """The buttons, for each state; `draft`: there is one to send, `decision`: it is one to approve or not."""
    if escalation.state == "closed":
        return (_actions(button("Add to the answer", ANSWER, escalation.id)),)
    wanted = _deciding(escalation) if decision else _answering(escalation, draft=draft)
    again = [button("Done", CLOSE, escalation.id)] if escalation.state == "answered" else []
    take = [button("Take it", TAKE, escalation.id)] if _free(escalation) else []
    back = button("Ask back", ASK_BACK, escalation.id)
    hand = _actions(_names(directory))
    # The block's name tells whose card was pressed, and a new one empties what was chosen before.
    hand["block_id"] = f"{escalation.id}:{len(escalation.steps)}:{len(escalation.replies)}"
    return (_actions(*take, *wanted, back, *again), hand)


def _free(escalation: Escalation) -> bool:
    return escalation.state == "open"


def _answering(escalation: Escalation, *, draft: bool) -> list[Json]:
    if any(reply.kind == "answer" for reply in escalation.replies):
        return [button("Add to the answer", ANSWER, escalation.id)]
    sends = [button("Send the draft", SEND_DRAFT, escalation.id, primary=True)] if draft else []
    label = "Edit and send" if draft else "Answer"
    return [
        *sends,
        button(label, ANSWER, escalation.id, primary=not draft),
        button("Not for us", DECLINE, escalation.id),
    ]


def _deciding(escalation: Escalation) -> list[Json]:
    if any(reply.kind == "answer" for reply in escalation.replies):
        return [button("Add to the answer", ANSWER, escalation.id)]
    return [
        button("Approve", APPROVE, escalation.id, primary=True),
        button("Counter", COUNTER, escalation.id),
        button("Decline", REFUSE, escalation.id),
    ]


def _names(directory: Directory) -> Json:
    """The managers to hand it to: those that partners.yaml names, or whoever is there."""
    asked = {"type": "plain_text", "text": "Hand to…"}
    named = [
        {"text": {"type": "plain_text", "text": cut(m.name, 75) or m.email[:75]}, "value": m.email}
        for m in directory.managers
        if len(m.email) <= 150
    ]
    if not named:
        return {"type": "users_select", "action_id": HAND, "placeholder": asked}
    return {
        "type": "static_select",
        "action_id": HAND,
        "placeholder": asked,
        "options": named[:MOST_NAMED],
    }


def _actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}
