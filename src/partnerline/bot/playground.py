"""A Slack to try the bot in without an account: everybody of partners.yaml in a fake one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from partnerline.bot.scenes import Cast, scenes_for
from partnerline.bot.settings import Settings
from partnerline.fake_slack import FakeSlack, world_from
from partnerline.knowledge.partners import Directory, Manager, Partner

MANAGERS = "C0MANAGERS"
SHARED = "C0SUMMIT"
OPEN = "C0VISITORS"
STRANGER = "U0STRANGER"
_NOWHERE = "T0STRANGER"
_GRID_AT = 2
"""Which partner, counted from nought, is on Enterprise Grid."""
COMMANDS = ("/partnerline", "/quote")
SHORTCUTS = {"ask_partnerline": "Ask Partnerline"}


@contextmanager
def playground(
    settings: Settings, directory: Directory, *, port: int = 0
) -> Iterator[tuple[FakeSlack, Settings]]:
    """A fake Slack, and the settings that connect the bot to it in place of any real one.

    Raises OSError where the port is taken; 0 is any free one.
    """
    with FakeSlack(world_from(world_of(directory)), port=port) as slack:
        slack.board.commands, slack.board.shortcuts = COMMANDS, SHORTCUTS
        cast = cast_of(directory)
        slack.scenes = scenes_for(cast) if cast else ()
        connected = settings.model_copy(
            update={
                "slack_bot_token": SecretStr(slack.bot_token),
                "slack_signing_secret": SecretStr(slack.signing_secret),
                "slack_app_token": None,
                "slack_managers_channel": MANAGERS,
                "slack_api_url": slack.url,
            }
        )
        yield slack, connected


def cast_of(directory: Directory) -> Cast | None:
    """Who plays the scenes: the first partner's rep and their manager; none without both."""
    partners = _meetable(directory)
    if not partners or not directory.managers:
        return None
    first = partners[0]
    manager = directory.manager_of(first) or directory.managers[0]
    return Cast(
        rep=_rep_id(first),
        channel=min(first.channels),
        manager=_manager_id(manager),
        managers=MANAGERS,
        shared=SHARED if len(partners) > 1 else "",
        stranger=STRANGER,
        open_channel=OPEN,
        guest=_guest_id(first) if first.email_domains else "",
    )


def world_of(directory: Directory) -> dict[str, Any]:
    """Everybody of partners.yaml, and whom it does not tell of.

    A workspace, a shared channel and a rep for each partner, the managers in their own channel, a guest, a channel
    that two partners share, and a stranger in a channel of their own with the vendor.
    """
    partners = _meetable(directory)
    shared = len(partners) > 1
    return {
        "teams": [
            *({"id": _team(p), "name": p.name} | _grid(p, partners) for p in partners),
            {"id": _NOWHERE, "name": "no partner"},
        ],
        "channels": [
            *(_channel(min(p.channels), f"{p.id}-partner", [_team(p)]) for p in partners),
            *([_channel(SHARED, "summit", [_team(p) for p in partners[:2]])] if shared else []),
            _channel(OPEN, "visitors", [_NOWHERE]),
        ],
        "users": [
            *(_manager(m, _watched(directory, m), shared=shared) for m in directory.managers),
            *(_rep(partner, shared=shared and partner in partners[:2]) for partner in partners),
            *(_guest(p) for p in partners[:1] if p.email_domains),
            _stranger(),
        ],
    }


def _meetable(directory: Directory) -> list[Partner]:
    return [partner for partner in directory.partners if partner.team_ids and partner.channels]


def _team(partner: Partner) -> str:
    return min(partner.team_ids)


def _grid(partner: Partner, partners: list[Partner]) -> dict[str, Any]:
    """One of the partners is an organisation of several workspaces, as large companies are."""
    on_grid = partner in partners[_GRID_AT : _GRID_AT + 1]
    return {"enterprise_id": f"E{_team(partner)[1:]}"} if on_grid else {}


def _channel(channel_id: str, name: str, teams: list[str]) -> dict[str, Any]:
    return {"id": channel_id, "name": name, "connected_team_ids": teams}


def _rep_id(partner: Partner) -> str:
    return f"U0REP{partner.id.upper()}"


def _rep(partner: Partner, *, shared: bool) -> dict[str, Any]:
    return {
        "id": _rep_id(partner),
        "name": f"robin.{partner.id}",
        "real_name": f"Robin of {partner.name.split()[0]}",
        "team_id": _team(partner),
        "channels": [min(partner.channels), *([SHARED] if shared else [])],
    }


def _guest_id(partner: Partner) -> str:
    return f"U0GUEST{partner.id.upper()}"


def _guest(partner: Partner) -> dict[str, Any]:
    """A rep without a workspace of their own, let into the vendor's as a guest."""
    return {
        "id": _guest_id(partner),
        "name": f"gale.{partner.id}",
        "real_name": f"Gale of {partner.name.split()[0]}",
        "email": f"gale@{min(partner.email_domains)}",
        "is_restricted": True,
        "channels": [min(partner.channels)],
    }


def _stranger() -> dict[str, Any]:
    """Somebody whom no partner's workspace, channel or e-mail names: to see what they are told."""
    return {
        "id": STRANGER,
        "name": "sam.stranger",
        "real_name": "Sam the Stranger",
        "team_id": _NOWHERE,
        "channels": [OPEN],
    }


def _manager_id(manager: Manager) -> str:
    return manager.slack_user or f"U0{manager.email.partition('@')[0].upper()}"


def _watched(directory: Directory, manager: Manager) -> list[str]:
    """The channels of the partners whom this manager answers."""
    theirs = (p for p in _meetable(directory) if directory.manager_of(p) == manager)
    return [min(partner.channels) for partner in theirs]


def _manager(manager: Manager, watched: list[str], *, shared: bool) -> dict[str, Any]:
    zone = manager.hours.zone
    offset = datetime.now(ZoneInfo(zone)).utcoffset()
    return {
        "id": _manager_id(manager),
        "name": manager.email.partition("@")[0],
        "real_name": manager.name,
        "email": manager.email,
        "tz": zone,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "channels": [MANAGERS, OPEN, *watched, *([SHARED] if shared else [])],
    }
