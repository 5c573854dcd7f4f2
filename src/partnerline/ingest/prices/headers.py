"""Finds where tables of prices begin on a grid, however many rows their headings take."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.ingest.prices.columns import Heading, read_heading
from partnerline.ingest.reading import Cell, Table

_MOST_ROWS_ABOVE = 2
_NAMED = frozenset({"sku", "name"})
_PRICED = frozenset({"price", "money"})

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One table on a grid: what its columns are, its heading's rows, and its body's, each up to and without the last.

    `above` is where the rows begin that stand over the heading and belong to it or to the sheet.
    """

    headings: tuple[Heading, ...]
    above: int
    top: int
    body: int
    end: int


def regions_of(table: Table, tiers: frozenset[str]) -> tuple[Region, ...]:
    """Every table with a heading for things and one for money, in the order of the grid."""
    found: list[Region] = []
    at, free = 0, 0
    while at < len(table.rows):
        region = _begins(table.rows, at, free, tiers)
        if region is None:
            at += 1
            continue
        if found:
            found[-1] = _ended(found[-1], region.top)
        found.append(region)
        at = free = region.body
    return tuple(found)


def _ended(region: Region, end: int) -> Region:
    return Region(
        headings=region.headings, above=region.above, top=region.top, body=region.body, end=end
    )


def _begins(rows: Sequence[Row], at: int, free: int, tiers: frozenset[str]) -> Region | None:
    row = rows[at]
    if not _may_head(row, tiers):
        return None
    top, body = at, at + 1
    while top > free and at - top < _MOST_ROWS_ABOVE and _is_over(rows[top - 1], row, tiers):
        top -= 1
    while body < len(rows) and body - at <= _MOST_ROWS_ABOVE and _is_under(rows[body], row, tiers):
        body += 1
    headings = _combined(rows[top:body], tiers)
    roles = {heading.role for heading in headings}
    if not roles & _NAMED or not roles & _PRICED:
        return None
    return Region(headings=headings, above=free, top=top, body=body, end=len(rows))


def _may_head(row: Row, tiers: frozenset[str]) -> bool:
    """Whether a row of words names a column of things; a row of numbers never does."""
    texts = {cell.text for cell in row if cell.text}
    if len(texts) < 2 or any(isinstance(c.value, int | float) for c in row if c.text):
        return False
    named = [t for t in texts if len(t) < 120 and read_heading(t, tiers).role in _NAMED]
    return bool(named) and sum(len(t) < 160 for t in texts) == len(texts)


def _is_over(upper: Row, row: Row, tiers: frozenset[str]) -> bool:
    """Whether the upper row's headings span columns of this one: nothing new stands over the columns of things."""
    spans = 0
    for above, cell in zip(upper, row, strict=True):
        if not above.text or above.text == cell.text:
            continue
        role = read_heading(cell.text, tiers).role if cell.text else "other"
        if role in _NAMED or not isinstance(above.value, str):
            return False
        spans += 1
    return spans > 0


def _is_under(lower: Row, row: Row, tiers: frozenset[str]) -> bool:
    """Whether the lower row goes on with the headings: it says more of columns of money and of no other."""
    spans = 0
    for cell, above in zip(lower, row, strict=True):
        if not cell.text or cell.text == above.text:
            continue
        if read_heading(above.text, tiers).role in _NAMED or isinstance(cell.value, int | float):
            return False
        if read_heading(cell.text, tiers).role not in _PRICED:
            return False
        spans += 1
    return spans > 0


def _combined(rows: Sequence[Row], tiers: frozenset[str]) -> tuple[Heading, ...]:
    """Each column's headings from top to bottom as one; a heading over several bands counts for each of them."""
    spread = [_spread(row, rows[number + 1 :], tiers) for number, row in enumerate(rows)]
    columns = zip(*spread, strict=True)
    return tuple(
        read_heading(" ".join(dict.fromkeys(text for text in column if text)), tiers)
        for column in columns
    )


def _spread(row: Row, below: Sequence[Row], tiers: frozenset[str]) -> list[str]:
    texts = [" ".join(cell.text.split()) for cell in row]
    if not below:
        return texts
    last = ""
    for column, text in enumerate(texts):
        under = below[-1][column].text
        if text:
            last = text if read_heading(text, tiers).role in _PRICED or not under else ""
        elif under and read_heading(under, tiers).role in _PRICED:
            texts[column] = last
        else:
            last = ""
    return texts
