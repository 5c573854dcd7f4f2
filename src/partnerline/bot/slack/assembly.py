"""The parts of the Slack bot, put together from settings and from what stands around it."""

import socket
from dataclasses import dataclass

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.desk import Desk
from partnerline.bot.settings import Settings
from partnerline.bot.slack.asking.rates import Rates
from partnerline.bot.slack.parts import Pace, Parts
from partnerline.bot.slack.web.client import SlackApi
from partnerline.bot.slack.web.delivery import Courier
from partnerline.bot.slack.web.order import Order
from partnerline.bot.slack.web.pacing import Pacer
from partnerline.bot.slack.web.tokens import TokenShelf
from partnerline.bot.slack.who.people import People
from partnerline.bot.slack.who.roster import Roster
from partnerline.bot.work import Work
from partnerline.knowledge.ports.installations import Installations
from partnerline.knowledge.ports.replicas import Replicas


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What reaches beyond one workspace, process and answer: others' tokens, other replicas, what is told afterwards."""

    installations: Installations | None = None
    replicas: Replicas | None = None
    corrections: CorrectionDesk | None = None


def assemble(
    settings: Settings, desk: Desk, roster: Roster, *, vendor: str, pace: Pace, beyond: Beyond
) -> Parts:
    """The parts of the bot whose token is set."""
    tokens = TokenShelf(beyond.installations) if beyond.installations else None
    api = _api(settings, pace, tokens)
    api.channels = roster
    people = People(api, managers_channel=settings.slack_managers_channel)
    order, pacer = Order(), Pacer(pace.post_every)
    return Parts(
        api=api,
        people=people,
        courier=Courier(
            api, people, desk.record, desk.clock, settle=pace.settle, order=order, pacer=pacer
        ),
        work=_work(settings, pace, beyond.replicas),
        desk=desk,
        roster=roster,
        home_channel=settings.slack_managers_channel,
        vendor=vendor,
        pace=pace,
        order=order,
        rates=Rates(
            rep=settings.rep_per_minute,
            partner=settings.partner_per_minute,
            window=pace.minute,
        ),
        installations=beyond.installations,
        corrections=beyond.corrections,
        tokens=tokens,
    )


def _api(settings: Settings, pace: Pace, tokens: TokenShelf | None) -> SlackApi:
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    return SlackApi(token, settings.slack_api_url, timeout=pace.timeout, tokens=tokens)


def _work(settings: Settings, pace: Pace, replicas: Replicas | None) -> Work:
    url = settings.database_url
    return Work(
        settings.home,
        url.get_secret_value() if url else None,
        patience=pace.patience,
        grace=pace.grace,
        replica=settings.replica or socket.gethostname(),
        replicas=replicas if url else None,  # a file in a home belongs to one process
        tenure=pace.tenure,
    )
