"""Finds what a method's arguments name, or refuses as Slack does."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.blocks import check_blocks
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json, Message
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Channel, User


def channel(board: Switchboard, args: Args, name: str = "channel") -> Channel:
    """The channel an argument names; a private one is not found by a bot that is no member."""
    found = board.world.channels.get(args.required(name))
    if found is None:
        raise SlackError("channel_not_found")
    me = board.me
    if found.kind != "public" and me.bot_user_id not in found.members:
        raise SlackError("channel_not_found")
    if me.team_id not in (found.team_id, *found.connected_team_ids):
        raise SlackError("channel_not_found")
    return found


def own_channel(board: Switchboard, args: Args, name: str = "channel") -> Channel:
    """A channel that the bot is in."""
    found = channel(board, args, name)
    if board.me.bot_user_id not in found.members:
        raise SlackError("not_in_channel")
    return found


def writable_channel(board: Switchboard, args: Args) -> Channel:
    """A channel to post in; a person's id stands for the direct conversation."""
    target = args.required("channel")
    person = board.world.users.get(target)
    if person and not person.is_bot and board.world.sees(board.me.team_id, person):
        return board.world.direct_channel(target, board.me)
    return own_channel(board, args)


def user(board: Switchboard, args: Args, name: str = "user") -> User:
    """The person an argument names."""
    found = board.world.users.get(args.required(name))
    if found is None or not board.world.sees(board.me.team_id, found):
        raise SlackError("user_not_found")
    return found


def message(board: Switchboard, channel_id: str, ts: str) -> Message:
    """The message at a time stamp."""
    found = board.ledger.find(channel_id, ts)
    if found is None:
        raise SlackError("message_not_found")
    return found


def own_message(board: Switchboard, args: Args, error: str) -> Message:
    """A message of the bot."""
    found = message(board, channel(board, args).id, args.required("ts"))
    if found.bot_id != board.me.bot_id:
        raise SlackError(error)
    return found


def thread_ts(board: Switchboard, channel_id: str, args: Args) -> str | None:
    """The thread to reply in; naming a reply means its thread."""
    given = args.text("thread_ts")
    if not given:
        return None
    parent = board.ledger.find(channel_id, given)
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def blocks(args: Args) -> list[Json]:
    """The blocks, checked."""
    given = args.data("blocks", "invalid_blocks_format")
    if given is None:
        return []
    if not isinstance(given, list):
        raise SlackError("invalid_blocks_format")
    problems = check_blocks(given)
    if problems:
        raise SlackError("invalid_blocks", problems)
    return given


def metadata(args: Args) -> Json | None:
    """The message metadata, checked for its two fields."""
    given = args.data("metadata", "invalid_metadata_format")
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if not given.get("event_type"):
        raise SlackError("invalid_metadata_format")
    return given
