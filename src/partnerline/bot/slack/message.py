"""A message as an event brings it, and which messages are nobody's business."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from partnerline.bot.desk import new_id
from partnerline.bot.slack.wording import addressee, heard

Event = Mapping[str, Any]
_SPOKEN = {None, "file_share", "thread_broadcast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A message's place: the workspace the bot is installed in, the channel, the message's own time stamp."""

    team: str
    channel: str
    ts: str

    def __str__(self) -> str:
        return f"{self.team}/{self.channel}/{self.ts}"


def place_of(name: str) -> Place:
    """The place that `str` gave this name."""
    team, channel, ts = name.split("/")
    return Place(team=team, channel=channel, ts=ts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something a person said. `id` is the same for every event that tells of it.

    `user_team` is what the event says of the person's workspace, `parent_user` who wrote the thread's first message,
    `addressee` whom they began by mentioning, and `chosen` is set where they pressed a button instead of writing.
    """

    id: str
    team: str
    channel: str
    ts: str
    thread_ts: str | None
    user: str
    user_team: str | None
    text: str
    direct: bool
    mentioned: bool
    files: bool = False
    parent_user: str | None = None
    addressee: str | None = None
    chosen: bool = False

    @property
    def thread(self) -> Place:
        """The first message of the conversation, which is this one where there is no thread yet."""
        return Place(team=self.team, channel=self.channel, ts=self.thread_ts or self.ts)

    def as_payload(self) -> dict[str, Any]:
        """Plain data that `Message(**payload)` reads back."""
        return asdict(self)


def message_id(place: Place) -> str:
    """The id of a message, whichever of its events is read."""
    return new_id("slack", place.team, place.channel, place.ts)


def read_message(event: Event, *, team: str, bot_user: str) -> Message | None:
    """What a person said, or `None` for what bots say, edits, joins and everything else."""
    user, channel, ts = event.get("user"), event.get("channel"), event.get("ts")
    if event.get("subtype") not in _SPOKEN or event.get("bot_id") or event.get("hidden"):
        return None
    if not (user and channel and ts) or user in (bot_user, "USLACKBOT"):
        return None
    raw = str(event.get("text") or "")
    profile = event.get("user_profile") or {}
    place = Place(team=team, channel=str(channel), ts=str(ts))
    called = event.get("type") == "app_mention" or f"<@{bot_user}" in raw
    first = addressee(raw)
    return Message(
        id=message_id(place),
        team=team,
        channel=place.channel,
        ts=place.ts,
        thread_ts=event.get("thread_ts"),
        user=str(user),
        user_team=event.get("user_team") or profile.get("team"),
        text=heard(raw, bot_user),
        direct=event.get("channel_type") == "im",
        mentioned=called,
        files=bool(event.get("files")),
        parent_user=event.get("parent_user_id"),
        addressee=first if first != bot_user else None,
    )
