"""What managers say of people and channels: who belongs to which partner, and where the bot listens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

Subject = Literal["person", "workspace", "channel"]

ChannelMode = Literal["listen", "called"]
"""Listen: every question in the channel is answered. Called: only where the bot is mentioned, or in its threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A manager's word on where somebody belongs; without a partner, that they stay a stranger.

    `id` is Slack's, of the person, the workspace or organisation, or the channel; `by` is the manager's name.
    """

    subject: Subject
    id: str
    partner_id: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """Slack gave a channel another id."""

    old: str
    new: str
    at: datetime


class Enrolments(Protocol):
    """Holds what managers say in Slack; every write can be repeated, and the latest word on a thing counts."""

    def assign(self, assignment: Assignment) -> None:
        """Keeps where somebody belongs; one that is older than what is kept changes nothing."""
        ...

    def assignments(self) -> tuple[Assignment, ...]:
        """The latest word on each person, workspace and channel, oldest first; a channel under its present id."""
        ...

    def set_mode(self, channel: str, mode: ChannelMode, *, by: str, at: datetime) -> None:
        """Keeps when the bot speaks in a channel."""
        ...

    def mode(self, channel: str) -> ChannelMode:
        """When the bot speaks in a channel; "called" where nobody said, and an older id's mode where the id changed."""
        ...

    def modes(self) -> Mapping[str, ChannelMode]:
        """The modes that managers set, by the channels' present ids."""
        ...

    def rename_channel(self, old: str, new: str, at: datetime) -> None:
        """Keeps that a channel has another id now."""
        ...

    def renamings(self) -> tuple[Renaming, ...]:
        """Every time that a channel got another id, oldest first."""
        ...

    def renamed(self) -> Mapping[str, str]:
        """Every id that a channel once had, with the one it has now."""
        ...


def present_ids(renamings: Iterable[Renaming]) -> dict[str, str]:
    """Every former id with the present one; a channel that got an old id back has that one again."""
    latest = {found.old: found for found in sorted(renamings, key=lambda found: found.at)}
    present = {old: _present(old, latest) for old in latest}
    return {old: new for old, new in present.items() if old != new}


def first_ids(renamings: Iterable[Renaming]) -> dict[str, str]:
    """Every later id of a channel with the first it had, which is its name for good in what is kept of it."""
    first: dict[str, str] = {}
    for found in sorted(renamings, key=lambda found: found.at):
        root = first.get(found.old, found.old)
        if first.get(found.new, found.new) != root:
            first = {new: root if old == found.new else old for new, old in first.items()}
            first[found.new] = root
    return first


def latest_words(found: Iterable[Assignment], present: Mapping[str, str]) -> tuple[Assignment, ...]:
    """The latest word on each subject, oldest first, channels under the ids they have now."""
    kept: dict[tuple[Subject, str], Assignment] = {}
    for word in sorted(found, key=lambda word: word.at):
        moved = present.get(word.id) if word.subject == "channel" else None
        latest = replace(word, id=moved) if moved else word
        kept.pop((latest.subject, latest.id), None)
        kept[latest.subject, latest.id] = latest
    return tuple(kept.values())


def _present(channel: str, latest: Mapping[str, Renaming]) -> str:
    last: datetime | None = None
    while (found := latest.get(channel)) and (last is None or found.at > last):
        channel, last = found.new, found.at
    return channel
