"""Finds where tables of prices begin on a grid, however many rows their headings take."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.ingest.prices.columns import names_things, read_heading
from partnerline.ingest.prices.heading import Heading
from partnerline.ingest.prices.named import Named
from partnerline.ingest.reading import Cell, Table

_MOST_ROWS_ABOVE = 2
_NAMED = frozenset({"sku", "name"})
_PRICED = frozenset({"price", "money"})
_NUMBERS = (int, float)

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


def regions_of(table: Table, named: Named) -> tuple[Region, ...]:
    """Every table with a heading for things and one for money, in the order of the grid."""
    found: list[Region] = []
    at, free = 0, 0
    while at < len(table.rows):
        region = _begins(table.rows, at, free, named)
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


def _begins(rows: Sequence[Row], at: int, free: int, named: Named) -> Region | None:
    row = rows[at]
    if not _may_head(row, named):
        return None
    top, body = at, at + 1
    while top > free and at - top < _MOST_ROWS_ABOVE and _is_over(rows[top - 1], row, named):
        top -= 1
    while body < len(rows) and body - at <= _MOST_ROWS_ABOVE and _is_under(rows[body], row, named):
        body += 1
    headings = _combined(rows[top:body], named)
    roles = {heading.role for heading in headings}
    if not roles & _NAMED or not roles & _PRICED:
        return None
    return Region(headings=headings, above=free, top=top, body=body, end=len(rows))


def _may_head(row: Row, named: Named) -> bool:
    """Whether a row of words names a column of things; a row of numbers never does."""
    texts = {cell.text for cell in row if cell.text}
    if len(texts) < 2 or any(isinstance(cell.value, _NUMBERS) for cell in row if cell.text):
        return False
    return any(names_things(text, named) for text in texts) and all(len(t) < 160 for t in texts)


def _is_over(upper: Row, row: Row, named: Named) -> bool:
    """Whether the upper row's headings span columns of this one: nothing new stands over the columns of things."""
    spans = 0
    for above, cell in zip(upper, row, strict=True):
        if not above.text or above.text == cell.text:
            continue
        role = read_heading(cell.text, named).role if cell.text else "other"
        if role in _NAMED or not isinstance(above.value, str):
            return False
        spans += 1
    return spans > 0


def _is_under(lower: Row, row: Row, named: Named) -> bool:
    """Whether the lower row goes on with the headings: it says more of columns of money and of no other."""
    spans = 0
    for cell, above in zip(lower, row, strict=True):
        if not cell.text or cell.text == above.text:
            continue
        if read_heading(above.text, named).role in _NAMED or isinstance(cell.value, int | float):
            return False
        if read_heading(cell.text, named).role not in _PRICED:
            return False
        spans += 1
    return spans > 0


def _combined(rows: Sequence[Row], named: Named) -> tuple[Heading, ...]:
    """Each column's headings from top to bottom as one; a heading over several bands counts for each of them."""
    spread = [_spread(row, rows[number + 1 :], named) for number, row in enumerate(rows)]
    columns = zip(*spread, strict=True)
    return tuple(
        read_heading(" ".join(dict.fromkeys(text for text in column if text)), named)
        for column in columns
    )


def _spread(row: Row, below: Sequence[Row], named: Named) -> list[str]:
    texts = [" ".join(cell.text.split()) for cell in row]
    if not below:
        return texts
    last = ""
    for column, text in enumerate(texts):
        under = below[-1][column].text
        if text:
            last = text if read_heading(text, named).role in _PRICED or not under else ""
        elif under and read_heading(under, named).role in _PRICED:
            texts[column] = last
        else:
            last = ""
    return texts
