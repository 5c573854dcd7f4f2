"""Events as Slack's Events API words them, Slack Connect's differences included.

The team fields follow the payloads that Slack's own bolt-python test suite carries: an external
person's `app_mention` names the bot's workspace in ``team_id`` and theirs (on Enterprise Grid
their organisation) in ``user_team``; the `message` twin names theirs in ``team_id``.
"""

from typing import Any

from partnerline.fake_slack.ledger import Json, Ledger, Message
from partnerline.fake_slack.shapes import message_json, profile_json, thread_fields
from partnerline.fake_slack.world import Channel, Install, World

_TYPE_OF = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}


def message_event(world: World, ledger: Ledger, message: Message, install: Install) -> Json:
    """The `message` event of a post."""
    channel = world.channels[message.channel]
    shown = message_json(world, message, metadata=True, install=install)
    event = shown | _place(channel, message.ts)
    event |= thread_fields(ledger, message) if message.thread_ts else {}
    event.pop("reactions", None)
    if message.bot_id:
        return event
    event["client_msg_id"] = f"client-{message.ts}"
    event["team"] = world.users[message.user].team_id
    if world.full_external_messages:
        event |= _outsider(world, message.user, install)
    return event


def mention_event(world: World, ledger: Ledger, message: Message, install: Install) -> Json:
    """The `app_mention` twin of a message that names the bot."""
    event = message_event(world, ledger, message, install)
    event |= _outsider(world, message.user, install)
    event.pop("channel_type")
    return event | {"type": "app_mention", "team": install.team_id}


def changed_event(
    world: World, message: Message, previous: Json, ts: str, install: Install
) -> Json:
    """The `message_changed` event of an edit, an unfurled link or a deleted parent of replies."""
    shown = message_json(world, message, metadata=True, install=install)
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": shown | _senders(world, message, install),
        "previous_message": previous | _senders(world, message, install),
        "hidden": True,
        "ts": ts,
    } | _place(world.channels[message.channel], ts)


def deleted_event(
    world: World, message: Message, previous: Json, ts: str, install: Install
) -> Json:
    """The `message_deleted` event."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": previous | _senders(world, message, install),
        "deleted_ts": message.ts,
        "hidden": True,
        "ts": ts,
    } | _place(world.channels[message.channel], ts)


def home_event(user: str, channel: Channel, tab: str, ts: str, view: Json | None) -> Json:
    """The `app_home_opened` event; the home tab's carries the view that was published."""
    event: Json = {"type": "app_home_opened", "user": user, "channel": channel.id, "tab": tab}
    return event | {"event_ts": ts} | ({"view": view} if view and tab == "home" else {})


def reaction_event(kind: str, message: Message, user: str, name: str, ts: str) -> Json:
    """A `reaction_added` or `reaction_removed` event."""
    return {
        "type": kind,
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
        "event_ts": ts,
    }


def joined_event(world: World, channel: Channel, user: str, ts: str) -> Json:
    """The `member_joined_channel` event."""
    return {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "private" else "C",
        "team": world.users[user].team_id,
        "event_ts": ts,
    }


def envelope(world: World, event: Json, event_id: str, event_time: int, install: Install) -> Json:
    """The `event_callback` around an event, for the app in one workspace."""
    channel = world.channels.get(_channel_id(event))
    shared = channel is not None and channel.is_ext_shared
    body: Json = {
        "token": "fake-verification-token",
        "team_id": install.team_id,
        "api_app_id": world.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": event_time,
        "authorizations": [_authorization(world, install)],
        "is_ext_shared_channel": shared,
        "event_context": f"4-{event_id}",
    }
    if event["type"] == "app_mention" and shared:
        return body
    body |= {"context_team_id": channel.team_id if channel else install.team_id}
    body |= {"context_enterprise_id": None}
    sender = world.users.get(event.get("user", ""))
    if event["type"] == "message" and shared and sender:
        team = world.teams[sender.team_id]
        body |= {"team_id": team.id}
        body |= {"enterprise_id": team.enterprise_id} if team.enterprise_id else {}
    return body


def _channel_id(event: Json) -> str:
    place: Any = (
        event.get("channel")
        or event.get("new_channel_id")
        or event.get("item", {}).get("channel", "")
    )
    return str(place)


def _authorization(world: World, install: Install) -> Json:
    return {
        "enterprise_id": world.teams[install.team_id].enterprise_id,
        "team_id": install.team_id,
        "user_id": install.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }


def _place(channel: Channel, ts: str) -> Json:
    return {"channel": channel.id, "event_ts": ts, "channel_type": _TYPE_OF[channel.kind]}


def _senders(world: World, message: Message, install: Install) -> Json:
    """Whose message it was, where a changed or deleted one says so."""
    if message.user not in world.users or message.bot_id or not world.full_external_messages:
        return {}
    outsider = _outsider(world, message.user, install)
    return {k: v for k, v in outsider.items() if k != "user_profile"}


def _outsider(world: World, user_id: str, install: Install) -> Json:
    if not world.is_external(user_id, install.team_id):
        return {}
    team = world.announced_team(user_id)
    user = world.users[user_id]
    profile = profile_json(world, user)
    profile |= {"name": user.name, "is_restricted": user.is_restricted}
    profile |= {"is_ultra_restricted": user.is_ultra_restricted}
    profile.pop("email", None)
    return {"user_team": team, "source_team": team, "user_profile": profile}
