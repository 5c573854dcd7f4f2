"""Whether two documents contradict each other; sooner missed than claimed."""

import re
from collections.abc import Iterable

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.expected import Expected
from partnerline.knowledge.model import Document
from partnerline.knowledge.saying.agreeing import both_bear
from partnerline.knowledge.saying.alike import any_alike
from partnerline.knowledge.saying.lead import Asked
from partnerline.knowledge.saying.naming import codes_in
from partnerline.knowledge.saying.statement import Statement
from partnerline.knowledge.words import words

SHARED = 2
"""Words that both statements have in common at least: fewer don't show that they speak of the same."""

_OF_SEVERAL: frozenset[Expected] = frozenset({"list", "steps", "reason", "definition", "person"})
"""The kinds of question that no one sentence answers, so that two of them can't answer it differently."""
_LISTED = {"price_list", "promotions"}
_NEUTRAL = frozenset(
    """is are was takes take took taken lasts last lasted runs run keeps keep kept holds hold has have gets get receives receive
    amounts amount comes come period time total value duration length number product device unit series model our your the
    weighs weigh costs cost covers cover covered stands stand measures measure property specification""".split()
)
_DISTINCTION = re.compile(
    r"\b(?:emea|apac|latam|amer|na|eu|uk|us|usa|ch|dach|europe\w*|america\w*|asia\w*|north|south|east|west|global|international"
    r"|domestic|local|swiss|switzerland|german\w*|france|french|canad\w+|silver|gold|platinum|bronze|diamond|basic|standard|premium"
    r"|pro|professional|plus|enterprise|business|starter|lite|home|team|ultimate|advanced|critical|essential\w*|trial|demo|free"
    r"|self-hosted|cloud|managed|on-prem\w*|dedicated|draft|old|new|former\w*|current|example|template|interns?|contractors?"
    r"|full-time|part-time|version|edition|v\d[\w.]*|\d+\.\d+|fy\d+|[qh][1-4]|level|phase|stage|step|week|month \d+|priority|p[0-5]"
    r"|s[0-5]|tier|band|class|type)\b"
)


def contradict(
    asked: Asked, one: Statement, other: Statement, documents: tuple[Document, Document]
) -> bool:
    """Whether the two say of the same thing, under the same conditions, another figure, another day, or yes and no.

    A manager's kept answer is in nobody's wording but theirs: that it differs in what was asked is enough.
    """
    if any(is_answered(document.path) for document in documents):
        return _at_odds(asked, one, other, documents)
    return (
        asked.expected not in _OF_SEVERAL
        and _comparable(*documents)
        and _differ(one, other)
        and one.bounds == other.bounds
        and _same_products(asked, one, other)
        and _same_words(asked, one, other)
        and _distinctions(one, documents[0]) == _distinctions(other, documents[1])
    )


def _at_odds(
    asked: Asked, one: Statement, other: Statement, documents: tuple[Document, Document]
) -> bool:
    return (
        asked.expected not in _OF_SEVERAL
        and not {document.kind for document in documents} & _LISTED
        and (_differ(one, other) or _measure_otherwise(one, other))
        and _same_products(asked, one, other)
        and both_bear(asked, one, other)
        and both_bear(asked, other, one)
    )


def _measure_otherwise(one: Statement, other: Statement) -> bool:
    """Whether both give figures in the same unit, and none of the one's is the other's."""
    own, told = (
        {(figure.unit, figure.number) for figure in statement.figures if figure.unit}
        for statement in (one, other)
    )
    return bool({unit for unit, _ in own} & {unit for unit, _ in told}) and not own & told


def _comparable(one: Document, other: Document) -> bool:
    """Whether both are for the same people, and neither is a list of prices, which has rules of its own."""
    return (
        one.path != other.path
        and one.audience == other.audience
        and not {one.kind, other.kind} & _LISTED
    )


def _differ(one: Statement, other: Statement) -> bool:
    if one.is_cell != other.is_cell and (one.settled is not None or other.settled is not None):
        return False
    if one.settled is not None and other.settled is not None:
        return one.settled is not other.settled
    if len(one.dates) == len(other.dates) == 1 and not one.figures and not other.figures:
        return one.dates != other.dates
    if one.dates or other.dates:
        return False
    if len(one.figures) == len(other.figures) == 1:
        first, second = one.figures[0], other.figures[0]
        named = bool(first.unit) or (one.is_cell and other.is_cell)
        return named and first.unit == second.unit and first.number != second.number
    return not one.figures and not other.figures and one.negated is not other.negated


def _same_products(asked: Asked, one: Statement, other: Statement) -> bool:
    """Whether both name the same products, in their words or, where those name none, above them."""
    first, second = (statement.codes or statement.above for statement in (one, other))
    wanted = asked.codes & (first | second)
    if wanted:
        return first & asked.codes == second & asked.codes and (
            one.codes == other.codes or first == second or not (one.codes and other.codes)
        )
    return first == second


def _same_words(asked: Asked, one: Statement, other: Statement) -> bool:
    """Whether neither says a word, itself or in a heading, that the other doesn't: a word more is a condition more.

    A heading adds no condition to a plain yes or no that names by itself all that was asked.
    """
    whole = _settles(asked, one) and _settles(asked, other)
    shared = [word for word in one.subject if any_alike(word, other.subject)]
    return (
        len(shared) >= min(SHARED, len(one.subject), len(other.subject))
        and bool(shared)
        and not _unknown(one, other, with_headings=not whole)
        and not _unknown(other, one, with_headings=not whole)
    )


def _settles(asked: Asked, statement: Statement) -> bool:
    """Whether a sentence without a figure names by itself all that a yes-or-no question asks."""
    return (
        asked.expected == "yes_no"
        and not statement.figures
        and not statement.is_cell
        and len(asked.words) + len(asked.codes) >= SHARED
        and asked.codes <= statement.codes
        and all(any_alike(word, statement.subject) for word in asked.words if not word.isdigit())
    )


def _unknown(one: Statement, other: Statement, *, with_headings: bool) -> set[str]:
    known = other.subject | other.about
    told = one.subject | (one.under if with_headings else frozenset())
    return {word for word in told if not any_alike(word, known) and word not in _NEUTRAL}


def _distinctions(statement: Statement, document: Document) -> frozenset[str]:
    """The words that tell a region's, a tier's or an edition's own rule from another's."""
    parts: Iterable[str] = (document.title, document.path, *statement.about, statement.unit.text)
    text = " ".join(" ".join(words(part)) for part in parts)
    return frozenset(_DISTINCTION.findall(text)) | codes_in(" ".join(statement.about))
