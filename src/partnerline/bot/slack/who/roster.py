"""Everybody known as of now: partners.yaml, what managers said in Slack, and the ids that channels have by now.

What partners.yaml says is a rule. A manager's word may add to it, and never takes a workspace or a channel that the
file gives to somebody. A channel goes by the first id it had, in everything that is kept; Slack is told the present one.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import Assignment, Enrolments
from partnerline.knowledge.ports.enrolment import first_ids, present_ids

SECONDS = 1.0
"""How old a look at what managers said may be; another replica's manager is heard that much later."""


class Roster:
    """The directory with all that managers said; `fresh` looks again, the rest goes by the last look."""

    def __init__(self, directories: Callable[[], Directory], enrolments: Enrolments) -> None:
        self.enrolments = enrolments
        self._directories = directories
        self._looked = float("-inf")
        self._words: tuple[Assignment, ...] = ()
        self._first: Mapping[str, str] = {}
        self._present: Mapping[str, str] = {}
        self._made: tuple[Directory, Directory] | None = None

    @property
    def directory(self) -> Directory:
        """The directory as it is now, as far as was looked."""
        written = self._directories()
        if self._made is None or self._made[0] is not written:
            self._made = (written, enrolled(written, self._words, self._first))
        return self._made[1]

    async def fresh(self) -> Directory:
        """The directory after a look at what managers said, unless that was just looked at."""
        if time.monotonic() - self._looked > SECONDS:
            await self.look()
        return self.directory

    async def look(self) -> None:
        """Looks at what managers said by now."""
        await asyncio.to_thread(self._look)

    def word_on(self, *subjects: tuple[str, str]) -> Assignment | None:
        """The latest word on any of these subjects, each with its id."""
        found = [word for word in self._words if (word.subject, word.id) in subjects]
        return found[-1] if found else None

    def first(self, channel: str) -> str:
        """The id that a channel goes by here."""
        return self._first.get(channel, channel)

    def present(self, channel: str) -> str:
        """The id that Slack knows a channel by."""
        return self._present.get(channel, channel)

    def _look(self) -> None:
        looked = time.monotonic()
        words, renamings = self.enrolments.assignments(), self.enrolments.renamings()
        self._first, self._present = first_ids(renamings), present_ids(renamings)
        self._words, self._made, self._looked = words, None, looked


def enrolled(
    directory: Directory, words: Iterable[Assignment], first: Mapping[str, str]
) -> Directory:
    """The directory with what managers said added to it; channels by the first ids they had."""
    if directory.open:
        return directory
    partners = {p.id: _by_first_ids(p, first) for p in directory.partners}
    written = tuple(partners.values())
    for word in words:
        partner = partners.get(word.partner_id or "")
        if partner is not None:
            partners[partner.id] = _with(partner, word, written, first)
    return replace(directory, partners=tuple(partners.values()))


def _by_first_ids(partner: Partner, first: Mapping[str, str]) -> Partner:
    channels = frozenset(first.get(channel, channel) for channel in partner.channels)
    return replace(partner, channels=channels) if channels != partner.channels else partner


def _with(
    partner: Partner, word: Assignment, written: Iterable[Partner], first: Mapping[str, str]
) -> Partner:
    match word.subject:
        case "person":
            return replace(partner, people=partner.people | {word.id})
        case "workspace":
            free = not any(word.id in one.team_ids for one in written)
            return replace(partner, team_ids=partner.team_ids | {word.id}) if free else partner
        case "channel":
            channel = first.get(word.id, word.id)
            free = not any(channel in one.channels for one in written)
            return replace(partner, channels=partner.channels | {channel}) if free else partner
