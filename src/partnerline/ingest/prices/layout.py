"""Which column of a table is used for what, and which columns of money are left out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from partnerline.ingest.prices.columns import Heading, Role
from partnerline.ingest.prices.currencies import narrowed
from partnerline.ingest.prices.headers import Region

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

    def __post_init__(self) -> None:
        for number, heading in enumerate(self.headings):
            self._by_role.setdefault(heading.role, []).append(number)

    def of(self, role: Role) -> int | None:
        """The first column of a role."""
        return next(iter(self._by_role.get(role, ())), None)

    def all_of(self, *roles: Role) -> tuple[int, ...]:
        """Every column of these roles."""
        return tuple(n for role in roles for n in self._by_role.get(role, ()))

    @property
    def currencies(self) -> frozenset[str] | None:
        """What all headings that name a currency agree on: "List price (USD)" beside "Gold" speaks for both."""
        return narrowed(tuple(h.currencies for h in self.headings if h.currencies))


def layout_of(region: Region, *, net: bool) -> Layout:
    """The table's layout; `net` is whether its list is declared to hold net prices."""
    headings = region.headings
    rejected = [(n, h.why) for n, h in enumerate(headings) if h.role == "money"]
    prices = [n for n, h in enumerate(headings) if h.role == "price"]
    for reject in (_of_other_kind(headings, prices, net=net), _twice(headings, prices)):
        rejected += reject
    dropped = {number for number, _ in rejected}
    return Layout(
        headings=headings,
        prices=tuple(n for n in prices if n not in dropped),
        rejected=tuple(sorted(rejected)),
        sku=_surest(headings, "sku"),
        name=_surest(headings, "name"),
    )


def _surest(headings: Sequence[Heading], role: Role) -> int | None:
    ranked = [(h.rank, n) for n, h in enumerate(headings) if h.role == role]
    return min(ranked)[1] if ranked else None


def _of_other_kind(headings: Sequence[Heading], prices: Iterable[int], *, net: bool) -> list[Rejected]:  # fmt: skip
    """Net prices in a list of list prices, and list prices beside a net list's own."""
    plain = [n for n in prices if not headings[n].tier]
    nets = [n for n in plain if headings[n].net and not headings[n].listed]
    if not net:
        why = "a net price in a list of list prices: say `prices: net` in library.yaml if it is one"
        return [(n, why) for n in nets]
    if not nets:
        return []
    return [(n, "not the net price that this list is for") for n in plain if n not in nets]


def _twice(headings: Sequence[Heading], prices: Iterable[int]) -> list[Rejected]:
    """Columns that say the same of different amounts; one that says "list" wins over others that don't."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n in prices:
        h = headings[n]
        if not (h.net and not h.listed and not h.tier):
            alike[h.tier, h.band, h.term, h.period].append(n)
    rejected: list[Rejected] = []
    for group in alike.values():
        if len(group) < 2 or _by_currency([headings[n] for n in group]):
            continue
        listed = [n for n in group if headings[n].listed]
        names = ", ".join(repr(headings[n].text) for n in group)
        losers = [n for n in group if n not in listed] if len(listed) == 1 else group
        rejected += [(n, f"several columns may be the same price: {names}") for n in losers]
    return rejected


def _by_currency(group: Sequence[Heading]) -> bool:
    """Whether the columns differ in nothing but their currencies, each naming its own."""
    named = [h.currencies for h in group if h.currencies]
    return len(named) == len(group) and sum(map(len, named)) == len(frozenset().union(*named))
