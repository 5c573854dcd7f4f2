"""A language model's sentences in the thread while it words the rest, and the answer in their place."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.web.delivery import EVENT_TYPE, Posting
from partnerline.bot.slack.web.message import Message, Place
from partnerline.bot.slack.web.wording import quiet
from partnerline.knowledge.ports import DeliveryInDoubt

logger = logging.getLogger(__name__)
PAUSE = 0.3
"""Seconds after the first sentence: an answer that is there by then is posted whole."""
ROOM = 11_000
"""Characters that are streamed at most; Slack takes 12,000."""
LATE = 2.0
"""Seconds that a call on its way is waited for, once the answer is there."""
UNKNOWN = "?"
"""In place of a place: a stream may have been begun, and nobody noted where it stands."""
_ENDED = {"message_not_in_streaming_state"}
_TOO_RICH = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}


class Stream:
    """The sentences of one answer on their way. `stands` is where they stand: a place, `UNKNOWN` or `None`."""

    def __init__(self, parts: Parts, message: Message) -> None:
        self._parts, self._message = parts, message
        self._loop = asyncio.get_running_loop()
        self._said: asyncio.Queue[str] = asyncio.Queue()
        self._calling = self._over = False
        self.stands: str | None = None

    def hear(self, sentence: str) -> None:
        """Takes one more sentence; called on the thread that thinks."""
        self._loop.call_soon_threadsafe(self._said.put_nowait, sentence)

    async def carry(self) -> None:
        """Brings the sentences to Slack as they come; any trouble ends that, and the answer is posted as always."""
        try:
            length = await self._begin(await self._next(PAUSE))
            while length and not self._over:
                text = " " + await self._next()
                length += len(text)
                if length > ROOM:
                    return
                await self._call("chat.appendStream", markdown_text=text, **self._where())
        except (SlackAway, SlackRefused) as error:
            logger.info("The stream of %s ends early: %s", self._message.id, error.args[0])

    async def end(self, carrying: "asyncio.Task[None]") -> None:
        """Stops carrying; a call on its way gets a moment."""
        self._over = True
        if self._calling:
            await asyncio.wait({carrying}, timeout=LATE)
        carrying.cancel()
        await asyncio.gather(carrying, return_exceptions=True)

    async def _next(self, pause: float = 0.0) -> str:
        """What was said and not yet carried, waiting for the first of it."""
        said = [await self._said.get()]
        await asyncio.sleep(pause)
        while not self._said.empty():
            said.append(self._said.get_nowait())
        return quiet(" ".join(said))

    async def _begin(self, text: str) -> int:
        """Starts the stream and notes where it stands; gives how long it is, 0 where there is none."""
        message, parts = self._message, self._parts
        await parts.order.turn(str(message.thread), message.ts)  # answers stand in their order
        known = await parts.people.team_of(message.user, message.team)
        reader_team = known or message.user_team or message.team
        if self._over or len(text) > ROOM or not parts.starts.take(message.team):
            return 0
        self.stands = UNKNOWN
        try:
            begun = await self._call(
                "chat.startStream",
                channel=message.channel,
                thread_ts=message.thread.ts,
                markdown_text=text,
                recipient_team_id=reader_team,
                recipient_user_id=message.user,
            )
        except SlackRefused:
            self.stands = None
            raise
        place = Place(team=message.team, channel=message.channel, ts=str(begun["ts"]))
        self.stands = str(place)
        self._calling = True  # not to be cut off before it is noted either
        await _note(parts, key_of(message), str(place))
        self._calling = False
        return len(text)

    def _where(self) -> dict[str, str]:
        return {"channel": self._message.channel, "ts": str(self.stands).rpartition("/")[2]}

    async def _call(self, method: str, **arguments: Any) -> Json:
        self._calling = True
        try:
            return await self._parts.api.write(method, team=self._message.team, **arguments)
        finally:
            self._calling = False


def key_of(message: Message) -> str:
    """Under which key it is noted where the sentences of an answer stand."""
    return f"stream:{message.id}"


@asynccontextmanager
async def streaming(parts: Parts, message: Message) -> AsyncIterator[Stream]:
    """A stream to hear with while a question is being answered."""
    stream = Stream(parts, message)
    carrying = asyncio.create_task(stream.carry())
    try:
        yield stream
    finally:
        await stream.end(carrying)


async def begun_before(parts: Parts, message: Message) -> str | None:
    """Where an earlier try to answer began to stream, `UNKNOWN` where that isn't noted; `None` at the first try."""
    key, now = key_of(message), parts.desk.clock()
    try:
        return await asyncio.to_thread(parts.record.begin_delivery, key, now)
    except DeliveryInDoubt:
        return UNKNOWN


async def found(parts: Parts, message: Message, stands: str) -> str | None:
    """The place of a stream, looked for in the thread where nobody noted it."""
    noted = await begun_before(parts, message) if stands == UNKNOWN else stands
    if noted != UNKNOWN:
        return noted
    # A start that got no answer may still be on its way through Slack.
    await asyncio.sleep(parts.pace.settle)
    place = await _stray(parts, message)
    if place:
        await _note(parts, key_of(message), place)
    return place


async def finish(parts: Parts, message: Message, place: Place, posting: Posting) -> str | None:
    """Puts the answer in the place of what was streamed; `None` where it has to be posted instead.

    It can be gone through again. Raises `SlackAway` as `SlackApi` does.
    """
    holder = await asyncio.to_thread(parts.record.delivery_at, str(place))
    if holder not in (None, key_of(message), posting.key):
        return None  # another answer's, taken for its own after a crash: that one keeps it
    try:
        await _stop(parts, place, posting.key)
        await _replace(parts, place, posting)
    except SlackRefused as refusal:
        logger.warning("The stream at %s can't be finished: %s", place, refusal.code)
        await _take_away(parts, place)
        return None
    await _note(parts, posting.key, str(place))
    parts.order.answered(str(message.thread), message.ts)
    return str(place)


async def _stop(parts: Parts, place: Place, key: str) -> None:
    try:
        await parts.api.write("chat.stopStream", team=place.team, **_at(place), **_metadata(key))
    except SlackRefused as refusal:
        if refusal.code not in _ENDED:
            raise


async def _replace(parts: Parts, place: Place, posting: Posting) -> None:
    words: dict[str, Any] = {"text": posting.text, **_at(place), **_metadata(posting.key)}
    try:
        await parts.api.write("chat.update", team=place.team, blocks=list(posting.blocks), **words)
    except SlackRefused as refusal:
        if refusal.code not in _TOO_RICH:
            raise
        await parts.api.write("chat.update", team=place.team, **words)


async def _take_away(parts: Parts, place: Place) -> None:
    try:
        await parts.api.write("chat.delete", team=place.team, **_at(place))
    except SlackRefused as refusal:
        logger.info("What was streamed at %s stays: %s", place, refusal.code)


async def _stray(parts: Parts, message: Message) -> str | None:
    """A message of the bot's in the thread that bears no key and that nobody noted: a stream that a crash left."""
    thread = message.thread
    said = await parts.api.pages(
        "conversations.replies",
        "messages",
        team=thread.team,
        channel=thread.channel,
        ts=thread.ts,
        include_all_metadata=True,
        limit=200,
    )
    bot_id = (await parts.people.installation(thread.team)).bot_id
    for one in said:
        place = str(Place(team=thread.team, channel=thread.channel, ts=str(one["ts"])))
        if one.get("bot_id") != bot_id or one.get("files") or _has_key(one):
            continue
        if float(one["ts"]) > float(message.ts) and await _unnoted(parts, place):
            return place
    return None


def _has_key(message: Json) -> bool:
    return (message.get("metadata") or {}).get("event_type") == EVENT_TYPE


async def _unnoted(parts: Parts, place: str) -> bool:
    return await asyncio.to_thread(parts.record.delivery_at, place) is None


async def _note(parts: Parts, key: str, place: str) -> None:
    await asyncio.to_thread(parts.record.end_delivery, key, place, parts.desk.clock())


def _at(place: Place) -> dict[str, str]:
    return {"channel": place.channel, "ts": place.ts}


def _metadata(key: str) -> dict[str, Any]:
    return {"metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}}}
