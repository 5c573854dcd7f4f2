"""Sentences: the one that answers first, with those that can't be understood without it or it without them."""

import re
from collections.abc import Sequence

from partnerline.knowledge.saying.part import LONGEST, Part, bold, frame_of, heading_of, shown
from partnerline.knowledge.saying.section import Section, Unit

_LEANS = re.compile(
    r"(?:It|Its|This|That|These|Those|They|Their|Them|He|She|His|Her|Both|Neither|Each|Such|Then|Otherwise|However|But|And|Or|So"
    r"|Afterwards|After that|Before that|The same|The other|The second|The latter|The former|There(?! (?:is|are)\b)|Here|Also"
    r"|Instead|Therefore|Unless|Except|Er|Sie|Es|Dies\w*|Il|Elle|Ils|Elles|Cela|Esto|Questo)\b"
)


def told(section: Section, lead: Unit) -> Part:
    """The lead with the sentences of its paragraph that lean on it or that it leans on, then the paragraph's others."""
    block = section.block(lead.block)
    at = block.index(lead)
    first, last = at, at
    while first > 0 and leans(block[first]):
        first -= 1
    while last + 1 < len(block) and leans(block[last + 1]):
        last += 1
    group = block[first : last + 1]
    others = [
        *(unit for unit in block[:first] if not unit.text.endswith("?")),
        *block[last + 1 :],
    ]
    head = _head(section, group, lead)
    return (
        Part(text=head, lead=(lead,), units=group)
        if not others
        else _with(head, group, others, lead)
    )


def leans(unit: Unit) -> bool:
    """Whether the sentence speaks of what the one before it named."""
    return unit.kind == "sentence" and bool(_LEANS.match(unit.text))


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
    return Part(text=text, lead=(lead,), units=(*group, *kept))
