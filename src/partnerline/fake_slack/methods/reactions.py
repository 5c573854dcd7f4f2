"""reactions.add and reactions.remove."""

import re

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.switchboard import Switchboard

_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _react(board: Switchboard, args: Args, *, add: bool) -> Json:
    channel = lookups.own_channel(board, args)
    message = lookups.message(board, channel.id, args.required("timestamp"))
    name = args.required("name").strip(":")
    if not _NAME.fullmatch(name):
        raise SlackError("invalid_name")
    if not board.react(message, board.me.bot_user_id, name, add=add):
        raise SlackError("already_reacted" if add else "no_reaction")
    return {}


def add(board: Switchboard, args: Args) -> Json:
    """reactions.add."""
    return _react(board, args, add=True)


def remove(board: Switchboard, args: Args) -> Json:
    """reactions.remove."""
    return _react(board, args, add=False)


METHODS = {"reactions.add": add, "reactions.remove": remove}
