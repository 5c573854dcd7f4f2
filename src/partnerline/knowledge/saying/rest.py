"""What belongs to what answers: the section's other paragraphs and lists, as far as they can be read with it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from partnerline.knowledge.saying.lists import (
    intro_of,
    lacks_its_beginning,
    leads_into_list,
    run_of,
)
from partnerline.knowledge.saying.part import LONGEST, Part, stretch
from partnerline.knowledge.saying.section import Section, Unit

PROMISED = 2000
"""Characters that a sentence with a colon may lead into: steps come whole, however long."""

_ENDS = (".", "!", "?", ":", ")", '"', "”", "»", "…")
_SETTLES = re.compile(r"(?:yes|no|ja|nein|oui|non|sí|sì)\b[,.:;!–—-]", re.IGNORECASE)


def with_rest(section: Section, part: Part) -> Part:
    """The part with the blocks of its section that are short enough, in the document's order, those after it first."""
    part = _with_promised(section, part)
    said = {unit.block for unit in part.units}
    at = section.blocks.index(part.lead[0].block)
    order = [*section.blocks[at + 1 :], *reversed(section.blocks[:at])]
    size, kept = len(part.text), dict[int, tuple[Unit, ...]]()
    for number in order:
        if number in said or any(number in _numbers(units) for units in kept.values()):
            continue
        units = _whole(section, number, said)
        text = stretch(section, units) if units else ""
        if not units or size + len(text) + 2 > LONGEST or _answers_unheard(section, part, units[0]):
            continue
        kept[number] = units
        size += len(text) + 2
    kept = _without_promises(section, kept, said)
    chosen = [unit for unit in section.units if any(unit in units for units in kept.values())]
    texts = [part.text, *(stretch(section, run) for run in _runs(section, chosen))]
    return replace(part, text="\n\n".join(texts), units=(*part.units, *chosen))


def _with_promised(section: Section, part: Part) -> Part:
    """The part with what its last words lead into, where they end in a colon: "by these steps:"."""
    last = max(part.units, key=section.units.index)
    promised: list[Unit] = []
    while last.text.endswith(":") and last != section.units[-1]:
        following = section.units[section.units.index(last) + 1]
        block = section.block(following.block)
        promised += run_of(section, following) if following.kind == "item" else block
        last = promised[-1]
    text = "\n\n".join(stretch(section, run) for run in _runs(section, promised))
    if not promised or any(unit in part.units for unit in promised) or len(text) > PROMISED:
        return part
    return replace(part, text=f"{part.text}\n\n{text}", units=(*part.units, *promised))


def _without_promises(
    section: Section, kept: Mapping[int, tuple[Unit, ...]], said: Collection[int]
) -> dict[int, tuple[Unit, ...]]:
    """The kept blocks without those that lead into one that is left out."""
    there = {unit.block for units in kept.values() for unit in units} | set(said)
    found = {}
    for number, units in kept.items():
        at = section.units.index(units[-1]) + 1
        after = section.units[at].block if at < len(section.units) else None
        if not units[-1].text.endswith(":") or after in there:
            found[number] = units
    return found


def _runs(section: Section, chosen: Sequence[Unit]) -> list[list[Unit]]:
    """The units in stretches that nothing is left out of."""
    runs: list[list[Unit]] = []
    for unit in chosen:
        at = section.units.index(unit)
        before = section.units[at - 1] if at else unit
        goes_on = before.place == unit.place or before.kind == unit.kind == "item"
        if runs and before == runs[-1][-1] and goes_on:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def _whole(section: Section, number: int, said: set[int]) -> tuple[Unit, ...]:
    """The block with what belongs to it: a list with its lead-in; nothing for rows that nobody asked for."""
    block = section.block(number)
    kind = section.kind(number)
    if kind == "rows" or _introduces(section, block, said) or is_caption(block):
        return ()
    if kind == "prose" and not leads_into_list(section, block[-1]):
        return block
    run = run_of(section, block[-1])
    if lacks_its_beginning(run) or any(unit.block in said for unit in run):
        return ()
    intro = intro_of(section, run)
    before = section.block(intro.block) if intro and intro.block not in said else ()
    return (*before, *run)


def _answers_unheard(section: Section, part: Part, unit: Unit) -> bool:
    """Whether the unit says yes or no to a heading that isn't said."""
    at = section.units.index(unit)
    is_first = at == 0 or not section.units[at - 1].text.endswith("?")
    heading = section.headings[-1] if section.headings else ""
    return bool(_SETTLES.match(unit.text)) and is_first and heading not in part.text


def is_caption(block: Sequence[Unit]) -> bool:
    """Whether the block is a line that says nothing by itself: a table's title, a place and a day."""
    return len(block) == 1 and block[0].kind == "sentence" and not block[0].text.endswith(_ENDS)


def _introduces(section: Section, block: Sequence[Unit], said: set[int]) -> bool:
    """Whether the block only leads into a table, or asks what is answered elsewhere."""
    last = block[-1]
    at = section.units.index(last)
    after = section.units[at + 1] if at + 1 < len(section.units) else None
    leads = last.text.endswith((":", "?")) and last.kind == "sentence"
    return leads and (after is None or after.kind == "row" or after.block in said)


def _numbers(units: Sequence[Unit]) -> set[int]:
    return {unit.block for unit in units}
