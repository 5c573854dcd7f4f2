"""Somebody uses "Ask Partnerline" in a message's menu."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.desk import new_id
from partnerline.bot.slack.asking.asking_aloud import Wording, claim_wording, since
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.message import files_in
from partnerline.bot.slack.web.wording import heard

logger = logging.getLogger(__name__)
ASK = "ask_partnerline"
OF_A_BOT = "An app wrote that message, so I don't take it as a question. Ask me in your own words."
EMPTY = "That message has no words that I could take as a question. Ask me in your own words."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the shortcut: the message's words are asked by whoever uses it, whoever wrote them."""

    @app.shortcut({"callback_id": ASK, "type": "message_action"})
    async def used(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        message = body.get("message") or {}
        asked = _asked(parts, body, message, context)
        refusal = _refusal(message, asked, context.bot_user_id)
        if not refusal:
            await claim_wording(parts, asked)
        await ack()
        if refusal:
            await _tell(parts, asked, refusal)


def _refusal(message: dict[str, Any], asked: Wording, bot_user: str | None) -> str:
    if message.get("bot_id") or message.get("subtype") == "bot_message":
        return OF_A_BOT
    if message.get("user") == bot_user:
        return OF_A_BOT
    return "" if asked.text or asked.attached else EMPTY


def _asked(
    parts: Parts, body: dict[str, Any], message: dict[str, Any], context: AsyncBoltContext
) -> Wording:
    person = body.get("user") or {}
    trigger = str(body.get("trigger_id", ""))
    return Wording(
        id=new_id("shortcut", trigger, str(person.get("id", "")), str(message.get("ts", ""))),
        team=context.team_id or "",
        channel=str((body.get("channel") or {}).get("id", "")),
        user=str(person.get("id", "")),
        user_team=person.get("team_id"),
        text=heard(str(message.get("text") or ""), context.bot_user_id or ""),
        respond=str(body.get("response_url", "")),
        after=since(parts),
        thread=str(message.get("thread_ts") or message.get("ts") or ""),
        attached=files_in(message),
    )


async def _tell(parts: Parts, asked: Wording, text: str) -> None:
    try:
        await parts.api.respond(asked.respond, text, team=asked.team)
    except (SlackAway, SlackRefused) as error:
        logger.warning("Nobody can be told that a message is no question: %s", error.args[0])
