"""Lists and steps: never cut, in their order, with the words that lead into them."""

from collections.abc import Sequence

from partnerline.knowledge.expected import Expected
from partnerline.knowledge.saying.part import (
    LONGEST,
    Part,
    bold,
    heading_of,
    is_adjacent,
    shown,
    stretch,
)
from partnerline.knowledge.saying.section import Section, Unit

APART = 3
"""Blocks that may stand between two steps: an example, a note."""
WHOLE: tuple[Expected, ...] = ("steps", "list")
"""The kinds of question that a list answers as a whole."""


def told(section: Section, lead: Unit, expected: Expected) -> Part | None:
    """The list that the lead leads into or stands in; an item that answers by itself is said before it.

    `None` for steps whose beginning isn't at hand, where it is the steps that were asked for.
    """
    run = run_of(section, lead)
    intro = intro_of(section, run)
    if lacks_its_beginning(run):
        return None if expected == "steps" else _alone(section, lead, intro)
    whole = _whole(section, run, intro)
    if lead not in run or expected in WHOLE or not lead.bare:
        return whole
    return _item_first(section, lead, run, intro, whole)


def run_of(section: Section, unit: Unit) -> tuple[Unit, ...]:
    """The whole list that a unit stands in or leads into; steps go on over what stands between them."""
    blocks = section.blocks
    block = unit.block if unit.kind == "item" else unit.block + 1
    first = last = blocks.index(block)
    while (before := _joined(section, blocks[:first][::-1], blocks[first], back=True)) is not None:
        first = blocks.index(before)
    while (after := _joined(section, blocks[last + 1 :], blocks[last], back=False)) is not None:
        last = blocks.index(after)
    return tuple(one for number in blocks[first : last + 1] for one in section.block(number))


def intro_of(section: Section, run: Sequence[Unit]) -> Unit | None:
    """The sentence that leads into a list."""
    at = section.units.index(run[0])
    before = section.units[at - 1] if at else None
    if before is None or before.kind != "sentence":
        return None
    return before if before.text.endswith(":") or is_adjacent(section, before, run[0]) else None


def leads_into_list(section: Section, unit: Unit) -> bool:
    """Whether a list follows the sentence that belongs to it."""
    at = section.units.index(unit)
    after = section.units[at + 1] if at + 1 < len(section.units) else None
    if after is None or after.kind != "item" or unit.kind != "sentence":
        return False
    return unit.text.endswith(":") or is_adjacent(section, unit, after)


def steps_in(section: Section) -> list[tuple[Unit, ...]]:
    """The runs of numbered steps."""
    runs: dict[Unit, tuple[Unit, ...]] = {}
    for number in section.blocks:
        block = section.block(number)
        if len(_numbers(block)) >= 2:
            run = run_of(section, block[0])
            runs[run[0]] = run
    return list(runs.values())


def lacks_its_beginning(run: Sequence[Unit]) -> bool:
    """Whether the first step stands in a passage that isn't here."""
    numbers = _numbers(run)
    return len(numbers) >= 2 and numbers[0] > 1


def _numbers(units: Sequence[Unit]) -> list[int]:
    return [unit.number for unit in units if unit.number is not None and unit.indent == 0]


def _joined(section: Section, others: Sequence[int], block: int, *, back: bool) -> int | None:
    """The block before or after it whose steps' numbers go on with this one's."""
    own = _numbers(section.block(block))
    for other in others[:APART] if own else ():
        numbers = _numbers(section.block(other))
        if numbers:
            earlier, later = (numbers, own) if back else (own, numbers)
            return other if later[0] == earlier[-1] + 1 else None
    return None


def _whole(section: Section, run: tuple[Unit, ...], intro: Unit | None) -> Part:
    head = shown(intro.text) if intro else heading_of(section)
    text = stretch(section, run)
    return Part(
        text=f"{head}\n\n{text}" if head else text,
        lead=(intro,) if intro else (run[0],),
        units=(intro, *run) if intro else run,
    )


def _item_first(
    section: Section, lead: Unit, run: tuple[Unit, ...], intro: Unit | None, whole: Part
) -> Part:
    """The item that answers, with what it is one of, then the others; too many bullets are left out, steps never."""
    alone = _alone(section, lead, intro)
    ordered = len(_numbers(run)) >= 2 or any(unit.indent for unit in run)
    if lead == run[0] and (ordered or len(whole.text) <= LONGEST):
        marked = whole.text.replace(lead.bare, bold(lead.bare), 1)
        return Part(text=marked, lead=(lead,), units=whole.units)
    others = run if ordered else tuple(unit for unit in run if unit != lead)
    rest = stretch(section, run) if ordered else "\n".join(unit.text for unit in others)
    if not ordered and len(alone.text) + len(rest) > LONGEST:
        return alone
    return Part(
        text=f"{alone.text}\n\n{rest}",
        lead=(lead,),
        units=tuple(dict.fromkeys((*alone.units, *others))),
    )


def _alone(section: Section, lead: Unit, intro: Unit | None) -> Part:
    """An item with the words that lead into its list, or else the heading: alone it might be misread."""
    item = bold(shown(lead.bare))
    if intro is not None:
        return Part(text=f"{shown(intro.text)} {item}", lead=(lead,), units=(intro, lead))
    heading = heading_of(section).strip("*")
    return Part(text=f"{item} ({heading})" if heading else item, lead=(lead,), units=(lead,))
