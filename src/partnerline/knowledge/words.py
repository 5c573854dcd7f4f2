"""Words as they are compared."""

import re
import unicodedata
from dataclasses import dataclass

STOPWORDS = frozenset(
    """a about above after again all also am an and any anybody anyone anything are as asap at be because been before being
    below between both but by can cheers could customer customers did do does doing done down during each else ever few
    for from further get gets getting give given gives go goes going got had has have having he hello help her here hers
    hey hi him his how i if in into is it its itself just kind know let like make many may me mean might mine more most
    much must my need needs no nor not now of off ok on once one only or other our ours out over own per please pls
    quick quickly really regarding s same say says shall she should so some somebody someone something such sure t tell
    than thanks that the their theirs them then there these they thing things this those through thx to too under until
    up us very want wants was we were what whats when where whether which while who whom whose why will with without
    would yes yet you your yours""".split()
)
"""Words too common to tell one passage from another; negations are kept out of it by hand where they carry meaning."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text: casefolded, and from where to where."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in one case and one Unicode form (NFKC), as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a folded text, in order."""
    return tuple(Token(found.group(), found.start(), found.end()) for found in _WORD.finditer(text))


def words(text: str) -> tuple[str, ...]:
    """The text's words, folded, in order."""
    return tuple(_WORD.findall(fold(text)))


def content_words(text: str) -> tuple[str, ...]:
    """The words that can tell one passage from another, each once, in order."""
    return tuple(dict.fromkeys(word for word in words(text) if word not in STOPWORDS))


def compact(text: str) -> str:
    """Letters and digits alone: how part numbers are compared, however they are spelled."""
    return "".join(words(text))


_ENDINGS = ("ies", "ing", "ed", "es", "s")


def stem(word: str) -> str:
    """The word less an English ending, for telling whether two words are forms of one; numbers stay as they are."""
    if len(word) < 4 or any(character.isdigit() for character in word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            root = word[: -len(ending)]
            return root + "y" if ending == "ies" else root.removesuffix("e")
    return word.removesuffix("e")
