"""A clock that a test or a person moves forward."""

import time
from datetime import UTC, datetime


class MovableClock:
    """Seconds since 1970: the real time, and as far ahead of it as it was moved."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Its time."""
        return time.time() + self.ahead

    def move(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Moves it forward."""
        self.ahead += ((days * 24 + hours) * 60 + minutes) * 60 + seconds

    def now(self) -> datetime:
        """The same as a moment in UTC."""
        return datetime.fromtimestamp(self(), UTC)
