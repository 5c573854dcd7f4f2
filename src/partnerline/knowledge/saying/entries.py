"""The entry of a section that a question is about, where short lines within it head one entry each, as in a list of questions."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words, words

LONGEST = 6
"""Words of a line that heads what follows; a question may have more."""
LEAST = 2
"""Lines that head something without asking: one alone may be a remark."""
IN_TITLE = 1.3
"""The weight of an asked word that stands in the line that heads an entry."""
OWN = 0.3
"""What an entry gains all of whose title was asked."""

_TITLE = re.compile(r"[\"“„«(¿]?[^\W\d_][^,;:.!?·|\n]*")
_BROKEN = re.compile(
    r"(?:the|an?|and|or|of|to|for|in|on|at|by|with|from|as|is|are|can|be|that|which|your|our)$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^:.!\n]*\?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    title: Unit
    units: tuple[Unit, ...]

    @property
    def above(self) -> tuple[str, ...]:
        return content_words(self.title.text)

    @property
    def below(self) -> tuple[str, ...]:
        return content_words(" ".join(unit.text for unit in self.units))


def entry_of(section: Section, asked: Sequence[str], place: int) -> Section:
    """The entry of the passage at that place that holds most of the asked words, its title a heading; else the section."""
    entries = [
        entry
        for entry in _entries(section)
        if entry.units and any(unit.place == place for unit in (entry.title, *entry.units))
    ]
    if not entries:
        return section
    worth = _worth(entries, asked)
    fits = [_fit(entry, worth) for entry in entries]
    best = max(range(len(entries)), key=lambda at: fits[at])
    before = content_words(" ".join(unit.text for unit in _ahead(section, entries[0])))
    if fits[best] <= sum(worth[word] for word in asked if any_shortened(word, before)):
        return section
    entry = entries[best]
    return replace(section, units=entry.units, under=(entry.title,))


def _entries(section: Section) -> list[_Entry]:
    titles = [at for at, unit in enumerate(section.units) if _may_head(section, at, unit)]
    plain = [at for at in titles if not section.units[at].text.endswith("?")]
    if len(plain) < LEAST:
        titles = [at for at in titles if at not in plain]
    ends = [*titles[1:], len(section.units)]
    return [
        _Entry(title=section.units[at], units=section.units[at + 1 : end])
        for at, end in zip(titles, ends, strict=False)
    ]


def _ahead(section: Section, first: _Entry) -> Sequence[Unit]:
    return section.units[: section.units.index(first.title)]


def _may_head(section: Section, at: int, unit: Unit) -> bool:
    """Whether the unit is a line of its own that asks, or that names what follows."""
    alone = sum(other.paragraph == unit.paragraph for other in section.units) == 1
    if unit.kind != "sentence" or not alone or at + 1 == len(section.units):
        return False
    if _QUESTION.fullmatch(unit.text):
        return True
    return (
        bool(_TITLE.fullmatch(unit.text))
        and len(words(unit.text)) <= LONGEST
        and not any(map(_is_torn, (unit.text, section.units[at + 1].bare)))
    )


def _is_torn(line: str) -> bool:
    """Whether the line is the middle of a sentence that a page's layout broke."""
    return line[:1].islower() or bool(_BROKEN.search(line))


def _worth(entries: Sequence[_Entry], asked: Sequence[str]) -> Mapping[str, float]:
    """How much each asked word tells one entry from another."""
    held = [(*entry.above, *entry.below) for entry in entries]
    return {
        word: math.log(1 + len(held) / (1 + sum(any_shortened(word, own) for own in held)))
        for word in asked
    }


def _fit(entry: _Entry, worth: Mapping[str, float]) -> float:
    above, below = entry.above, entry.below
    fit = sum(
        value * (IN_TITLE if any_shortened(word, above) else 1.0)
        for word, value in worth.items()
        if any_shortened(word, (*above, *below))
    )
    own = sum(any_shortened(word, worth) for word in above) / (len(above) or 1)
    return fit + OWN * own * bool(fit)
