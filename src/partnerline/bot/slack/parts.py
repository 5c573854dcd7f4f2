"""What every listener and every job works with."""

import asyncio
from dataclasses import dataclass, field

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.desk import Desk
from partnerline.bot.lease import Tenure
from partnerline.bot.slack.asking.rates import Rates
from partnerline.bot.slack.web.client import SlackApi
from partnerline.bot.slack.web.delivery import Courier
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.web.order import Order
from partnerline.bot.slack.web.starts import Starts
from partnerline.bot.slack.web.tokens import TokenShelf
from partnerline.bot.slack.who.people import People
from partnerline.bot.slack.who.roster import Roster
from partnerline.bot.work import Patience, Work
from partnerline.knowledge.model import Origin
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Enrolments, Record
from partnerline.knowledge.ports.installations import Installations


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long things may take, in seconds.

    `timeout` is one call's; `settle` is the wait after a post that got no answer, before it is looked for; `sweep`
    the time between two looks for replies that no rep has seen; `grace` what running work has to end at a stop;
    `post_every` the pause between two messages in one channel; `disorder` how much later an earlier event may come; `minute` what the rates of questions count in;
    `tenure` how replicas know that another is gone.
    """

    patience: Patience = field(default_factory=Patience)
    timeout: float = 30.0
    settle: float = 10.0
    sweep: float = 60.0
    grace: float = 2.0
    post_every: float = 1.0
    disorder: float = 5.0
    minute: float = 60.0
    tenure: Tenure = field(default_factory=Tenure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of the Slack bot, put together once.

    `home_channel` is the managers' channel as the settings name it; `vendor` the name that stands on a quote to take
    along; `reading` lets so many attached files be read at the same time.
    """

    api: SlackApi
    people: People
    courier: Courier
    work: Work
    desk: Desk
    roster: Roster
    home_channel: str | None
    vendor: str = ""
    pace: Pace = field(default_factory=Pace)
    starts: Starts = field(default_factory=Starts)
    corrections: CorrectionDesk | None = None
    order: Order = field(default_factory=Order)
    installations: Installations | None = None
    tokens: TokenShelf | None = None
    rates: Rates = field(default_factory=Rates)
    reading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))

    @property
    def directory(self) -> Directory:
        """Everybody the vendor knows, as of now."""
        return self.roster.directory

    @property
    def enrolments(self) -> Enrolments:
        """What managers say of people and channels."""
        return self.roster.enrolments

    @property
    def managers_channel(self) -> str | None:
        """The managers' channel, whichever id Slack has given it since."""
        return self.roster.first(self.home_channel) if self.home_channel else None

    @property
    def record(self) -> Record:
        """Where questions, escalations and replies are kept."""
        return self.desk.record

    async def is_home(self, team: str) -> bool:
        """Whether a workspace is the one whose token is the setting: no other installation is known of it."""
        if team == self.api.home or self.installations is None:
            return True
        return await asyncio.to_thread(self.installations.installation, team) is None

    async def asked_in(self, question_id: str, channel: str) -> Place | None:
        """The thread of a question that was asked in this channel of Slack; `None` for any other."""
        taken = await asyncio.to_thread(self.record.question, question_id)
        return None if taken is None else _slack_place(taken[1], channel)


def _slack_place(origin: Origin, channel: str) -> Place | None:
    if origin.door != "slack":
        return None
    place = place_of(origin.thread)
    return place if place.channel == channel else None
