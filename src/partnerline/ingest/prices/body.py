"""Reads the body of one table: every price cell becomes a draft, everything unclear a refusal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from partnerline.ingest.prices.amounts import Mark, decimal_mark, is_end_of_life
from partnerline.ingest.prices.cells import PriceCell
from partnerline.ingest.prices.context import Context, after_line
from partnerline.ingest.prices.currencies import currencies_in, currency_of_format, narrowed
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.heading import Heading
from partnerline.ingest.prices.layout import Layout, text_of
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.quantities import band_starts
from partnerline.ingest.prices.rows import Row, read_row
from partnerline.ingest.prices.shown_row import ShownRow
from partnerline.ingest.reading import Cell

Cells = Sequence[Cell]
_SAMPLE = 50
_MARK = re.compile(r"(?<=[\w)])\s*([*†‡]+|[¹²³⁴-⁹])$")
_FOOTNOTE = re.compile(r"([*†‡]+|[¹²³⁴-⁹]|\(?\d\)?)\s*\S")


@dataclass(slots=True, kw_only=True)
class Body:
    """One table being read. `spoken` is what the document says of its currency, its days and of what terms are paid for.

    `dated` is whether the list's rule has days of its own, so that an unclear day in the title does no harm. `part` is
    the table's number among those found, `rejected` are the columns of money that aren't read.
    """

    table: int
    part: int
    layout: Layout
    context: Context
    spoken: Context
    named: Named
    dated: bool
    rejected: Sequence[int] = ()
    refused: list[Refusal] = field(default_factory=list)
    _marks: dict[int, Mark | None] = field(default_factory=dict)
    _mark: Mark | None = None
    _currencies: dict[int, frozenset[str] | None] = field(default_factory=dict)
    _footnotes: dict[str, str] = field(default_factory=dict)
    _starts: frozenset[str] = frozenset()
    _by_region: bool = False
    _last: Row | None = None
    _nameless: list[Cell] = field(default_factory=list)

    def drafts(self, rows: Sequence[Cells], start: int) -> list[Draft]:
        """The drafts of the table's rows; `start` is the first one's number in its grid."""
        self._find_marks(rows)
        self._find_footnotes(rows)
        self._starts = band_starts(rows, self.layout)
        region = self.layout.of("region")
        self._by_region = region is not None and any(cells[region].text for cells in rows)
        shown = ShownRow(self.layout, self.named, self.rejected)
        found: list[Draft] = []
        for number, cells in enumerate(rows, start=start):
            if _is_words(cells):
                self.context = after_line(self.context, cells, self.named)
            else:
                found += self._row(cells, number, shown)
        self._report_nameless()
        return found

    def _find_marks(self, rows: Sequence[Cells]) -> None:
        """Each column's decimal mark, by all its cells, else by all the table's."""
        shown = {n: decimal_mark(cells[n] for cells in rows) for n in self.layout.prices}
        everywhere = frozenset[Mark]().union(*shown.values())
        for column, marks in shown.items():
            known = marks or everywhere
            self._marks[column] = next(iter(known)) if len(known) == 1 else None
            if len(marks) == 2:
                text = self.layout.headings[column].text
                why = "the column has decimal points and decimal commas: only what is beyond doubt was taken"
                self.refused.append(Refusal(locator=_first(rows, column), text=text, why=why))
        self._currencies = {n: _signs(rows, n) for n in self.layout.prices}
        sure = set(self._marks.values()) - {None}
        self._mark = sure.pop() if len(sure) == 1 else None

    def _find_footnotes(self, rows: Sequence[Cells]) -> None:
        for cells in rows:
            line = next((cell.text for cell in cells if cell.text), "") if _is_words(cells) else ""
            if found := _FOOTNOTE.match(line):
                self._footnotes[found.group(1).strip("()")] = line

    def _row(self, cells: Cells, number: int, shown: ShownRow) -> Iterator[Draft]:
        read = read_row(cells, self.layout, self.named, self._mark, self._starts)
        row = self._named(self._without_marks(read))
        if row is None:
            self._nameless += [cells[n] for n in self.layout.prices if cells[n].text][:1]
            return
        self._last = row
        prices = self.layout.prices
        given = [n for n in prices if cells[n].text] or (list(prices) if row.ended else [])
        if not given and prices and row.sku and row.name:
            self._refuse(cells[prices[0]], "the row has no price", text=row.sku)
        if given:
            row = self._placed(row, cells)
            parts = shown.parts(cells)
            for column in given:
                line = shown.line(parts, column, cells[column])
                yield from self._drafts(cells[column], column, row, number, line)

    def _without_marks(self, row: Row) -> Row:
        """The row with the marks of footnotes taken off its part number and its name, and what they say noted."""
        notes = [note for note in (self._noted(row.sku), self._noted(row.name)) if note]
        if not notes:
            return row
        return replace(
            row,
            sku=_unmarked(row.sku) if self._noted(row.sku) else row.sku,
            name=_unmarked(row.name) if self._noted(row.name) else row.name,
            note="; ".join(dict.fromkeys([*notes, *filter(None, [row.note])])),
            ended=row.ended or any(is_end_of_life(note) for note in notes),
        )

    def _noted(self, text: str) -> str:
        """The footnote whose mark ends a text, "" where none does."""
        found = _MARK.search(text) if self._footnotes else None
        return self._footnotes.get(found.group(1), "") if found else ""

    def _named(self, row: Row) -> Row | None:
        """The row with its part number: its own, its name where it has none, or the row's above that it continues."""
        if row.sku and row.name:
            return row
        if row.sku or row.name:
            return replace(row, sku=row.sku or row.name, name=row.name or row.sku)
        last = self._last
        if last and row.banded and row.band and last.band and row.band.first > last.band.first:
            return replace(row, sku=last.sku, name=last.name, regions=row.regions or last.regions)
        return None

    def _placed(self, row: Row, cells: Cells) -> Row:
        """The row with the regions it is for; one that names none among others that do is left open."""
        column = self.layout.of("region")
        if row.regions or column is None or not self._by_region or text_of(cells, column):
            return row
        return replace(row, doubts=(*row.doubts, "it names no region, and other rows do"))

    def _drafts(self, cell: Cell, column: int, row: Row, number: int, line: str) -> Iterator[Draft]:
        heading = self.layout.headings[column]
        draft = self._read(cell, heading, row, column).draft(
            (self.table, number, self.part), column, line
        )
        regions = row.regions or ((heading.region,) if heading.region else self.context.regions)
        if heading.region and row.regions and heading.region not in row.regions:
            yield replace(
                draft, refused=draft.refused or "its heading and its row name different regions"
            )
        elif len(regions) > 1:
            yield from (replace(draft, region=region) for region in regions)
        else:
            yield replace(draft, region=regions[0]) if regions and regions[0] else draft

    def _read(self, cell: Cell, heading: Heading, row: Row, column: int) -> PriceCell:
        return PriceCell(
            cell=cell,
            heading=heading,
            row=row,
            decimal=self._marks[column],
            headings=self.layout.currencies,
            around=self.context,
            spoken=self.spoken,
            dated=self.dated,
            footnotes=self._footnotes,
            column=self._currencies.get(column),
        )

    def _refuse(self, cell: Cell, why: str, text: str = "") -> None:
        self.refused.append(Refusal(locator=cell.locator, text=text or cell.text, why=why))

    def _report_nameless(self) -> None:
        if self._nameless:
            rows = len(self._nameless)
            why = f"{rows} {'row has' if rows == 1 else 'rows have'} amounts but neither part number nor name"
            self._refuse(self._nameless[0], why)


def _is_words(cells: Cells) -> bool:
    """Whether a row is a line of words: one text, in one cell or merged over several."""
    first = ""
    for cell in cells:
        if cell.text and cell.text != first:
            if first:
                return False
            first = cell.text
    return True


def _unmarked(text: str) -> str:
    return _MARK.sub("", text).rstrip()


def _first(rows: Sequence[Cells], column: int) -> str:
    return next((cells[column].locator for cells in rows if cells[column].text), "")


def _signs(rows: Sequence[Cells], column: int) -> frozenset[str] | None:
    """What the signs of a column's cells may all mean; `None` where the first ones have none."""
    cells = [cells[column] for cells in rows if cells[column].text][:_SAMPLE]
    signs = [sign for cell in cells if (sign := _sign(cell)) is not None]
    return narrowed(tuple(signs))


def _sign(cell: Cell) -> frozenset[str] | None:
    return currency_of_format(cell.number_format) or narrowed(currencies_in(cell.text))
