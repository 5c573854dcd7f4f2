"""A press on a button, read from Slack's payload."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Who pressed what, where. `thread` is the first message of the thread that the button stands in."""

    user: str
    user_team: str | None
    channel: str
    thread: str
    value: str


def read_press(body: dict[str, Any]) -> Press:
    """The press that a `block_actions` payload tells of; what is missing is empty."""
    container = body.get("container") or {}
    message = body.get("message") or {}
    user = body.get("user") or {}
    actions = body.get("actions") or [{}]
    return Press(
        user=str(user.get("id", "")),
        # Bolt's own actor_team_id falls back to the bot's workspace here.
        user_team=user.get("team_id"),
        channel=str((body.get("channel") or {}).get("id") or container.get("channel_id", "")),
        thread=str(
            message.get("thread_ts") or message.get("ts") or container.get("message_ts", "")
        ),
        value=str(actions[0].get("value", "")),
    )
