"""A press on a button, read from Slack's payload."""

from dataclasses import dataclass
from typing import Any

from partnerline.bot.slack.web.message import Message, Place, message_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Who pressed what, where and at which `moment`. `thread` is the first message of the button's thread.

    `team` is the workspace that the bot is installed in there, never the presser's. `value` is the button's, or what was
    selected; `action` and `block` are the ids that the element and its block were given.
    """

    user: str
    user_team: str | None
    channel: str
    thread: str
    value: str
    moment: str = ""
    team: str = ""
    action: str = ""
    block: str = ""

    def message(self, team: str = "") -> Message:
        """The press as a message in its thread, for asking who it is by and who reads along."""
        team = self.team or team
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


def read_press(body: dict[str, Any], team: str = "") -> Press:
    """The press that a `block_actions` payload tells of; what is missing is empty.

    `team` is bolt's `context["team_id"]`: the workspace where the bot is installed.
    """
    container = body.get("container") or {}
    message = body.get("message") or {}
    user = body.get("user") or {}
    actions = body.get("actions") or [{}]
    return Press(
        user=str(user.get("id", "")),
        # Bolt's own actor_team_id falls back to the bot's workspace here.
        user_team=user.get("team_id"),
        channel=str((body.get("channel") or {}).get("id") or container.get("channel_id", "")),
        # What only one person sees comes without its message.
        thread=str(
            message.get("thread_ts")
            or container.get("thread_ts")
            or message.get("ts")
            or container.get("message_ts", "")
        ),
        value=_value(actions[0]),
        moment=str(actions[0].get("action_ts", "")),
        team=team,
        action=str(actions[0].get("action_id", "")),
        block=str(actions[0].get("block_id", "")),
    )


def _value(action: dict[str, Any]) -> str:
    """A button's value, or what was selected: an option or a person."""
    option = action.get("selected_option") or {}
    return str(action.get("value") or option.get("value") or action.get("selected_user") or "")
