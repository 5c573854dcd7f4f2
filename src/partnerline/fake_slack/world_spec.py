"""Worlds from plain data, and the one that stands where none is given."""

from typing import Any

from partnerline.fake_slack.world import Channel, Team, User, World


def world_from(spec: dict[str, Any] | None = None) -> World:
    """A world with the vendor's workspace, its bot and its manager channel, and what `spec` adds."""
    world = World()
    world.add_team(Team(id=world.home_team_id, name="Vendor"))
    world.add_user(
        User(
            id=world.bot_user_id,
            name="partnerline",
            real_name="Partnerline",
            team_id=world.home_team_id,
            is_bot=True,
        )
    )
    world.add_channel(
        Channel(
            id="C0MANAGERS",
            name="channel-managers",
            kind="private",
            team_id=world.home_team_id,
            members=(world.bot_user_id,),
        )
    )
    extend(world, spec or {})
    return world


def extend(world: World, spec: dict[str, Any]) -> None:
    """Adds ``{"teams": [...], "users": [...], "channels": [...]}``; the bot joins each channel
    unless it says ``"bot": false``, and a user may name ``channels`` to join.
    """
    for row in spec.get("teams", []):
        world.add_team(Team(**row))
    for row in spec.get("users", []):
        _add_user(world, dict(row))
    for row in spec.get("channels", []):
        _add_channel(world, dict(row))
    for row in spec.get("users", []):
        for channel_id in row.get("channels", []):
            world.join(channel_id, row["id"])


def _add_user(world: World, row: dict[str, Any]) -> None:
    row.pop("channels", None)
    row.setdefault("team_id", world.home_team_id)
    row.setdefault("name", row["id"].lower())
    row.setdefault("real_name", row["name"].replace(".", " ").title())
    world.add_user(User(**row))


def _add_channel(world: World, row: dict[str, Any]) -> None:
    members = list(row.pop("members", []))
    if row.pop("bot", True):
        members.append(world.bot_user_id)
    row.setdefault("team_id", world.home_team_id)
    row.setdefault("name", row["id"].lower())
    row.setdefault("kind", "public")
    connected = tuple(row.pop("connected_team_ids", ()))
    world.add_channel(
        Channel(**row, members=tuple(dict.fromkeys(members)), connected_team_ids=connected)
    )


def default_world() -> World:
    """The vendor with two managers, a plain partner, one on Enterprise Grid, a guest, a stranger."""
    return world_from(
        {
            "teams": [
                {"id": "T0ACME", "name": "Acme Resellers"},
                {"id": "T0GLOBEX", "name": "Globex", "enterprise_id": "E0GLOBEX"},
                {"id": "T0OTHER", "name": "Somebody Else"},
            ],
            "channels": [
                {"id": "C0GENERAL", "name": "general"},
                {"id": "C0ACME", "name": "acme-vendor", "connected_team_ids": ["T0ACME"]},
                {
                    "id": "C0GLOBEX",
                    "name": "globex-vendor",
                    "kind": "private",
                    "connected_team_ids": ["T0GLOBEX"],
                },
                {
                    "id": "C0LOUNGE",
                    "name": "partner-lounge",
                    "connected_team_ids": ["T0ACME", "T0GLOBEX", "T0OTHER"],
                },
            ],
            "users": [
                {
                    "id": "U0DANA",
                    "name": "dana",
                    "real_name": "Dana Weiss",
                    "email": "dana@vendor.example",
                    "channels": ["C0MANAGERS", "C0GENERAL", "C0ACME", "C0GLOBEX", "C0LOUNGE"],
                },
                {
                    "id": "U0MAX",
                    "name": "max",
                    "real_name": "Max Okafor",
                    "email": "max@vendor.example",
                    "channels": ["C0MANAGERS", "C0GENERAL"],
                },
                {
                    "id": "U0GUEST",
                    "name": "gale",
                    "real_name": "Gale Guest",
                    "email": "gale@acme.example",
                    "is_restricted": True,
                    "channels": ["C0GENERAL"],
                },
                {
                    "id": "U0RITA",
                    "name": "rita",
                    "real_name": "Rita Sale",
                    "team_id": "T0ACME",
                    "email": "rita@acme.example",
                    "tz": "America/New_York",
                    "tz_offset": -18000,
                    "channels": ["C0ACME", "C0LOUNGE"],
                },
                {
                    "id": "W0GUS",
                    "name": "gus",
                    "real_name": "Gus Grid",
                    "team_id": "T0GLOBEX",
                    "channels": ["C0GLOBEX", "C0LOUNGE"],
                },
                {
                    "id": "U0STRANGER",
                    "name": "sam",
                    "real_name": "Sam Stranger",
                    "team_id": "T0OTHER",
                    "is_stranger": True,
                    "channels": ["C0LOUNGE"],
                },
            ],
        }
    )
