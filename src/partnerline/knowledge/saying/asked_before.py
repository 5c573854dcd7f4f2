"""Whether a kept answer is one to this question, too: its own question may be another partner's, and isn't shown.

"No, it has no certificate" was said of one country; told to who asks about another, it would be wrong.
"""

import re
from collections.abc import Iterator

from partnerline.knowledge.model import Hit
from partnerline.knowledge.regions.areas import area_of
from partnerline.knowledge.saying.alike import any_alike
from partnerline.knowledge.words import STOPWORDS, compact, fold, words

_WORD = re.compile(r"[^\W_][\w&.’'-]*[^\W_]|[^\W_]")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[\"“„(]?$")
_NEGATION = re.compile(r"\b(?:not|no|never|cannot|none|without|nicht|kein\w*|ohne)\b|n['’]t\b")
_OPPOSITES = ("un", "non", "in", "dis")


def is_of_another(asked: str, hit: Hit) -> bool:
    """Whether the question names what the kept answer isn't about, or it is about what only its own question names."""
    before = " ".join(hit.passage.headings)
    whole = f"{before}\n{hit.passage.text}"
    return (
        any(not _stands(name, whole) for name in _names(asked))
        or any(not _stands(name, f"{asked}\n{hit.passage.text}") for name in _names(before))
        or bool(_NEGATION.search(fold(asked))) is not bool(_NEGATION.search(fold(before)))
        or _are_opposed(words(asked), words(before))
    )


def _names(text: str) -> Iterator[str]:
    """Names of people, places and things, and every number."""
    for found in _WORD.finditer(text):
        name = found.group()
        if any(map(str.isdigit, name)):
            yield name
        elif fold(name) in STOPWORDS or len(name) < 2:
            continue
        elif area_of(name) is not None or _is_capital(text, found):
            yield name


def _is_capital(text: str, found: re.Match[str]) -> bool:
    """Whether a word is written large where a sentence doesn't begin."""
    return found.group()[0].isupper() and not _BEGINS.search(text[: found.start()])


def _stands(name: str, text: str) -> bool:
    if any(map(str.isdigit, name)):
        return compact(name) in compact(text)
    return any_alike(fold(name), words(text))


def _are_opposed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the one says a word and the other its opposite: "opened" and "unopened"."""
    own, told = set(one), set(other)
    return any(
        f"{prefix}{word}" in that and word not in that
        for prefix in _OPPOSITES
        for this, that in ((own, told), (told, own))
        for word in this
        if len(word) > 3
    )
