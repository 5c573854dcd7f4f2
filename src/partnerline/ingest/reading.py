"""What a reader makes of a file: sections that keep their place, and tables as grids of cells."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

CellValue = str | int | float | Decimal | bool | date | datetime | None
"""A cell as its format has it; a workbook's numbers are floats there, and their `text` is what a person sees."""

BlockKind = Literal["paragraph", "item", "row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a list item with its marker, or a table row that reads on its own: "SKU: AX-200 · Weight: 1.2 kg".

    `locator` is set where the block has a finer place than its section, as a workbook's row has.
    """

    kind: BlockKind
    text: str
    locator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of one place under one heading path; a passage never crosses from one into another.

    `locator` is the place as a person would find it: "p. 3", "slide 4", "EMEA!A5:F5", "## Heading".
    """

    locator: str
    headings: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table. `text` is what a person sees, trimmed, "" where empty; `locator` is its place.

    `number_format` is the workbook's, which may hold the currency: '#,##0.00 [$€-407]'. `struck` is whether the whole
    of it is struck through.
    """

    value: CellValue
    text: str
    locator: str
    number_format: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A grid, every row of one length; merged cells repeat their value. `name` is the sheet's, or the heading above.

    A sheet is one table, title rows and notes included: where its headings start is the price reader's to find.
    Hidden sheets are left out by the reader; hidden rows and columns too.
    """

    name: str
    locator: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything a file says. `notes` are for the report: what was left out, and where."""

    title: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
