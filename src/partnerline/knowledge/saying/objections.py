"""Objections: they come whole, what to say, the proof and the question to ask back."""

import re

from partnerline.knowledge.model import Hit
from partnerline.knowledge.saying.part import Part, bold, heading_of, stretch
from partnerline.knowledge.saying.rows import row_of
from partnerline.knowledge.saying.section import Section, Unit

WHOLE = 1500
"""Characters of an objection told without labels; beyond it the section holds more than one thing."""
TITLE = 80
"""Characters of a line that names an objection."""

_LABEL = re.compile(r"(?P<label>[^\W\d_][^\n.!?:]{1,40}): ?(?=\S)")
_ROLES = tuple(
    re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    for names in (
        r"say|answer|respon[sd]\w*|reply|rebuttal|counter|reframe|talk track|antwort|réponse|respuesta|risposta",
        r"proof|prove|evidence|beweis|preuve|prueba|prova",
        r"ask|question|rückfrage",
        r"objection|customer (?:says|said)|they say|einwand",
    )
)
"""What the parts of an objection are called, each role's names together."""


def told(section: Section, hit: Hit, lead: Unit) -> Part | None:
    """The whole objection that the section holds; `None` where it holds none."""
    is_objection = hit.document.kind == "objections"
    if lead.kind == "row":
        return _row(lead) if is_objection or _speaks(_labels_of_row(lead)) else None
    labels = {unit: label for unit in section.units if (label := _label(section, unit))}
    if _is_labelled(list(labels.values()), is_objection=is_objection):
        units = _of_lead(section, labels, lead)
        if not is_objection:
            units = _bounded(units, labels)
        is_there = lead in units and any(unit in labels for unit in units)
        return _labelled(section, units, labels) if is_there else None
    size = sum(len(unit.text) for unit in section.units)
    if is_objection and len(section.headings) > 1 and size <= WHOLE:
        return _plain(section)
    return None


def _is_labelled(labels: list[str], *, is_objection: bool) -> bool:
    return len(labels) >= 2 and (is_objection or _speaks(labels))


def _speaks(labels: list[str]) -> bool:
    """Whether the labels name two different parts of an objection: "First answer" and "Next answer" do not."""
    return sum(any(role.search(label) for label in labels) for role in _ROLES) >= 2


def _label(section: Section, unit: Unit) -> str:
    """The label that a paragraph or an item begins with."""
    begins = unit.kind == "item" or unit == section.block(unit.block)[0]
    found = _LABEL.match(unit.bare) if begins else None
    return found["label"] if found else ""


def _of_lead(section: Section, labels: dict[Unit, str], lead: Unit) -> tuple[Unit, ...]:
    """The units of the objection that the lead stands in: where a label comes again, the next one has begun."""
    groups: list[list[Unit]] = [[]]
    seen: set[str] = set()
    for unit in section.units:
        label = labels.get(unit, "").casefold()
        if label in seen:
            groups.append(_title_of_next(groups[-1], labels))
            seen = set()
        seen |= {label} - {""}
        groups[-1].append(unit)
    return tuple(next(group for group in groups if lead in group))


def _bounded(units: tuple[Unit, ...], labels: dict[Unit, str]) -> tuple[Unit, ...]:
    """The labelled blocks with what stands between them, and the line before the first where it names the objection."""
    places = [at for at, unit in enumerate(units) if unit in labels]
    if not places:
        return ()
    first, end = places[0], places[-1] + 1
    while end < len(units) and units[end].block == units[places[-1]].block:
        end += 1
    is_named = first > 0 and units[first - 1].paragraph != units[first - 2].paragraph
    if first == 1 or (is_named and len(units[first - 1].text) <= TITLE):
        first -= 1
    return units[first:end]


def _title_of_next(group: list[Unit], labels: dict[Unit, str]) -> list[Unit]:
    """Takes from a group's end the paragraph that names the next objection, if it has one."""
    last = group[-1]
    paragraph = [unit for unit in group if unit.block == last.block]
    if paragraph[0] in labels or len(paragraph) == len(group):
        return []
    del group[-len(paragraph) :]
    return paragraph


def _labelled(section: Section, units: tuple[Unit, ...], labels: dict[Unit, str]) -> Part:
    said = []
    for number in dict.fromkeys(unit.block for unit in units):
        block = [unit for unit in units if unit.block == number]
        if block[0].kind == "sentence":
            said.append(_marked(stretch(section, block), labels.get(block[0], "")))
        else:
            said.append("\n\n".join(_marked(unit.bare, labels.get(unit, "")) for unit in block))
    first = next(unit for unit in units if unit in labels)
    return _headed(section, "\n\n".join(said), first, units)


def _plain(section: Section) -> Part:
    text = "\n\n".join(stretch(section, section.block(number)) for number in section.blocks)
    return _headed(section, text, section.units[0], section.units)


def _headed(section: Section, text: str, first: Unit, units: tuple[Unit, ...]) -> Part:
    heading = heading_of(section)
    lead = section.block(first.block) if first.kind == "sentence" else (first,)
    said = f"{heading}\n\n{text}" if heading else text
    return Part(text=said, short=stretch(section, lead), lead=lead, units=units)


def _labels_of_row(unit: Unit) -> list[str]:
    return [cell.name for cell in row_of(unit.text).cells]


def _row(unit: Unit) -> Part:
    """An objection that stands in a table's row: each part on its own."""
    cells = row_of(unit.text).cells
    first, others = cells[0], cells[1:]
    said = [bold(first.value)] if others else [first.value]
    said += [f"**{cell.name}:** {cell.value}" if cell.name else cell.value for cell in others]
    return Part(text="\n\n".join(said), lead=(unit,), units=(unit,))


def _marked(text: str, label: str) -> str:
    return f"**{label}:**{text.removeprefix(label).removeprefix(':')}" if label else text
