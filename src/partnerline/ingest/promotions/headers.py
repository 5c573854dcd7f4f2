"""Finds where promotions tables begin on a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.ingest.prices.folding import fold
from partnerline.ingest.promotions.columns import Heading, Role, read_heading
from partnerline.ingest.promotions.words import GROUPS
from partnerline.ingest.reading import Cell, Table

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One promotions table on a grid: its headings, the number of their first row, and of its body's, up to `end`."""

    headings: tuple[Heading, ...]
    top: int
    body: int
    end: int

    def all_of(self, role: Role) -> list[int]:
        """The columns of a role, the surest first."""
        found = [(h.rank, n) for n, h in enumerate(self.headings) if h.role == role]
        return [number for _, number in sorted(found)]


def regions_of(table: Table) -> tuple[Region, ...]:
    """Every table with headings for what is promoted, what it takes off, and when or on what."""
    tops: list[tuple[int, int, tuple[Heading, ...]]] = []
    at = 0
    while at < len(table.rows):
        found = _begins(table.rows, at)
        if found is None:
            at += 1
            continue
        tops.append((at, at + found[0], found[1]))
        at += found[0]
    ends = [top for top, _, _ in tops] + [len(table.rows)]
    return tuple(
        Region(headings=headings, top=top, body=body, end=end)
        for (top, body, headings), end in zip(tops, ends[1:], strict=True)
    )


def _begins(rows: Sequence[Row], at: int) -> tuple[int, tuple[Heading, ...]] | None:
    """How many rows the headings take that begin here, one or two, and what they are."""
    single = _headings(rows[at : at + 1])
    double = _headings(rows[at : at + 2])
    below = _headings(rows[at + 1 : at + 2])
    best = max(_known(single), _known(double))
    if _known(below) >= best and _is_table(below):
        return None
    if _known(double) > _known(single) and _is_table(double):
        return 2, double
    return (1, single) if _is_table(single) else None


def _headings(rows: Sequence[Row]) -> tuple[Heading, ...]:
    """Each column's texts from top to bottom as one heading; none where a row holds numbers or days."""
    if not rows or any(isinstance(cell.value, int | float | date) for row in rows for cell in row):
        return ()
    return tuple(_joined(column) for column in zip(*rows, strict=True))


def _joined(column: Sequence[Cell]) -> Heading:
    """Texts that stand over each other as one heading: "Valid" over "from"; or the lower one's, below "Benefit"."""
    texts = list(dict.fromkeys(" ".join(cell.text.split()) for cell in column if cell.text))
    whole = read_heading(" ".join(texts))
    if len(texts) < 2 or not _is_open(whole):
        return whole
    upper, lower = read_heading(texts[0]), read_heading(texts[-1])
    grouped = fold(texts[0]) in GROUPS or not _is_open(upper)
    return replace(lower, text=whole.text) if grouped else whole


def _is_open(heading: Heading) -> bool:
    return heading.role in {"other", "limit"}


def _known(headings: Sequence[Heading]) -> int:
    return sum(not _is_open(heading) for heading in headings)


def _is_table(headings: Sequence[Heading]) -> bool:
    roles = {heading.role for heading in headings}
    named = roles & {"code", "name"}
    worth = roles & {"percent", "fixed"}
    rest = roles & {"applies", "first", "last", "span"}
    return bool(named and worth and rest)
