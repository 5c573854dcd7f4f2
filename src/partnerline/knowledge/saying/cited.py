"""Where what is said stands."""

from collections.abc import Sequence

from partnerline.knowledge.model import Citation
from partnerline.knowledge.saying.section import Section, Unit

WHOLE = 1500
"""Characters up to which one quote holds all that is said of a passage, with what stands between."""


def citations(
    section: Section, lead: Sequence[Unit], units: Sequence[Unit]
) -> tuple[Citation, ...]:
    """The lead's passage first, with all that is said of it, then the section's others in order."""
    first = lead[0].place
    cited: list[Citation] = []
    for place in dict.fromkeys([first, *sorted(unit.place for unit in units)]):
        here = [unit for unit in units if unit.place == place]
        own = [unit for unit in lead if unit.place == place]
        cited.extend(_of_passage(section, own, here))
    return tuple(cited)


def quoted(section: Section, units: Sequence[Unit]) -> Citation:
    """The stretch of one passage from the first to the last of the units."""
    place = units[0].place
    passage = section.passages[place]
    start, end = min(unit.start for unit in units), max(unit.end for unit in units)
    return Citation(source=passage.document, locator=passage.locator, quote=passage.text[start:end])


def _of_passage(section: Section, lead: Sequence[Unit], units: Sequence[Unit]) -> list[Citation]:
    whole = quoted(section, [*lead, *units])
    if len(whole.quote) <= WHOLE or not lead:
        return [whole]
    apart = [quoted(section, lead)]
    before = [unit for unit in units if unit.start < lead[0].start]
    after = [unit for unit in units if unit.start > lead[-1].start]
    return apart + [quoted(section, part) for part in (before, after) if part]
