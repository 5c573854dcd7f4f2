"""Mends words that are spelt wrong into words of the asker's own documents, and of no others."""

import re
from collections.abc import Callable, Mapping, Sequence

from partnerline.knowledge.words import fold, stem

SHORTEST = 5
"""Letters of a word that is mended; among shorter ones too many are near one another."""
LONG = 8
"""Letters from which a word may have two mistakes; a shorter one has one."""

_NAME = re.compile(r"(?<=[\w,;:)] )([A-Z][^\W_]*[a-z][^\W_]*)")


def mendable(word: str) -> bool:
    """Whether a word may be a misspelling at all: letters alone, and enough of them; never a number or part number."""
    return len(word) >= SHORTEST and word.isalpha()


def beginnings(word: str) -> tuple[str, ...]:
    """The letters that the right word may begin with: seldom another than its own, or its second where they are swapped."""
    return tuple(dict.fromkeys(word[:2]))


def names_in(text: str) -> frozenset[str]:
    """The words, folded, that a text writes with a capital where no sentence begins: they may be names."""
    return frozenset(fold(found.group(1)) for found in _NAME.finditer(text))


def mended(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """The nearest word of the vocabulary, the commonest of equally near ones; `None` where none is near.

    Distance counts letters left out, put in, replaced or swapped (optimal string alignment).
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(word) >= LONG else 1
    near = extract(
        word, list(vocabulary), scorer=OSA.distance, processor=None, score_cutoff=most, limit=None
    )
    others = [(distance, known) for known, distance, _ in near if stem(known) != stem(word)]
    if not others:
        return None
    return min(others, key=lambda found: (found[0], -vocabulary[found[1]], found[1]))[1]


def corrections(
    unknown: Sequence[str],
    vocabulary: Callable[[str], Mapping[str, int]],
    fits: Callable[[str, str], bool],
) -> dict[str, str]:
    """What each unknown word that has a near one in the vocabulary is taken for.

    `vocabulary` gives the words that begin with a letter, each with how many documents hold it; `fits` has the last
    word on what is mended into what.
    """
    found = {}
    for word in unknown:
        if mendable(word):
            near = {w: n for letter in beginnings(word) for w, n in vocabulary(letter).items()}
            right = mended(word, near)
            if right is not None and fits(word, right):
                found[word] = right
    return found


def respelt(text: str, corrected: Mapping[str, str]) -> str:
    """The text with the words replaced, whatever case they were in."""
    for wrong, right in corrected.items():
        text = re.sub(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])", right, text, flags=re.IGNORECASE)
    return text
