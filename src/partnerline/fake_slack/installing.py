"""The app comes into a workspace and goes again."""

from dataclasses import dataclass

from partnerline.fake_slack import notices
from partnerline.fake_slack.delivery import Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.switchboard import Code, Switchboard
from partnerline.fake_slack.world import Install, User, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the install page is asked for."""

    team_id: str
    user: str
    redirect_uri: str = ""
    scopes: tuple[str, ...] = ()


def grant(board: Switchboard, wish: Wish) -> str:
    """The code that a person's consent gives; it is exchanged by oauth.v2.access."""
    world = board.world
    if wish.team_id not in world.teams or wish.user not in world.users:
        raise PlayError(f"no workspace {wish.team_id!r} or nobody {wish.user!r}")
    if world.users[wish.user].team_id != wish.team_id:
        raise PlayError(f"{wish.user} is not of {wish.team_id}")
    code = Code(
        value=board.ledger.serial("code"),
        team_id=wish.team_id,
        user=wish.user,
        redirect_uri=wish.redirect_uri,
        scopes=wish.scopes,
        issued=board.ledger.clock(),
    )
    with board.ledger.change():
        board.codes[code.value] = code
    return code.value


def install(board: Switchboard, team_id: str, scopes: tuple[str, ...] = ()) -> Install:
    """The app in a workspace; where it lives already its token stays the same."""
    world = board.world
    old = world.installs.get(team_id)
    if old and old.live:
        old.scopes = tuple(dict.fromkeys((*old.scopes, *scopes)))
        return old
    bot_user = _bot_user(world, team_id)
    new = Install(
        team_id=team_id,
        bot_user_id=bot_user,
        bot_id=f"B{bot_user[1:]}",
        token=f"xoxb-{board.ledger.serial(team_id.lower() + '-')}",
        scopes=scopes,
    )
    with board.ledger.change():
        world.installs[team_id] = new
    return new


def revoke(board: Switchboard, which: Install) -> Delivery:
    """Makes the token useless and tells the app."""
    with board.ledger.change():
        which.state = "revoked"
    return board.event(notices.revoked_event(which, board.ledger.next_ts()), which)


def uninstall(board: Switchboard, which: Install) -> list[Delivery]:
    """Takes the app out of a workspace; both events come, in either order at Slack."""
    with board.ledger.change():
        which.state = "uninstalled"
    gone = board.event(notices.uninstalled_event(board.ledger.next_ts()), which)
    return [gone, board.event(notices.revoked_event(which, board.ledger.next_ts()), which)]


def _bot_user(world: World, team_id: str) -> str:
    if team_id == world.home_team_id:
        return world.bot_user_id
    bot = world.users[world.bot_user_id]
    user_id = f"{world.bot_user_id}{team_id[1:]}"
    world.add_user(
        User(
            id=user_id,
            name=bot.name,
            real_name=bot.real_name,
            team_id=team_id,
            is_bot=True,
        )
    )
    return user_id
