"""A press on a button, read from Slack's payload."""

from dataclasses import dataclass
from typing import Any

from partnerline.bot.slack.message import Message, Place, message_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Who pressed what, where and at which `moment`. `thread` is the first message of the button's thread."""

    user: str
    user_team: str | None
    channel: str
    thread: str
    value: str
    moment: str = ""

    def message(self, team: str) -> Message:
        """The press as a message in its thread, for asking who it is by and who reads along."""
        place = Place(team=team, channel=self.channel, ts=self.thread)
        return Message(
            id=message_id(place),
            team=team,
            channel=self.channel,
            ts=self.thread,
            thread_ts=self.thread,
            user=self.user,
            user_team=self.user_team,
            text="",
            direct=self.channel.startswith("D"),
            mentioned=True,
        )


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
        moment=str(actions[0].get("action_ts", "")),
    )
