"""Tables: the rows that answer, and no other, with their columns' names."""

from collections.abc import Mapping, Sequence

from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.naming import named
from partnerline.knowledge.saying.part import LONGEST, Part, frame_of, heading_of, shown
from partnerline.knowledge.saying.rows import Row, about, as_table, asked_cells, in_words, row_of
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words

NEAR = 0.12
"""How much less than the best row another may score that answers too."""


def told(asked: Asked, section: Section, lead: Unit, found: Mapping[Unit, float]) -> Part:
    """The row that answers, or all that do."""
    block = section.block(lead.block)
    units = _answering(asked, block, lead, found)
    rows = [about(row_of(unit.text), asked.codes) for unit in units]
    text = _said(rows, asked)
    while len(text) > LONGEST and len(rows) > 1:
        units, rows = units[:-1], rows[:-1]
        text = _said(rows, asked)
    heading = heading_of(section) if len(rows) > 1 else frame_of(section, text)
    return Part(text=f"{heading}\n\n{text}" if heading else text, lead=(lead,), units=tuple(units))


def _answering(
    asked: Asked, block: Sequence[Unit], lead: Unit, found: Mapping[Unit, float]
) -> list[Unit]:
    """The rows that hold what only some rows of the table hold of the question; all where it asks for the table."""
    held = {unit: _matched(asked, unit) for unit in block}
    common = frozenset.intersection(*held.values()) if len(block) > 1 else frozenset[str]()
    own = held[lead] - common
    meant = _named(asked, lead)
    if meant:
        return [unit for unit in block if _named(asked, unit) == meant and own <= held[unit]]
    if not own and len(block) > 1:
        return [unit for unit in block if not row_of(unit.text).is_header]
    return [
        unit
        for unit in block
        if unit == lead or (own <= held[unit] and found[unit] >= found[lead] - NEAR)
    ]


def _named(asked: Asked, unit: Unit) -> frozenset[str]:
    """The products asked about that the row is of."""
    return named(about(row_of(unit.text), asked.codes).label, asked.codes) & asked.codes


def _matched(asked: Asked, unit: Unit) -> frozenset[str]:
    own = content_words(unit.text)
    return frozenset(word for word in asked.words if any_shortened(word, own))


def _said(rows: Sequence[Row], asked: Asked) -> str:
    cells = [asked_cells(row, asked.text) for row in rows]
    if len(rows) == 1 and (cells[0] or rows[0].is_pair):
        return shown(in_words(rows[0], cells[0]))
    if len(rows) > 1 and all(cells):
        rows = [
            Row(
                text=row.text,
                cells=(row.cells[0], *told, *(cell for cell in row.notes if cell not in told)),
            )
            for row, told in zip(rows, cells, strict=True)
        ]
    return shown(as_table(rows)) if len(rows) == 1 else as_table(rows)
