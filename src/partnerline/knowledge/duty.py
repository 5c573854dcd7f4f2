"""Who works when, and how long a question may wait: working hours on the clock, and what counts by them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Topic = Literal["pricing", "promotions", "product", "objections", "program", "other"]
"""What a question is about, as far as it decides who answers it and by when."""

_DAY = timedelta(days=1)
_FAR = timedelta(days=3660)
"""No year is free from its first day to its last, so who finds no shift in ten has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """The shifts of somebody's week: `days` from Monday, 0, to Sunday, 6; `zone` as IANA names it.

    A shift that ends no later than it starts ends on the day after; it is of the day on which it starts, and so are
    `holidays`. Working time is time that passes: a night on which the clock is set back is an hour longer.
    """

    days: frozenset[int]
    start: time
    end: time
    zone: str = "UTC"
    holidays: frozenset[date] = frozenset()

    def on_duty(self, at: datetime) -> bool:
        """Whether a shift is on; its last instant is after it."""
        first = next(self._shifts(at), None)
        return first is not None and first[0] <= at

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time passes from one moment to another; none where the second is no later."""
        passed = timedelta()
        for begins, ends in self._shifts(start):
            if end <= max(begins, start):
                break
            passed += min(ends, end) - max(begins, start)
        return passed

    def after_working(self, start: datetime, worked: timedelta) -> datetime:
        """The first moment by which that much working time has passed since another; that one itself for none."""
        left = worked
        if left <= timedelta():
            return start.astimezone(UTC)
        for begins, ends in self._shifts(start):
            worked_from = max(begins, start)
            if ends - worked_from >= left:
                return (worked_from + left).astimezone(UTC)
            left -= ends - worked_from
        return (start + worked).astimezone(UTC)

    def day_of(self, at: datetime) -> date:
        """The day it is there."""
        return at.astimezone(ZoneInfo(self.zone)).date()

    def _shifts(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The shifts that aren't over by then, in order, none of them before the end of the one before."""
        zone = ZoneInfo(self.zone)
        day = self.day_of(since) - _DAY
        last, before = day + _FAR, datetime.min.replace(tzinfo=UTC)
        while day < last:
            if day.weekday() in self.days and day not in self.holidays:
                closing = day + _DAY if self.end <= self.start else day
                begins = datetime.combine(day, self.start, zone).astimezone(UTC)
                ends = datetime.combine(closing, self.end, zone).astimezone(UTC)
                begins, before = max(begins, before), max(before, ends)
                if ends > max(begins, since):
                    yield begins, ends
            day += _DAY


ALWAYS = WorkingHours(days=frozenset(range(7)), start=time(0), end=time(0))
"""The hours of somebody of whom none are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """How long questions may wait, in working time: those of one of the `topics` and `tiers`, where any are given."""

    within: timedelta
    topics: frozenset[Topic] = frozenset()
    tiers: frozenset[str] = frozenset()

    def covers(self, topic: Topic, tier: str) -> bool:
        """Whether a question of this topic, asked by a partner of this tier, is one of them."""
        return (not self.topics or topic in self.topics) and (not self.tiers or tier in self.tiers)


WITHIN = timedelta(hours=4)
"""How long a question may wait where no deadline covers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What a vendor promises: its deadlines, first match first, and what happens around them.

    `remind_after` is the share of the deadline after which its manager is reminded. `close_after` is the working time
    after an answer in which what the rep writes still goes to the manager.
    """

    deadlines: tuple[Deadline, ...] = ()
    remind_after: float = 0.5
    close_after: timedelta = timedelta(hours=8)

    def within(self, topic: Topic, tier: str) -> timedelta:
        """How long a question may wait, in working time."""
        covering = (one.within for one in self.deadlines if one.covers(topic, tier))
        return next(covering, WITHIN)
