"""Which sentence or row of a section answers: by the question's words, the kind of answer, and the product named."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from partnerline.knowledge.expected import Expected, expected_of, holds
from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.naming import codes_in, is_of_another, named, without_names
from partnerline.knowledge.saying.rows import about, asked_cells, row_of
from partnerline.knowledge.saying.section import Section, Unit
from partnerline.knowledge.words import content_words, words

KIND = 0.25
"""What a unit gains that holds the kind of answer that is expected."""
SUBJECT = 0.3
"""What it gains that names the very product asked about."""
OTHER = 0.60
"""What it loses that names another of its family instead."""
ASKS = 0.50
"""What a question loses: it is no answer."""
ABOVE = 0.5
"""The weight of a word that stands in the headings: all that is below them is about it."""
FIRST = 0.3
"""What the first unit gains under a heading that asks the very question."""
ASIDE = 0.7
"""The weight of a word in a clause that says when or if: what is asked stands outside of it."""
CONTEXT = 0.5
"""The weight of a word that stands only in the question or the words before a unit that lead into it."""
EARLIER = 0.01
"""What each place further down loses: of equals the first is taken."""
SHORT = 3
"""Words that a unit has at least; a shorter one says little."""


_ASIDE = re.compile(r"\b(?:after|before|when|if|once|while|because|since|until) .*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as far as it decides what is said: its telling words, the products it names, the kind of answer."""

    text: str
    words: tuple[str, ...]
    codes: frozenset[str]
    expected: Expected


def asked_of(text: str, section: Section) -> Asked:
    """What the question asks, its products spelled as the section spells them."""
    known = {code for passage in section.passages for code in codes_in(passage.searchable)}
    return Asked(
        text=text,
        words=content_words(without_names(text, known)),
        codes=named(text, known),
        expected=expected_of(text),
    )


def scores(asked: Asked, section: Section) -> dict[Unit, float]:
    """How well each unit answers."""
    held = {unit: content_words(unit.text) for unit in section.units}
    matched = {
        unit: {word for word in asked.words if any_shortened(word, own)}
        for unit, own in held.items()
    }
    total = len(section.units)
    above = content_words(" ".join(section.headings))
    aside = content_words("".join(_ASIDE.findall(asked.text.casefold())))
    rarity = {
        word: math.log(1 + total / (1 + sum(word in found for found in matched.values())))
        * (ABOVE if any_shortened(word, above) else 1.0)
        * (ASIDE if word in aside else 1.0)
        for word in asked.words
    }
    heading = section.headings[-1] if section.headings else ""
    is_its_question = heading.endswith("?") and all(
        any_shortened(word, content_words(heading)) for word in asked.words
    )
    found = {}
    context: frozenset[str] = frozenset()
    for at, unit in enumerate(section.units):
        whole = sum(rarity.values()) or 1.0
        own = sum(rarity[word] for word in matched[unit])
        lent = sum(rarity[word] for word in context - matched[unit]) * CONTEXT
        found[unit] = (own + lent) / whole + _bonus(asked, unit, section) - EARLIER * at
        found[unit] += FIRST if at == 0 and is_its_question else 0.0
        context = _context(asked, unit, context)
    return found


def lead_of(found: Mapping[Unit, float]) -> Unit:
    """The unit that answers best."""
    return max(found, key=lambda unit: found[unit])


def _bonus(asked: Asked, unit: Unit, section: Section) -> float:
    """What speaks for or against a unit besides its words."""
    told = _told(asked, unit)
    bonus = KIND if asked.expected != "open" and holds(asked.expected, told) else 0.0
    bonus += _of_subject(asked, unit, section) if asked.codes else 0.0
    if unit.text.endswith("?"):
        bonus -= ASKS
    if unit.kind == "sentence" and len(words(unit.text)) < SHORT:
        bonus -= ASKS / 2
    if unit.kind == "row" and row_of(unit.text).is_header:
        bonus -= 1
    return bonus


def _of_subject(asked: Asked, unit: Unit, section: Section) -> float:
    """What speaks for or against a unit by the products that it names."""
    codes = _named(asked, _about(asked, unit))
    if asked.codes & (codes | _columns(asked, unit)):
        return SUBJECT
    above = codes or _named(asked, " ".join(section.headings))
    return -OTHER if is_of_another(above, asked.codes) else 0.0


def _named(asked: Asked, text: str) -> frozenset[str]:
    return named(text, asked.codes)


def _about(asked: Asked, unit: Unit) -> str:
    """What of a unit says which product it is about: of a row its label, or else the cell that names one asked about."""
    return about(row_of(unit.text), asked.codes).label if unit.kind == "row" else unit.text


def _columns(asked: Asked, unit: Unit) -> frozenset[str]:
    """The products that a row has a column for."""
    if unit.kind != "row":
        return frozenset()
    return frozenset(
        code for cell in row_of(unit.text).told if cell.name for code in _named(asked, cell.name)
    )


def _told(asked: Asked, unit: Unit) -> str:
    """What of a unit would be the answer: of a row, the cells that are asked for."""
    if unit.kind != "row":
        return unit.bare
    row = row_of(unit.text)
    return "; ".join(cell.value for cell in asked_cells(row, asked.text) or row.told)


def _context(asked: Asked, unit: Unit, before: frozenset[str]) -> frozenset[str]:
    """The asked words that a unit lends to those after it: those of a question or of what leads into a list."""
    if unit.text.endswith(("?", ":")):
        own = content_words(unit.text)
        return frozenset(word for word in asked.words if any_shortened(word, own))
    return before if unit.kind != "sentence" else frozenset()
