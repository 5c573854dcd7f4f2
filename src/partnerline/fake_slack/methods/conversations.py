"""The conversations.* methods: what a channel is, who is in it, what was said."""

from base64 import b64decode, b64encode
from typing import TypeVar

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import channel_json, message_json, thread_fields
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Channel

T = TypeVar("T")
_MOST_IN_GROUP = 8
_KINDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def info(board: Switchboard, args: Args) -> Json:
    """conversations.info."""
    return {"channel": channel_json(board.world, lookups.channel(board, args), board.me)}


def members(board: Switchboard, args: Args) -> Json:
    """conversations.members."""
    page, more = _page(list(lookups.channel(board, args).members), args, 100)
    return {"members": page} | more


def history(board: Switchboard, args: Args) -> Json:
    """conversations.history: no replies, newest first."""
    channel = lookups.own_channel(board, args)
    tops = [m for m in board.ledger.in_channel(channel.id) if not m.thread_ts]
    page, more = _page(_between(tops, args)[::-1], args, 100)
    return _messages(board, page, args) | more


def replies(board: Switchboard, args: Args) -> Json:
    """conversations.replies: the thread's first message, then its replies."""
    channel = lookups.own_channel(board, args)
    named = board.ledger.find(channel.id, args.required("ts"))
    if named is None:
        raise SlackError("thread_not_found")
    thread = board.ledger.thread(channel.id, named.thread_ts or named.ts)
    page, more = _page([thread[0], *_between(thread[1:], args)], args, 1000)
    return _messages(board, page, args) | more


def open_direct(board: Switchboard, args: Args) -> Json:
    """conversations.open with one person, with up to eight, or with an existing channel."""
    if args.text("channel"):
        return {"channel": _opened(board, lookups.channel(board, args), args)}
    users = [u.strip() for u in args.required("users").split(",") if u.strip()]
    if len(users) > _MOST_IN_GROUP:
        raise SlackError("too_many_users")
    for user_id in users:
        lookups.user(board, Args({"user": user_id}))
    known = len(board.world.channels)
    channel = _conversation(board, users)
    there = known == len(board.world.channels)
    more: Json = {"no_op": True, "already_open": True} if there else {}
    return {"channel": _opened(board, channel, args)} | more


def _conversation(board: Switchboard, users: list[str]) -> Channel:
    if len(users) == 1:
        return board.world.direct_channel(users[0], board.me)
    members = tuple(dict.fromkeys((*users, board.me.bot_user_id)))
    return board.world.group(members, board.me.team_id)


def _opened(board: Switchboard, channel: Channel, args: Args) -> Json:
    whole = args.flag("return_im")
    return channel_json(board.world, channel, board.me) if whole else {"id": channel.id}


def users_conversations(board: Switchboard, args: Args) -> Json:
    """users.conversations: what the bot, or a person beside it, is in."""
    me = board.me
    user_id = args.text("user") or me.bot_user_id
    wanted = args.text("types") or "public_channel,private_channel"
    kinds = {_KINDS[t.strip()] for t in wanted.split(",") if t.strip() in _KINDS}
    if not kinds:
        raise SlackError("invalid_types")
    mine = [
        channel
        for channel in board.world.channels.values()
        if channel.kind in kinds
        and user_id in channel.members
        and (channel.kind == "public" or me.bot_user_id in channel.members)
        and me.team_id in (channel.team_id, *channel.connected_team_ids)
    ]
    page, more = _page(sorted(mine, key=lambda c: c.id), args, 100)
    more.pop("has_more")
    return {"channels": [channel_json(board.world, c, me) for c in page]} | more


def _messages(board: Switchboard, page: list[Message], args: Args) -> Json:
    metadata = args.flag("include_all_metadata")
    shown = [
        message_json(board.world, m, metadata=metadata, install=board.me)
        | thread_fields(board.ledger, m)
        for m in page
    ]
    return {"messages": shown}


def _between(messages: list[Message], args: Args) -> list[Message]:
    oldest, latest = args.text("oldest", "0"), args.text("latest") or "9999999999"
    edge = args.flag("inclusive")
    return [
        m
        for m in messages
        if float(oldest) < float(m.ts) < float(latest)
        or (edge and float(m.ts) in (float(oldest), float(latest)))
    ]


def _page(rows: list[T], args: Args, usual: int) -> tuple[list[T], Json]:
    limit = max(1, min(args.number("limit", usual), 1000))
    try:
        start = int(b64decode(args.text("cursor")).decode() or "0")
    except ValueError:
        raise SlackError("invalid_cursor") from None
    end = start + limit
    more = end < len(rows)
    cursor = b64encode(str(end).encode()).decode() if more else ""
    return rows[start:end], {"has_more": more, "response_metadata": {"next_cursor": cursor}}


METHODS = {
    "conversations.info": info,
    "conversations.members": members,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.open": open_direct,
    "users.conversations": users_conversations,
}
