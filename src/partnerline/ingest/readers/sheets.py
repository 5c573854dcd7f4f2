"""Reads a sheet, whichever format it came in: titles and notes around its tables, rows under their headings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partnerline.ingest.readers.tables import (
    SEPARATOR,
    filled,
    looks_numeric,
    names_of,
    names_rows,
    row_text,
)
from partnerline.ingest.reading import Block, Cell, Section, Table

Rows = Sequence[Sequence[Cell]]
Place = Callable[[Cell, Cell], str]
"""Names the place of a row by the first and the last of its cells."""

_LOOK_AHEAD = 15  # rows; a list of terms above a table is rarely longer
_WIDE = 3  # columns from which on a table can't be mistaken for a list of terms


@dataclass(slots=True)
class _Open:
    """The table that rows belong to at the moment, with the line that stands over a group of its rows.

    `heads` are the texts of its first heading row.
    """

    names: tuple[str, ...]
    columns: tuple[int, int]
    heads: list[str]
    group: str = ""

    @property
    def is_wide(self) -> bool:
        return self.columns[0] != self.columns[1]


def sheet_sections(headings: tuple[str, ...], rows: Rows, place: Place) -> Iterator[Section]:
    """One section for each row that is data, and one for each stretch of words around the tables."""
    return _Sheet(headings, rows, place).sections()


def workbook_sections(title: str, table: Table) -> Iterator[Section]:
    """The sections of a workbook's sheet, each with its range of cells: "EMEA!A5:F5"."""

    def place(first: Cell, last: Cell) -> str:
        if first is last:
            return first.locator
        return f"{first.locator}:{last.locator.rpartition('!')[2]}"

    return sheet_sections((title, table.name), table.rows, place)


class _Sheet:
    """A sheet while it is read from the top down."""

    def __init__(self, headings: tuple[str, ...], rows: Rows, place: Place) -> None:
        self._headings, self._rows, self._place = headings, rows, place
        self._texts = [[cell.text for cell in row] for row in rows]
        self._widths = [len(set(row) - {""}) for row in self._texts]
        self._table: _Open | None = None
        self._words: list[tuple[Cell, Block]] = []

    def sections(self) -> Iterator[Section]:
        at = 0
        while at < len(self._rows):
            count = _header_rows(self._texts, self._widths, at, self._table)
            if count:
                self._open(at, count)
            elif self._widths[at] and (row := self._row(at)):
                yield from self._flush()
                yield row
            if count or not self._widths[at]:
                yield from self._flush()
            at += count or 1
        yield from self._flush()

    def _open(self, at: int, count: int) -> None:
        names = names_of(self._texts[at : at + count])
        columns = filled(names)
        self._table = _Open(names, (columns[0], columns[-1]), self._texts[at])

    def _row(self, at: int) -> Section | None:
        """A row of data as a section; words are kept until something else comes, and a group's line is noted."""
        texts, columns, table = self._texts[at], filled(self._texts[at]), self._table
        words = list(dict.fromkeys(text for text in texts if text))
        if table is None or (len(words) == 1 and table.is_wide):
            self._keep_words(at, words)
            return None
        first, last = min(columns[0], table.columns[0]), max(columns[-1], table.columns[1])
        return Section(
            locator=self._place(self._rows[at][first], self._rows[at][last]),
            headings=(*self._headings, table.group) if table.group else self._headings,
            blocks=(Block(kind="row", text=row_text(table.names, texts)),),
        )

    def _keep_words(self, at: int, words: list[str]) -> None:
        if self._table is not None and _stands_over_rows(words[0], self._texts, at):
            self._table.group = words[0]
            return
        if len(words) == 1 and not any(character.isalpha() for character in words[0]):
            return  # a number alone says nothing, and templates are full of them
        text = f"{words[0].rstrip(': ')}: {words[1]}" if len(words) == 2 else SEPARATOR.join(words)
        cell = next(cell for cell in self._rows[at] if cell.text)
        block = Block(kind="paragraph", text=text, locator=self._place(cell, cell))
        self._words.append((cell, block))

    def _flush(self) -> Iterator[Section]:
        if self._words:
            yield Section(
                locator=self._place(self._words[0][0], self._words[-1][0]),
                headings=self._headings,
                blocks=tuple(block for _, block in self._words),
            )
        self._words = []


def _header_rows(texts: list[list[str]], widths: list[int], at: int, table: _Open | None) -> int:
    """How many rows at `at` begin a table: 0 where they don't."""
    if table is not None and at and widths[at - 1] > 1 and texts[at] != table.heads:
        return 0  # most rows: only what is set off, or the headings again, begins a table anew
    count = names_rows(texts, at) if widths[at] else 0
    if not count or not _has_rows(widths, at + count):
        return 0
    if table is not None and names_of(texts[at : at + count]) == table.names:
        return count  # the headings again, as printed pages have them
    if table is not None and not _begins_anew(texts, widths, at, count, table):
        return 0
    return 0 if _is_before_wider(widths, at + count - 1) else count


def _has_rows(widths: list[int], at: int) -> bool:
    """Whether rows of several cells follow before the next blank one; lines between them may group them."""
    block = widths[at : at + _LOOK_AHEAD]
    block = block[: block.index(0)] if 0 in block else block
    return max(block, default=0) >= 2


def _is_before_wider(widths: list[int], at: int) -> bool:
    """Whether the row belongs to the lines above a table: a wider row comes before the next blank one, or at all."""
    block = widths[at : at + _LOOK_AHEAD]
    block = block[: block.index(0)] if 0 in block else block
    if max(block) > widths[at] + 1:
        return True
    return widths[at] < _WIDE and max(widths[at:]) > _WIDE


def _begins_anew(
    texts: list[list[str]], widths: list[int], at: int, count: int, table: _Open
) -> bool:
    if widths[at] < 2 or any(looks_numeric(text) for text in texts[at]):
        return False
    after_blank = at == 0 or not widths[at - 1] or widths[at - 1] == 1
    below = texts[at + count]
    numbers_below = any(looks_numeric(below[c]) for c in filled(texts[at]))
    elsewhere = set(filled(texts[at])) != set(filled(table.names))
    return after_blank and (numbers_below or elsewhere) and widths[at + count] >= 2


def _stands_over_rows(text: str, texts: list[list[str]], at: int) -> bool:
    below = texts[at + 1] if at + 1 < len(texts) else []
    return len(set(below) - {""}) > 1 and not looks_numeric(text) and len(text) < 100
