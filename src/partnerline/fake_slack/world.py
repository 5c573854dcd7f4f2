"""The workspaces, people and channels of a fake Slack."""

from dataclasses import dataclass, field, replace
from typing import Literal

ChannelKind = Literal["public", "private", "im", "mpim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A workspace; with ``enterprise_id`` it belongs to an Enterprise Grid."""

    id: str
    name: str
    enterprise_id: str | None = None

    @property
    def domain(self) -> str:
        """The workspace's part of its web address."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person or bot as ``users.info`` shows them; ``email`` is None where Slack would hide it."""

    id: str
    name: str
    real_name: str
    team_id: str
    email: str | None = None
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    tz: str = "Europe/Berlin"
    tz_offset: int = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A conversation; ``connected_team_ids`` are the other workspaces that share it."""

    id: str
    name: str
    kind: ChannelKind
    team_id: str
    members: tuple[str, ...] = ()
    connected_team_ids: tuple[str, ...] = ()

    @property
    def is_ext_shared(self) -> bool:
        """Whether another workspace takes part (Slack Connect)."""
        return bool(self.connected_team_ids)


@dataclass(slots=True, kw_only=True)
class World:
    """Who and what exists; ``full_external_messages`` says whether the `message` event of an
    external person carries ``user_team`` and ``user_profile`` (Slack's own payloads vary).
    """

    home_team_id: str = "T0VENDOR"
    app_id: str = "A0BOT"
    bot_user_id: str = "U0BOT"
    bot_id: str = "B0BOT"
    full_external_messages: bool = True
    teams: dict[str, Team] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)

    @property
    def home(self) -> Team:
        """The workspace where the bot is installed."""
        return self.teams[self.home_team_id]

    def add_team(self, team: Team) -> Team:
        """Adds or replaces a workspace."""
        self.teams[team.id] = team
        return team

    def add_user(self, user: User) -> User:
        """Adds or replaces a person; raises KeyError where their workspace is unknown."""
        _ = self.teams[user.team_id]
        self.users[user.id] = user
        return user

    def add_channel(self, channel: Channel) -> Channel:
        """Adds or replaces a channel; raises KeyError where a member or workspace is unknown."""
        for team_id in (channel.team_id, *channel.connected_team_ids):
            _ = self.teams[team_id]
        for user_id in channel.members:
            _ = self.users[user_id]
        self.channels[channel.id] = channel
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """The direct conversation of a person with the bot, made at first use."""
        channel_id = f"D{user_id[1:]}"
        if channel_id not in self.channels:
            team_id = self.users[user_id].team_id
            outside = () if team_id == self.home_team_id else (team_id,)
            members = (user_id, self.bot_user_id)
            self.add_channel(
                Channel(
                    id=channel_id,
                    name=channel_id.lower(),
                    kind="im",
                    team_id=self.home_team_id,
                    members=members,
                    connected_team_ids=outside,
                )
            )
        return self.channels[channel_id]

    def join(self, channel_id: str, user_id: str) -> Channel:
        """Makes a person or the bot a member."""
        channel = self.channels[channel_id]
        members = tuple(dict.fromkeys((*channel.members, user_id)))
        return self.add_channel(replace(channel, members=members))

    def is_external(self, user_id: str) -> bool:
        """Whether the person belongs to another workspace than the bot's."""
        return self.users[user_id].team_id != self.home_team_id

    def announced_team(self, user_id: str) -> str:
        """What ``user_team`` says of a person: on Enterprise Grid the organisation's id."""
        team = self.teams[self.users[user_id].team_id]
        return team.enterprise_id or team.id

    def channels_of(self, user_id: str) -> list[Channel]:
        """The conversations a person is in, by name, direct ones last."""
        mine = [c for c in self.channels.values() if user_id in c.members]
        return sorted(mine, key=lambda c: (c.kind == "im", c.name))

    def people(self) -> list[User]:
        """Everyone but bots, the bot's own workspace first."""
        people = [u for u in self.users.values() if not u.is_bot]
        return sorted(people, key=lambda u: (u.team_id != self.home_team_id, u.team_id, u.name))
