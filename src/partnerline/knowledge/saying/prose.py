"""Sentences: the one that answers first, with those that can't be understood without it or it without them."""

import re
from collections.abc import Sequence

from partnerline.knowledge.saying.part import (
    LONGEST,
    Part,
    bold,
    frame_of,
    heading_of,
    leans,
    shown,
)
from partnerline.knowledge.saying.section import Section, Unit

_BARE = re.compile(r"(?:yes|no|correct|right|ja|nein|oui|non|sí|sì)[.!,]?", re.IGNORECASE)


def told(section: Section, lead: Unit) -> Part:
    """The lead with the sentences of its paragraph that lean on it or that it leans on, then the paragraph's others."""
    block = section.block(lead.block)
    at = block.index(lead)
    first, last = at, at
    while first > 0 and leans(block[first]):
        first -= 1
    while last + 1 < len(block) and leans(block[last + 1]):
        last += 1
    group = (*_answer_before(section, block[first]), *block[first : last + 1])
    others = [
        *(u for u in block[:first] if not u.text.endswith("?") and u not in group),
        *block[last + 1 :],
    ]
    head = _head(section, group, lead)
    return (
        Part(text=head, short=head, lead=(lead,), units=group)
        if not others
        else _with(head, group, others, lead)
    )


def _answer_before(section: Section, unit: Unit) -> tuple[Unit, ...]:
    """The bare yes or no that the document itself puts before a sentence."""
    at = section.units.index(unit)
    before = section.units[at - 1] if at else None
    return (before,) if before is not None and _BARE.fullmatch(before.text) else ()


def _head(section: Section, group: Sequence[Unit], lead: Unit) -> str:
    said = " ".join(bold(shown(u.text)) if u == lead else shown(u.text) for u in group)
    heading = heading_of(section) if leans(group[0]) else frame_of(section, said)
    return f"{heading}\n\n{said}" if heading else said


def _with(head: str, group: tuple[Unit, ...], others: Sequence[Unit], lead: Unit) -> Part:
    """The group and as many of the paragraph's other sentences, in its order, as are short enough to be read with it."""
    size, kept = len(head), []
    for unit in sorted(others, key=lambda one: (one.start < lead.start, one.start)):
        if size + len(unit.text) + 1 > LONGEST:
            break
        kept.append(unit)
        size += len(unit.text) + 1
    kept.sort(key=lambda one: one.start)
    glue = " " if kept and kept[0].start > lead.start else "\n\n"
    text = head + (glue + " ".join(unit.text for unit in kept) if kept else "")
    return Part(text=text, short=head, lead=(lead,), units=(*group, *kept))
