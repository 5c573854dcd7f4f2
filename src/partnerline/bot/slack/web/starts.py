"""How many streams were begun of late: Slack allows about 20 a minute for the app in one workspace."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

MOST = 16
"""A few less than Slack allows: what another process of ours begins isn't counted here."""
SECONDS = 60.0


@dataclass(slots=True)
class Starts:
    """Counts what was begun in the last minute, by workspace."""

    clock: Callable[[], float] = time.monotonic
    most: int = MOST
    _begun: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def take(self, team: str) -> bool:
        """Counts one more, or says no where the minute is full."""
        now, begun = self.clock(), self._begun[team]
        while begun and now - begun[0] >= SECONDS:
            begun.popleft()
        if len(begun) >= self.most:
            return False
        begun.append(now)
        return True
