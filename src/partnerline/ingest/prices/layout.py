"""Which column of a table is used for what, and which columns of money are left out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from partnerline.ingest.prices.currencies import narrowed
from partnerline.ingest.prices.headers import Region
from partnerline.ingest.prices.heading import Heading, Role
from partnerline.ingest.reading import Cell

Rejected = tuple[int, str]
"""A column's number and why it isn't read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of one table by their use; `prices` are the numbers of those that hold prices."""

    headings: tuple[Heading, ...]
    prices: tuple[int, ...]
    rejected: tuple[Rejected, ...]
    sku: int | None
    name: int | None
    _by_role: dict[Role, list[int]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _several: dict[tuple[Role, ...], tuple[int, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _first: dict[Role, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, heading in enumerate(self.headings):
            self._by_role.setdefault(heading.role, []).append(number)
            self._first.setdefault(heading.role, number)

    def of(self, role: Role) -> int | None:
        """The first column of a role."""
        return self._first.get(role)

    def all_of(self, *roles: Role) -> tuple[int, ...]:
        """Every column of these roles."""
        if roles not in self._several:
            self._several[roles] = tuple(n for role in roles for n in self._by_role.get(role, ()))
        return self._several[roles]

    @property
    def banded(self) -> bool:
        """Whether rows name quantities that their prices hold for."""
        return not self._first.keys().isdisjoint({"min", "max", "band"})

    @property
    def currencies(self) -> frozenset[str] | None:
        """What all headings that name a currency agree on: "List price (USD)" beside "Gold" speaks for both."""
        return narrowed(tuple(h.currencies for h in self.headings if h.currencies))


def text_of(cells: Sequence[Cell], column: int | None) -> str:
    """A column's text in a row on one line, "" where there is no such column."""
    if column is None:
        return ""
    text = cells[column].text
    return " ".join(text.split()) if " " in text or "\n" in text else text


def layout_of(region: Region, *, net: bool) -> Layout:
    """The table's layout; `net` is whether its list is declared to hold net prices."""
    headings = _with_quantities(region.headings)
    rejected = [(n, h.why) for n, h in enumerate(headings) if h.role == "money"]
    prices = [n for n, h in enumerate(headings) if h.role == "price"]
    for reject in (
        _of_other_kind(headings, prices, net=net),
        _twice(headings, prices),
        _of_other_things(headings, prices),
    ):
        rejected += reject
    dropped = {number for number, _ in rejected}
    return Layout(
        headings=headings,
        prices=tuple(n for n in prices if n not in dropped),
        rejected=tuple(sorted(rejected)),
        sku=_surest(headings, "sku"),
        name=_surest(headings, "name"),
    )


def _with_quantities(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings with least quantities as what they are: a minimum order beside bands, bands by rows without any."""
    roles = {heading.role for heading in headings}
    wide = any(heading.role == "price" and heading.band for heading in headings)
    if wide and roles.isdisjoint({"moq", "max", "band"}):
        return tuple(replace(h, role="moq") if h.role == "min" else h for h in headings)
    if not wide and roles.isdisjoint({"min", "max", "band"}):
        return tuple(replace(h, role="min") if h.role == "moq" else h for h in headings)
    return tuple(headings)


def _surest(headings: Sequence[Heading], role: Role) -> int | None:
    ranked = [(h.rank, n) for n, h in enumerate(headings) if h.role == role]
    return min(ranked)[1] if ranked else None


def _of_other_kind(headings: Sequence[Heading], prices: Iterable[int], *, net: bool) -> list[Rejected]:  # fmt: skip
    """Net prices in a list of list prices, and list prices beside a net list's own."""
    plain = [n for n in prices if not (headings[n].tier or headings[n].partner)]
    nets = [n for n in plain if headings[n].net and not headings[n].listed]
    if not net:
        why = "a net price in a list of list prices: say `prices: net` in library.yaml if it is one"
        return [(n, why) for n in nets]
    if not nets:
        return []
    return [(n, "not the net price that this list is for") for n in plain if n not in nets]


def _of_other_things(headings: Sequence[Heading], prices: Sequence[int]) -> list[Rejected]:
    """Prices behind a second column of part numbers that itself stands behind prices: they belong to another table."""
    second = next(
        (n for n, h in enumerate(headings) if h.role == "sku" and n > min(prices, default=n)), None
    )
    if second is None or not any(h.role == "sku" for h in headings[: min(prices)]):
        return []
    why = (
        "another column of part numbers stands before it: put a blank column between the two tables"
    )
    return [(n, why) for n in prices if n > second]


def _twice(headings: Sequence[Heading], prices: Iterable[int]) -> list[Rejected]:
    """Columns that say the same of different amounts; one that says "list" wins over others that don't."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n in prices:
        h = headings[n]
        if not (h.net and not h.listed and not h.tier and not h.partner):
            alike[
                h.tier, h.partner, h.region, h.band, h.term, h.period, h.packing.says == "pack"
            ].append(n)
    rejected: list[Rejected] = []
    for group in alike.values():
        if len(group) < 2 or _by_currency([headings[n] for n in group]):
            continue
        listed = [n for n in group if headings[n].listed and not headings[n].suggested]
        listed = listed or [n for n in group if not headings[n].suggested]
        names = ", ".join(repr(headings[n].text) for n in group)
        losers = [n for n in group if n not in listed] if len(listed) == 1 else group
        rejected += [(n, f"several columns may be the same price: {names}") for n in losers]
    return rejected


def _by_currency(group: Sequence[Heading]) -> bool:
    """Whether the columns differ in nothing but their currencies, each naming its own."""
    named = [h.currencies for h in group if h.currencies]
    return len(named) == len(group) and sum(map(len, named)) == len(frozenset().union(*named))
