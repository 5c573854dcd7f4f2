"""Which processes share one database, and which of them live."""

from collections.abc import Mapping
from typing import Protocol


class Replicas(Protocol):
    """Counts the heartbeats of each process's life; nobody's clock is compared with another's."""

    def beat(self, life: str) -> None:
        """Counts one more heartbeat of a life."""
        ...

    def beats(self) -> Mapping[str, int]:
        """The heartbeats so far of every life that was not forgotten."""
        ...

    def forget(self, life: str) -> None:
        """Forgets a life that has ended."""
        ...
