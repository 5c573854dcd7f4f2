"""Fakes of installations and replicas."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from partnerline.knowledge.ports.installations import Installed


class FakeInstallations:
    """Workspaces and tickets in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, Installed] = {}
        self._tickets: dict[str, datetime] = {}

    def keep(self, installed: Installed) -> None:
        known = self._kept.get(installed.team)
        if known is None or known.at <= installed.at:
            self._kept[installed.team] = installed

    def installation(self, team: str) -> Installed | None:
        return self._kept.get(team)

    def installations(self) -> tuple[Installed, ...]:
        return tuple(self._kept[team] for team in sorted(self._kept))

    def end(self, team: str, at: datetime) -> bool:
        known = self._kept.get(team)
        if known is None or known.ended_at or known.at > at:
            return False
        self._kept[team] = replace(known, token=None, ended_at=at)
        return True

    def issue(self, ticket: str, by: str, expires_at: datetime) -> None:
        self._tickets.setdefault(ticket, expires_at)

    def holds(self, ticket: str, at: datetime) -> bool:
        return ticket in self._tickets and self._tickets[ticket] > at

    def use(self, ticket: str, at: datetime) -> bool:
        held = self.holds(ticket, at)
        if held:
            self._tickets[ticket] = at
        return held


class FakeReplicas:
    """Heartbeats in memory."""

    def __init__(self) -> None:
        self._beats: Counter[str] = Counter()

    def beat(self, life: str) -> None:
        self._beats[life] += 1

    def beats(self) -> dict[str, int]:
        return dict(self._beats)

    def forget(self, life: str) -> None:
        self._beats.pop(life, None)
