"""Ruled tables of a PDF; looked for only on pages that have rules, for it takes a hundred times as long as the text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_THIN = 3.0  # points; a rule is no thicker
_LOW = 60.0  # points; a table's cell is seldom higher
_BOX = 5  # segments of a plain rectangle
_LEAST_RULES = 4
_MOST_PATHS = 3_000  # a page with more is a drawing or a map
_LEAST_FILLED = 0.4  # of a table's cells; boxes that only decorate hold less


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """A table's texts, and where it stands: points from the page's left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float
    grid: tuple[tuple[str, ...], ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left - 1 <= x <= self.right + 1 and self.top - 1 <= y <= self.bottom + 1


def has_rules(page: Any) -> bool:
    """Whether the page has enough rules or boxes for a table."""
    rules = 0
    drawn = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)
    for count, path in enumerate(drawn, start=1):
        if count > _MOST_PATHS:
            return False
        left, bottom, right, top = path.get_bounds()
        if raw.FPDFPath_CountSegments(path) > _BOX:
            rules += _LEAST_RULES  # many strokes as one path, as a whole grid is
        elif min(right - left, top - bottom) < _THIN or top - bottom < _LOW:
            rules += 1
    return rules >= _LEAST_RULES


def ruled_tables(page: Any) -> list[RuledTable]:
    """The tables of a pdfplumber page, from the top down."""
    found = []
    for table in page.find_tables():
        grid = _grid(table.extract())
        if _is_table(grid):
            left, top, right, bottom = table.bbox
            found.append(RuledTable(left=left, top=top, right=right, bottom=bottom, grid=grid))
    page.close()
    return sorted(found, key=lambda table: table.top)


def _grid(rows: Sequence[Sequence[str | None]]) -> tuple[tuple[str, ...], ...]:
    grid = [[_clean(text or "") for text in row] for row in rows]
    kept = [at for at in range(max(map(len, grid), default=0)) if any(row[at] for row in grid)]
    return tuple(tuple(row[at] for at in kept) for row in grid if any(row))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(text.split()))


def _is_table(grid: Sequence[Sequence[str]]) -> bool:
    cells = [text for row in grid for text in row]
    return (
        len(grid) >= 2 and len(grid[0]) >= 2 and sum(map(bool, cells)) >= _LEAST_FILLED * len(cells)
    )
