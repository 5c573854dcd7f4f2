"""Posts a message exactly once, through refusals, outages and a death between Slack's taking it and our noting it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from partnerline.bot.desk import Clock
from partnerline.bot.slack.web.client import Json, SlackApi, SlackAway, SlackBusy, SlackRefused
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.web.order import Order
from partnerline.bot.slack.web.pacing import Pacer
from partnerline.bot.slack.who.people import People
from partnerline.knowledge.ports import DeliveryInDoubt, Record

logger = logging.getLogger(__name__)
T = TypeVar("T")
EVENT_TYPE = "partnerline"
ANSWER = "answer:"
"""How the key of a question's answer begins."""
_TOO_RICH = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A message to post. `key` names it for ever; `after` is a Slack time stamp that it can't be older than.

    Without a `thread` it stands in the channel itself. `text` is mrkdwn, shown where blocks can't be.
    """

    key: str
    team: str
    channel: str
    thread: str | None
    after: str
    text: str
    blocks: tuple[Json, ...]

    @property
    def name_of_thread(self) -> str:
        """The thread as `Place` names it."""
        return str(Place(team=self.team, channel=self.channel, ts=self.thread or self.after))


class Courier:
    """Posts and changes the bot's messages, and remembers in the record where each one stands."""

    def __init__(
        self,
        api: SlackApi,
        people: People,
        record: Record,
        clock: Clock,
        *,
        settle: float,
        order: Order | None = None,
        pacer: Pacer | None = None,
    ) -> None:
        self._api, self._people, self._record = api, people, record
        self._clock, self._settle = clock, settle
        self._order, self._pacer = order or Order(), pacer or Pacer(0.0)

    async def post(self, posting: Posting) -> str:
        """Posts a message unless it was posted before, and gives its place. Raises as `SlackApi` does.

        In a thread it waits for what answers earlier messages there, in a channel for Slack's limit.
        """
        if posting.thread:
            await self._order.turn(posting.name_of_thread, posting.after)
        place = await self._post(posting)
        if posting.key.startswith(ANSWER):
            self._order.answered(posting.name_of_thread, posting.after)
        return place

    async def _post(self, posting: Posting) -> str:
        try:
            stood = await self._noted(lambda: self._record.begin_delivery(posting.key, self._now()))
        except DeliveryInDoubt:
            stood = await self._look(posting)
            if stood:
                await self._note(posting.key, stood)
        if stood:
            return stood
        place = Place(team=posting.team, channel=posting.channel, ts=await self._send(posting))
        await self._note(posting.key, str(place))
        return str(place)

    async def place(self, key: str) -> Place | None:
        """Where a message of that key stands, if it is known to."""
        try:
            stood = await self._noted(lambda: self._record.begin_delivery(key, self._now()))
        except DeliveryInDoubt:
            return None
        return place_of(stood) if stood else None

    async def key_at(self, place: Place) -> str | None:
        """The key of the bot's message at a place, as Slack keeps it; `None` for anybody else's."""
        try:
            answer = await self._api.read(
                "conversations.replies",
                team=place.team,
                channel=place.channel,
                ts=place.ts,
                include_all_metadata=True,
                limit=1,
            )
        except SlackRefused:
            return None
        home = await self._people.installation(place.team)
        own = (m for m in answer["messages"] if m.get("bot_id") == home.bot_id)
        return next((_key(m) for m in own if m["ts"] == place.ts), None)

    async def change(self, place: Place, text: str, blocks: tuple[Json, ...]) -> None:
        """Puts other words into a message that stands."""
        await self._api.write(
            "chat.update",
            team=place.team,
            channel=place.channel,
            ts=place.ts,
            text=text,
            blocks=list(blocks),
        )

    async def react(self, place: Place, name: str) -> None:
        """Adds a reaction; that it is there already is fine, and that it can't be added loses nothing."""
        try:
            await self._api.write(
                "reactions.add",
                team=place.team,
                channel=place.channel,
                timestamp=place.ts,
                name=name,
            )
        except SlackRefused as refusal:
            logger.info("No reaction on %s: %s", place, refusal.code)

    async def _send(self, posting: Posting) -> str:
        message: dict[str, Any] = {
            "channel": posting.channel,
            "text": posting.text,
            "blocks": list(posting.blocks),
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": posting.key}},
            "unfurl_links": False,
            "unfurl_media": False,
            "link_names": False,
        }
        if posting.thread:
            message["thread_ts"] = posting.thread
        try:
            return await self._write(posting.team, message)
        except SlackRefused as refusal:
            if refusal.code not in _TOO_RICH:
                raise
            logger.error("Slack would not show %s as blocks: %s", posting.key, refusal.code)
            del message["blocks"]
            return await self._write(posting.team, message)

    async def _write(self, team: str, message: dict[str, Any]) -> str:
        await self._pacer.moment(str(message["channel"]))
        try:
            return str((await self._api.write("chat.postMessage", team=team, **message))["ts"])
        except SlackBusy:
            raise  # nothing was posted, for certain
        except SlackAway:
            # The request may still be on its way through Slack; looked for too early, it would be sent twice.
            await asyncio.sleep(self._settle)
            raise

    async def _look(self, posting: Posting) -> str | None:
        method = "conversations.replies" if posting.thread else "conversations.history"
        where = {"ts": posting.thread} if posting.thread else {"oldest": posting.after}
        found = await self._api.pages(
            method,
            "messages",
            team=posting.team,
            channel=posting.channel,
            include_all_metadata=True,
            limit=200,
            **where,
        )
        home = await self._people.installation(posting.team)
        own = (m for m in found if m.get("bot_id") == home.bot_id)
        stood = next((m["ts"] for m in own if _key(m) == posting.key), None)
        return str(Place(team=posting.team, channel=posting.channel, ts=stood)) if stood else None

    async def _note(self, key: str, place: str) -> None:
        await self._noted(lambda: self._record.end_delivery(key, place, self._now()))

    async def _noted(self, act: Callable[[], T]) -> T:
        return await asyncio.to_thread(act)

    def _now(self) -> datetime:
        return self._clock()


def _key(message: Json) -> str | None:
    told = message.get("metadata") or {}
    key = (told.get("event_payload") or {}).get("key")
    return str(key) if key and told.get("event_type") == EVENT_TYPE else None
