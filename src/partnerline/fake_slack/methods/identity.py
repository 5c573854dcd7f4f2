"""Who the bot is, who a person is, and where to connect."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import team_json, user_json
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import User


def api_test(board: Switchboard, args: Args) -> Json:
    """api.test."""
    return {"args": args.values, "warning": "", "app_id": board.world.app_id}


def auth_test(board: Switchboard, args: Args) -> Json:
    """auth.test."""
    del args
    world, me = board.world, board.me
    return {
        "url": f"{board.base_url}/",
        "team": world.teams[me.team_id].name,
        "user": world.users[me.bot_user_id].name,
        "team_id": me.team_id,
        "user_id": me.bot_user_id,
        "bot_id": me.bot_id,
        "is_enterprise_install": False,
    }


def users_info(board: Switchboard, args: Args) -> Json:
    """users.info."""
    return {"user": _shown(board, lookups.user(board, args))}


def _shown(board: Switchboard, user: User) -> Json:
    body = user_json(board.world, user, board.me)
    if "users:read.email" in board.lacking:
        body["profile"].pop("email", None)
    return body


def lookup_by_email(board: Switchboard, args: Args) -> Json:
    """users.lookupByEmail, which finds people of the bot's own workspace only."""
    email = args.required("email").lower()
    for user in board.world.users.values():
        own = user.team_id == board.me.team_id and not user.deleted
        if own and (user.email or "").lower() == email:
            return {"user": _shown(board, user)}
    raise SlackError("users_not_found")


def team_info(board: Switchboard, args: Args) -> Json:
    """team.info: the own workspace, or one met in a shared channel."""
    team = board.world.teams.get(args.text("team") or board.me.team_id)
    met = {board.me.team_id} | {
        team_id
        for channel in board.world.channels.values()
        if board.me.bot_user_id in channel.members
        for team_id in (channel.team_id, *channel.connected_team_ids)
    }
    if team is None or team.id not in met:
        raise SlackError("team_not_found")
    return {"team": team_json(team)}


def connections_open(board: Switchboard, args: Args) -> Json:
    """apps.connections.open."""
    del args
    place = board.base_url.replace("http", "ws", 1)
    return {"url": f"{place}/link/?ticket={board.outbox.sockets.ticket()}"}


METHODS = {
    "api.test": api_test,
    "auth.test": auth_test,
    "users.info": users_info,
    "users.lookupByEmail": lookup_by_email,
    "team.info": team_info,
    "apps.connections.open": connections_open,
}
