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
    """A conversation; ``connected_team_ids`` are the other workspaces that share it, ``pending_team_ids`` the invited."""

    id: str
    name: str
    kind: ChannelKind
    team_id: str
    members: tuple[str, ...] = ()
    connected_team_ids: tuple[str, ...] = ()
    pending_team_ids: tuple[str, ...] = ()

    @property
    def is_ext_shared(self) -> bool:
        """Whether another workspace takes part (Slack Connect)."""
        return bool(self.connected_team_ids)


@dataclass(slots=True, kw_only=True)
class Install:
    """The app in one workspace: its bot there and the token that stands for it."""

    team_id: str
    bot_user_id: str
    bot_id: str
    token: str
    scopes: tuple[str, ...] = ()
    state: Literal["live", "revoked", "uninstalled"] = "live"

    @property
    def live(self) -> bool:
        """Whether its token still serves."""
        return self.state == "live"


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
    installs: dict[str, Install] = field(default_factory=dict)

    @property
    def home(self) -> Team:
        """The workspace where the bot is installed first."""
        return self.teams[self.home_team_id]

    @property
    def bots(self) -> frozenset[str]:
        """The app's own users, one for each workspace where it is or was installed."""
        return frozenset({self.bot_user_id, *(i.bot_user_id for i in self.installs.values())})

    def home_install(self) -> Install:
        """The app in the vendor's own workspace."""
        return self.installs[self.home_team_id]

    def install_for(self, user_id: str) -> Install:
        """The app as a person meets it: their own workspace's where it has it, else the vendor's."""
        own = self.installs.get(self.users[user_id].team_id)
        return own if own and own.live else self.home_install()

    def install_in(self, channel: Channel, mentioned: str = "") -> Install | None:
        """The living app that hears a channel: the one named in the text, else the vendor's, else any."""
        here = [i for i in self.installs.values() if i.live and i.bot_user_id in channel.members]
        named = [i for i in here if f"<@{i.bot_user_id}" in mentioned]
        return next(iter([*named, *here]), None)

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

    def direct_channel(self, user_id: str, install: Install | None = None) -> Channel:
        """The direct conversation of a person with the bot, made at first use; by default the vendor's."""
        host = install.team_id if install else self.home_team_id
        bot = install.bot_user_id if install else self.bot_user_id
        channel_id = f"D{user_id[1:]}" + ("" if host == self.home_team_id else host[1:])
        if channel_id not in self.channels:
            team_id = self.users[user_id].team_id
            outside = () if team_id == host else (team_id,)
            members = (user_id, bot)
            self.add_channel(
                Channel(
                    id=channel_id,
                    name=channel_id.lower(),
                    kind="im",
                    team_id=host,
                    members=members,
                    connected_team_ids=outside,
                )
            )
        return self.channels[channel_id]

    def group(self, members: tuple[str, ...], team_id: str) -> Channel:
        """The conversation of exactly these people, made at first use."""
        for channel in self.channels.values():
            if channel.kind == "mpim" and set(channel.members) == set(members):
                return channel
        names = "--".join(self.users[m].name for m in members)
        teams = dict.fromkeys(self.users[m].team_id for m in members)
        return self.add_channel(
            Channel(
                id=f"G0GROUP{len(self.channels):04d}",
                name=f"mpdm-{names}-1",
                kind="mpim",
                team_id=team_id,
                members=members,
                connected_team_ids=tuple(t for t in teams if t != team_id),
            )
        )

    def join(self, channel_id: str, user_id: str) -> Channel:
        """Makes a person or the bot a member."""
        channel = self.channels[channel_id]
        members = tuple(dict.fromkeys((*channel.members, user_id)))
        return self.add_channel(replace(channel, members=members))

    def is_external(self, user_id: str, team_id: str | None = None) -> bool:
        """Whether the person belongs to another workspace than the bot's."""
        return self.users[user_id].team_id != (team_id or self.home_team_id)

    def sees(self, team_id: str, user: User) -> bool:
        """Whether a workspace can know of a person: its own, or met in a shared conversation."""
        return user.team_id == team_id or any(
            user.id in c.members and team_id in (c.team_id, *c.connected_team_ids)
            for c in self.channels.values()
        )

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
