"""A stretch of what is said, with the units that it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.saying.naming import codes_in
from partnerline.knowledge.saying.section import Section, Unit

LONGEST = 700
"""Characters that are read between two calls; what belongs together goes over it rather than being cut."""
UTMOST = 1050
"""Characters of a single sentence or row; a longer one is broken off between words."""

_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)+[.)]?|\d{1,2}[.)])\s+")
_NO_HEADING = re.compile(r"(?:item|section|part|page|slide|sheet|table) ?\d*", re.IGNORECASE)
_FRAMES = re.compile(
    r"\b(?:not|no|never|only|without|except\w*|exclu\w+|unless|until|avoid|limit(?:s|ed|ation\w*)|forbidden|prohibited|nicht|kein\w*"
    r"|nur|ohne|sans|seulement|sin|solo|senza)\b|n['’]t\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:It|Its|This|That|These|Those|They|Their|Them|He|She|His|Her|Both|Neither|Each|Such|Then|Otherwise|However|But|And|Or|So"
    r"|Afterwards|After that|Before that|The same|The other|The second|The latter|The former|There(?! (?:is|are)\b)|Here|Also"
    r"|Instead|Therefore|Unless|Except|Er|Sie|Es|Dies\w*|Il|Elle|Ils|Elles|Cela|Esto|Questo)\b"
)
_CUT = re.compile(r"\s+\S*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Markdown and the units that stand in it; the first of `lead` is what answers, `short` the least that reads right."""

    text: str
    lead: tuple[Unit, ...]
    units: tuple[Unit, ...]
    short: str = ""


def bold(text: str) -> str:
    """The text in bold, unless marks of its own would break it."""
    return text if "*" in text or "\n" in text else f"**{text}**"


def shown(text: str) -> str:
    """The text, or as much of an overlong one as ends between words."""
    return text if len(text) <= UTMOST else _CUT.sub("", text[:UTMOST]) + " …"


def heading_of(section: Section) -> str:
    """The section's heading in bold, without its number; "" where it has none that says something."""
    if not section.headings:
        return ""
    text = _NUMBERING.sub("", " ".join(section.headings[-1].split()))
    return "" if not text or _NO_HEADING.fullmatch(text) else bold(text)


def frame_of(section: Section, text: str) -> str:
    """The heading, where what stands below it would be misread alone: "What does not count", "AX-400 Pro only"."""
    heading = heading_of(section)
    if not heading:
        return ""
    other = codes_in(heading) - codes_in(text)
    return heading if other or _FRAMES.search(heading) else ""


def leans(unit: Unit) -> bool:
    """Whether the sentence speaks of what the one before it named."""
    return unit.kind == "sentence" and bool(_LEANS.match(unit.text))


def stretch(section: Section, units: Sequence[Unit]) -> str:
    """All that the document says from the first to the last of the units, passage by passage."""
    places = sorted({unit.place for unit in units})
    texts = []
    for place in places:
        here = [unit for unit in units if unit.place == place]
        start = min(unit.start - unit.indent for unit in here)
        texts.append(section.passages[place].text[start : max(unit.end for unit in here)])
    return "\n".join(texts)


def is_adjacent(section: Section, first: Unit, second: Unit) -> bool:
    """Whether nothing but a line's end or a space stands between two units of one passage."""
    if first.place != second.place:
        return False
    gap = section.passages[first.place].text[first.end : second.start]
    return not gap.strip() and gap.count("\n") <= 1
