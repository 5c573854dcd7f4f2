"""The names in a text: products, plans, places, people, part numbers, each with the capitals it is written in."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from partnerline.knowledge.grounding.dates import MONTHS, WEEKDAYS
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.languages import Language
from partnerline.knowledge.grounding.measures import BY_SPELLING
from partnerline.knowledge.words import STOPWORDS, compact, fold, stem

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010-\u2012-][^\W_]+)*")
_ADDRESS = re.compile(r"\S+@\S+")
_NO_NUMBER = re.compile(r"(?<!\S)\D+?(?!\S)")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:;\u00b7\n]\s*|[-*•]\s+|\d[.)]\s+)[\"'\u201c\u201e\u00ab(]*$"
)
_ORDINARY = frozenset(
    """partner program programme plan tier serie edition level support customer team manager system product order request
    pc id ok faq pdf it eu us uk url vat mon tue wed thu fri sat sun sie ihr ihre ihren ihrem ihrer""".split()
)
"""Words that may be written large and name nothing in particular, by their stems."""
_TRAILING = frozenset(
    "partner partners plan plans tier tiers series programme program customers level support edition".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, of one word or of several side by side; `exact` where it is or begins with a part number."""

    said: str
    start: int
    end: int
    exact: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared, less those that only say what it is."""
        found = [word for word in re.split(r"\s+", self.said) if word.casefold() not in _TRAILING]
        return tuple(compact(word) for word in found if compact(word))

    def stands_among(self, keys: AbstractSet[str]) -> bool:
        """Whether each of its words is among those of a text; of a part number, "AX-200" isn't held by "AX-200-B"."""
        said = self.said.removesuffix("'s").removesuffix("\u2019s")
        return all(compact(word) in keys for word in said.split())


def names_of(text: str, language: Language | None = "en") -> tuple[Name, ...]:
    """The names in a text. German writes every noun large, so there only part numbers and acronyms tell themselves."""
    exact = {one.start: one for one in identifiers(text)}
    found: list[Name] = []
    for match in _WORD.finditer(text):
        number = exact.get(match.start())
        if number is not None:
            name = Name(number.said, number.start, number.end, exact=True)
        elif any(one.start <= match.start() < one.end for one in exact.values()):
            continue
        elif _is_name(text, match, language):
            name = Name(match.group(), *match.span())
        else:
            continue
        found = _joined(text, found, name)
    return tuple(found)


def _joined(text: str, found: list[Name], name: Name) -> list[Name]:
    """A name with the one right before it, where a space alone parts them: "Watchline Pro", "AX-400 Pro"."""
    if found and not name.exact and text[found[-1].end : name.start] == " ":
        before = found[-1]
        whole = Name(text[before.start : name.end], before.start, name.end, before.exact)
        return [*found[:-1], whole]
    return [*found, name]


def _is_name(text: str, match: re.Match[str], language: Language | None) -> bool:
    word = match.group()
    folded = fold(word)
    nameless = (MONTHS, WEEKDAYS, BY_SPELLING, STOPWORDS)
    if len(word) < 2 or stem(folded) in _ORDINARY or any(folded in words for words in nameless):
        return False
    if sum(c.isupper() for c in word) > 1:  # an acronym, or a name with a capital inside
        return True
    if not word[0].isupper() or language == "de":
        return False
    return not _SENTENCE_START.search(text, max(0, match.start() - 8), match.start())


def keys_of(text: str) -> frozenset[str]:
    """Every word of a text as names are compared: whole, and the parts of it that hyphens and slashes part."""
    text = _ADDRESS.sub(" ", text)
    whole = {compact(word) for word in text.split()}
    numbers = {one.key for one in identifiers(text)}
    parts = {compact(part) for word in _NO_NUMBER.findall(text) for part in re.split(r"[/-]", word)}
    return frozenset(whole | numbers | parts | {fold(word) for word in _WORD.findall(text)})


def fits(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both name one thing: alike, or one with what goes before it ("Watchline Pro", "Pro")."""
    if not name or not other:
        return False
    shorter, longer = sorted((name, other), key=len)
    return longer[len(longer) - len(shorter) :] == shorter
