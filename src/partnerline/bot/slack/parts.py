"""What every listener and every job works with."""

import asyncio
from dataclasses import dataclass, field

from partnerline.bot.desk import Desk
from partnerline.bot.slack.client import SlackApi
from partnerline.bot.slack.delivery import Courier
from partnerline.bot.slack.message import Place, place_of
from partnerline.bot.slack.people import People
from partnerline.bot.work import Patience, Work
from partnerline.knowledge.model import Origin
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long things may take, in seconds.

    `timeout` is one call's; `settle` is the wait after a post that got no answer, before it is looked for; `sweep`
    the time between two looks for replies that no rep has seen; `grace` what running work has to end at a stop.
    """

    patience: Patience = field(default_factory=Patience)
    timeout: float = 30.0
    settle: float = 10.0
    sweep: float = 60.0
    grace: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of the Slack bot, put together once. `vendor` is the name that stands on a quote to take along."""

    api: SlackApi
    people: People
    courier: Courier
    work: Work
    desk: Desk
    directory: Directory
    managers_channel: str | None
    vendor: str = ""

    @property
    def record(self) -> Record:
        """Where questions, escalations and replies are kept."""
        return self.desk.record

    async def asked_in(self, question_id: str, channel: str) -> Place | None:
        """The thread of a question that was asked in this channel of Slack; `None` for any other."""
        taken = await asyncio.to_thread(self.record.question, question_id)
        return None if taken is None else _slack_place(taken[1], channel)


def _slack_place(origin: Origin, channel: str) -> Place | None:
    if origin.door != "slack":
        return None
    place = place_of(origin.thread)
    return place if place.channel == channel else None
