"""Asks Slack who somebody is and who shares a channel, and remembers it for a minute."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from partnerline.bot.slack.client import Json, SlackApi, SlackRefused
from partnerline.bot.slack.identity import Asker, Room
from partnerline.bot.slack.message import Message

SECONDS = 60.0
"""Short, so that a channel that is shared with one more company is not taken for private for long."""
MOST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The bot in its workspace, as `auth.test` tells."""

    team: str
    bot_user: str
    bot_id: str
    enterprise: str | None = None


class People:
    """Facts about persons and channels, from Slack."""

    def __init__(self, api: SlackApi, *, managers_channel: str | None) -> None:
        self._api = api
        self._managers_channel = managers_channel
        self._installation: Installation | None = None
        self._kept: dict[str, tuple[float, Json]] = {}

    @property
    def installed(self) -> bool:
        """Whether Slack has told where the bot is installed."""
        return self._installation is not None

    async def installation(self) -> Installation:
        """Where the bot is installed, asked once."""
        if self._installation is None:
            told = await self._api.read("auth.test")
            self._installation = Installation(
                team=told["team_id"],
                bot_user=told["user_id"],
                bot_id=told.get("bot_id", ""),
                enterprise=told.get("enterprise_id"),
            )
        return self._installation

    async def asker(self, message: Message) -> Asker:
        """What is known of who wrote a message; only what the event says where Slack won't tell more."""
        said = frozenset({message.user_team} if message.user_team else ())
        user = await self._user(message.user)
        if user is None:
            return Asker(teams=said)
        home = (await self.installation()).team
        guest = bool(user.get("is_restricted") or user.get("is_ultra_restricted"))
        return Asker(
            teams=(said | _teams(user)) - {home},
            guest=guest and user.get("team_id") == home,
            email=(user.get("profile") or {}).get("email"),
            email_confirmed=user.get("is_email_confirmed") is True,
        )

    async def room(self, message: Message) -> Room:
        """What is known of the channel a message stands in."""
        if message.direct:
            return Room(channel=message.channel, direct=True)
        channel = await self._remembered(
            f"channel:{message.channel}", lambda: self._channel(message.channel)
        )
        if not channel:
            return Room(channel=message.channel, known=False)
        home = await self.installation()
        teams = {
            *channel.get("connected_team_ids", ()),
            *channel.get("shared_team_ids", ()),
            *channel.get("pending_connected_team_ids", ()),
        } - {home.team, home.enterprise}
        private = not (channel.get("is_ext_shared") or channel.get("is_pending_ext_shared"))
        return Room(
            channel=message.channel, known=private or bool(teams), connected=frozenset(teams)
        )

    async def name(self, user: str) -> str:
        """What people call somebody; empty where Slack won't tell."""
        told = await self._user(user) or {}
        profile = told.get("profile") or {}
        return str(
            told.get("real_name") or profile.get("real_name") or profile.get("display_name") or ""
        )

    async def sits_with_managers(self, user: str) -> bool:
        """Whether somebody is in the managers' channel."""
        channel = self._managers_channel
        if channel is None:
            return False
        told = await self._remembered("managers", lambda: self._members(channel))
        return user in told.get("members", ())

    async def hears(self, channel: str) -> bool:
        """Whether the bot is in a channel; false for a conversation that Slack will not tell of."""
        key = f"channel:{channel}"
        told = await self._remembered(key, lambda: self._channel(channel))
        if told.get("is_member") is not True:
            self._kept.pop(key, None)  # it may be invited the next moment
            return False
        return True

    def forget(self) -> None:
        """Asks again at the next need."""
        self._kept.clear()

    async def _user(self, user: str) -> Json | None:
        return await self._remembered(f"user:{user}", lambda: self._ask_user(user)) or None

    async def _ask_user(self, user: str) -> Json:
        try:
            told: Json = (await self._api.read("users.info", user=user))["user"]
        except SlackRefused:
            return {}
        return told

    async def _channel(self, channel: str) -> Json:
        try:
            told: Json = (await self._api.read("conversations.info", channel=channel))["channel"]
        except SlackRefused:
            return {}
        return told

    async def _members(self, channel: str) -> Json:
        found = await self._api.pages("conversations.members", "members", channel=channel)
        return {"members": found}

    async def _remembered(self, key: str, ask: Callable[[], Awaitable[Json]]) -> Json:
        now = time.monotonic()
        kept = self._kept.get(key)
        if kept and now - kept[0] < SECONDS:
            return kept[1]
        told = await ask()
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = (now, told)
        return told


def _teams(user: Json) -> frozenset[str]:
    organisation = user.get("enterprise_user") or {}
    return frozenset(
        team
        for team in (
            user.get("team_id"),
            organisation.get("enterprise_id"),
            *organisation.get("teams", ()),
        )
        if team
    )
