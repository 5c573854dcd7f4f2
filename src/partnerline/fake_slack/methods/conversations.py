"""The conversations.* methods: what a channel is, who is in it, what was said."""

from base64 import b64decode, b64encode
from typing import TypeVar

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import channel_json, message_json, thread_fields
from partnerline.fake_slack.switchboard import Switchboard

T = TypeVar("T")


def info(board: Switchboard, args: Args) -> Json:
    """conversations.info."""
    return {"channel": channel_json(board.world, lookups.channel(board, args))}


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
    """conversations.open with one person, or with an existing channel."""
    if args.text("channel"):
        channel = lookups.channel(board, args)
        return {
            "channel": channel_json(board.world, channel)
            if args.flag("return_im")
            else {"id": channel.id}
        }
    users = [u for u in args.required("users").split(",") if u]
    if len(users) != 1:
        raise SlackError(
            "not_implemented", ["[ERROR] the fake opens conversations with one person"]
        )
    if users[0] not in board.world.users:
        raise SlackError("user_not_found")
    there = f"D{users[0][1:]}" in board.world.channels
    channel = board.world.direct_channel(users[0])
    shown = channel_json(board.world, channel) if args.flag("return_im") else {"id": channel.id}
    return {"channel": shown} | ({"no_op": True, "already_open": True} if there else {})


def _messages(board: Switchboard, page: list[Message], args: Args) -> Json:
    metadata = args.flag("include_all_metadata")
    shown = [
        message_json(board.world, m, metadata=metadata) | thread_fields(board.ledger, m)
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
}
