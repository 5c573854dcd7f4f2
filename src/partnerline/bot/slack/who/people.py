"""Asks Slack who somebody is and who shares a channel, and remembers it for a minute."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from partnerline.bot.slack.web.client import Json, SlackApi, SlackRefused
from partnerline.bot.slack.web.message import Message
from partnerline.bot.slack.who.identity import Asker, Room
from partnerline.bot.slack.who.persons import person_of

SECONDS = 60.0
"""Short, so that a channel that is shared with one more company is not taken for private for long."""
MEMBER_SECONDS = 900.0
"""For whether a member of a channel is a guest, which seldom changes; who the members are is asked every minute."""
MOST = 5_000
MOST_MEMBERS = 200
"""Of a channel with more members nobody is asked after, and it counts as one that anybody may read."""
AT_ONCE = 8
_SHARING = (
    "connected_team_ids",
    "shared_team_ids",
    "pending_connected_team_ids",
    "pending_shared",
)


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
        self._installations: dict[str | None, Installation] = {}
        self._kept: dict[str, tuple[float, Json]] = {}

    @property
    def installed(self) -> bool:
        """Whether Slack has told where the bot is installed."""
        return None in self._installations

    def installed_in(self, team: str | None) -> Installation | None:
        """What `installation` would give, where Slack has told it already; asks nobody."""
        return self._installations.get(None if team == self._api.home else team)

    async def installation(self, team: str | None = None) -> Installation:
        """The bot in a workspace, in the home workspace without one; asked once."""
        known = self.installed_in(team)
        if known is None:
            told = await self._api.read("auth.test", team=team)
            known = Installation(
                team=told["team_id"],
                bot_user=told["user_id"],
                bot_id=told.get("bot_id", ""),
                enterprise=told.get("enterprise_id"),
            )
            self._remember(team, known)
        return known

    def left(self, team: str) -> None:
        """Forgets the bot in a workspace that it is in no more."""
        self._installations.pop(team, None)

    def _remember(self, team: str | None, known: Installation) -> None:
        self._installations[team] = known
        if team is None:
            self._api.home = known.team

    async def asker(self, message: Message) -> Asker:
        """What is known of who wrote a message; only what the event says where Slack won't tell more."""
        said = frozenset({message.user_team} if message.user_team else ())
        home = (await self.installation()).team
        user = await self._user(message.user, message.team)
        if user is None:
            return Asker(id=message.user, teams=said - {home})
        return person_of(user, home, said)

    async def person(self, user: str, team: str | None = None) -> Asker | None:
        """What is known of a person; `None` where Slack won't tell."""
        told = await self._user(user, team)
        return None if told is None else person_of(told, (await self.installation()).team)

    async def room(self, message: Message) -> Room:
        """What is known of the channel a message stands in; only its id says that it is a direct conversation."""
        if message.channel.startswith("D"):
            return Room(channel=message.channel, direct=True)
        channel = await self._remembered(
            f"channel:{message.channel}", lambda: self._channel(message.channel, message.team)
        )
        present = await self._present(message.channel, message.team) if channel else None
        if present is None:
            return Room(channel=message.channel, known=False)
        home = await self.installation()
        outside = bool(channel.get("is_ext_shared") or channel.get("is_pending_ext_shared"))
        teams = {team for name in _SHARING for team in channel.get(name) or ()}
        # Another company's own workspace may have the bot as well: then its people read.
        teams = (teams if outside else set()) | {message.team}
        teams -= {home.team, home.enterprise}
        return Room(
            channel=message.channel,
            group=channel.get("is_mpim") is True,
            known=bool(teams) or not outside,
            connected=frozenset(teams),
            present=present,
        )

    async def _present(self, channel: str, team: str) -> frozenset[Asker] | None:
        """The members of a channel but the vendor's staff and apps; `None` where Slack won't tell, or they are too many."""
        told = await self._remembered(f"in:{channel}", lambda: self._few_members(channel, team))
        if not told:
            return None
        turn = asyncio.Semaphore(AT_ONCE)

        async def look(user: str) -> Json:
            async with turn:
                return await self._remembered(
                    f"member:{user}", lambda: self._ask_user(user, team), MEMBER_SECONDS
                )

        found = await asyncio.gather(*map(look, told["members"]))
        home = (await self.installation()).team
        people = [person_of(user, home) for user in found]
        # An app reads for the workspace that it belongs to, which is the vendor's or shares the channel.
        return frozenset(p for p in people if not p.staff and not p.gone) if all(found) else None

    async def name(self, user: str, team: str | None = None) -> str:
        """What people call somebody; empty where Slack won't tell."""
        told = await self._user(user, team) or {}
        profile = told.get("profile") or {}
        return str(
            told.get("real_name") or profile.get("real_name") or profile.get("display_name") or ""
        )

    async def team_of(self, user: str, team: str | None = None) -> str:
        """The workspace that somebody is at home in; empty where Slack won't tell."""
        return str((await self._user(user, team) or {}).get("team_id") or "")

    async def sits_with_managers(self, user: str) -> bool:
        """Whether somebody is in the managers' channel, as a member of the vendor's own workspace."""
        channel = self._managers_channel
        if channel is None:
            return False
        told = await self._remembered("managers", lambda: self._members(channel))
        if user not in told.get("members", ()):
            return False
        person = await self.person(user)
        return person is not None and person.staff

    async def hears(self, channel: str, team: str | None = None) -> bool:
        """Whether the bot is in a channel; false for a conversation that Slack will not tell of."""
        key = f"channel:{channel}"
        told = await self._remembered(key, lambda: self._channel(channel, team))
        if told.get("is_member") is not True:
            self._kept.pop(key, None)  # it may be invited the next moment
            return False
        return True

    def forget(self) -> None:
        """Asks again at the next need."""
        self._kept.clear()

    async def _user(self, user: str, team: str | None = None) -> Json | None:
        return await self._remembered(f"user:{user}", lambda: self._ask_user(user, team)) or None

    async def _ask_user(self, user: str, team: str | None = None) -> Json:
        try:
            told: Json = (await self._api.read("users.info", team=team, user=user))["user"]
        except SlackRefused:
            return {}
        return told

    async def _channel(self, channel: str, team: str | None = None) -> Json:
        try:
            told = await self._api.read("conversations.info", team=team, channel=channel)
        except SlackRefused:
            return {}
        found: Json = told["channel"]
        return found

    async def _few_members(self, channel: str, team: str) -> Json:
        """The members of a channel; nothing where Slack won't tell, or where they are too many to ask after."""
        try:
            told = await self._api.read(
                "conversations.members", team=team, channel=channel, limit=MOST_MEMBERS
            )
        except SlackRefused:
            return {}
        more = (told.get("response_metadata") or {}).get("next_cursor")
        return {} if more else {"members": told["members"]}

    async def _members(self, channel: str) -> Json:
        found = await self._api.pages("conversations.members", "members", channel=channel)
        return {"members": found}

    async def _remembered(
        self, key: str, ask: Callable[[], Awaitable[Json]], seconds: float = SECONDS
    ) -> Json:
        now = time.monotonic()
        kept = self._kept.get(key)
        if kept and now - kept[0] < seconds:
            return kept[1]
        told = await ask()
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = (now, told)
        return told
