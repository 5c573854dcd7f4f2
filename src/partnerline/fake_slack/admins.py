"""What happens to the app and its channels without anybody writing: installs, sharing, storms."""

import asyncio
from dataclasses import replace
from typing import Any

from partnerline.fake_slack import installing, notices
from partnerline.fake_slack.delivery import Delivery
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import Fault, Kind, Storm
from partnerline.fake_slack.installing import Wish
from partnerline.fake_slack.people import People
from partnerline.fake_slack.scenes import Scene
from partnerline.fake_slack.switchboard import Switchboard
from partnerline.fake_slack.world import Channel, Install


class Admins(People):
    """Acts for administrators, and for the weather; ``scenes`` are what the page with two panes offers."""

    def __init__(self, board: Switchboard) -> None:
        super().__init__(board)
        self.scenes: tuple[Scene, ...] = ()

    def install(self, team_id: str) -> Install:
        """Puts the app into a workspace, as the install page and oauth.v2.access do together."""
        if team_id not in self.world.teams:
            raise PlayError(f"no workspace {team_id!r}; there are {sorted(self.world.teams)}")
        return installing.install(self.board, team_id)

    def grant(
        self, user: str, *, redirect_uri: str = "", scopes: tuple[str, ...] | list[str] = ()
    ) -> str:
        """A person's consent to the app in their workspace; returns the code to exchange."""
        team = self.world.users[self._known(user)].team_id
        wish = Wish(team_id=team, user=user, redirect_uri=redirect_uri, scopes=tuple(scopes))
        return installing.grant(self.board, wish)

    def revoke(self, team_id: str | None = None) -> Delivery:
        """Revokes the token of a workspace, the vendor's by default; the app is told."""
        return installing.revoke(self.board, self._install(team_id))

    def uninstall(self, team_id: str | None = None) -> list[Delivery]:
        """Removes the app from a workspace, the vendor's by default; the app is told."""
        return installing.uninstall(self.board, self._install(team_id))

    def rename_channel_id(self, old: str, new: str) -> Delivery:
        """Gives a channel another id, as happens on sharing; the old one is known no more."""
        place = self.board.channel(old)
        with self.ledger.change():
            self.world.channels = {
                (new if key == old else key): (replace(c, id=new) if key == old else c)
                for key, c in self.world.channels.items()
            }
            self.ledger.move(old, new)
        event = notices.renamed_event(old, new, self.ledger.next_ts())
        return self.board.event(event, self.world.install_in(place))

    def share(self, channel: str, team_id: str) -> Delivery:
        """Shares a channel with one more workspace."""
        place = self.board.channel(channel)
        teams = tuple(dict.fromkeys((*place.connected_team_ids, team_id)))
        shared = self.world.add_channel(replace(place, connected_team_ids=teams))
        event = notices.shared_event(self.world, shared, team_id, self.ledger.next_ts())
        return self.board.event(event, self.world.install_in(shared))

    def unshare(self, channel: str, team_id: str) -> Delivery:
        """Ends sharing a channel with a workspace; its people are in it no more."""
        place = self.board.channel(channel)
        left = tuple(t for t in place.connected_team_ids if t != team_id)
        stay = tuple(m for m in place.members if self.world.users[m].team_id != team_id)
        place = self.world.add_channel(replace(place, connected_team_ids=left, members=stay))
        event = notices.unshared_event(self.world, place, team_id, self.ledger.next_ts())
        return self.board.event(event, self.world.install_in(place))

    def leave(self, user: str, channel: str) -> Channel:
        """Takes a person, or the bot, out of a channel."""
        place = self.board.channel(channel)
        members = tuple(m for m in place.members if m != user)
        return self.world.add_channel(replace(place, members=members))

    def change_user(self, user: str, **changes: Any) -> None:
        """Changes what is known of a person: deleted, guest, address, workspace."""
        self.world.add_user(replace(self.world.users[self._known(user)], **changes))

    def limit_app(self) -> Delivery:
        """Tells the app that it got too many events this minute."""
        minute = int(self.ledger.clock()) // 60 * 60
        return self.deliver(notices.limited_body(self.world, minute))

    def limit_posts(self, per_second: int | None = 1) -> None:
        """Refuses more posts a second in one channel; None takes that back."""
        self.board.limits.posts_per_second = per_second

    def chaos(self, seed: int, *, duplicate: float = 0.05, reorder: float = 0.05) -> None:
        """Delivers that share of what comes twice, or after what comes next; zeros end it."""
        self.board.outbox.chaos(seed, duplicate=duplicate, reorder=reorder)

    def fail(self, method: str, kind: Kind, *, count: int = 1, seconds: float = 1.0) -> None:
        """Lets the next calls of a Web API method (``*``: of any) fail."""
        self.board.faults.set(method, Fault(kind=kind, seconds=seconds), count)

    def storm(
        self,
        seed: int,
        probability: float,
        kinds: list[Kind] | tuple[Kind, ...] = ("500", "html", "reset", "slow", "ratelimited"),
        *,
        method: str = "*",
        seconds: float = 0.1,
    ) -> None:
        """Lets that share of a method's calls fail, always the same for a seed; 0 ends it."""
        faults = tuple(Fault(kind=kind, seconds=seconds) for kind in kinds)
        self.board.faults.brew(
            Storm(method=method, seed=seed, probability=probability, faults=faults)
        )

    def drop_sockets(self, reason: str = "refresh_requested", *, abrupt: bool = False) -> None:
        """Closes the bot's websockets as Slack does when it refreshes them, or without a word."""
        loop = self.board.outbox.loop
        if loop:
            closing = self.board.outbox.sockets.disconnect(reason, abrupt=abrupt)
            asyncio.run_coroutine_threadsafe(closing, loop)

    def _install(self, team_id: str | None) -> Install:
        wanted = team_id or self.world.home_team_id
        if wanted not in self.world.installs:
            raise PlayError(f"the app is not in {wanted!r}; it is in {list(self.world.installs)}")
        return self.world.installs[wanted]
