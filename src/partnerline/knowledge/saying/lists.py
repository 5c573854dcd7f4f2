"""Lists and steps: never cut, in their order, with the words that lead into them."""

from collections.abc import Sequence
from dataclasses import replace

from partnerline.knowledge.expected import Expected
from partnerline.knowledge.saying import nested
from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.naming import codes_in
from partnerline.knowledge.saying.part import (
    LONGEST,
    Part,
    bold,
    heading_of,
    is_adjacent,
    leans,
    shown,
    stretch,
)
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words

APART = 3
"""Blocks that may stand between two steps: an example, a note."""
WHOLE: tuple[Expected, ...] = ("steps", "list")
"""The kinds of question that a list answers as a whole."""
LEAST = 2
"""Numbers that make items steps."""
INTRO = 300
"""Characters of a paragraph that leads into a list and is said whole."""

_ONE_OF: frozenset[Expected] = frozenset({"number", "duration", "date", "yes_no"})
"""The kinds of question that one item answers."""


def told(asked: Asked, section: Section, lead: Unit) -> Part | None:
    """The list that the lead leads into or stands in; an item that answers by itself is said before it.

    `None` for steps whose beginning isn't at hand, where it is the steps that were asked for.
    """
    run = run_of(section, lead)
    intro = intro_of(section, run)
    if lacks_its_beginning(run):
        return None if asked.expected == "steps" else _alone(section, lead, run, intro)
    whole = _whole(section, run, intro)
    if asked.expected in WHOLE or asks_for_all(asked, section, lead):
        return whole
    if lead not in run:
        lead = _item_asked(asked, section, run, intro) or lead
    if lead not in run or not lead.bare:
        return whole
    return _item_first(section, lead, run, intro, whole)


def asks_for_all(asked: Asked, section: Section, lead: Unit) -> bool:
    """Whether the item says no more of what was asked than what stands over its list: then all of them answer."""
    if asked.expected in _ONE_OF or asked.codes & codes_in(lead.bare):
        return False
    intro = intro_of(section, run_of(section, lead))
    over = content_words(" ".join((*section.headings, section.title, intro.text if intro else "")))
    own = content_words(lead.bare) if lead != intro else ()
    return any(any_shortened(word, over) for word in asked.words) and all(
        any_shortened(word, over) for word in asked.words if any_shortened(word, own)
    )


def _item_asked(
    asked: Asked, section: Section, run: Sequence[Unit], intro: Unit | None
) -> Unit | None:
    """The one item that holds what was asked beyond the words that lead into the list."""
    over = content_words(" ".join((*section.headings, intro.text if intro else "")))
    beyond = [word for word in asked.words if not any_shortened(word, over)]
    found = [u for u in run if any(any_shortened(w, content_words(u.bare)) for w in beyond)]
    return found[0] if len(found) == 1 else None


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
        if len(_numbers(block)) >= LEAST:
            run = run_of(section, block[0])
            runs[run[0]] = run
    return list(runs.values())


def lacks_its_beginning(run: Sequence[Unit]) -> bool:
    """Whether the first step stands in a passage that isn't here."""
    numbers = _numbers(run)
    return len(numbers) >= LEAST and numbers[0] > 1


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


def led_into(section: Section, intro: Unit) -> tuple[Unit, ...]:
    """What leads into a list: the whole paragraph where it is short, for a condition may stand before its last sentence."""
    paragraph = section.block(intro.block)
    until = paragraph[: paragraph.index(intro) + 1]
    if sum(len(unit.text) for unit in until) <= INTRO:
        return tuple(unit for unit in until if not unit.text.endswith("?"))
    first = len(until) - 1
    while first > 0 and leans(until[first]):
        first -= 1
    return until[first:]


def _whole(section: Section, run: tuple[Unit, ...], intro: Unit | None) -> Part:
    before = led_into(section, intro) if intro else ()
    head = shown(stretch(section, before)) if before else heading_of(section)
    if before and leans(before[0]) and heading_of(section):
        head = f"{heading_of(section)}\n\n{head}"
    text = stretch(section, run)
    said = f"{head}\n\n{text}" if head else text
    return Part(
        text=said,
        short=said,
        lead=(intro,) if intro else (run[0],),
        units=(*before, *run),
    )


def _item_first(
    section: Section, lead: Unit, run: tuple[Unit, ...], intro: Unit | None, whole: Part
) -> Part:
    """The item that answers, with what it is one of, then the others; too many bullets are left out, steps never."""
    alone = _alone(section, lead, run, intro)
    numbered = len(_numbers(run)) >= LEAST
    family = nested.family_of(run, lead)
    if len(family) > 1 and not numbered:
        return replace(nested.told(section, family, lead), short=alone.text)
    if lead == run[0] and (numbered or len(whole.text) <= LONGEST):
        marked = whole.text.replace(lead.bare, bold(lead.bare), 1)
        return Part(text=marked, short=alone.text, lead=(lead,), units=whole.units)
    others = run if numbered else tuple(unit for unit in run if unit != lead)
    rest = "\n".join(_lines(others)) if not numbered else stretch(section, run)
    if not numbered and len(alone.text) + len(rest) > LONGEST:
        return alone
    return Part(
        text=f"{alone.text}\n\n{rest}",
        short=alone.text,
        lead=(lead,),
        units=tuple(dict.fromkeys((*alone.units, *others))),
    )


def _lines(units: Sequence[Unit]) -> list[str]:
    """The items, each on its line and below what it stands under."""
    least = min((unit.indent for unit in units), default=0)
    return [f"{' ' * (unit.indent - least)}{unit.text}" for unit in units]


def _alone(section: Section, lead: Unit, run: Sequence[Unit], intro: Unit | None) -> Part:
    """An item with the words that lead into its list, or else the heading, and the items over it: alone it might be misread."""
    item = bold(shown(lead.bare))
    over = nested.path_to(run, lead) if lead in run and len(_numbers(run)) < LEAST else ()
    path = [unit.bare.rstrip(":") for unit in over]
    if intro is not None and intro.text.endswith(":"):
        before = led_into(section, intro)
        text = " ".join((shown(stretch(section, before)), *(f"{one}:" for one in path), item))
        return Part(text=text, short=text, lead=(lead,), units=(*before, *over, lead))
    heading = heading_of(section).strip("*")
    under = ": ".join(filter(None, (heading, *path)))
    text = f"{item} ({under})" if under else item
    return Part(text=text, short=text, lead=(lead,), units=(*over, lead))
