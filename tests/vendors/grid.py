"""A sheet of cells with price tables on it, and the truth about each of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from openpyxl.utils import get_column_letter
from tests.vendors.truth import Decoy, TruePrice

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: an article, its basic price in this list, and what holds for this line alone."""

    n: int
    sku: str
    name: str
    price: Decimal
    family: str = ""
    hidden: bool = False
    facts: Facts = field(default_factory=dict)
    shown: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """A word where an amount would stand: a price on request, or none at all."""

    text: str
    on_request: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading, what stands under it, and whether that is a price."""

    head: str
    cell: Callable[[Row], object]
    kind: Literal["plain", "price", "decoy"] = "plain"
    show: Callable[[Row, Decimal], object] = lambda _row, amount: amount
    over: str = ""
    why: str = ""
    facts: Facts = field(default_factory=dict)
    hidden: bool = False
    style: str = "General"


def plain(head: str, cell: Callable[[Row], object], *, over: str = "") -> Column:
    """A column that says something about the article."""
    return Column(head=head, cell=cell, over=over)


def decoy(head: str, cell: Callable[[Row], object], why: str, **more: Any) -> Column:
    """A column of figures that are nobody's price."""
    return Column(head=head, cell=cell, kind="decoy", why=why, **more)


@dataclass(slots=True)
class Grid:
    """A sheet: cells by row and column from 1, and the records of those that bear amounts."""

    file: str
    name: str = ""
    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    styles: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    state: str = "visible"
    records: list[TruePrice | Decoy] = field(default_factory=list)

    @property
    def height(self) -> int:
        """The last row in use."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        """The last column in use."""
        return max((column for _, column in self.cells), default=0)

    def place(self, row: int, column: int) -> str:
        """The address of a cell, with its sheet where it has one."""
        address = f"{get_column_letter(column)}{row}"
        return f"{self.name}!{address}" if self.name else f"row {row}, column {column}"

    def note(self, row: int, text: str, *, column: int = 1, wide: int = 1) -> None:
        """Writes a line of text, merged over `wide` columns."""
        self.cells[row, column] = text
        self._merge(row, column, row, column + wide - 1)

    def table(
        self,
        top: int,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        left: int = 1,
        families: bool = False,
        facts: Facts | None = None,
        instead: Callable[[Row, Column], Instead | None] = lambda _row, _column: None,
    ) -> int:
        """Writes a table with its headings at `top` and gives the first free row under it."""
        at = self._headings(top, left, columns)
        for family, group in groupby(rows, key=lambda row: row.family):
            if families:
                self.note(at, family, column=left, wide=len(columns))
                at += 1
            for row in group:
                if row.hidden:
                    self.hidden_rows.add(at)
                for column, spec in enumerate(columns, left):
                    self._fill(at, column, row, spec, facts or {}, instead(row, spec))
                at += 1
        return at

    def lines(self) -> Iterator[list[object]]:
        """Gives the cells row by row, empty ones as None."""
        for row in range(1, self.height + 1):
            yield [self.cells.get((row, column)) for column in range(1, self.width + 1)]

    def _headings(self, top: int, left: int, columns: Sequence[Column]) -> int:
        deep = any(spec.over for spec in columns)
        last = ""
        for column, spec in enumerate(columns, left):
            self.cells[top + (deep and bool(spec.over)), column] = spec.head
            if spec.hidden:
                self.hidden_columns.add(column)
            if spec.over and spec.over != last:
                self.cells[top, column] = spec.over
                wide = sum(each.over == spec.over for each in columns)
                self._merge(top, column, top, column + wide - 1)
            elif deep and not spec.over:
                self._merge(top, column, top + 1, column)
            last = spec.over
        return top + 1 + deep

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def _fill(
        self, at: int, column: int, row: Row, spec: Column, facts: Facts, instead: Instead | None
    ) -> None:
        value: object
        if spec.kind == "price" and instead is not None:
            value = instead.text
            if instead.on_request and not row.hidden:
                self.records.append(self._price(at, column, row, spec, facts, None))
        elif spec.kind == "price":
            amount = spec.cell(row)
            assert isinstance(amount, Decimal)
            value = spec.show(row, amount)
            self.records.append(
                self._decoy(at, column, row, str(amount), "hidden row")
                if row.hidden
                else self._price(at, column, row, spec, facts, amount)
            )
        else:
            value = spec.cell(row)
            if spec.kind == "decoy":
                self.records.append(self._decoy(at, column, row, str(value), spec.why))
        if value is not None and value != "":
            self.cells[at, column] = value
            self.styles[at, column] = spec.style

    def _price(
        self, at: int, column: int, row: Row, spec: Column, facts: Facts, amount: Decimal | None
    ) -> TruePrice:
        told = {"sku": row.sku, "name": row.name, **facts, **row.facts, **spec.facts}
        return TruePrice(file=self.file, place=self.place(at, column), amount=amount, **told)

    def _decoy(self, at: int, column: int, row: Row, amount: str, why: str) -> Decoy:
        return Decoy(
            file=self.file, place=self.place(at, column), sku=row.sku, amount=amount, why=why
        )
