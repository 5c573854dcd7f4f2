"""Who may act on what was handed over: the people of the managers' channel and the managers that partners.yaml names."""

import asyncio
import logging
from dataclasses import asdict, dataclass

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.message import Place
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import IN_SLACK

logger = logging.getLogger(__name__)
CARD = "card:"
"""What the key of a card begins with; the escalation's id follows, and "/user" where it went to one person."""
SOMEBODY = "The channel team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person who may act; `key` is what a step names its holder by."""

    key: str
    name: str

    def as_payload(self) -> Payload:
        """Plain data that `Actor(**payload)` reads back."""
        return asdict(self)


async def actor(parts: Parts, user: str) -> Actor | None:
    """The person, where they may act at present; `None` for anybody else. Raises as `SlackApi` does."""
    listed = parts.directory.manager_in_slack(user)
    if listed is not None:
        return Actor(key=listed.email, name=listed.name)
    if not user or not await parts.people.sits_with_managers(user):
        return None
    return Actor(key=IN_SLACK + user, name=await parts.people.name(user) or SOMEBODY)


async def pressed_on(parts: Parts, press: Press, escalation_id: str) -> Escalation | None:
    """The escalation whose own card, or whose card's thread, was pressed by somebody who may act."""
    place = Place(team=press.team, channel=press.channel, ts=press.thread)
    try:
        here = await card_in_thread(parts, place)
        allowed = await actor(parts, press.user)
    except (SlackAway, SlackRefused) as error:
        logger.warning("Slack does not say who may act: %s", error.args[0])
        return None
    if not escalation_id or here != escalation_id or allowed is None:
        logger.warning("A manager's button is refused: not a manager, or not on its card")
        return None
    return await asyncio.to_thread(parts.record.escalation, escalation_id)


async def card_in_thread(parts: Parts, thread: Place) -> str | None:
    """The escalation whose card is the first message of this thread."""
    key = await asyncio.to_thread(parts.record.delivery_at, str(thread))
    # A quick manager, or a bot that died just then, and the record doesn't know the card yet; Slack does.
    key = key or await parts.courier.key_at(thread)
    if not key or not key.startswith(CARD):
        return None
    return key.removeprefix(CARD).partition("/")[0]
