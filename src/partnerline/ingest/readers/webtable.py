"""From a web page's table to a grid of texts, its merged cells repeated."""

from collections.abc import Callable

from bs4 import Tag

from partnerline.ingest import limits


def is_layout(table: Tag) -> bool:
    """Whether the table only arranges a page: it holds other tables, or a single column without headings."""
    if table.find("table"):
        return True
    widths = [len(_cells(row)) for row in _rows(table)]
    return max(widths, default=0) < 2 and not table.find("th")


def header_rows(table: Tag) -> int | None:
    """How many rows name the columns, where the page says so."""
    count = 0
    for row in _rows(table):
        in_head = row.find_parent("thead") is not None
        cells = _cells(row)
        if not in_head and not (cells and all(cell.name == "th" for cell in cells)):
            break
        count += 1
    return count or (0 if table.find("th") else None)


def grid_of(table: Tag, words: Callable[[Tag], str]) -> list[list[str]]:
    """Every row with its texts; a cell over several rows or columns stands in each of them."""
    grid: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}  # by column: how many more rows a cell from above fills
    for row in _rows(table):
        texts: list[str] = []
        for cell in _cells(row):
            _fill_from_above(texts, below)
            text, down = words(cell), _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    below[len(texts)] = (down - 1, text)
                texts.append(text)
        _fill_from_above(texts, below)
        grid.append(texts)
    return grid


def _fill_from_above(texts: list[str], below: dict[int, tuple[int, str]]) -> None:
    while len(texts) in below:
        column = len(texts)
        more, text = below.pop(column)
        if more > 1:
            below[column] = (more - 1, text)
        texts.append(text)


def _span(cell: Tag, attribute: str) -> int:
    given = str(cell.get(attribute, "1"))
    return min(max(int(given), 1), limits.MAX_SPAN) if given.isdecimal() else 1


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)
