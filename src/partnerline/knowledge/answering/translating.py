"""A question in another language, put into the library's for a search."""

from partnerline.knowledge.errors import GeneratorFailed
from partnerline.knowledge.grounding.figures import Figure, figures_of
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.markup import forbidden
from partnerline.knowledge.ports import Generator
from partnerline.knowledge.words import fold

_SLACK = 80
"""Characters by which a translation may be longer than twice the question."""


def translated(text: str, generator: Generator, to: str = "en") -> str | None:
    """The question in another language (ISO 639-1); `None` where the model fails or changes a figure or a part number."""
    try:
        found = generator.translate(text, to)
    except GeneratorFailed:
        return None
    return found if is_faithful(text, found) else None


def is_faithful(text: str, translation: str) -> bool:
    """Whether a translation holds the figures, days and part numbers of the text, no other, and nothing but text."""
    if len(translation) > 2 * len(text) + _SLACK or (
        forbidden(translation) is not None and forbidden(text) is None
    ):
        return False
    if _part_numbers(text) != _part_numbers(translation):
        return False
    here, there = figures_of(text), figures_of(translation)
    if {one.readings for one in here.days} != {one.readings for one in there.days}:
        return False
    return _paired(_counts(here.numbers), _counts(there.numbers))


def _part_numbers(text: str) -> list[str]:
    return sorted(one.key for one in identifiers(fold(text)))


def _counts(numbers: tuple[Figure, ...]) -> list[Figure]:
    """The figures, less a "one", which other languages have as an article."""
    return [one for one in numbers if 1 not in one.values]


def _paired(here: list[Figure], there: list[Figure]) -> bool:
    """Whether each figure has its like on the other side, whatever their order."""
    left = list(there)
    for figure in here:
        like = next(
            (one for one in left if one.unit == figure.unit and one.values & figure.values), None
        )
        if like is None:
            return False
        left.remove(like)
    return not left
