"""What the page shows to one person at one place."""

from collections.abc import Mapping

from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.people import People
from partnerline.fake_slack.world import Channel, User


class Reading:
    """How far each person has read each channel on the page; what is newer counts as unread."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], str] = {}

    def read(self, user: str, channel: str, messages: list[Message]) -> None:
        """Keeps the newest message of a channel as read."""
        if messages:
            self._read[user, channel] = messages[-1].ts

    def unread(self, user: str, channel: str, messages: list[Message]) -> int:
        """How many messages of others are newer."""
        last = self._read.get((user, channel), "")
        return sum(m.ts > last and m.user != user for m in messages)


def content(people: People, given: Mapping[str, str], reading: Reading) -> Json:
    """The values of `page.html`."""
    world, ledger = people.world, people.ledger
    me = _me(people, given.get("as", ""), given.get("channel", ""))
    direct = people.direct(me.id) if not me.is_bot else None
    channels = world.channels_of(me.id)
    here = next((c for c in channels if c.id == given.get("channel")), channels[0])
    thread = given.get("thread", "")
    messages = ledger.in_channel(here.id)
    home = given.get("tab") == "home" and here == direct
    if not home:
        reading.read(me.id, here.id, messages)
    return {
        "me": me,
        "people": world.people(),
        "channels": channels,
        "direct": direct,
        "here": here,
        "title": channel_title(people, here, me),
        "home": people.home(me.id) if home else None,
        "tab": "home" if home else "messages",
        "thread": thread if not home and ledger.find(here.id, thread) else "",
        "messages": [m for m in messages if not m.thread_ts],
        "replies": ledger.thread(here.id, thread) if thread else [],
        "counts": _counts(messages),
        "unread": {c.id: reading.unread(me.id, c.id, ledger.in_channel(c.id)) for c in channels},
        "ephemerals": [e for e in people.ephemerals(me.id) if e.channel == here.id],
        "prompts": ledger.prompts.get((here.id, None)),
        "views": people.open_views(me.id)[-1:],
        "editing": given.get("edit", ""),
        "error": given.get("error", ""),
        "revision": ledger.revision,
        "world": world,
        "bot": world.users[world.install_for(me.id).bot_user_id],
        "board": people.board,
    }


def channel_title(people: People, channel: Channel, me: User) -> str:
    """A channel's name as the person sees it."""
    others = [people.world.users[m] for m in channel.members if m != me.id]
    if channel.kind == "im":
        return others[0].real_name if others else channel.name
    if channel.kind == "mpim":
        return ", ".join(user.real_name for user in others)
    return channel.name


def _me(people: People, wanted: str, channel: str) -> User:
    """Who looks: the one named, else somebody of the channel, else anybody."""
    everyone = people.world.people()
    known = people.world.users.get(wanted)
    if known:
        return known
    place = people.world.channels.get(channel)
    here = [p for p in everyone if place and p.id in place.members]
    if here:
        return here[0]
    return everyone[0] if everyone else people.world.users[people.world.bot_user_id]


def _counts(messages: list[Message]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for message in messages:
        if message.thread_ts:
            counts[message.thread_ts] = counts.get(message.thread_ts, 0) + 1
    return counts
