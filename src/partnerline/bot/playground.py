"""A Slack to try the bot in without an account: everybody of partners.yaml in a fake one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import SecretStr

from partnerline.bot.settings import Settings
from partnerline.fake_slack import FakeSlack, world_from
from partnerline.knowledge.partners import Directory, Manager, Partner

MANAGERS = "C0MANAGERS"


@contextmanager
def playground(settings: Settings, directory: Directory) -> Iterator[tuple[FakeSlack, Settings]]:
    """A fake Slack on a free port, and the settings that connect the bot to it in place of any real one."""
    with FakeSlack(world_from(world_of(directory))) as slack:
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


STRANGER = "U0STRANGER"
_NOWHERE = "T0STRANGER"


def world_of(directory: Directory) -> dict[str, Any]:
    """A workspace, a shared channel and a rep for each partner, the managers in their own channel, and a stranger."""
    partners = [partner for partner in directory.partners if partner.team_ids and partner.channels]
    return {
        "teams": [
            *({"id": _team(partner), "name": partner.name} for partner in partners),
            {"id": _NOWHERE, "name": "no partner"},
        ],
        "channels": [
            {
                "id": min(partner.channels),
                "name": f"{partner.id}-partner",
                "connected_team_ids": [_team(partner)],
            }
            for partner in partners
        ],
        "users": [*map(_manager, directory.managers), *map(_rep, partners), _stranger()],
    }


def _team(partner: Partner) -> str:
    return min(partner.team_ids)


def _rep(partner: Partner) -> dict[str, Any]:
    return {
        "id": f"U0REP{partner.id.upper()}",
        "name": f"robin.{partner.id}",
        "real_name": f"Robin of {partner.name.split()[0]}",
        "team_id": _team(partner),
        "channels": [min(partner.channels)],
    }


def _stranger() -> dict[str, Any]:
    """Somebody whom no partner's workspace, channel or e-mail names: to see what they are told."""
    return {
        "id": STRANGER,
        "name": "sam.stranger",
        "real_name": "Sam the Stranger",
        "team_id": _NOWHERE,
    }


def _manager(manager: Manager) -> dict[str, Any]:
    return {
        "id": manager.slack_user or f"U0{manager.email.partition('@')[0].upper()}",
        "name": manager.email.partition("@")[0],
        "real_name": manager.name,
        "email": manager.email,
        "channels": [MANAGERS],
    }
