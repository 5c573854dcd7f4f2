"""Which of the hits is said: the first that states anything."""

from collections.abc import Sequence

from partnerline.knowledge.model import Hit
from partnerline.knowledge.saying.rest import is_caption
from partnerline.knowledge.saying.section import Neighbours, Section, Unit, section_of
from partnerline.knowledge.words import content_words, words

SHORT = 5
"""Words that a line without an end has at least where it states something: "On this page" doesn't."""


def first_quotable(
    tried: Sequence[Hit], hits: Sequence[Hit], neighbours: Neighbours | None
) -> tuple[Hit, Section] | None:
    """The first of the hits tried that states something, with its section; else the first that holds any words."""
    found = [(hit, section_of(hit, hits, neighbours)) for hit in tried]
    held = [one for one in found if _units_of(*one)]
    return next((one for one in held if _states(*one)), held[0] if held else None)


def place_of(section: Section, hit: Hit) -> int:
    """Which of the section's passages the hit is."""
    return next(n for n, one in enumerate(section.passages) if one.id == hit.passage.id)


def _states(hit: Hit, section: Section) -> bool:
    """Whether the passage says anything: a list of questions is a table of contents, and a title alone tells nothing."""
    over = set(content_words(" ".join((*section.headings, section.title))))
    return any(
        unit.kind == "row"
        or not (unit.text.endswith("?") or _is_title(section.block(unit.block), over))
        for unit in _units_of(hit, section)
    )


def _is_title(block: Sequence[Unit], over: set[str]) -> bool:
    return is_caption(block) and (
        len(words(block[0].text)) < SHORT or set(content_words(block[0].text)) <= over
    )


def _units_of(hit: Hit, section: Section) -> list[Unit]:
    place = place_of(section, hit)
    return [unit for unit in section.units if unit.place == place]
