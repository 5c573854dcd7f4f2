"""Deliveries that come twice and out of order, always the same for a seed."""

import random


class Chaos:
    """Says of each delivery what befalls it; shares between 0 and 1."""

    def __init__(self, seed: int = 0, *, duplicate: float = 0.0, reorder: float = 0.0) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - a seed for tests
        self._duplicate, self._reorder = duplicate, reorder

    def doubles(self) -> bool:
        """Whether this one comes twice."""
        return bool(self._duplicate) and self._dice.random() < self._duplicate

    def reorders(self) -> bool:
        """Whether this one comes after the next."""
        return bool(self._reorder) and self._dice.random() < self._reorder
