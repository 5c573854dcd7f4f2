"""Messages, people and channels as Slack's JSON shows them."""

from mimetypes import guess_type
from urllib.parse import quote

from partnerline.fake_slack.ledger import File, Json, Ledger, Message, View
from partnerline.fake_slack.world import Channel, Install, Team, User, World


def message_json(
    world: World, message: Message, *, metadata: bool = False, install: Install | None = None
) -> Json:
    """A message as histories and events carry it; ``metadata`` only where it is asked for."""
    body: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    body["team"] = message.team or world.home_team_id
    if message.bot_id:
        body |= _bot_fields(world, message)
    if message.blocks:
        body["blocks"] = message.blocks
    if message.files:
        files = _files(world, message, install)
        body |= {"files": files, "upload": False, "subtype": "file_share"}
        body |= {"display_as_bot": False} if not message.bot_id else {}
    if message.attachments:
        body["attachments"] = message.attachments
    if message.subtype:
        body |= {"subtype": message.subtype}
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
            "name": message.username or world.users[message.user].name,
            "team_id": message.team or world.home_team_id,
        },
    }
    if message.username:
        fields |= {"username": message.username, "subtype": "bot_message"}
    return fields


def _files(world: World, message: Message, install: Install | None) -> list[Json]:
    """The files; of an outsider's only the ids, to be looked up by ``files.info``."""
    team = install.team_id if install else world.home_team_id
    if message.bot_id or not world.is_external(message.user, team):
        return message.files
    hidden: Json = {"mode": "file_access", "file_access": "check_file_info"}
    hidden |= {"created": 0, "timestamp": 0, "user": ""}
    return [{"id": file["id"]} | hidden for file in message.files]


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


def user_json(world: World, user: User, install: Install | None = None) -> Json:
    """A person as ``users.info`` answers an app in one workspace; the vendor's by default."""
    if user.deleted:
        return _deleted(world, user)
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
    if world.is_external(user.id, install.team_id if install else None):
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


def _deleted(world: World, user: User) -> Json:
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "deleted": True,
        "real_name": user.real_name,
        "profile": profile_json(world, user),
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }


def team_json(team: Team) -> Json:
    """A workspace as ``team.info`` answers."""
    body: Json = {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": ""}
    if team.enterprise_id:
        body |= {"enterprise_id": team.enterprise_id, "enterprise_name": team.name}
    return body


def channel_json(world: World, channel: Channel, install: Install | None = None) -> Json:
    """A channel as ``conversations.info`` answers."""
    team = install.team_id if install else world.home_team_id
    bot = install.bot_user_id if install else world.bot_user_id
    body: Json = {
        "id": channel.id,
        "created": 1_700_000_000,
        "is_archived": False,
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_ext_shared": channel.is_ext_shared,
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "context_team_id": team,
    }
    if channel.kind == "im":
        other = [m for m in channel.members if m not in world.bots]
        return body | {"user": other[0] if other else bot}
    shared = [channel.team_id, *channel.connected_team_ids]
    return body | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind != "public",
        "is_member": bot in channel.members,
        "is_general": False,
        "num_members": len(channel.members),
        "conversation_host_id": channel.team_id,
        "connected_team_ids": [t for t in shared if t != team],
        "shared_team_ids": shared,
        "internal_team_ids": [],
        "pending_connected_team_ids": list(channel.pending_team_ids),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def file_json(base_url: str, file: File) -> Json:
    """A file as messages and ``files.info`` show it; what its addresses hold needs a token."""
    place = f"{base_url}/files-pri/T-{file.id}"
    kind = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": guess_type(file.name)[0] or "application/octet-stream",
        "filetype": kind,
        "pretty_type": kind.upper(),
        "user": file.user,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": f"{place}/{quote(file.name)}",
        "url_private_download": f"{place}/download/{quote(file.name)}",
        "permalink": f"{base_url}/files/{file.id}/{quote(file.name)}",
    }


def view_json(world: World, view: View) -> Json:
    """A view as ``views.open`` answers and interactions carry it."""
    empty: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "submit": None}
    rest: Json = {"close": None, "clear_on_close": False, "notify_on_close": False}
    install = world.installs.get(view.team_id) or world.home_install()
    return {
        **empty,
        **rest,
        **view.view,
        "id": view.id,
        "team_id": install.team_id,
        "state": view.view.get("state", {"values": {}}),
        "hash": view.hash,
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id,
        "app_id": world.app_id,
        "app_installed_team_id": install.team_id,
        "bot_id": install.bot_id,
    }
