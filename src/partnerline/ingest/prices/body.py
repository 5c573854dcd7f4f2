"""Reads the body of one table: every price cell becomes a draft, everything unclear a refusal."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from partnerline.ingest.prices.amounts import (
    Amount,
    Mark,
    NoPrice,
    Unclear,
    decimal_mark,
    is_end_of_life,
    read_amount,
)
from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.columns import Heading
from partnerline.ingest.prices.context import Context, after_line
from partnerline.ingest.prices.currencies import DOLLARS
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.layout import Layout
from partnerline.ingest.prices.periods import Period
from partnerline.ingest.prices.rows import Row, band_starts, read_row
from partnerline.ingest.reading import Cell
from partnerline.knowledge.pricing.price import Per

Cells = Sequence[Cell]
_FOOTNOTE = re.compile(r"([*†‡]+|[¹²³⁴-⁹]|\(?\d\))\s*\S")


@dataclass(slots=True, kw_only=True)
class Body:
    """One table being read. `spoken` is what the document says of its currency, its days and of what terms are paid for.

    `dated` is whether the list's rule has days of its own, so that an unclear day in the title does no harm.
    """

    table: int
    layout: Layout
    context: Context
    spoken: Context
    tiers: frozenset[str]
    dated: bool
    refused: list[Refusal] = field(default_factory=list)
    _marks: dict[int, Mark | None] = field(default_factory=dict)
    _footnotes: dict[str, str] = field(default_factory=dict)
    _starts: frozenset[str] = frozenset()
    _last: Row | None = None
    _nameless: list[Cell] = field(default_factory=list)

    def drafts(self, rows: Sequence[Cells], start: int) -> list[Draft]:
        """The drafts of the table's rows; `start` is the first one's number in its grid."""
        self._find_marks(rows)
        self._find_footnotes(rows)
        self._starts = band_starts(rows, self.layout)
        found: list[Draft] = []
        for number, cells in enumerate(rows, start=start):
            if _is_words(cells):
                self.context = after_line(self.context, cells)
            else:
                found += self._row(cells, number)
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

    def _find_footnotes(self, rows: Sequence[Cells]) -> None:
        for cells in rows:
            line = next((cell.text for cell in cells if cell.text), "") if _is_words(cells) else ""
            if found := _FOOTNOTE.match(line):
                self._footnotes[found.group(1)] = line

    def _row(self, cells: Cells, number: int) -> Iterator[Draft]:
        marks = set(self._marks.values()) - {None}
        mark = marks.pop() if len(marks) == 1 else None
        row = read_row(cells, self.layout, self.tiers, mark, self._starts)
        named = self._named(row)
        if named is None:
            self._nameless += [cells[n] for n in self.layout.prices if cells[n].text][:1]
            return
        self._last = named
        given = [n for n in self.layout.prices if cells[n].text] or (
            list(self.layout.prices) if named.ended else []
        )
        if not given and self.layout.prices and row.sku and row.name:
            self._refuse(cells[self.layout.prices[0]], "the row has no price", text=row.sku)
        for column in given:
            yield self._draft(cells, column, named, number)

    def _named(self, row: Row) -> Row | None:
        """The row with its part number: its own, its name where it has none, or the row's above that it continues."""
        if row.sku or row.name:
            return _renamed(row, row.sku or row.name, row.name or row.sku)
        last = self._last
        if last and row.banded and row.band and last.band and row.band.first > last.band.first:
            return _renamed(row, last.sku, last.name)
        return None

    def _draft(self, cells: Cells, column: int, row: Row, number: int) -> Draft:
        heading, cell = self.layout.headings[column], cells[column]
        read = read_amount(cell, decimal=self._marks[column])
        currency, doubt = self._currency(heading, row, read)
        period, lost = self._period(heading, row, read)
        band = heading.band or row.band
        why = "; ".join(row.doubts) or _why(read) or lost or self._undated(row) or _clash(heading, row)  # fmt: skip
        if not why and not isinstance(read, NoPrice):
            why = doubt if read is not None else ""
        term = heading.term or row.term
        per: Per = period if period in {"month", "year", "term"} else "once"
        return Draft(
            row=(self.table, number),
            locator=cell.locator,
            text=cell.text,
            row_text=_row_text(cells, self.layout.headings),
            sku=row.sku,
            name=row.name,
            currency=currency,
            amount=read.value if isinstance(read, Amount) else None,
            band=band,
            unit=row.unit or heading.unit,
            tier=heading.tier or row.tier,
            term=term,
            per=per,
            note=_note(read, row, self._footnotes),
            valid_from=row.valid_from or self._around.valid_from,
            valid_until=row.valid_until or self._around.valid_until,
            refused=why,
        )

    def _currency(self, heading: Heading, row: Row, read: object) -> tuple[str, str]:
        """The one currency that cell, row and heading allow, failing them the headings beside it or the words around."""
        of_cell = read.currencies if isinstance(read, Amount) else None
        near = [c for c in (of_cell, row.currencies, heading.currencies) if c is not None]
        wide = (self.layout.currencies, self.context.currencies, self.spoken.currencies)
        around = [c for c in wide if c is not None]
        if not near and not around:
            return "", "no currency is named for it"
        allowed = frozenset.intersection(*near) if near else around[0]
        if not allowed:
            return "", "different currencies are named for it"
        for wider in around:
            allowed = allowed & wider if len(allowed) > 1 and allowed & wider else allowed
        if len(allowed) == 1:
            return next(iter(allowed)), ""
        # A dollar sign that nothing else narrows is the one most lists mean by it.
        if allowed == DOLLARS and not (self.context.abroad or self.spoken.abroad):
            return "USD", ""
        return "", f"its currency may be {' or '.join(sorted(allowed))}"

    def _period(self, heading: Heading, row: Row, read: object) -> tuple[Period | None, str]:
        of_cell = read.period if isinstance(read, Amount) else None
        near = {p for p in (of_cell, heading.period, row.period) if p}
        if len(near) > 1 or (near and row.once):
            return None, "its cell, its row and its heading differ in what span it is for"
        if near:
            return near.pop(), ""
        if row.once:
            return None, ""
        term = heading.term or row.term
        period = self.context.period or (self.spoken.period if term else None)
        if period == "other":
            return None, "the words around the table leave open what span it is for"
        if term and period is None:
            return None, "nothing says whether it is for a month, a year or the whole term"
        return period, ""

    def _undated(self, row: Row) -> str:
        if self.dated or row.valid_from or row.valid_until or not self._around.doubt:
            return ""
        return f"the days the table is valid: {self._around.doubt}"

    @property
    def _around(self) -> Context:
        """Where the table's days are told: straight around it, else in the document's sentences."""
        own = self.context
        told = own.valid_from or own.valid_until or own.doubt
        return own if told else self.spoken

    def _refuse(self, cell: Cell, why: str, text: str = "") -> None:
        self.refused.append(Refusal(locator=cell.locator, text=text or cell.text, why=why))

    def _report_nameless(self) -> None:
        if self._nameless:
            rows = len(self._nameless)
            why = f"{rows} {'row has' if rows == 1 else 'rows have'} amounts but neither part number nor name"
            self._refuse(self._nameless[0], why)


def _renamed(row: Row, sku: str, name: str) -> Row:
    return replace(row, sku=sku, name=name)


def _is_words(cells: Cells) -> bool:
    """Whether a row is a line of words: one text, in one cell or merged over several."""
    texts = {cell.text for cell in cells if cell.text}
    return len(texts) <= 1


def _first(rows: Sequence[Cells], column: int) -> str:
    return next((cells[column].locator for cells in rows if cells[column].text), "")


def _why(read: object) -> str:
    return read.why if isinstance(read, Unclear) else ""


def _clash(heading: Heading, row: Row) -> str:
    """Why a heading and its row can't both be right."""
    if heading.band and row.banded and row.band != Band(first=1):
        return "its heading and its row both name quantities"
    if heading.tier and row.tier and heading.tier != row.tier:
        return "its heading and its row name different tiers"
    if heading.term and row.term and heading.term != row.term:
        return "its heading and its row name different terms"
    return ""


def _note(read: object, row: Row, footnotes: Mapping[str, str]) -> str:
    words = read.words if isinstance(read, NoPrice) else ""
    mark = read.note if isinstance(read, Amount) else ""
    mark = footnotes.get(mark, mark)
    parts = [part for part in (words, mark, row.note) if part]
    joined = "; ".join(dict.fromkeys(parts))
    ended = row.ended or is_end_of_life(words)
    return f"end of life; {joined}" if ended and "end of life" not in joined.casefold() else joined


def _row_text(cells: Cells, headings: Sequence[Heading]) -> str:
    parts = [
        f"{heading.text}: {' '.join(cell.text.split())}" if heading.text else cell.text
        for cell, heading in zip(cells, headings, strict=True)
        if cell.text
    ]
    return " · ".join(dict.fromkeys(parts))
