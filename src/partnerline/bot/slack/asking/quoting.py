"""From a sent quote form to a question: its words stand where it was asked for, and it is answered below them."""

import logging

from partnerline.bot.slack.asking.hearing import claim
from partnerline.bot.slack.asking.quote_form import Home, Wish
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, message_id, place_of
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
NOT_HERE = "I'm not in this conversation, so I can't answer here. Invite me, or use /quote in a direct message with me."
_SHOWN = 2_700
_SLACK_CLOCK = 60.0
"""Seconds by which Slack's clock may be behind ours."""


async def claim_wish(
    parts: Parts,
    wish: Wish,
    home: Home,
    *,
    view: str,
    user: str,
    team: str | None,
    installed: str | None = None,
) -> None:
    """Claims a sent form, once; durable once this returns.

    `team` is the person's workspace, `installed` the one where the bot is installed.
    """
    payload = {
        "installed": installed,
        "id": view,
        "text": wish.question,
        "user": user,
        "user_team": team,
        "channel": home.channel,
        "thread": home.thread,
        "respond": home.respond,
        "after": f"{parts.desk.clock().timestamp() - _SLACK_CLOCK:.6f}",
    }
    await parts.work.begin(f"quote:{view}", "ask_quote", payload)


async def ask_quote(parts: Parts, payload: Payload) -> None:
    """The job of a sent form: what is asked is posted as the asker's, and then answered like a message."""
    try:
        stood = await parts.work.step("open", lambda: _open(parts, payload))
    except SlackRefused as refusal:
        logger.error("Slack will not take the quote form %s: %s", payload["id"], refusal.code)
        if payload["respond"]:
            await parts.work.step("say so", lambda: _respond(parts, payload))
        return
    await claim(parts, _message(payload, stood))


async def _open(parts: Parts, payload: Payload) -> str:
    home = await parts.people.installation(payload.get("installed"))
    text = payload["text"]
    shown = f"*<@{payload['user']}> asks for a quote*\n{fitted(text, _SHOWN, quoted)}"
    block = {"type": "section", "text": {"type": "mrkdwn", "text": shown}}
    return await parts.courier.post(
        Posting(
            key=f"quote:{payload['id']}",
            team=home.team,
            channel=payload["channel"],
            thread=payload["thread"] or None,
            after=payload["after"],
            text=f"<@{payload['user']}> asks for a quote: {fitted(text, _SHOWN, inert)}",
            blocks=(block,),
        )
    )


async def _respond(parts: Parts, payload: Payload) -> None:
    try:
        await parts.api.respond(payload["respond"], NOT_HERE)
    except SlackRefused as refusal:
        logger.warning("Nor can %s be told: %s", payload["id"], refusal.code)


def _message(payload: Payload, stood: str) -> Message:
    place = place_of(stood)
    return Message(
        id=message_id(place),
        team=place.team,
        channel=place.channel,
        ts=place.ts,
        thread_ts=payload["thread"] or None,
        user=payload["user"],
        user_team=payload["user_team"],
        text=payload["text"],
        direct=place.channel.startswith("D"),
        mentioned=True,
    )
