"""Tables that stand side by side on one sheet, each taken apart as a table of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from partnerline.ingest.prices.columns import names_things, read_heading
from partnerline.ingest.prices.named import Named
from partnerline.ingest.reading import Cell, Table

Row = Sequence[Cell]
Span = tuple[int, int]
"""Columns from the first up to and without the last."""

_LINES_ABOVE = 4  # a table's own title and the upper row of its headings
_TITLE = 2  # texts that a line of a title has at most


def strips_of(table: Table, named: Named) -> tuple[Table, ...]:
    """The table's own side-by-side tables, each with all the rows' numbers as they are; mostly itself alone.

    Rows that stand above all of them, as a title does, stand above each.
    """
    blocks = _blocks(table, named)
    if all(len(block.spans) == 1 for block in blocks):
        return (table,)
    ends = [*(block.begin for block in blocks[1:]), len(table.rows)]
    title = blocks[0].begin
    return tuple(
        _cut(table, span, title, block.begin, end)
        for block, end in zip(blocks, ends, strict=True)
        for span in block.spans
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Rows under one heading row: where they begin, the lines above the heading included, and each table's columns."""

    begin: int
    spans: tuple[Span, ...]


def _blocks(table: Table, named: Named) -> list[_Block]:
    found: list[_Block] = []
    for number, row in enumerate(table.rows):
        if any(isinstance(cell.value, int | float) for cell in row):
            continue
        if not any(names_things(cell.text, named) for cell in row if cell.text):
            continue
        spans = _spans(table, number, named)
        if spans and (not found or spans != found[-1].spans):
            found.append(_Block(begin=_begin(table.rows, number), spans=spans))
    return found


def _begin(rows: Sequence[Row], number: int) -> int:
    """Below the nearest blank row, where one is near; what stands between belongs to the heading."""
    for above in range(number - 1, max(number - _LINES_ABOVE, 0) - 1, -1):
        if not any(cell.text for cell in rows[above]):
            return above + 1
    return number if number > _LINES_ABOVE else 0


def _spans(table: Table, number: int, named: Named) -> tuple[Span, ...]:
    row = table.rows[number]
    spans = _by_gaps(table.rows, number)
    spans = tuple(part for span in spans for part in _by_repeats(row, span))
    near = table.rows[max(number - 1, 0) : number + 2]
    whole = [span for span in spans if _is_table(near, row, span, named)]
    return spans if len(whole) == len(spans) else ((0, len(row)),)


def _by_gaps(rows: Sequence[Row], number: int) -> tuple[Span, ...]:
    """The stretches of a heading row between columns that are empty there and in the rows below."""
    row, below = rows[number], list(takewhile(_is_filled, rows[number + 1 : number + 31]))
    empty = [not cell.text and not any(r[n].text for r in below) for n, cell in enumerate(row)]
    spans: list[Span] = []
    start: int | None = None
    for column, gap in enumerate([*empty, True]):
        if not gap and start is None:
            start = column
        elif gap and start is not None:
            spans.append((start, column))
            start = None
    return tuple(spans)


def _is_filled(row: Row) -> bool:
    return any(cell.text for cell in row)


def _by_repeats(row: Row, span: Span) -> list[Span]:
    """The stretch in parts, where its headings are the same ones over again."""
    texts = [cell.text for cell in row[span[0] : span[1]]]
    for width in range(2, len(texts) // 2 + 1):
        if (
            len(texts) % width == 0
            and texts == texts[:width] * (len(texts) // width)
            and len(set(texts[:width])) > 1
        ):
            return [(at, at + width) for at in range(span[0], span[1], width)]
    return [span]


def _is_table(near: Sequence[Row], row: Row, span: Span, named: Named) -> bool:
    """Whether the columns have a heading for things and one for money, the latter perhaps in the row above or below."""
    things = any(names_things(cell.text, named) for cell in row[span[0] : span[1]] if cell.text)
    return things and any(
        read_heading(cell.text, named).role in {"price", "money"}
        for one in near
        for cell in one[span[0] : span[1]]
        if cell.text and not isinstance(cell.value, int | float)
    )


def _cut(table: Table, span: Span, title: int, begin: int, end: int) -> Table:
    """One table's columns; rows outside of its own are blank, so that every row keeps its number."""
    blank = tuple(replace(cell, value=None, text="") for cell in table.rows[begin][slice(*span)])
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(table.rows):
        if number < title:
            rows.append(_over_all(row, span))
        elif begin <= number < end:
            rows.append(tuple(row[slice(*span)]))
        else:
            rows.append(blank)
    return replace(table, rows=tuple(rows))


def _over_all(row: Row, span: Span) -> tuple[Cell, ...]:
    """A row above the tables: its own words in these columns, else those of a title, which holds for each of them."""
    own = list(row[slice(*span)])
    cells = [cell for cell in row if cell.text]
    if not any(cell.text for cell in own) and len({cell.text for cell in cells}) <= _TITLE:
        own[: len(cells)] = cells[: len(own)]
    return tuple(own)
