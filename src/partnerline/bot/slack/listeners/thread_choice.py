"""A manager says whether what they write in a card's thread is for the rep."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.escalations.card_actions import KEEP_SAID, SEND_SAID
from partnerline.bot.slack.escalations.showing import whisper
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.pressed import read_press
from partnerline.bot.slack.who.acting import pressed_on

NOT_YOURS = "That is for the one who wrote to say."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the two buttons; only who wrote may press, and their first word counts."""

    async def chosen(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        escalation_id, _, writer = press.value.partition(":")
        if await pressed_on(parts, press, escalation_id):
            if press.user == writer:
                payload = {
                    "escalation_id": escalation_id,
                    "user": press.user,
                    "send": press.action == SEND_SAID,
                }
                await parts.work.begin(
                    f"chosen:{escalation_id}:{press.user}", "choose_said", payload
                )
            else:
                await whisper(parts, press.channel, press.user, press.thread, NOT_YOURS)
        await ack()

    for action in (SEND_SAID, KEEP_SAID):
        app.action(action)(chosen)
