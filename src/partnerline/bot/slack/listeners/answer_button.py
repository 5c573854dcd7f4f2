"""A manager opens a dialog to write to the rep in."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.escalations.card_actions import (
    ANSWER,
    APPROVE,
    ASK_BACK,
    COUNTER,
    DECLINE,
    REFUSE,
)
from partnerline.bot.slack.escalations.card_forms import FormKind, answer_form
from partnerline.bot.slack.escalations.card_state import has_it
from partnerline.bot.slack.escalations.drafting import draft_for
from partnerline.bot.slack.escalations.holding import barred
from partnerline.bot.slack.escalations.showing import whisper
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.pressed import Press, read_press
from partnerline.bot.slack.who.acting import actor, pressed_on
from partnerline.knowledge.model import Escalation

logger = logging.getLogger(__name__)
OPENS: dict[str, FormKind] = {
    ANSWER: "answer",
    ASK_BACK: "question",
    DECLINE: "decline",
    APPROVE: "approve",
    COUNTER: "counter",
    REFUSE: "refuse",
}


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the buttons; whoever isn't a manager, or presses elsewhere than on the card, gets no dialog."""

    async def opened(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        escalation = await pressed_on(parts, press, press.value)
        if escalation is not None:
            await _open(parts, press, escalation, body.get("trigger_id", ""))
        await ack()

    for action in OPENS:
        app.action(action)(opened)


async def _open(parts: Parts, press: Press, escalation: Escalation, trigger: str) -> None:
    try:
        person = await actor(parts, press.user)
        other = barred(escalation, person.key) if person else None
        if other is not None:
            await whisper(parts, press.channel, press.user, press.thread, f"{has_it(other)}.")
            return
        kind = OPENS[press.action]
        view = answer_form(escalation, kind, draft_for(escalation, kind))
        await parts.api.write("views.open", team=press.team or None, trigger_id=trigger, view=view)
    except (SlackAway, SlackRefused) as error:
        logger.warning("The dialog for %s would not open: %s", escalation.id, error.args[0])
