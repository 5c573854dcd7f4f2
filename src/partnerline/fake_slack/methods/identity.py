"""Who the bot is, who a person is, and where to connect."""

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.methods import lookups
from partnerline.fake_slack.shapes import user_json
from partnerline.fake_slack.switchboard import Switchboard


def api_test(board: Switchboard, args: Args) -> Json:
    """api.test."""
    return {"args": args.values, "warning": "", "app_id": board.world.app_id}


def auth_test(board: Switchboard, args: Args) -> Json:
    """auth.test."""
    del args
    world = board.world
    return {
        "url": f"{board.base_url}/",
        "team": world.home.name,
        "user": world.users[world.bot_user_id].name,
        "team_id": world.home_team_id,
        "user_id": world.bot_user_id,
        "bot_id": world.bot_id,
        "is_enterprise_install": False,
    }


def users_info(board: Switchboard, args: Args) -> Json:
    """users.info."""
    return {"user": user_json(board.world, lookups.user(board, args))}


def lookup_by_email(board: Switchboard, args: Args) -> Json:
    """users.lookupByEmail, which finds people of the bot's own workspace only."""
    email = args.required("email").lower()
    for user in board.world.users.values():
        if (user.email or "").lower() == email and user.team_id == board.world.home_team_id:
            return {"user": user_json(board.world, user)}
    raise SlackError("users_not_found")


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
    "apps.connections.open": connections_open,
}
