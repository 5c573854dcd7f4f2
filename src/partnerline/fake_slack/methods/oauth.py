"""Installing the app in another workspace, and giving its token back."""

from base64 import b64decode
from binascii import Error

from partnerline.fake_slack.arguments import Args
from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.installing import install, revoke, uninstall
from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Install

_CODE_LIFE_S = 600.0


def access(board: Switchboard, args: Args) -> Json:
    """oauth.v2.access: a code, which serves once and for ten minutes, for a bot token."""
    _check_client(board, args)
    code = board.codes.get(args.text("code"))
    if code is None or board.ledger.clock() - code.issued > _CODE_LIFE_S:
        raise SlackError("invalid_code")
    if code.used:
        raise SlackError("code_already_used")
    if args.text("redirect_uri") != code.redirect_uri:
        raise SlackError("bad_redirect_uri")
    code.used = True
    new = install(board, code.team_id, code.scopes)
    return _told(board, new, code.user)


def auth_revoke(board: Switchboard, args: Args) -> Json:
    """auth.revoke; with ``test`` it revokes nothing."""
    if args.flag("test"):
        return {"revoked": False}
    revoke(board, board.me)
    return {"revoked": True}


def apps_uninstall(board: Switchboard, args: Args) -> Json:
    """apps.uninstall: takes the app out of the workspace that the token is of."""
    _check_client(board, args)
    uninstall(board, board.me)
    return {}


def _check_client(board: Switchboard, args: Args) -> None:
    given = (args.text("client_id"), args.text("client_secret"))
    kind, _, encoded = args.authorization.partition(" ")
    if kind.lower() == "basic":
        try:
            name, _, secret = b64decode(encoded).decode().partition(":")
        except (Error, UnicodeDecodeError):
            raise SlackError("invalid_client_id") from None
        given = (name, secret)
    if given[0] != board.client_id:
        raise SlackError("invalid_client_id")
    if given[1] != board.client_secret:
        raise SlackError("bad_client_secret")


def _told(board: Switchboard, new: Install, user: str) -> Json:
    team = board.world.teams[new.team_id]
    grid = {"id": team.enterprise_id, "name": team.name} if team.enterprise_id else None
    return {
        "app_id": board.world.app_id,
        "authed_user": {"id": user},
        "scope": ",".join(new.scopes),
        "token_type": "bot",
        "access_token": new.token,
        "bot_user_id": new.bot_user_id,
        "team": {"id": team.id, "name": team.name},
        "enterprise": grid,
        "is_enterprise_install": False,
    }


METHODS = {
    "oauth.v2.access": access,
    "auth.revoke": auth_revoke,
    "apps.uninstall": apps_uninstall,
}
