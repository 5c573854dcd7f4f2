"""What a question asks for by its form and a sentence doesn't hold: a name, a figure, the number of a thing, a product."""

import re
from collections.abc import Iterable

from partnerline.knowledge.expected import Expected, expected_of, holds
from partnerline.knowledge.words import STOPWORDS, compact, fold, stem, words

_OF_FIGURES: frozenset[Expected] = frozenset({"number", "duration", "date"})

_SOMEBODY = re.compile(
    r"\bwho\b|\bwhom\b|\bnames? of\b|\bcalled\b|\bwhich (?:\w+ ){0,2}?(?:firms?|institutes?|compan(?:y|ies)|insurers?|providers?"
    r"|persons?|managers?|partners?|customers?|banks?|agenc(?:y|ies)|suppliers?|vendors?|labs?|laborator(?:y|ies)|auditors?"
    r"|carriers?|countr(?:y|ies)|cit(?:y|ies))\b"
)
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)(?<!- )(?<!· )\b[A-ZÀ-Þ][\w&'’-]+")
_CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_ROLE = re.compile(r"@|\b(?:manager|team|desk|director|engineer|support|department|owner|head)\b")

_HOW_MANY = re.compile(r"\bhow many (?:of (?:your|the|those) )?((?:\w+[- ]){0,2}\w+)")
_COUNT = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|unlimited|no)\b"
)
BEFORE, AFTER = 25, 30
"""Characters before and after a figure that say what it counts."""

_PRODUCT = re.compile(
    r"\b(?:[A-Za-z]{1,8}-?|[A-Z]{2,6} )\d+[A-Za-z]*(?:-[A-Za-z0-9]+)*\b|\b[A-Za-z]{2,5}(?:-[A-Za-z0-9]+)+\b"
)


def misses_kind(question: str, unit: str) -> bool:
    """Whether the question asks for somebody, a figure, a time or a count, and the sentence holds none."""
    return (
        misses_name(question, unit)
        or _misses_figure(question, unit)
        or _misses_count(question, unit)
    )


def products_in(texts: Iterable[str]) -> frozenset[str]:
    """The part numbers and the like in texts, by their letters and digits alone; each holds a figure."""
    found = (compact(one.group()) for text in texts for one in _PRODUCT.finditer(text))
    return frozenset(one for one in found if any(letter.isdigit() for letter in one))


def misses_name(question: str, unit: str) -> bool:
    """Whether the question asks for somebody or a place by name, and the sentence names none that it doesn't."""
    asked, told = fold(question), fold(unit)
    if not _SOMEBODY.search(asked) or _ROLE.search(told):
        return False
    names = (fold(found.group()) for found in _NAME.finditer(unit))
    return not any(
        name not in _CALENDAR and name not in asked and not any(c.isdigit() for c in name)
        for name in names
    )


def _misses_figure(question: str, unit: str) -> bool:
    expected = expected_of(question)
    return expected in _OF_FIGURES and not holds(expected, unit)


def _misses_count(question: str, unit: str) -> bool:
    """Whether "how many X" is asked and no figure of the sentence stands beside an X."""
    asked = _HOW_MANY.search(fold(question))
    if asked is None:
        return False
    counted = {stem(word) for word in words(asked.group(1))[:2] if word not in STOPWORDS}
    told = fold(unit)
    return not any(
        counted
        & {stem(word) for word in words(told[max(0, at.start() - BEFORE) : at.end() + AFTER])}
        for at in _COUNT.finditer(told)
    )
