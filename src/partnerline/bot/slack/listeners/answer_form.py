"""A manager sends the dialog with the answer."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from partnerline.bot.desk import new_id
from partnerline.bot.slack.card import FIELD, FORM
from partnerline.bot.slack.client import SlackAway, SlackRefused
from partnerline.bot.slack.parts import Parts

logger = logging.getLogger(__name__)
NOT_A_MANAGER = "Only people in the managers' channel can answer."
ASK_AGAIN = "Slack doesn't say who is in the managers' channel just now. Please send it again."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the dialog; who sends it has to be in the managers' channel, whoever opened it."""

    @app.view(FORM)
    async def sent(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        user = str((body.get("user") or {}).get("id", ""))
        text = str(view["state"]["values"].get(FIELD, {}).get(FIELD, {}).get("value") or "").strip()
        problem = await _refusal(parts, user) if text else "Please write an answer."
        if problem:
            await ack(response_action="errors", errors={FIELD: problem})
            return
        await _claim(parts, view, user, text)
        await ack()


async def _refusal(parts: Parts, user: str) -> str | None:
    try:
        if await parts.people.sits_with_managers(user):
            return None
    except (SlackAway, SlackRefused):
        return ASK_AGAIN
    logger.warning("An answer from outside the managers' channel is refused")
    return NOT_A_MANAGER


async def _claim(parts: Parts, view: dict[str, Any], user: str, text: str) -> None:
    reply_id = new_id("reply", str(view["id"]))
    payload = {
        "reply_id": reply_id,
        "escalation_id": str(view.get("private_metadata", "")),
        "user": user,
        "text": text,
    }
    await parts.work.begin(f"reply:{reply_id}", "take_reply", payload)
