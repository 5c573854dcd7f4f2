"""A list of what somebody wants to buy, found in a file: how many of what, line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.labels import NAME_LABELS, SKU_LABELS
from partnerline.ingest.reading import Cell, Reading

HEADED_WITHIN = 30
"""Rows in which a list's headings are looked for: a letterhead may stand above them."""
LONGEST_NAME = 80
MOST_PIECES = 10_000_000

_QUANTITIES = frozenset(
    ("qty", "quantity", "quantities", "qnty", "required quantity", "quantity required", "qty required", "quantity needed",
     "qty needed", "order qty", "order quantity", "ordered quantity", "number of units", "no of units", "units", "pieces",
     "pcs", "count", "how many", "needed", "required", "menge", "anzahl", "stuck", "stuckzahl", "stk", "bestellmenge",
     "quantite", "qte", "nombre", "nb", "cantidad", "cant", "unidades", "uds", "quantita", "qta", "pezzi", "pz")
)  # fmt: skip
_SKUS = frozenset(label for labels in SKU_LABELS[:3] for label in labels)
_NAMES = frozenset(label for labels in NAME_LABELS for label in labels)
_SUMS = frozenset(
    ("total", "totals", "sum", "subtotal", "summe", "gesamt", "somme", "totale", "suma")
)
_NOTHING = re.compile(r"[\s0.,\-–—/]*")
_NUMBER = re.compile(r"(\d{1,3}(?:[.,' ]\d{3})+|\d{1,8})(?:[.,]0+)?")
_MARK = r"^\s*(?:[-*•–]\s+)?"
_TIMES = r"(?:\s*[x×*](?=[\s\d])|\s*(?:pcs?|pieces?|units?|stk|st(?:ü|u)ck|ea)\b\.?)?(?:\s+of\b)?"
_COUNT_FIRST = re.compile(
    rf"{_MARK}(?P<count>\d[\d.,']*){_TIMES}[\s,;:|-]+(?P<item>\S.*)$", re.IGNORECASE
)
_COUNT_LAST = re.compile(
    rf"{_MARK}(?P<item>\S.*?)\s*(?:[,;:|=\t]|\s[-–—]\s|\s[x×*]\s*|\s{{2,}})\s*(?P<count>\d[\d.,']*){_TIMES}\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """So many of something, named by its part number where the list gives one."""

    count: int
    item: str


def wanted_in(reading: Reading, *, but: str = "") -> tuple[Wanted, ...]:
    """The list in a file, in its order; empty where it holds none. `but` is as in `text_of`."""
    found = [one for table in reading.tables for one in _in_table(table.rows)]
    if found:
        return tuple(found)
    return wanted_lines(text_of(reading, but=but).splitlines())


def left_out(reading: Reading) -> tuple[str, ...]:
    """The things in a file's tables whose quantity can't be made out; one without any, or with none, is not wanted."""
    things = [thing for table in reading.tables for thing in _things(table.rows)]
    return tuple(
        item for item, cell in things if not _pieces(cell) and _NOTHING.fullmatch(cell.text) is None
    )


def text_of(reading: Reading, *, but: str = "") -> str:
    """All that a file says, its headings where they stand, `but` the name that a reader gave it for want of a title."""
    said: list[str] = []
    above: tuple[str, ...] = (but,)
    for section in reading.sections:
        texts = [block.text.strip() for block in section.blocks]
        repeated = (*above, *texts[:1])
        said += [heading for heading in section.headings if heading not in repeated]
        said += texts
        above = (but, *section.headings)
    return "\n".join(text for text in said if text)


def wanted_lines(lines: Sequence[str]) -> tuple[Wanted, ...]:
    """The list in lines of text, each of which has to be one of it, but for one above that says what follows."""
    rest = [line for line in lines if line.strip()]
    read = [_in_line(line) for line in rest]
    if read and read[0] is None:
        read = read[1:]
    return tuple(one for one in read if one) if read and all(read) else ()


def _in_table(rows: Sequence[Sequence[Cell]]) -> Iterator[Wanted]:
    for item, quantity in _things(rows):
        if pieces := _pieces(quantity):
            yield Wanted(count=pieces, item=item)


def _things(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, Cell]]:
    """Each thing that a table names, with its quantity's cell, whatever stands in that."""
    columns = next(
        ((at, found) for at, row in enumerate(rows[:HEADED_WITHIN]) if (found := _columns(row))),
        None,
    )
    top, (count, items) = (columns[0] + 1, columns[1]) if columns else (0, _by_looks(rows))
    if count is None:
        return
    for row in rows[top:]:
        item = next((row[at].text.strip() for at in items if row[at].text.strip()), "")
        if item and len(item) <= LONGEST_NAME and fold(item).strip(" :") not in _SUMS:
            yield " ".join(item.split()), row[count]


def _columns(row: Sequence[Cell]) -> tuple[int | None, tuple[int, ...]] | None:
    """Where the quantities and the things stand, in a row of headings for both; part numbers before names."""
    labels = [fold(cell.text).strip(" .:") for cell in row]
    count = next((at for at, label in enumerate(labels) if label in _QUANTITIES), None)
    skus = [at for at, label in enumerate(labels) if label in _SKUS]
    names = [at for at, label in enumerate(labels) if label in _NAMES]
    return (count, (*skus, *names)) if count is not None and (skus or names) else None


def _by_looks(rows: Sequence[Sequence[Cell]]) -> tuple[int | None, tuple[int, ...]]:
    """The same of a grid of two columns without headings: whole numbers in one, words in the other."""
    if not rows or len(rows[0]) != 2:
        return None, ()
    for count in (0, 1):
        full = [row for row in rows if row[0].text.strip() or row[1].text.strip()]
        if all(_pieces(row[count]) and not _pieces(row[1 - count]) for row in full):
            return count, (1 - count,)
    return None, ()


def _pieces(cell: Cell) -> int | None:
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, int | float) and cell.value == int(cell.value):
        return int(cell.value) if 0 < cell.value <= MOST_PIECES else None
    return _number(cell.text)


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.strip())
    count = int(re.sub(r"\D", "", found[1])) if found else 0
    return count if 0 < count <= MOST_PIECES else None


def _in_line(line: str) -> Wanted | None:
    found = _COUNT_FIRST.match(line) or _COUNT_LAST.match(line)
    count = _number(found["count"].rstrip(".,")) if found else None
    item = " ".join(found["item"].split()) if found else ""
    if count is None or not any(c.isalpha() for c in item) or len(item) > LONGEST_NAME:
        return None
    return Wanted(count=count, item=item)
