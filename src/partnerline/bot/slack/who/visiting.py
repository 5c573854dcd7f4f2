"""Somebody who opens the bot without asking yet: who they are, and what there is for them."""

import asyncio
from dataclasses import dataclass

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.message import Message, Place, message_id
from partnerline.bot.slack.who.identity import Standing
from partnerline.bot.slack.who.standings import standing_of
from partnerline.bot.work import Payload
from partnerline.knowledge.answering.shopfront import Shown
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.past import Past

LATELY = 12
"""Questions of theirs that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who came, where to, at which `moment`; `team` is the workspace that the bot is installed in there."""

    team: str
    user: str
    channel: str
    moment: str
    user_team: str | None = None
    app: str = ""

    def message(self, channel: str | None = None) -> Message:
        """The visit as a message, for asking who it is by and who reads along."""
        place = Place(team=self.team, channel=channel or self.channel, ts=self.moment)
        return Message(
            id=message_id(place),
            team=self.team,
            channel=place.channel,
            ts=self.moment,
            thread_ts=None,
            user=self.user,
            user_team=self.user_team,
            text="",
            direct=place.channel.startswith("D"),
            mentioned=False,
        )


def visit_of(payload: Payload) -> Visit:
    """The visit that `dataclasses.asdict` made plain data of."""
    return Visit(**payload)


async def standing_in(parts: Parts, visit: Visit, channel: str | None = None) -> Standing:
    """On whose behalf they would be answered, there or in another channel."""
    return await standing_of(parts, visit.message(channel))


async def shown_to(parts: Parts, partner: Partner | None) -> Shown:
    """What there is for them today; nothing where the answerer has nothing to show."""
    front = parts.desk.shopfront
    if front is None:
        return Shown()
    today = parts.desk.clock().astimezone().date()  # the vendor's day, where the bot runs
    return await parts.work.think(lambda: front.shown_to(partner, today))


async def asked_by(parts: Parts, visit: Visit, limit: int = LATELY) -> tuple[Past, ...]:
    """What they asked in this workspace, the newest first."""
    asked = await asyncio.to_thread(parts.record.asked_by, visit.user, "slack", limit)
    return tuple(one for one in asked if one.origin.thread.startswith(f"{visit.team}/"))
