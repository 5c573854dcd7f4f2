"""Prints a table as plain text, its numbers under one another."""

from collections.abc import Sequence

Row = Sequence[object]


def show(title: str, heads: Sequence[str], rows: Sequence[Row]) -> None:
    """The title, the heads and the rows; the first column to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    print(f"\n{title}")
    for row in cells:
        first, *rest = (
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join((first, *rest)), flush=True)
