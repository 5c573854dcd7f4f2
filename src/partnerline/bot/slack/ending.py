"""The end of an installation: its token is forgotten, and what waits for it is told to the managers, once."""

import asyncio
import logging
from datetime import UTC, datetime

from partnerline.bot.slack.parts import Parts
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)


async def begin_end(parts: Parts, team: str, why: str, at: float) -> None:
    """Claims the end of the bot in a workspace at a moment, in seconds since 1970; durable once this returns.

    The home workspace's token is a setting: what waits there waits until it is mended.
    """
    payload = {"team": team, "why": why, "at": at}
    await parts.work.begin(f"ended:{team}:{at:.0f}", "end_installation", payload)


async def end_installation(parts: Parts, payload: Payload) -> None:
    """The job of an end. Whatever is under way there is refused at its next try, as that the rep can't be reached."""
    team = payload["team"]

    async def end() -> bool:
        if parts.installations is None:
            return False
        at = datetime.fromtimestamp(payload["at"], UTC)
        return await asyncio.to_thread(parts.installations.end, team, at)

    if await parts.work.step("end", end):
        logger.warning("The bot is in %s no more: %s", team, payload["why"])
    forget(parts, team)


def forget(parts: Parts, team: str) -> None:
    """Forgets what this process knows of the bot in a workspace."""
    parts.people.left(team)
    if parts.tokens is not None:
        parts.tokens.forget(team)
