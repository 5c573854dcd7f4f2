"""Events about the app and its channels rather than about what somebody said."""

from partnerline.fake_slack.ledger import Json
from partnerline.fake_slack.world import Channel, Install, World


def uninstalled_event(ts: str) -> Json:
    """The `app_uninstalled` event."""
    return {"type": "app_uninstalled", "event_ts": ts}


def revoked_event(install: Install, ts: str) -> Json:
    """The `tokens_revoked` event; it names users, never tokens."""
    return {
        "type": "tokens_revoked",
        "tokens": {"oauth": [], "bot": [install.bot_user_id]},
        "event_ts": ts,
    }


def renamed_event(old: str, new: str, ts: str) -> Json:
    """The `channel_id_changed` event."""
    return {
        "type": "channel_id_changed",
        "old_channel_id": old,
        "new_channel_id": new,
        "event_ts": ts,
    }


def shared_event(world: World, channel: Channel, team_id: str, ts: str) -> Json:
    """The `channel_shared` event; of a Grid partner it names the organisation."""
    team = world.teams[team_id]
    return {
        "type": "channel_shared",
        "connected_team_id": team.enterprise_id or team.id,
        "channel": channel.id,
        "event_ts": ts,
    }


def unshared_event(world: World, channel: Channel, team_id: str, ts: str) -> Json:
    """The `channel_unshared` event."""
    team = world.teams[team_id]
    return {
        "type": "channel_unshared",
        "previously_connected_team_id": team.enterprise_id or team.id,
        "channel": channel.id,
        "is_ext_shared": channel.is_ext_shared,
        "event_ts": ts,
    }


def limited_body(world: World, minute: int) -> Json:
    """What comes in place of an event where there were too many in a minute; no envelope is around it."""
    return {
        "token": "fake-verification-token",
        "type": "app_rate_limited",
        "minute_rate_limited": minute,
        "team_id": world.home_team_id,
        "api_app_id": world.app_id,
    }
