"""A fake Slack over real HTTP on loopback, for tests and for the demo."""

from partnerline.fake_slack.clock import MovableClock
from partnerline.fake_slack.delivery import Attempt, Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import Fault
from partnerline.fake_slack.ledger import Call, Ephemeral, File, Message, View
from partnerline.fake_slack.server import FakeSlack, serve
from partnerline.fake_slack.world import Channel, Install, Team, User, World
from partnerline.fake_slack.world_spec import default_world, extend, world_from

__all__ = [
    "Attempt",
    "Call",
    "Channel",
    "Delivery",
    "Ephemeral",
    "FakeSlack",
    "Fault",
    "File",
    "Install",
    "Message",
    "MovableClock",
    "PlayError",
    "Team",
    "User",
    "View",
    "World",
    "default_world",
    "extend",
    "serve",
    "world_from",
]
