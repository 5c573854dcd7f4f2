"""Long lists, a page at a time, with what they are filtered by in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

MOST_PAGES = 1_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[T]):
    """One page of a list; `filters` are what it was made by, `more` whether another follows."""

    items: Sequence[T]
    number: int
    more: bool
    filters: Mapping[str, str]

    @property
    def newer(self) -> str:
        """The query of the page before, or ""."""
        return query_of(self.filters, self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        """The query of the next page, or ""."""
        return query_of(self.filters, self.number + 1) if self.more else ""


def query_of(filters: Mapping[str, str], number: int) -> str:
    """The address's query for a page of a list."""
    return "?" + urlencode({**filters, "page": str(number)})


def leaf(items: Sequence[T], number: int, size: int, filters: Mapping[str, str]) -> Leaf[T]:
    """A page of a list that was read at least one item past that page's end, where there are so many."""
    begin = (number - 1) * size
    return Leaf(
        items=items[begin : begin + size],
        number=number,
        more=len(items) > begin + size,
        filters=filters,
    )


def page_number(said: Mapping[str, str]) -> int:
    """The number of the page that is asked for; the first where that can't be read."""
    told = said.get("page", "")
    number = int(told) if told.isascii() and told.isdecimal() and len(told) < 6 else 1
    return min(max(number, 1), MOST_PAGES)
