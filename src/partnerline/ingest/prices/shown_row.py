"""What a price's citation shows of its row: everything but the money of other columns, and the names of others."""

import re
from collections.abc import Iterable, Sequence

from partnerline.ingest.prices.amounts import Amount, read_amount
from partnerline.ingest.prices.currencies import currencies_in
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Heading
from partnerline.ingest.prices.layout import Layout
from partnerline.ingest.prices.named import Named
from partnerline.ingest.reading import Cell

_SEPARATOR = " · "
_FREE = frozenset({"other", "remark", "status", "condition", "period"})
"""Columns whose cells may say anything, of others' prices too."""


class ShownRow:
    """Writes rows of one table as lines; an amount beside the price's own is another tier's, band's or partner's."""

    def __init__(self, layout: Layout, named: Named, rejected: Iterable[int]) -> None:
        hidden = {
            *rejected,
            *(n for n, h in enumerate(layout.headings) if h.role in {"price", "money"}),
        }
        self._columns = [n for n in range(len(layout.headings)) if n not in hidden]
        self._headings = layout.headings
        self._free = {n for n in self._columns if _may_tell(layout.headings[n])}
        self._names = _names(named)

    def parts(self, cells: Sequence[Cell]) -> list[tuple[int, str]]:
        """What all prices of the row show, each with its column."""
        return [
            (n, _part(self._headings[n], cells[n]))
            for n in self._columns
            if cells[n].text and not (n in self._free and self._tells_of_others(cells[n]))
        ]

    def line(self, parts: Sequence[tuple[int, str]], column: int, cell: Cell) -> str:
        """The row's line for the price in one column."""
        own = (column, _part(self._headings[column], cell)) if cell.text else (column, "")
        if parts and parts[-1][0] < column:
            shown = [text for _, text in parts] + [own[1]]
        else:
            shown = [text for _, text in sorted([*parts, own])]
        return _SEPARATOR.join(dict.fromkeys(text for text in shown if text))

    def _tells_of_others(self, cell: Cell) -> bool:
        """Whether the cell may hold an amount, a share, or whose price another is."""
        text = cell.text
        if not isinstance(cell.value, str) or any(map(str.isdigit, text)):
            money = "%" in text or bool(currencies_in(text))
            if money or isinstance(read_amount(cell, decimal="."), Amount):
                return True
        return self._names is not None and self._names.search(fold(text)) is not None


def _may_tell(heading: Heading) -> bool:
    return heading.role in _FREE


def _names(named: Named) -> re.Pattern[str] | None:
    names = {fold(tier) for tier in named.tiers} | {name for name, _ in named.partners}
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names)))})(?!\w)")


def _part(heading: Heading, cell: Cell) -> str:
    text = " ".join(cell.text.split())
    return f"{heading.text}: {text}" if heading.text else text
