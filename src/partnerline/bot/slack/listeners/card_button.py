"""A manager presses what is done at once: take it, send the draft, hand it on, close it."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.escalations.card_actions import CLOSE, HAND, SEND_DRAFT, TAKE
from partnerline.bot.slack.escalations.handling import Act
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.pressed import Press, read_press
from partnerline.bot.slack.who.acting import pressed_on

ACTS: dict[str, Act] = {TAKE: "take", SEND_DRAFT: "draft", HAND: "hand", CLOSE: "close"}


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the buttons and for the list of managers to hand it to."""

    async def pressed(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        handing = ACTS[press.action] == "hand"
        # A list has no value of its own, so the block's name tells whose it is.
        escalation_id = press.block.partition(":")[0] if handing else press.value
        if await pressed_on(parts, press, escalation_id):
            await _claim(parts, press, escalation_id)
        await ack()

    for action in ACTS:
        app.action(action)(pressed)


async def _claim(parts: Parts, press: Press, escalation_id: str) -> None:
    payload = {
        "escalation_id": escalation_id,
        "act": ACTS[press.action],
        "user": press.user,
        "channel": press.channel,
        "thread": press.thread,
        "chosen": press.value,
    }
    run_id = f"press:{escalation_id}:{press.action}:{press.user}:{press.moment}"
    await parts.work.begin(run_id, "handle", payload)
