"""Long lists of values a part at a time: a database takes only so many in one statement."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

AT_ONCE = 10_000
"""Values in one statement; SQLite may have been built for no more than 32,766, PostgreSQL takes 65,535."""

ValueT = TypeVar("ValueT")


def portions(values: Iterable[ValueT]) -> Iterator[list[ValueT]]:
    """The values in their order, `AT_ONCE` or fewer at a time; nothing where there are none."""
    every = list(values)
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]
