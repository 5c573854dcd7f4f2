"""Short forms, as documents themselves explain them: "market development funds (MDF)"."""

import re
from collections.abc import Callable, Iterator, Mapping

from partnerline.knowledge.words import fold, words

LEAST, MOST = 2, 6
"""Letters of a short form."""

_DEFINED = re.compile(r"((?:[^\W\d_][\w’'&-]*[ \t]+){2,9})\(([A-Z]{2,6})s?\)")
_REVERSED = re.compile(r"\b([A-Z]{2,6}) \(((?:[^\W\d_][\w’'&-]*[ \t]+){1,8}[^\W\d_][\w’'-]*)\)")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_SMALL = frozenset({"and", "of", "for", "the", "in", "on", "to", "a", "an", "at", "by", "with"})


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """The short forms that a text explains and what each stands for, both folded."""
    for found in _DEFINED.finditer(text):
        yield from _spelt_out(found.group(2), found.group(1))
    for found in _REVERSED.finditer(text):
        yield from _spelt_out(found.group(1), found.group(2), whole=True)


def _spelt_out(short: str, before: str, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """The last words before, as many as their initials spell the short form; small words need no letter."""
    told = fold(before).replace("-", " ").split()
    wanted = fold(short)
    for start in [0] if whole else range(len(told) - 1, -1, -1):
        if _initials(told[start:], wanted):
            yield wanted, " ".join(told[start:])
            return


def _initials(told: list[str], wanted: str) -> bool:
    every = "".join(word[0] for word in told)
    telling = "".join(word[0] for word in told if word not in _SMALL)
    return told[0][0] == wanted[0] and wanted in {every, telling}


def short_forms(text: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """What in a question may be a short form: capitals, or a few letters that are no word `knows` of; folded."""
    capitals = [fold(one) for one in _CAPITALS.findall(text)]
    few = [
        word
        for word in words(text)
        if LEAST <= len(word) <= MOST and word.isalpha() and not knows(word)
    ]
    return tuple(dict.fromkeys((*capitals, *few)))


def expanded(text: str, meanings: Mapping[str, str]) -> str:
    """The text with what each short form stands for behind it, unless the text says that already."""
    said = set(words(text))
    added = [long for long in meanings.values() if not said.issuperset(words(long))]
    return f"{text} ({', '.join(added)})" if added else text
