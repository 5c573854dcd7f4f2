"""What a table looks like beside its headings: the lines around it, and columns whose cells are amounts."""

from collections.abc import Sequence
from dataclasses import replace

from partnerline.ingest.prices.amounts import Amount, read_amount
from partnerline.ingest.prices.content import told_by_cells
from partnerline.ingest.prices.headers import Region
from partnerline.ingest.prices.layout import Layout
from partnerline.ingest.reading import Cell, Table

_WHOSE = frozenset({"partner", "tier", "region"})
_WHY = "its cells look like amounts, and the heading doesn't say of what"


def around(table: Table, region: Region) -> list[tuple[Cell, ...]]:
    """The sheet's own title rows, and the lines of words straight above the heading."""
    title = [row for row in table.rows[: region.top] if region.above == 0]
    if title or region.above == 0:
        return title
    between = table.rows[region.above : region.top]
    lines = [row for row in between if len({c.text for c in row if c.text}) == 1]
    return [*_title_rows(table), *lines[-2:]]


def _title_rows(table: Table) -> list[tuple[Cell, ...]]:
    """The rows from the top of the sheet that hold no more than a few words each."""
    title: list[tuple[Cell, ...]] = []
    for row in table.rows:
        if len({cell.text for cell in row if cell.text}) > 4:
            break
        title.append(row)
    return title


def seen(region: Region, rows: Sequence[Sequence[Cell]]) -> Region:
    """The region with its headings as its cells bear them out: amounts under whom or where are money, and the like."""
    headings = told_by_cells(region.headings, rows)
    headings = tuple(
        replace(heading, role="money", why=_WHY)
        if heading.role in _WHOSE and _are_amounts(rows, number)
        else heading
        for number, heading in enumerate(headings)
    )
    return replace(region, headings=headings)


def _are_amounts(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether all cells are numbers, some with cents or a currency; whole numbers alone may be customers'."""
    cells = [row[column] for row in rows[:200] if row[column].text]
    read = [read_amount(cell, decimal=".") for cell in cells]
    amounts = [one for one in read if isinstance(one, Amount)]
    return len(amounts) == len(cells) and any(
        one.currencies is not None or one.value != int(one.value) for one in amounts
    )


def like_money(rows: Sequence[Sequence[Cell]], layout: Layout) -> list[tuple[int, str]]:
    """Columns whose headings say nothing of money and whose cells look like it."""
    return [(n, _WHY) for n in layout.all_of("other") if _is_money(rows, n, bare=not layout.prices)]


def _is_money(rows: Sequence[Sequence[Cell]], column: int, *, bare: bool) -> bool:
    """Whether most cells have a currency; where nothing else is a price, two decimals or a bare number will do."""
    cells = [row[column] for row in rows[:200] if row[column].text]
    read = [read_amount(cell, decimal=".") for cell in cells]
    cents = sum(cell.text[-3:-2] in {".", ","} for cell in cells)
    amounts = [one for one in read if isinstance(one, Amount)]
    signed = sum(one.currencies is not None for one in amounts)
    return bool(amounts) and (signed * 2 > len(read) or (bare and cents * 2 > len(read)))
