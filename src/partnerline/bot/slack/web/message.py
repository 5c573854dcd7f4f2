"""A message as an event brings it, and which messages are nobody's business."""

from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, replace
from typing import Any

from partnerline.bot.desk import new_id
from partnerline.bot.slack.web.addressing import is_aside
from partnerline.bot.slack.web.wording import addressee, heard

Event = Mapping[str, Any]
_SPOKEN = {None, "file_share", "thread_broadcast"}
_OF_A_FILE = (
    "id",
    "name",
    "size",
    "mimetype",
    "filetype",
    "mode",
    "is_external",
    "file_access",
    "url_private_download",
)


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
    `attached` are the files as Slack tells of them, and `notes` what is said of them beside the answer. `edited` is the
    time stamp of an edit, "" for what was first written. `aside` is set where it is plainly meant for somebody else,
    `unclear` where it may be no question, and `overheard` where nobody called the bot and it listens all the same.
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
    attached: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = ()
    edited: str = ""
    aside: bool = False
    unclear: bool = False
    overheard: bool = False

    @property
    def first(self) -> str:
        """The id of what was first written, which is this one's own where nothing was edited."""
        return message_id(self.place) if self.edited else self.id

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(team=self.team, channel=self.channel, ts=self.ts)

    @property
    def thread(self) -> Place:
        """The first message of the conversation, which is this one where there is no thread yet."""
        return Place(team=self.team, channel=self.channel, ts=self.thread_ts or self.ts)

    def as_payload(self) -> dict[str, Any]:
        """Plain data that `Message(**payload)` reads back."""
        return asdict(self)


def message_id(place: Place) -> str:
    """The id of a message, whichever of its events is read, and through whichever workspace's installation it came."""
    return new_id("slack", place.channel, place.ts)


def sorting_of(channel: object, moment: object) -> str:
    """The run in which what was said is sorted out, where Slack had not told yet who the bot is."""
    return f"heard:{channel}:{moment}"


def edit_id(place: Place, moment: str) -> str:
    """The id of a message as it was edited at a moment."""
    return new_id("slack", *astuple(place), moment)


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
        attached=files_in(event),
        aside=is_aside(raw, bot_user),
    )


def read_edit(event: Event, *, team: str, bot_user: str) -> Message | None:
    """A person's message as they edited it; `None` where its words and files are what they were."""
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    edit = now.get("edited") or {}
    if event.get("subtype") != "message_changed" or edit.get("user") != now.get("user"):
        return None
    where = {"channel": event.get("channel"), "channel_type": event.get("channel_type")}
    message = read_message({**now, **where}, team=team, bot_user=bot_user)
    if message is None or not edit.get("ts"):
        return None
    same = message.text == heard(str(before.get("text") or ""), bot_user)
    if same and _ids(now) == _ids(before):
        return None  # Slack tells of a link's preview in the same way
    moment = str(edit["ts"])
    return replace(message, id=edit_id(message.place, moment), edited=moment)


def read_deletion(event: Event, *, team: str) -> Place | None:
    """The place of a message that was deleted."""
    channel, ts = event.get("channel"), event.get("deleted_ts")
    if event.get("subtype") != "message_deleted" or not (channel and ts):
        return None
    return Place(team=team, channel=str(channel), ts=str(ts))


def files_in(event: Event) -> tuple[dict[str, Any], ...]:
    """Of each file what is needed to read it."""
    return tuple(
        {key: file[key] for key in _OF_A_FILE if key in file} for file in event.get("files") or ()
    )


def _ids(event: Event) -> list[str]:
    return [str(file.get("id")) for file in event.get("files") or ()]
