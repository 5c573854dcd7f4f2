"""How many questions a rep and a partner may ask in a minute, and when the next one has its turn."""

import time
from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_KEPT = 10_000
"""Reps and partners that are counted at once; those who asked nothing of late are let go first."""
GAP = 0.05
"""Seconds between two turns that were put off, so that they come in order; a share of the window where that is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """When a question has its turn: so many seconds from now; `told` where the rep is to hear of it."""

    seconds: float = 0.0
    told: bool = False


@dataclass(slots=True)
class _Asked:
    """When one rep's or partner's questions had or have their turns, oldest first."""

    turns: list[float] = field(default_factory=list)
    last_told: float = float("-inf")

    def soonest(self, at: float, most: int, window: float) -> float:
        """The first moment from `at` on whose window has room."""
        while True:
            begin = bisect_right(self.turns, at - window)
            within = self.turns[begin : bisect_right(self.turns, at)]
            if len(within) < most:
                return at
            at = within[len(within) - most] + window


@dataclass(slots=True)
class Rates:
    """Counts questions by rep and by partner, in this process. A rate of 0 is none; `window` is in seconds."""

    rep: int = 12
    partner: int = 60
    window: float = 60.0
    clock: Callable[[], float] = time.monotonic
    _asked: dict[str, _Asked] = field(default_factory=dict)

    def turn(self, rep: str, partner: str | None) -> Turn:
        """Takes the next turn; a rep's turns come in the order in which they were taken."""
        now = self.clock()
        self._forget(now)
        limits = [(self._of(f"rep:{rep}"), self.rep)] if self.rep else []
        limits += (
            [(self._of(f"partner:{partner}"), self.partner)] if self.partner and partner else []
        )
        mine = self._of(f"rep:{rep}")
        at = self._free(limits, max(now, self._after(mine, now)))
        for asked, _ in limits:
            del asked.turns[: bisect_right(asked.turns, now - self.window)]
            insort(asked.turns, at)
        told = at > now and now - mine.last_told >= self.window
        if told:
            mine.last_told = now
        return Turn(seconds=at - now, told=told)

    def _after(self, mine: _Asked, now: float) -> float:
        """After the rep's last turn, where that is still to come."""
        last = mine.turns[-1] if mine.turns else now
        return last + min(GAP, self.window / 100) if last > now else now

    def _free(self, limits: list[tuple[_Asked, int]], at: float) -> float:
        while True:
            soonest = max([at, *(one.soonest(at, most, self.window) for one, most in limits)])
            if soonest == at:
                return at
            at = soonest

    def _of(self, key: str) -> _Asked:
        return self._asked.setdefault(key, _Asked())

    def _forget(self, now: float) -> None:
        if len(self._asked) < MOST_KEPT:
            return
        begin = now - self.window
        self._asked = {
            key: one for key, one in self._asked.items() if one.turns and one.turns[-1] > begin
        }
