"""Whether another document says the same."""

from partnerline.knowledge.expected import Expected
from partnerline.knowledge.saying.alike import any_shortened
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.statement import Figure, Statement
from partnerline.knowledge.words import content_words

MEASURED: tuple[Expected, ...] = ("number", "duration", "date")
"""The kinds of answer that are the same where their figures are."""
COVERED = 0.7
"""The share of the asked words that the one statement holds which the other must hold too."""
ALIKE = 0.8
"""The share of words that two sentences without figures have in common where they say the same."""


def agree(asked: Asked, one: Statement, other: Statement) -> bool:
    """Whether the two say the same of the same: the same figure or day in answer to the question, or the same sentence."""
    if not _of_the_same(asked, one, other):
        return False
    if asked.expected in MEASURED and (one.dates or other.dates):
        return one.dates == other.dates and both_bear(asked, one, other)
    if asked.expected in MEASURED and one.figures:
        return _same_figures(one.figures, other.figures) and both_bear(asked, one, other)
    if one.settled is not None or other.settled is not None:
        return one.settled is other.settled and both_bear(asked, one, other)
    own, told = (frozenset(content_words(s.unit.bare)) for s in (one, other))
    return len(own & told) >= ALIKE * len(own | told)


def _of_the_same(asked: Asked, one: Statement, other: Statement) -> bool:
    """Whether both speak of the products asked about, or else of the same ones."""
    held = [statement.codes | statement.above for statement in (one, other)]
    wanted = asked.codes & (held[0] | held[1])
    if wanted:
        return wanted <= held[0] and wanted <= held[1]
    return one.negated == other.negated and (
        one.codes == other.codes or not one.codes or not other.codes
    )


def _same_figures(own: tuple[Figure, ...], told: tuple[Figure, ...]) -> bool:
    return all(
        any(
            figure.number == other.number
            and (figure.unit == other.unit or not figure.unit or not other.unit)
            for other in told
        )
        for figure in own
    )


def both_bear(asked: Asked, one: Statement, other: Statement) -> bool:
    """Whether what the one holds of the asked words stands with the other too, itself or above it."""
    own, told = _held(asked, one), _held(asked, other)
    return bool(own) and len(own & told) >= COVERED * len(own)


def _held(asked: Asked, statement: Statement) -> frozenset[str]:
    words = (*content_words(statement.unit.text), *statement.about)
    return frozenset(word for word in asked.words if any_shortened(word, words))
