"""A question that was not written as a message: its words are posted as the asker's, and answered below them."""

import logging
from dataclasses import asdict, dataclass
from typing import Any

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, message_id, place_of
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
THERE = "I'm not in that conversation, so I've answered you in our direct conversation."
NO_WAY = "I'm not in that conversation, and I can't open a direct one with you. Invite me, or write to me directly."
SLACK_CLOCK = 60.0
"""Seconds by which Slack's clock may be behind ours."""
_SHOWN = 2_700
_FILES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A question in somebody's name. `thread` is the message that it is about, `respond` where only they are told.

    `after` is a Slack time stamp from before it was asked; `attached` are files as Slack tells of them.
    """

    id: str
    team: str
    channel: str
    user: str
    user_team: str | None
    text: str
    respond: str
    after: str
    thread: str = ""
    attached: tuple[dict[str, Any], ...] = ()


async def claim_wording(parts: Parts, asked: Wording) -> None:
    """Claims it, once; durable once this returns."""
    await parts.work.begin(f"aloud:{asked.id}", "ask_aloud", asdict(asked))


def since(parts: Parts) -> str:
    """A time stamp of Slack's that lies before this moment."""
    return f"{parts.desk.clock().timestamp() - SLACK_CLOCK:.6f}"


async def ask_aloud(parts: Parts, payload: Payload) -> None:
    """The job: posted where it was asked, else in the asker's direct conversation, and answered like a message."""
    asked = Wording(**payload)
    try:
        stood = await _posted(parts, asked, asked.channel, asked.thread)
    except SlackRefused as refusal:
        logger.info("%s is asked directly instead: %s", asked.id, refusal.code)
        await _ask_directly(parts, asked)
        return
    await _claim(parts, asked, stood, asked.thread)


async def _ask_directly(parts: Parts, asked: Wording) -> None:
    try:
        direct = await parts.work.step("open", lambda: _open(parts, asked))
        stood = await _posted(parts, asked, direct, "")
    except SlackRefused as refusal:
        logger.error("Slack lets nobody be asked for %s: %s", asked.id, refusal.code)
        await tell(parts, asked, NO_WAY)
        return
    await _claim(parts, asked, stood, "")
    await tell(parts, asked, THERE)


async def tell(parts: Parts, asked: Wording, text: str) -> None:
    """Says something to the asker alone; that it can't be said loses nothing."""

    async def say() -> None:
        try:
            await parts.api.respond(asked.respond, text, team=asked.team)
        except SlackRefused as refusal:
            logger.warning("Nor can %s be told: %s", asked.id, refusal.code)

    if asked.respond:
        await parts.work.step("say so", say)


async def _open(parts: Parts, asked: Wording) -> str:
    told = await parts.api.write("conversations.open", team=asked.team, users=asked.user)
    return str(told["channel"]["id"])


async def _posted(parts: Parts, asked: Wording, channel: str, thread: str) -> str:
    posting = Posting(
        key=f"aloud:{asked.id}:{channel}",
        team=asked.team,
        channel=channel,
        thread=thread or None,
        after=asked.after,
        text=f"<@{asked.user}> asks: {fitted(_words(asked), _SHOWN, inert)}",
        blocks=(_opening(asked),),
    )
    return await parts.work.step("post", lambda: parts.courier.post(posting))


def _opening(asked: Wording) -> dict[str, Any]:
    text = f"*<@{asked.user}> asks*\n{fitted(_words(asked), _SHOWN, quoted)}"
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _words(asked: Wording) -> str:
    names = [str(file.get("name") or "a file") for file in asked.attached[:_FILES]]
    return "\n".join(part for part in (asked.text, ", ".join(names)) if part)


async def _claim(parts: Parts, asked: Wording, stood: str, thread: str) -> None:
    place = place_of(stood)
    message = Message(
        id=message_id(place),
        team=place.team,
        channel=place.channel,
        ts=place.ts,
        thread_ts=thread or None,
        user=asked.user,
        user_team=asked.user_team,
        text=asked.text,
        direct=place.channel.startswith("D"),
        mentioned=True,
        files=bool(asked.attached),
        attached=asked.attached,
    )
    await parts.work.begin(f"message:{message.id}", "message", message.as_payload())
