"""Messages, people and channels as Slack's JSON shows them."""

from urllib.parse import quote

from partnerline.fake_slack.ledger import File, Json, Ledger, Message, View
from partnerline.fake_slack.world import Channel, User, World


def message_json(world: World, message: Message, *, metadata: bool = False) -> Json:
    """A message as histories and events carry it; ``metadata`` only where it is asked for."""
    body: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    body["team"] = message.team or world.home_team_id
    if message.bot_id:
        body |= _bot_fields(world, message)
    if message.blocks:
        body["blocks"] = message.blocks
    if message.files:
        body |= {"files": message.files, "upload": True, "subtype": "file_share"}
    if message.thread_ts:
        body["thread_ts"] = message.thread_ts
    if message.edited:
        body["edited"] = message.edited
    if message.reactions:
        body["reactions"] = [
            {"name": name, "users": users, "count": len(users)}
            for name, users in message.reactions.items()
        ]
    if metadata and message.metadata:
        body["metadata"] = message.metadata
    return body


def _bot_fields(world: World, message: Message) -> Json:
    fields: Json = {
        "bot_id": message.bot_id,
        "app_id": world.app_id,
        "bot_profile": {
            "id": message.bot_id,
            "app_id": world.app_id,
            "name": message.username or world.users[world.bot_user_id].name,
            "team_id": world.home_team_id,
        },
    }
    if message.username:
        fields |= {"username": message.username, "subtype": "bot_message"}
    return fields


def thread_fields(ledger: Ledger, message: Message) -> Json:
    """What a thread's first message says of its replies; empty where it has none."""
    replies = [m for m in ledger.in_channel(message.channel) if m.thread_ts == message.ts]
    if message.thread_ts:
        parent = ledger.find(message.channel, message.thread_ts)
        return {"parent_user_id": parent.user} if parent else {}
    if not replies:
        return {}
    users = list(dict.fromkeys(m.user for m in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": users,
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
    }


def profile_json(world: World, user: User) -> Json:
    """A person's profile; the address is left out where Slack would hide it."""
    profile: Json = {
        "real_name": user.real_name,
        "display_name": user.name,
        "team": world.announced_team(user.id),
    }
    return profile | ({"email": user.email} if user.email else {})


def user_json(world: World, user: User) -> Json:
    """A person as ``users.info`` answers."""
    body: Json = {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset,
        "profile": profile_json(world, user),
        "is_admin": False,
        "is_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if world.is_external(user.id):
        body["is_stranger"] = user.is_stranger
    else:
        body["is_email_confirmed"] = user.email is not None
    team = world.teams[user.team_id]
    if team.enterprise_id:
        body["enterprise_user"] = {
            "id": user.id,
            "enterprise_id": team.enterprise_id,
            "enterprise_name": team.name,
            "is_admin": False,
            "is_owner": False,
            "teams": [team.id],
        }
    return body


def channel_json(world: World, channel: Channel) -> Json:
    """A channel as ``conversations.info`` answers."""
    body: Json = {
        "id": channel.id,
        "created": 1_700_000_000,
        "is_archived": False,
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_ext_shared": channel.is_ext_shared,
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "context_team_id": world.home_team_id,
    }
    if channel.kind == "im":
        other = [m for m in channel.members if m != world.bot_user_id]
        return body | {"user": other[0] if other else world.bot_user_id}
    shared = [channel.team_id, *channel.connected_team_ids]
    return body | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind != "public",
        "is_member": world.bot_user_id in channel.members,
        "is_general": False,
        "num_members": len(channel.members),
        "conversation_host_id": channel.team_id,
        "connected_team_ids": [t for t in shared if t != world.home_team_id],
        "shared_team_ids": shared,
        "internal_team_ids": [],
        "pending_connected_team_ids": [],
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def file_json(base_url: str, file: File) -> Json:
    """A file as messages and ``files.completeUploadExternal`` show it; its address is the fake's own page's."""
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "size": file.length,
        "filetype": file.name.rpartition(".")[2],
        "mode": "hosted",
        "is_external": False,
        "url_private_download": f"{base_url}/files/{file.id}/{quote(file.name)}",
    }


def view_json(world: World, view: View) -> Json:
    """A view as ``views.open`` answers and interactions carry it."""
    empty: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "submit": None}
    rest: Json = {"close": None, "clear_on_close": False, "notify_on_close": False}
    return {
        **empty,
        **rest,
        **view.view,
        "id": view.id,
        "team_id": world.home_team_id,
        "state": view.view.get("state", {"values": {}}),
        "hash": view.hash,
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id,
        "app_id": world.app_id,
        "app_installed_team_id": world.home_team_id,
        "bot_id": world.bot_id,
    }
