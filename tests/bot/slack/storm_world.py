"""Two partners with many channels each, for what comes in great numbers."""

from dataclasses import replace
from typing import Any

from tests.bot.slack.scripted import ACME, DANA, GLOBEX

from partnerline.fake_slack.world import World
from partnerline.fake_slack.world_spec import extend, world_from
from partnerline.knowledge.partners import Directory

CHANNELS = 60
"""How many each partner has: Slack takes about one message a second in each."""
TEAMS = {"acme": "T0ACME", "globex": "T0GLOBEX"}


def channels(partner: str) -> list[str]:
    """The partner's channels."""
    return [f"C0{partner.upper()}{n:03d}" for n in range(CHANNELS)]


def rep(channel: str) -> str:
    """The rep who asks in a channel."""
    return f"U{channel[1:]}"


WIDE = Directory(
    partners=(
        replace(ACME, channels=ACME.channels | set(channels("acme"))),
        replace(GLOBEX, channels=GLOBEX.channels | set(channels("globex"))),
    ),
    managers=(DANA,),
)


def wide_world() -> World:
    """The same in Slack: a rep in each channel, and Dana with the managers."""
    world = world_from({"teams": [{"id": t, "name": n.title()} for n, t in TEAMS.items()]})
    dana = {"id": "U0DANA", "name": "dana", "channels": ["C0MANAGERS"]}
    spec: dict[str, list[dict[str, Any]]] = {"channels": [], "users": [dana]}
    for partner, team in TEAMS.items():
        for channel in channels(partner):
            spec["channels"].append({"id": channel, "connected_team_ids": [team]})
            spec["users"].append({"id": rep(channel), "team_id": team, "channels": [channel]})
    extend(world, spec)
    return world
