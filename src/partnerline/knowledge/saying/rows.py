"""Table rows taken apart into cells, and said with what their columns are called."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.naming import codes_in, named
from partnerline.knowledge.sentences import BETWEEN_CELLS
from partnerline.knowledge.words import compact, content_words

WIDEST = 6
"""Columns of a table that can still be read in a chat; a wider row is said as one line, each cell with its name."""

_PROPERTY = re.compile(
    r"propert(?:y|ies)|features?|points?|facts?|spec\w*|parameters?|attributes?|characteristics?|item|criteri(?:on|a)|metric"
    r"|description|detail|",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:foot)?notes?|remarks?|comments?|conditions?|restrictions?|limitations?|exceptions?|requires|requirements?|prerequisites?"
    r"|hinweise?|bemerkung(?:en)?|anmerkung(?:en)?|remarques?|observaciones|note",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value with its column's name, "" where the column has none."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: what it is about, and the cells that tell it."""

    text: str
    cells: tuple[Cell, ...]

    @property
    def label(self) -> str:
        """What the row is about: its first value, or the name of the only one."""
        first = self.cells[0]
        return first.value if len(self.cells) > 1 else first.name or first.value

    @property
    def told(self) -> tuple[Cell, ...]:
        """The cells that say something of it."""
        return self.cells[1:] if len(self.cells) > 1 else self.cells

    @property
    def is_pair(self) -> bool:
        """Whether it is one thing and its value."""
        return len(self.cells) == 1 or (
            len(self.cells) == 2 and self.cells[1].name.casefold() in {"value", "wert", ""}
        )

    @property
    def notes(self) -> tuple[Cell, ...]:
        """The cells that say under which condition the others hold."""
        return tuple(cell for cell in self.told if _NOTES.fullmatch(cell.name.strip()))

    @property
    def is_header(self) -> bool:
        """Whether it only names the columns of the pairs below it: "Property: AX-40"."""
        return len(self.cells) == 1 and bool(_PROPERTY.fullmatch(self.cells[0].name or "-"))

    @property
    def is_property(self) -> bool:
        """Whether it tells one property of several things, rather than several properties of one thing."""
        if len(self.cells) == 1 or _PROPERTY.fullmatch(self.cells[0].name.strip()):
            return True
        return any(codes_in(cell.name) for cell in self.told) and not codes_in(self.label)


def row_of(text: str) -> Row:
    """The cells of a row's text; the first ": " of a cell ends its column's name."""
    cells = []
    for part in text.split(BETWEEN_CELLS):
        name, colon, value = part.partition(": ")
        cells.append(
            Cell(name=name.strip() if colon else "", value=(value if colon else part).strip())
        )
    return Row(text=text, cells=tuple(cells))


def asked_cells(row: Row, question: str) -> tuple[Cell, ...]:
    """The cells whose column the question names, by part number or by words; none where it leaves that open."""
    columns = [cell for cell in row.told if cell.name]
    codes = {cell.name: codes_in(cell.name) | {compact(cell.name)} for cell in columns}
    meant = named(question, {code for of in codes.values() for code in of})
    asked = content_words(question)
    fits = {
        cell.name: _fit_of_code(cell.name, codes[cell.name] & meant)
        if codes_in(cell.name)
        else _fit(cell.name, asked)
        for cell in columns
    }
    best = max(fits.values(), default=0.0)
    if best < 1:
        return ()
    chosen = {name for name, fit in fits.items() if fit == best}
    if not any(codes_in(name) for name in chosen):
        rivals = {name for name, fit in fits.items() if 0 < fit < best and not codes_in(name)}
        held = _hit(asked, *chosen)
        rivals = {name for name in rivals if not _hit(asked, name) < held}
        if any(_hit(asked, name) != held for name in rivals):
            return ()
        chosen |= rivals  # "Business" is asked for, and there is "Self-hosted Business" too
    return tuple(cell for cell in columns if cell.name in chosen)


def about(row: Row, codes: Collection[str]) -> Row:
    """The row with the cell first that names one of the products asked about, where its first names none."""
    if row.is_property or len(row.cells) < 2 or named(row.label, codes) & set(codes):
        return row
    of = next((cell for cell in row.told if named(cell.value, codes) & set(codes)), None)
    if of is None:
        return row
    others = tuple(cell for cell in row.cells if cell is not of)
    return Row(text=row.text, cells=(of, *others))


def _hit(asked: Sequence[str], *names: str) -> frozenset[str]:
    """The asked words that the columns' names hold."""
    held = [word for name in names for word in content_words(name)]
    return frozenset(word for word in asked if any_shortened(word, held))


def _fit_of_code(name: str, meant: Collection[str]) -> float:
    """How much a column that a part number names is asked for: more where it is the whole name."""
    return 0.0 if not meant else 2.0 if compact(name) in meant else 1.0


def _fit(name: str, asked: Sequence[str]) -> float:
    """How much of a column's name is asked for: all of it counts a whole, and more where more words are."""
    held = content_words(name)
    hit = [word for word in held if any_shortened(word, asked)]
    if not held or not hit:
        return 0.0
    whole = len(hit) == len(held)
    return 1 + len(hit) / 10 if whole else len(hit) / len(held)


def in_words(row: Row, cells: Sequence[Cell]) -> str:
    """The cells as a line: "**Operating temperature: -20 to +50 °C** (AX-200-B)"."""
    if row.is_pair:
        return _bold(f"{row.label}: {row.told[0].value}")
    notes = "".join(f"; {cell.name}: {cell.value}" for cell in row.notes if cell not in cells)
    if len(cells) == 1:
        what, whose = (row.label, cells[0].name) if row.is_property else (cells[0].name, row.label)
        return (
            _bold(f"{what}: {cells[0].value}" if what else cells[0].value)
            + (f" ({whose})" if whose else "")
            + notes
        )
    said = "; ".join(f"{cell.name}: {cell.value}" if cell.name else cell.value for cell in cells)
    return f"{_bold(row.label)}: {said}{notes}"


def as_table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table under their columns' names; rows that have no table's form line by line."""
    names = tuple(dict.fromkeys(cell.name for row in rows for cell in row.cells))
    if all(row.is_pair for row in rows):
        return "\n".join(f"- {row.label}: {row.told[0].value}" for row in rows)
    alike = any(len({cell.name for cell in row.cells}) < len(row.cells) for row in rows)
    if any(row.is_pair for row in rows) or not all(names[1:]) or len(names) > WIDEST or alike:
        return "\n".join(f"- {row.text}" for row in rows)
    lines = [names, ("---",) * len(names)]
    lines += [
        tuple(next((c.value for c in row.cells if c.name == name), "") for name in names)
        for row in rows
    ]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _bold(text: str) -> str:
    return text if "*" in text else f"**{text}**"


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "/").strip()
