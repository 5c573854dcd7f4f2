"""What comes of `/partnerline`: a question, some help, or when the bot speaks in a channel."""

import asyncio
import logging
from typing import get_args

from partnerline.bot.slack.asking.asking_aloud import Wording, claim_wording, tell
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import fallback, markdown
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.who.acting import Actor, actor
from partnerline.bot.work import Payload
from partnerline.knowledge.ports import ChannelMode

logger = logging.getLogger(__name__)
COMMAND = "/partnerline"
WORDS = {"": "help", "help": "help", "listen": "listen", "quiet": "called", "status": "status"}
"""What may follow the command instead of a question."""

HELP = (
    f"Ask me about prices, products, programmes or objections in your own words: `{COMMAND} what do 10 of … cost?` "
    "Mentioning me in a channel, a direct message to me, or “Ask Partnerline” in a message's menu does the same. "
    "`/quote` prices several products at once."
)
FOR_MANAGERS = (
    f"\nFor you as a manager, in a channel: `{COMMAND} listen` lets me answer every question there, "
    f"`{COMMAND} quiet` only those that call me, and `{COMMAND} status` says which it is."
)
ONLY_MANAGERS = "Only channel managers can set when I speak in a channel, or look it up."
NOT_A_CHANNEL = "In a direct conversation I answer everything. Use that in a channel."
NOT_IN_IT = "I'm not in this channel. Invite me first."
SAID: dict[ChannelMode, str] = {
    "listen": f"From now on I answer every question in this channel, in its thread. A manager can change that: `{COMMAND} quiet`",
    "called": f"From now on I answer in this channel only where I'm mentioned, and in threads that I'm in. A manager can change that: `{COMMAND} listen`",
}
STANDS: dict[ChannelMode, str] = {
    "listen": "I answer every question in this channel, in its thread.",
    "called": "In this channel I answer only where I'm mentioned, and in threads that I'm in.",
}


async def claim_command(parts: Parts, typed: Wording) -> None:
    """Claims what somebody typed after the command, once; durable once this returns."""
    word = WORDS.get(typed.text.strip().casefold())
    if word is None:
        await claim_wording(parts, typed)
        return
    payload = {"id": typed.id, "team": typed.team, "channel": typed.channel, "user": typed.user}
    extra = {"respond": typed.respond, "after": typed.after, "word": word}
    await parts.work.begin(f"command:{typed.id}", "command", payload | extra)


async def run_command(parts: Parts, payload: Payload) -> None:
    """The job of the command where no question follows it."""
    word = payload["word"]
    typed = Wording(
        **{key: payload[key] for key in ("id", "team", "channel", "user", "respond", "after")},
        user_team=None,
        text=word,
    )
    manager = await parts.work.step("manager", lambda: _manager(parts, typed))
    if word == "help":
        shown = manager and not typed.channel.startswith("D")
        await tell(parts, typed, HELP + (FOR_MANAGERS if shown else ""))
        return
    refusal = await parts.work.step("allowed", lambda: _refusal(parts, typed, manager))
    if refusal or manager is None:
        await tell(parts, typed, refusal)
        return
    await _speak(parts, typed, word, manager)


async def _manager(parts: Parts, typed: Wording) -> Payload | None:
    try:
        found = await actor(parts, typed.user)
    except SlackRefused:
        return None
    return found.as_payload() if found else None


async def _refusal(parts: Parts, typed: Wording, manager: Payload | None) -> str:
    if manager is None:
        logger.warning("%s is refused to somebody who is no manager", COMMAND)
        return ONLY_MANAGERS
    if typed.channel.startswith("D"):
        return NOT_A_CHANNEL
    return "" if await parts.people.hears(typed.channel) else NOT_IN_IT


async def _speak(parts: Parts, typed: Wording, word: str, manager: Payload) -> None:
    """Sets the mode, where one was named, and says how it stands: to everybody where it changed."""
    before = await parts.work.step("mode", lambda: _mode(parts, typed.channel))
    wanted = next((mode for mode in get_args(ChannelMode) if mode == word), None)
    if wanted is None or wanted == before:
        await tell(parts, typed, STANDS[before])
        return
    await parts.work.step("set", lambda: _set(parts, typed, wanted, Actor(**manager)))
    try:
        await parts.work.step("announce", lambda: parts.courier.post(_announced(typed, wanted)))
    except SlackRefused as refusal:
        logger.error("Slack will not say how I speak in %s: %s", typed.channel, refusal.code)
        await tell(parts, typed, STANDS[wanted])


async def _mode(parts: Parts, channel: str) -> ChannelMode:
    return await asyncio.to_thread(parts.enrolments.mode, channel)


async def _set(parts: Parts, typed: Wording, mode: ChannelMode, manager: Actor) -> None:
    now = parts.desk.clock()
    await asyncio.to_thread(
        lambda: parts.enrolments.set_mode(typed.channel, mode, by=manager.name, at=now)
    )


def _announced(typed: Wording, mode: ChannelMode) -> Posting:
    text = SAID[mode]
    return Posting(
        key=f"mode:{typed.id}",
        team=typed.team,
        channel=typed.channel,
        thread=None,
        after=typed.after,
        text=fallback(text),
        blocks=(markdown(text),),
    )
