"""From which quantity a row's prices hold: bands in a column, first and last quantities, minimum orders."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from partnerline.ingest.prices.amounts import Mark, Unclear, exact
from partnerline.ingest.prices.bands import Band, read_band
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.layout import Layout, text_of
from partnerline.ingest.reading import Cell

Cells = Sequence[Cell]
_UNREAD = "its quantity can't be read as one whole number"
_UNITS = re.compile(
    r"(\d+)\s*(?:pcs|pc|pieces?|units?|stk|stuck|st|u|uds?|unidades|unites|pz|pezzi|piezas|ea|each|seats?|users?|licen[sc]es?)\.?"
)
_NONE = frozenset(
    {
        "-",
        "--",
        "n/a",
        "none",
        "keine",
        "no",
        "open",
        "offen",
        "unlimited",
        "unbegrenzt",
        "∞",
        "illimite",
        "ilimitado",
        "+",
        "und mehr",
        "u. mehr",
        "and more",
        "or more",
        "and up",
        "and above",
        "et plus",
        "ou plus",
        "y mas",
        "o mas",
        "e oltre",
        "oltre",
        "mehr",
        "more",
        "plus",
    }
)


def band_starts(rows: Sequence[Cells], layout: Layout) -> frozenset[str]:
    """The things whose bare quantities are starts of bands: several rows, the lowest from one.

    A single row with the quantity 10 may as well be a pack of ten.
    """
    column, found = layout.of("band"), defaultdict[str, set[str]](set)
    for cells in rows if column is not None else ():
        found[thing(cells, layout)].add(cells[column or 0].text)
    return frozenset(one for one, texts in found.items() if len(texts) > 1 and "1" in texts)


def thing(cells: Cells, layout: Layout) -> str:
    """What the row is about: its part number, failing that its name."""
    return text_of(cells, layout.sku) or text_of(cells, layout.name)


def band_of_row(
    cells: Cells, layout: Layout, mark: Mark | None, doubts: list[str], *, bare: bool
) -> Band | None:
    """The quantities that the row's own columns name; `None` where they can't be read, which `doubts` then tells."""
    column = layout.of("band")
    if column is not None and cells[column].text:
        band = _band_of(cells[column], bare=bare)
        if band is None:
            doubts.append(f"{cells[column].text!r} can't be read as a band of quantities")
        return band
    first = quantity(cells, layout.of("min"), mark)
    last = quantity(cells, layout.of("max"), mark)
    if isinstance(first, Unclear) or isinstance(last, Unclear):
        doubts.append(_UNREAD)
        return None
    band = Band(first=max(first or 1, 1), last=last)
    if band.last is not None and band.last < band.first:
        doubts.append("its quantities end before they begin")
        return None
    return band


def minimum_of(cells: Cells, layout: Layout, mark: Mark | None, doubts: list[str]) -> int:
    """The least that may be ordered; bands below it don't count."""
    least = quantity(cells, layout.of("moq"), mark)
    if isinstance(least, Unclear):
        doubts.append(_UNREAD)
        return 1
    return max(least or 1, 1)


def _band_of(cell: Cell, *, bare: bool) -> Band | None:
    """A band cell; a bare number but one is none by itself, nor is 1-9 where a program made a day of it."""
    if isinstance(cell.value, date):
        return None
    text = cell.text.strip()
    if re.fullmatch(r"1|[1-9]\d*" if bare else "1", text):
        return Band(first=int(text))
    return read_band(fold(cell.text)) if isinstance(cell.value, str) else None


def quantity(cells: Cells, column: int | None, mark: Mark | None) -> int | Unclear | None:
    """The whole number in a cell; `mark` is the decimal mark that the table's amounts use."""
    if column is None or not cells[column].text:
        return None
    value = cells[column].value
    if isinstance(value, bool):
        return Unclear(why="it is no number")
    if isinstance(value, int | float):
        number = exact(value)
        return int(number) if number >= 0 and number == int(number) else Unclear(why="not whole")
    return _written(fold(cells[column].text), mark)


def _written(text: str, mark: Mark | None) -> int | Unclear | None:
    if text in _NONE:
        return None
    if found := _UNITS.fullmatch(text) or re.fullmatch(r"(\d+)", text):
        return int(found.group(1))
    other = {".": ",", ",": "."}
    if mark and re.fullmatch(rf"\d{{1,3}}(?:[{other[mark]} ']\d{{3}})+", text):
        return int(re.sub(r"\D", "", text))
    band = read_band(text)
    if band is not None and band.last is None and not text.startswith(">"):
        return band.first
    return Unclear(why="not one whole number")
