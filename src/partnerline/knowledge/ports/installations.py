"""The workspaces that the bot was installed in beside its home."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """The bot in one workspace. `token` is `None` once it has ended, and where its key is missing."""

    team: str
    name: str
    bot_user: str
    by: str
    at: datetime
    token: str | None = field(default=None, repr=False)
    ended_at: datetime | None = None


class Installations(Protocol):
    """Holds each workspace's installation, its token encrypted, and the tickets that allow one more.

    Every write is one transaction and can be repeated.
    """

    def keep(self, installed: Installed) -> None:
        """Writes an installation down; a later one of the same workspace takes its place, also after an end."""
        ...

    def installation(self, team: str) -> Installed | None:
        """A workspace's installation, ended ones too."""
        ...

    def installations(self) -> tuple[Installed, ...]:
        """Every installation, ended ones too, by workspace."""
        ...

    def end(self, team: str, at: datetime) -> bool:
        """Ends the installation and forgets its token; false where there is none that began before `at` and stands."""
        ...

    def issue(self, ticket: str, by: str, expires_at: datetime) -> None:
        """Allows one installation to whoever brings this ticket in time; only its digest is kept."""
        ...

    def holds(self, ticket: str, at: datetime) -> bool:
        """Whether a ticket was issued, is in time and was not used."""
        ...

    def use(self, ticket: str, at: datetime) -> bool:
        """Uses a ticket up; true once, for one that `holds`."""
        ...
