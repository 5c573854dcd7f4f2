"""The time that one question has: whatever is asked of a model for it shares it."""

import time
from dataclasses import dataclass
from functools import cached_property

from partnerline.knowledge.adapters.generation.streaming import Patience


@dataclass(frozen=True)
class TimeLeft:
    """Counts down from when it is first looked at."""

    patience: Patience

    @cached_property
    def _end(self) -> float:
        return time.monotonic() + self.patience.whole

    @property
    def seconds(self) -> float:
        """What is left of the whole, none once it is over."""
        return max(0.0, self._end - time.monotonic())

    def now(self) -> Patience:
        """The patience there still is."""
        left, whole = self.seconds, self.patience
        return Patience(first=min(whole.first, left), between=min(whole.between, left), whole=left)
