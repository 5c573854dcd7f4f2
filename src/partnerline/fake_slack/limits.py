"""How often something may be done: a window that slides with the fake's own clock."""

import math
from collections import deque
from collections.abc import Callable, Hashable

from partnerline.fake_slack.errors import SlackError


class Limits:
    """Counts what was done by key; ``posts_per_second`` of a channel count only where it is set."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._done: dict[Hashable, deque[float]] = {}
        self.posts_per_second: int | None = None

    def take(self, key: Hashable, most: int, seconds: float) -> None:
        """Counts one more; raises SlackError with the seconds to wait where it is too many."""
        now = self._clock()
        done = self._done.setdefault(key, deque())
        while done and done[0] <= now - seconds:
            done.popleft()
        if len(done) >= most:
            after = max(1, math.ceil(done[0] + seconds - now))
            raise SlackError("ratelimited", retry_after=after)
        done.append(now)

    def take_post(self, channel: str) -> None:
        """Counts a post in a channel."""
        if self.posts_per_second is not None:
            self.take(("post", channel), self.posts_per_second, 1.0)
