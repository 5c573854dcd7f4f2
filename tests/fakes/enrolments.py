"""The fake of what managers say in Slack."""

from datetime import datetime

from partnerline.knowledge.ports.enrolment import (
    Assignment,
    ChannelMode,
    Renaming,
    latest_words,
    present_ids,
)


class FakeEnrolments:
    """What managers say of people and channels, in memory."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], Assignment] = {}
        self._modes: dict[str, tuple[datetime, ChannelMode]] = {}
        self._renamings: set[Renaming] = set()

    def assign(self, assignment: Assignment) -> None:
        key = (assignment.subject, assignment.id)
        if key not in self._words or self._words[key].at <= assignment.at:
            self._words[key] = assignment

    def assignments(self) -> tuple[Assignment, ...]:
        return latest_words(self._words.values(), self.renamed())

    def set_mode(self, channel: str, mode: ChannelMode, *, by: str, at: datetime) -> None:
        if channel not in self._modes or self._modes[channel][0] <= at:
            self._modes[channel] = (at, mode)

    def mode(self, channel: str) -> ChannelMode:
        return self.modes().get(self.renamed().get(channel, channel), "called")

    def modes(self) -> dict[str, ChannelMode]:
        now = self.renamed()
        said = sorted(self._modes.items(), key=lambda item: item[1][0])
        return {now.get(channel, channel): mode for channel, (_, mode) in said}

    def rename_channel(self, old: str, new: str, at: datetime) -> None:
        self._renamings.add(Renaming(old=old, new=new, at=at))

    def renamings(self) -> tuple[Renaming, ...]:
        return tuple(sorted(self._renamings, key=lambda one: (one.at, one.old, one.new)))

    def renamed(self) -> dict[str, str]:
        return present_ids(self.renamings())
