"""What belongs to what answers: the section's other paragraphs and lists, as far as they can be read with it."""

from collections.abc import Sequence

from partnerline.knowledge.saying.lists import (
    intro_of,
    lacks_its_beginning,
    leads_into_list,
    run_of,
)
from partnerline.knowledge.saying.part import LONGEST, Part, stretch
from partnerline.knowledge.saying.section import Section, Unit


def with_rest(section: Section, part: Part) -> Part:
    """The part with the blocks of its section that are short enough, in the document's order, those after it first."""
    said = {unit.block for unit in part.units}
    at = section.blocks.index(part.lead[0].block)
    order = [*section.blocks[at + 1 :], *reversed(section.blocks[:at])]
    size, kept = len(part.text), dict[int, tuple[Unit, ...]]()
    for number in order:
        if number in said or any(number in _numbers(units) for units in kept.values()):
            continue
        units = _whole(section, number, said)
        text = stretch(section, units) if units else ""
        if not units or size + len(text) + 2 > LONGEST:
            continue
        kept[number] = units
        size += len(text) + 2
    chosen = [unit for unit in section.units if any(unit in units for units in kept.values())]
    texts = [part.text, *(stretch(section, run) for run in _runs(section, chosen))]
    return Part(text="\n\n".join(texts), lead=part.lead, units=(*part.units, *chosen))


def _runs(section: Section, chosen: Sequence[Unit]) -> list[list[Unit]]:
    """The units in stretches that nothing is left out of."""
    runs: list[list[Unit]] = []
    for unit in chosen:
        at = section.units.index(unit)
        if runs and section.units[at - 1] == runs[-1][-1] and runs[-1][-1].place == unit.place:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def _whole(section: Section, number: int, said: set[int]) -> tuple[Unit, ...]:
    """The block with what belongs to it: a list with its lead-in; nothing for rows that nobody asked for."""
    block = section.block(number)
    kind = section.kind(number)
    if kind == "rows" or _introduces(section, block, said):
        return ()
    if kind == "prose" and not leads_into_list(section, block[-1]):
        return block
    run = run_of(section, block[-1])
    if lacks_its_beginning(run) or any(unit.block in said for unit in run):
        return ()
    intro = intro_of(section, run)
    return (*section.block(intro.block), *run) if intro else run


def _introduces(section: Section, block: Sequence[Unit], said: set[int]) -> bool:
    """Whether the block only leads into a table, or asks what is answered elsewhere."""
    last = block[-1]
    at = section.units.index(last)
    after = section.units[at + 1] if at + 1 < len(section.units) else None
    leads = last.text.endswith((":", "?")) and last.kind == "sentence"
    return leads and (after is None or after.kind == "row" or after.block in said)


def _numbers(units: Sequence[Unit]) -> set[int]:
    return {unit.block for unit in units}
