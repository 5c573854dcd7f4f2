"""From a grid of texts to rows that read on their own, as tables inside a document have them."""

import re
from collections.abc import Sequence

from partnerline.ingest.reading import Block, Cell, Table

Grid = Sequence[Sequence[str]]

SEPARATOR = " · "
_NUMBER = re.compile(r"\d")
_BAND = re.compile(r"(?:19|20)\d\d|[<>≥≤]?=?\s*\d+\s*(?:[-–+]|to|bis)?\s*\d*\+?\s*")
_CODE = re.compile(r"[A-Za-z]{1,8}[-_/]?\d[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_PHRASE = 20  # characters; a shorter value may well stand in two columns side by side
_LONGEST_NAME = 80  # a column's name is no sentence


def looks_numeric(text: str) -> bool:
    """Whether the text is an amount, a number or a date rather than words: as many digits as letters, or more."""
    digits = len(_NUMBER.findall(text))
    return digits > 0 and digits >= len(_LETTER.findall(text))


def may_name(text: str) -> bool:
    """Whether the text can stand at a column's head: words, a band of quantities, or a year."""
    return len(text) <= _LONGEST_NAME and (not looks_numeric(text) or bool(_BAND.fullmatch(text)))


def filled(row: Sequence[str]) -> list[int]:
    """The columns that hold something."""
    return [column for column, text in enumerate(row) if text]


def names_rows(grid: Grid, at: int) -> int:
    """How many rows from `at` on name the columns: 0, 1, or 2 where a merged heading stands over others."""
    row = grid[at]
    if _names_products(row) and at + 1 < len(grid):
        return 1
    named = [text for text in row if text]
    heads = {text for text in named if may_name(text)}
    words = {text for text in heads if not looks_numeric(text)}
    if len(words) < 2 or len(heads) * 2 < len(set(named)) or at + 1 >= len(grid):
        return 0
    return 2 if _is_under_merged(row, grid[at + 1]) and at + 2 < len(grid) else 1


def _names_products(row: Sequence[str]) -> bool:
    """Whether the row is a word, or nothing, and then part numbers alone: a data sheet's "Property | OB-500 | OB-1000"."""
    first, *others = row
    codes = [text for text in others if text]
    wordy = not first or (may_name(first) and not _CODE.fullmatch(first))
    distinct = len(set(codes)) == len(codes) >= 2
    return wordy and distinct and all(_CODE.fullmatch(text) for text in codes)


def _is_under_merged(upper: Sequence[str], lower: Sequence[str]) -> bool:
    spans = [c for c in range(1, len(upper)) if upper[c] and upper[c] == upper[c - 1]]
    texts = [text for text in lower if text]
    wordy = len(texts) >= 2 and sum(map(may_name, texts)) * 2 >= len(texts)
    return bool(spans) and wordy and all(lower[c] != lower[c - 1] for c in spans)


def names_of(rows: Grid) -> tuple[str, ...]:
    """The columns' names; where two rows name them, both.

    A heading merged over several columns stands in the first of them: "List price 1-9", "10-49", "50+".
    """
    names = []
    columns = [
        tuple(" ".join(text.split()) for text in column) for column in zip(*rows, strict=True)
    ]
    for at, column in enumerate(columns):
        before = columns[at - 1] if at else ("",) * len(column)
        own = [text for text, left in zip(column, before, strict=True) if text and text != left]
        names.append(" ".join(dict.fromkeys(own or filter(None, column))))
    return tuple(names)


def row_text(names: Sequence[str], row: Sequence[str]) -> str:
    """The row as one line, each value with its column's name: "SKU: AX-200 · Weight: 1.2 kg"."""
    parts = []
    for column in filled(row):
        name = names[column].rstrip(": ") if column < len(names) else ""
        value = " ".join(row[column].split())
        if column and len(value) > _PHRASE and row[column] == row[column - 1]:
            continue  # words merged over several columns
        parts.append(f"{name}: {value}" if name and name != value else value)
    return SEPARATOR.join(dict.fromkeys(parts))


def row_blocks(grid: Grid, header: int | None = None) -> list[Block]:
    """A document's table as blocks: rows under their columns' names, or paragraphs where it is mere layout.

    `header` is how many rows name the columns, where the format says so.
    """
    rows = squared([row for row in grid if any(row)])
    if not rows or max(len(set(row) - {""}) for row in rows) < 2:
        return [
            Block(kind="paragraph", text=text)
            for row in rows
            for text in dict.fromkeys(row)
            if text
        ]
    count = _header_rows(rows) if header is None else header
    count = count if count < len(rows) else 0
    names = names_of(rows[:count]) if count else ()
    return [_row_block(names, row) for row in rows[count:]]


def _row_block(names: Sequence[str], row: Sequence[str]) -> Block:
    texts = [" ".join(text.split()) for text in row]
    if len(row) > 1 and len(set(texts)) == 1:  # a merged row that stands over those below it
        return Block(kind="paragraph", text=texts[0])
    if not names and len(texts) == 2 and all(texts):
        return Block(kind="row", text=f"{texts[0].rstrip(': ')}: {texts[1]}")
    return Block(kind="row", text=row_text(names, texts))


def _header_rows(rows: Grid) -> int:
    first = rows[0]
    if len(first) == 2 and (looks_numeric(first[1]) or first[0].endswith(":")):
        return 0  # a list of properties: nothing names its two columns
    return names_rows(rows, 0)


def text_table(name: str, locator: str, grid: Grid) -> Table:
    """A document's table as cells; all of them are in the one place that the format can name."""
    return Table(
        name=name,
        locator=locator,
        rows=tuple(
            tuple(Cell(value=text or None, text=text, locator=locator) for text in row)
            for row in squared(grid)
        ),
    )


def squared(grid: Grid) -> list[list[str]]:
    """The grid with every row as long as the longest, and its texts trimmed."""
    width = max((len(row) for row in grid), default=0)
    return [[text.strip() for text in row] + [""] * (width - len(row)) for row in grid]
